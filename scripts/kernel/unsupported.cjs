// What a cell cannot hold, said in our words: the compiler takes a magic line for arithmetic and JSX for a comparison, and
// speaks of those. The kinds are the table "What does not" of docs/kernel.md.

/** @typedef {import("tslab/dist/converter").Diagnostic} Diagnostic */
/** @typedef {import("./traceback.cjs").Cell} Cell */

const magic = /^\s*(%%?[A-Za-z]\w*)/;
/** `!ls -la`, and not `!isEmpty(list);`. */
const shell = /^\s*(![A-Za-z][\w.-]*(?:\s[^=;(){}]*)?)$/;
const missing = /^Cannot find (?:name|namespace) '([\w$]+)'/;

const namespaces = /^\s*namespace\s+([\w$]+)/gm;

/** The number of the latest cell that declares a namespace. @param {string} name @param {ReadonlyMap<number, Cell>} cells */
const declaredIn = (name, cells) =>
  [...cells.values()].reverse().find(({ source }) => [...source.matchAll(namespaces)].some(([, own]) => own === name))
    ?.count;

/**
 * What is not supported, and what to write in its place; undefined where the compiler's own words say it.
 * @param {readonly Diagnostic[]} diagnostics the first of which decides: later ones follow from it
 * @param {string} source of the cell @param {ReadonlyMap<number, Cell>} cells those before
 * @returns {string | undefined}
 */
function unsupported(diagnostics, source, cells) {
  const [first] = diagnostics;
  if (first === undefined || first.fileName) return undefined;
  const { line: at, character } = first.start;
  const lines = source.split("\n");
  const line = lines[at] ?? "";
  const before = line.slice(0, character);
  const [, magicWord] = magic.exec(line) ?? [];
  if (magicWord !== undefined && before.trim() === "")
    return `${magicWord} is a magic line of IPython, and a cell is TypeScript: use console.time for %time, display.html of "tslab" for %%html`;
  const [, command] = shell.exec(line) ?? [];
  if (command !== undefined && /^\s*!?$/.test(before))
    return `${command} reads like a shell line of IPython, and a cell is TypeScript: use execFileSync of "child_process"`;
  const rest = [line.slice(character), ...lines.slice(at + 1)].join("\n");
  if (/<[\w.]*\s*$/.test(before) && /<\/|\/>/.test(rest) && diagnostics.some(({ code }) => code < 2000))
    return 'JSX is not supported in cells: call a function that makes the element, such as createElement, or show HTML by display.html of "tslab"';
  const [, name] = missing.exec(first.messageText) ?? [];
  const cell = name === undefined ? undefined : declaredIn(name, cells);
  if (cell !== undefined)
    return `${name} is a namespace of cell [${cell}], which only that cell and the next one know: declare it again in this cell, or make it an object`;
  return undefined;
}

/** The cure where the compiler says what is wrong, and not why it is here. @param {readonly Diagnostic[]} diagnostics @returns {string | undefined} */
const cure = (diagnostics) =>
  diagnostics.some(({ code }) => code >= 7000 && code < 7100)
    ? "Cells are compiled strict, where every value has a type: write (x: number) => x, or (x: any) => x."
    : undefined;

/**
 * Of a `for await` outside of any function: it compiles, and then the engine finds a reserved word.
 * @param {string} place of it, as stacks write it
 */
function loopAtTop(place) {
  const error = new SyntaxError(
    "`for await` is not supported at the top of a cell: put the loop into an async function, and await a call of that",
  );
  error.stack = `${error}\n    at ${place}`;
  return error;
}

module.exports = { cure, loopAtTop, unsupported };
