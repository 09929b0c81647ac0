// Runs cells: tslab's executor, with what it prints for a person (the value, the error) handed on as what it is.
const { formatWithOptions } = require("node:util");
const { dropThen } = require("./thenable.cjs");
const { compileErrors, exception, interruption, isInterruption, scriptName } = require("./traceback.cjs");

/** @typedef {import("./traceback.cjs").Failure} Failure */
/** @typedef {Record<string, unknown>} Bundle from MIME types to contents */
/** @typedef {{ kind: "value", data: Bundle } | { kind: "nothing" } | { kind: "failed", failure: Failure }} Outcome */

const displayMethod = Symbol.for("Jupyter.display");

/** As console.log prints it, or as the value itself wishes to be shown. @param {unknown} value @returns {Promise<Bundle>} */
async function bundle(value) {
  const display = /** @type {any} */ (value)?.[displayMethod];
  if (typeof display === "function") {
    const data = await display.call(value);
    if (typeof data === "object" && data !== null) return data;
    throw new TypeError(
      `Jupyter.display: got ${formatWithOptions({}, data)}, needs an object from MIME types to contents`,
    );
  }
  return { "text/plain": formatWithOptions({ colors: false }, value) };
}

/**
 * @param {{
 *   createExecutor: typeof import("tslab/dist/executor").createExecutor,
 *   createConverter: typeof import("tslab/dist/converter").createConverter,
 *   toGenerator: (code: string, name: string) => string | undefined,
 *   takePositions: (code: string) => import("./compiler.cjs").Positions | undefined,
 *   compile: <T>(work: () => T) => T,
 *   beforeCell: () => void,
 *   unresolved: () => void,
 *   interrupted: () => void,
 *   isInterrupted: () => boolean,
 * }} parts
 */
function createSession({ createExecutor, createConverter, toGenerator, takePositions, compile, ...on }) {
  /** @type {Map<number, import("./traceback.cjs").Cell>} */
  const cells = new Map();
  let count = 0;
  /** @type {import("tslab/dist/converter").Diagnostic[]} */
  let diagnostics = [];
  /** What tslab reported of the cell that runs. @type {{ result?: { value: unknown }, thrown?: { error: unknown } }} */
  let report = {};

  /** @type {Map<boolean, import("tslab/dist/converter").Converter>} */
  const converters = new Map();
  function converter(/** @type {boolean} */ isBrowser) {
    const made = converters.get(isBrowser) ?? named(createConverter({ isBrowser }));
    converters.set(isBrowser, made);
    return made;
  }

  /** A converter whose code has a name in stack traces, and whose diagnostics are kept. */
  function named(/** @type {import("tslab/dist/converter").Converter} */ inner) {
    /** @type {import("tslab/dist/converter").Converter["convert"]} */
    const convert = (previous, source) => {
      const converted = inner.convert(previous, source);
      diagnostics = converted.diagnostics;
      if (!converted.output) return converted;
      const lines = converted.output.split("\n").length;
      cells.set(count, { source, count, lines, positions: takePositions(converted.output) });
      const generator = toGenerator(converted.output, scriptName(count));
      const output = `${generator ?? converted.output}\n//# sourceURL=${scriptName(count)}`;
      return { ...converted, output, hasToplevelAwait: generator !== undefined };
    };
    return {
      ...inner,
      convert: (/** @type {string} */ previous, /** @type {string} */ source) =>
        compile(() => convert(previous, source)),
    };
  }

  const executor = createExecutor(
    process.cwd(),
    {
      get node() {
        return converter(false);
      },
      get browser() {
        return converter(true);
      },
      close: () => {
        for (const made of converters.values()) made.close();
      },
    },
    {
      log: (value) => {
        report.result = { value };
      },
      // tslab gives a thrown value alone, a diagnostic as a format with its parts.
      error: (first, ...rest) => {
        if (rest.length === 0) report.thrown = { error: first };
        else if (diagnostics.length === 0) console.error(first, ...rest); // of a module cell, which is taken all the same
      },
    },
  );
  converter(false); // Made now, while the person still types.

  /** @returns {Failure} */
  const describe = (/** @type {unknown} */ error) => {
    try {
      return exception(error, cells, count);
    } catch {
      // A thrown Proxy, or a getter that throws: whatever is asked of it throws again.
      const evalue = "what the cell threw cannot be shown";
      return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
    }
  };

  return {
    executor,
    describe,
    /** @param {string} source @param {number} number @returns {Promise<Outcome>} */
    async run(source, number) {
      count = number;
      diagnostics = [];
      report = {};
      try {
        compile(on.beforeCell);
        const ok = await executor.execute(source);
        dropThen();
        const { result } = report;
        if (ok) return result ? { kind: "value", data: await bundle(result.value) } : { kind: "nothing" };
      } catch (error) {
        report.thrown = { error };
      }
      dropThen(); // a value may have set it as it was shown
      const { thrown } = report;
      if (thrown === undefined) {
        // Cannot find module '...': it may be there by the next cell.
        if (diagnostics.some(({ code }) => code === 2307)) on.unresolved();
        return { kind: "failed", failure: compileErrors(diagnostics, source, cells) };
      }
      const { error } = thrown;
      // Ended by force in code of the cell that Node had called, so that Node goes on: to look at the error may call it again.
      if (on.isInterrupted()) return { kind: "failed", failure: interruption() };
      if (!isInterruption(error)) return { kind: "failed", failure: describe(error) };
      // A loop is stopped without the kernel's own handler of the signal.
      on.interrupted();
      return { kind: "failed", failure: interruption() };
    },
  };
}

module.exports = { createSession };
