// Which notebooks a quick `npm test` runs: two always, the others when what they depend on is not what the last good run,
// or in a fresh clone the committed outputs, were made from.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cache, root } from "../setup/places.mjs";
import { writeWhole } from "../whole.mjs";
import { inputsOf } from "./inputs.mjs";
import { label } from "./select.mjs";

/** @typedef {keyof typeof counted} Kernel the kit's, or tslab as it is published */

/** The first notebook that anyone opens, and the one that the seminar turns on. */
const always = ["notebooks/00-start-here.ipynb", "notebooks/06-emergent-abilities.ipynb"];

/** What a kernel must be tried again for. A stock tslab reads cells in another way, but computes with the same code. */
const counted = /** @type {const} */ ({ kit: "all", stock: "cells" });

/**
 * Where it is noted what outputs were made from.
 * @typedef {{ committed: string, last: (kernel: Kernel) => string }} Records
 */

/** @type {Records} committed is tracked and written by `npm run notebooks`; last is this clone's own */
export const records = {
  committed: join(root, "notebooks", "inputs.json"),
  last: (kernel) => join(cache, "tests", `${kernel}.json`),
};

function readRecord(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {}; // none yet, or a merge has left its marks in it: then nothing is known, and everything runs
  }
}

function write(/** @type {string} */ file, /** @type {Record<string, unknown>} */ record) {
  const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeWhole(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

/**
 * Whether a quick run must try this notebook.
 * @param {string} path
 * @param {Kernel} kernel
 */
export function isDue(path, kernel, { committed, last } = records) {
  const name = label(path);
  if (always.includes(name)) return true;
  const which = counted[kernel];
  const good = readRecord(last(kernel))[name] ?? readRecord(committed)[name]?.[which];
  return good !== inputsOf(path)[which];
}

/**
 * Runs and notes what the notebook was made of if that went well; until then, and after a failure, it stays due.
 * @param {string} path
 * @param {Kernel} kernel
 * @param {() => Promise<void>} run
 */
export async function noted(path, kernel, run, { last } = records) {
  const file = last(kernel);
  const inputs = inputsOf(path)[counted[kernel]];
  const note = (/** @type {string} */ good) => write(file, { ...readRecord(file), [label(path)]: good });
  note("");
  await run();
  note(inputs);
}

/** Notes what the outputs of these notebooks have just been made from; notebooks that are gone go from the list. */
export function noteCommitted(/** @type {string[]} */ made, /** @type {string[]} */ all, { committed } = records) {
  const names = all.map(label);
  const before = Object.entries(readRecord(committed)).filter(([name]) => names.includes(name));
  const now = made.filter((path) => names.includes(label(path))).map((path) => [label(path), inputsOf(path)]);
  if (now.length === 0) return;
  write(committed, Object.fromEntries([...before, ...now]));
}
