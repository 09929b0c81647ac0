// What a failed cell says: the message first, then the lines of cells that led to it, then where in the kit it was
// thrown. Paths are relative to the kit, so that an output does not tell on whose machine it arose.
const fs = require("node:fs");
const path = require("node:path");
const { inspect } = require("node:util");
const { cure, unsupported } = require("./unsupported.cjs");

/** @typedef {{ ename: string, evalue: string, traceback: string[] }} Failure as Jupyter's `error` message has it */
/** @typedef {{ source: string, count: number, lines: number, positions: import("./compiler.cjs").Positions | undefined }} Cell */
/** @typedef {import("tslab/dist/converter").Diagnostic} Diagnostic */

const root = path.dirname(path.dirname(__dirname));

/** Causes shown of one error: `Promise.any` has one for each promise. */
const mostCauses = 10;

/** The name that a cell's code has in stack traces. */
const scriptName = (/** @type {number} */ count) => `cell:${count}`;

/** A line of a stack as V8 writes it, and as Firefox and Safari do, where the kernel runs in a page. */
const frame = /^\s+at (?:async )?(?:(.+?) \()?(?:cell:(\d+)|(.+?)):(\d+):(\d+)\)?$/;
const frameElsewhere = /^(?:async\*)?(.*?)[/<]*@(?:cell:(\d+)|(.+?)):(\d+):(\d+)$/;
const lineOf = (/** @type {string} */ text, /** @type {number} */ line) => (text.split("\n")[line - 1] ?? "").trim();

/** @param {string} file @returns {string | undefined} undefined where a reader gains nothing */
function place(file) {
  const name = file.replace(/^file:\/\//, "");
  if (!path.isAbsolute(name) || name.startsWith(__dirname)) return undefined;
  const packaged = name.replace(/\\/g, "/").split("/node_modules/").at(-1) ?? "";
  if (packaged.startsWith("tslab/")) return undefined;
  if (name.includes("node_modules")) return `node_modules/${packaged}`;
  const [inKit, inFolder] = [root, process.cwd()].map((base) => path.relative(base, name).replace(/\\/g, "/"));
  return [inKit, inFolder].find((relative) => relative && !relative.startsWith("..")) ?? path.basename(name);
}

/**
 * @param {unknown} stack @param {ReadonlyMap<number, Cell>} cells @param {number} current number of the cell that runs
 * @returns {string[]}
 */
function frames(stack, cells, current) {
  /** @type {string[]} */
  const inCells = [];
  /** @type {string[]} */
  const inFiles = [];
  for (const text of String(stack).split("\n")) {
    const match = frame.exec(text) ?? frameElsewhere.exec(text);
    if (!match) continue;
    const [, name, number, file = ""] = match;
    const [line, column] = [Number(match[4]), Number(match[5])];
    const cell = cells.get(Number(number));
    if (cell) {
      // Below the cell's own code stands tslab's call of it.
      const at = line <= cell.lines ? cell.positions?.find(line - 1, column - 1) : undefined;
      // tslab puts one line of its own before the source, so a 0-based line there is a 1-based one here.
      if (!at || at.line < 1) continue;
      // A function of an earlier cell is a property of tslab's proxy: "Proxy.area" is area.
      const plain = name?.replace(/^Proxy\./, "");
      const within =
        plain && !/^(Object\.|eval|<anonymous>|anonymous$|exports\.tsLastExpr|global code)/.test(plain)
          ? `, in ${plain}`
          : "";
      const which = cell.count === current ? "cell" : `cell [${cell.count}]`;
      inCells.push(`  ${which} line ${at.line}${within}: ${lineOf(cell.source, at.line)}`);
    } else {
      const where = place(file);
      if (where) inFiles.push(`    in ${where}:${line}${name ? ` (${name})` : ""}`);
    }
  }
  const short = (/** @type {string[]} */ all, /** @type {number} */ most) =>
    all.length > most ? [...all.slice(0, most), `    … ${all.length - most} more`] : all;
  return [...short([...new Set(inCells)], 6), ...short([...new Set(inFiles)], 4)];
}

/**
 * @param {unknown} thrown what a cell threw @param {ReadonlyMap<number, Cell>} cells @param {number} current
 * @param {number} depth how many causes have been followed
 * @returns {Failure}
 */
function exception(thrown, cells, current, depth = 0) {
  // Errors of another realm (a worker, a vm context) are no instances of this one's Error.
  const error = /** @type {Partial<Error & { errors: unknown }> | null} */ (typeof thrown === "object" ? thrown : null);
  if (error === null || typeof error.message !== "string") {
    const evalue = inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
  }
  const ename = error.name || "Error";
  const traceback = [`${ename}: ${error.message}`, ...frames(error.stack, cells, current)];
  const inner = Array.isArray(error.errors) ? error.errors : [];
  const causes = error.cause === undefined ? inner : [...inner, error.cause];
  if (depth < 4) {
    for (const cause of causes.slice(0, mostCauses)) {
      const [head, ...rest] = exception(cause, cells, current, depth + 1).traceback;
      const known = new Set(traceback);
      traceback.push(`caused by ${head}`, ...rest.filter((line) => !known.has(line)));
    }
    if (causes.length > mostCauses) traceback.push(`… and ${causes.length - mostCauses} more causes`);
  }
  return { ename, evalue: error.message, traceback };
}

/**
 * What the compiler has to say; where that misses what a person meant, our words stand before it.
 * @param {readonly Diagnostic[]} diagnostics @param {string} source @param {ReadonlyMap<number, Cell>} cells those before
 * @returns {Failure}
 */
function compileErrors(diagnostics, source, cells) {
  /** @type {string[]} */
  const traceback = [];
  /** @type {string[]} */
  const messages = [];
  let last = "";
  for (const { start, end, messageText, code, fileName } of diagnostics) {
    const where = `${start.line + 1}:${start.character + 1}`;
    const at = `${fileName ?? ""} ${where}`;
    // The parts of one explanation come as diagnostics at the same place: the source is shown once, below the first.
    if (at === last) {
      traceback.push(`  ${messageText}`);
      continue;
    }
    last = at;
    messages.push(`${fileName ? `${fileName} ` : ""}${where} ${messageText}`);
    const text = (fileName ? readIfThere(fileName) : source).split("\n")[start.line] ?? "";
    const width = end.line === start.line ? Math.max(1, end.character - start.character) : 1;
    const gutter = `  ${start.line + 1} | `;
    const under = " ".repeat(gutter.length + start.character);
    traceback.push(`${messages.at(-1)} (TS${code})`, gutter + text, under + "^".repeat(width));
  }
  // TypeScript numbers what it cannot read from 1000, what does not fit from 2000.
  const ename = diagnostics.some(({ code }) => code < 2000) ? "SyntaxError" : "TypeScriptError";
  const more = messages.length > 1 ? ` (and ${messages.length - 1} more)` : "";
  const ours = unsupported(diagnostics, source, cells);
  if (ours !== undefined) return { ename, evalue: ours, traceback: [`${ename}: ${ours}`, ...traceback] };
  traceback[0] = `${ename}: ${traceback[0]}`;
  const advice = cure(diagnostics);
  if (advice !== undefined) traceback.push(advice);
  return { ename, evalue: `${messages[0]}${more}`, traceback };
}

/** @param {string} file */
function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}

/** @returns {Failure} */
function interruption() {
  const evalue = "the cell was stopped";
  return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
}

/** Whether an error is what Node (in a running cell) or tslab (in a waiting one) throws at an interrupt. */
function isInterruption(/** @type {unknown} */ error) {
  try {
    const { code, message } = /** @type {{ code?: unknown, message?: unknown }} */ (error ?? {});
    return code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" || message === "Interrupted asynchronously";
  } catch {
    return false; // a thrown Proxy, say, that throws when it is asked
  }
}

module.exports = { compileErrors, exception, interruption, isInterruption, scriptName };
