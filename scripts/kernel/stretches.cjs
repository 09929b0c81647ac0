// Node stops a loop at Interrupt only in code that was entered through `vm` with breakOnSigint. tslab enters a cell that
// way, but what follows a top-level `await` is entered by the promise: a loop there could not be stopped, and after
// Interrupt the cell would go on in the background once its promise is kept. So a cell with top-level `await` becomes a
// generator with `yield` in their place, and each stretch between two of them is entered through `vm`.
const { enter, provide } = require("./entry.cjs");
const { loopAtTop } = require("./unsupported.cjs");

/** @typedef {import("@tslab/typescript-for-tslab")} TypeScript */

const runner = "emergence.kernel.run";

/**
 * The same code, line for line, with a `yield` of the place and of x for each top-level `await x`; undefined where there
 * is none. (tslab itself takes `await (x)` for the call of a function, and fails if a cell has no other await.)
 * @param {TypeScript} ts @param {string} code @param {string} name of the script in stack traces
 * @returns {string | undefined}
 * @throws SyntaxError for a `for await` at the top
 */
function toGenerator(ts, code, name) {
  // Only within an async function is `await (x)` an await, and not a call.
  const head = "async () => { ";
  const source = ts.createSourceFile("cell.js", `${head}${code}\n}`, ts.ScriptTarget.Latest, true);
  /** @type {{ at: number, length: number, text: string }[]} */
  const edits = [];
  /** @param {import("@tslab/typescript-for-tslab").Node} node */
  function placeOf(node) {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
    return `${name}:${line + 1}:${character + 1}`;
  }
  /** @param {import("@tslab/typescript-for-tslab").Node} node */
  function visit(node) {
    if (ts.isFunctionLike(node) && node.parent.parent !== source) return;
    if (ts.isForOfStatement(node) && node.awaitModifier) throw loopAtTop(placeOf(node));
    if (ts.isAwaitExpression(node)) {
      const place = JSON.stringify(placeOf(node));
      edits.push({ at: node.getStart() - head.length, length: "await".length, text: `(yield [${place},` });
      edits.push({ at: node.getEnd() - head.length, length: 0, text: "])" });
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  if (edits.length === 0) return undefined;
  const edited = edits
    .sort((one, other) => other.at - one.at)
    .reduce((text, edit) => text.slice(0, edit.at) + edit.text + text.slice(edit.at + edit.length), code);
  return `return globalThis[Symbol.for(${JSON.stringify(runner)})](function* () { ${edited}\n});`;
}

/** Adds the place of the `await` to an error that it throws, as Node does. @param {unknown} error @param {string} place */
function addFrame(error, place) {
  if (error instanceof Error && typeof error.stack === "string") error.stack += `\n    at async ${place}`;
}

/**
 * Installs what such code calls.
 * @returns {{ abandon(): void }} abandon lets a cell that waits never go on
 */
function runStretches() {
  let current = {};
  const run = (/** @type {() => Generator<[string, unknown]>} */ cell) =>
    new Promise((resolve, reject) => {
      const own = {};
      current = own;
      const steps = cell();
      const go = (/** @type {() => IteratorResult<[string, unknown], unknown>} */ step) => {
        if (current !== own) return;
        try {
          const { done, value } = enter(step);
          if (done) return resolve(value);
          const [place, awaited] = value;
          Promise.resolve(awaited).then(next, (error) => {
            addFrame(error, place);
            go(() => steps.throw(error));
          });
        } catch (error) {
          reject(error);
        }
      };
      const next = (/** @type {unknown} */ value) => go(() => steps.next(value));
      next(undefined);
    });
  provide(runner, run);
  return {
    abandon() {
      current = {};
    },
  };
}

module.exports = { runStretches, toGenerator };
