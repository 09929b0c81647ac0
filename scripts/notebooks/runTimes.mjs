// How long each notebook took when it last ran in this clone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cache } from "../setup/places.mjs";
import { writeWhole } from "../whole.mjs";
import { label } from "./select.mjs";

const file = join(cache, "run-times.json");

/** @returns {Record<string, number>} seconds by notebook */
function read() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {}; // none has run yet
  }
}

/** Seconds, or undefined if it has not run. */
export const runTimeOf = (/** @type {string} */ path) => read()[label(path)];

export function noteRunTime(/** @type {string} */ path, /** @type {number} */ seconds) {
  writeWhole(file, `${JSON.stringify({ ...read(), [label(path)]: Math.round(seconds * 10) / 10 }, null, 2)}\n`);
}
