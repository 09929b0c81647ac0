// Runs one notebook and puts its outputs back: the whole file or nothing of it.
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "../setup/problem.mjs";
import { writeWhole } from "../whole.mjs";
import { figureOutputs } from "./figures.mjs";
import { serialize } from "./format.mjs";
import { addPictures } from "./pictures.mjs";
import { numberReferences } from "./references.mjs";
import { execute } from "./run.mjs";

/** @typedef {Awaited<ReturnType<typeof import("./pictures.mjs").openStudio>>} Studio */
/** @typedef {{ kind: "done", changed: boolean, figures: number } | import("./run.mjs").Failure} Refreshed */

/** @returns {import("./format.mjs").Notebook} */
export function readNotebook(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Problem(`${path} is not a notebook: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * @param {string} path
 * @param {{ studio: () => Promise<Studio>, write: boolean, onCell: (index: number) => void, signal: AbortSignal }} options
 *   the studio is asked for only where there are figures
 * @returns {Promise<Refreshed>}
 */
export async function refresh(path, { studio, write, onCell, signal }) {
  const committed = readNotebook(path);
  const outcome = await execute(committed, { folder: dirname(path), onCell, signal });
  if (outcome.kind === "failed") return outcome;
  const { notebook } = outcome;
  const unknown = numberReferences(notebook);
  if (unknown.length > 0) {
    const names = [...new Set(unknown)].join(", ");
    throw new Problem(
      `${path}: the text refers to figures that are not there: ${names}. A figure's key is an option of show().`,
    );
  }
  await addPictures(notebook, committed, async (figure, name) => (await studio()).draw(figure, name));
  signal.throwIfAborted();
  const text = serialize(notebook);
  const changed = text !== readFileSync(path, "utf8");
  if (changed && write) writeWhole(path, text);
  return { kind: "done", changed, figures: figureOutputs(notebook).length };
}
