// Runs notebooks in the kernel. Nothing is written here: the result is the executed notebook, or the reason for its failure.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root, venvPython } from "../setup/places.mjs";
import { pythonEnvironment } from "../setup/variables.mjs";
import { joined } from "./format.mjs";

/** @typedef {import("./format.mjs").Notebook} Notebook */
/**
 * @typedef {{ kind: "failed", cell: number, source: string, error: string }} Failure `cell` counts from 1, as a reader does
 * @typedef {{ kind: "done", notebook: Notebook } | Failure} Outcome
 */

const script = join(root, "scripts", "notebooks", "execute.py");

/** Seconds that one cell may take before its notebook counts as stuck; whole notebooks are meant to take a minute or two. */
const cellTimeout = 600;

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colors begin with an escape character
const withoutColors = (/** @type {string} */ text) => text.replace(/\x1b\[[0-9;]*m/g, "");

/**
 * @param {Record<string, any>} event
 * @param {Notebook} notebook
 * @returns {Failure}
 */
function failure(event, notebook) {
  const source = joined(notebook.cells[event.index]?.source).trimEnd();
  const text = event.traceback || (event.name ? `${event.name}: ${event.message}` : event.message);
  return { kind: "failed", cell: event.index + 1, source, error: withoutColors(text).trim() };
}

/**
 * @param {Notebook} notebook
 * @param {{ folder: string, onCell?: (index: number) => void, signal?: AbortSignal }} options the folder is where cells run
 * @returns {Promise<Outcome>}
 */
export function execute(notebook, { folder, onCell = () => {}, signal }) {
  // A group of its own: Ctrl-C reaches only us, and we tell the runner to end its kernel by closing its input.
  const env = pythonEnvironment();
  const child = spawn(venvPython, [script], { detached: process.platform !== "win32", windowsHide: true, env });
  signal?.addEventListener("abort", () => child.stdin.end(), { once: true });
  child.stdin.on("error", () => {}); // it may have ended before it was asked to
  child.stdin.write(`${JSON.stringify({ notebook, folder, timeout: cellTimeout })}\n`);
  let complaints = "";
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  return new Promise((resolve, reject) => {
    /** @type {Outcome | undefined} */
    let outcome;
    let at = 0;
    createInterface(child.stdout).on("line", (line) => {
      const event = JSON.parse(line);
      if (event.event === "cell") {
        at = event.index;
        onCell(at);
      } else if (event.event === "done") outcome = { kind: "done", notebook: event.notebook };
      else outcome = failure(event, notebook);
      if (outcome !== undefined) child.stdin.end();
    });
    child.on("error", reject);
    child.on("close", () => {
      if (signal?.aborted) return reject(signal.reason);
      resolve(
        outcome ??
          failure({ index: at, message: `The runner ended before the notebook did.\n${complaints}` }, notebook),
      );
    });
  });
}
