// What tslab is given as its TypeScript: the same module, with a few functions wrapped.
const { SourceMap } = require("node:module");
const { typesFromKit } = require("./outside.cjs");

const { parse } = JSON; // as it was before any cell

/** @typedef {import("@tslab/typescript-for-tslab")} TypeScript */
/** @typedef {import("@tslab/typescript-for-tslab").Diagnostic} Diagnostic */
/** @typedef {import("@tslab/typescript-for-tslab").System} TypeScriptSystem */
/** @typedef {{ find(line: number, column: number): { line: number, column: number } | undefined }} Positions 0-based */

/**
 * tslab holds one pending timer and throws "Unexpected pending rebuildTimer" at a second, but TypeScript has two: one
 * to look for modules again, one to rebuild. tslab sees one timer here, which runs all that is due.
 * @param {{ setTimeout?: Function, clearTimeout?: Function }} host
 */
function allowManyTimers(host) {
  const arm = host.setTimeout;
  /** @type {Map<object, () => void>} */
  const due = new Map();
  let armed = false;
  function fire() {
    // A callback may ask for another timer: that one runs at once, and tslab's own is not armed again meanwhile.
    for (const [id, callback] of due) {
      due.delete(id);
      callback();
    }
    armed = false;
  }
  host.setTimeout = (
    /** @type {(...args: unknown[]) => void} */ callback,
    /** @type {number} */ delay,
    /** @type {unknown[]} */ ...args
  ) => {
    const id = {};
    due.set(id, () => callback(...args));
    if (!armed) {
      armed = true;
      arm?.(fire, delay);
    }
    return id;
  };
  host.clearTimeout = (/** @type {object} */ id) => due.delete(id);
}

const inlineMap = /\n?\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([A-Za-z0-9+/=]+)\s*$/;

/**
 * From compiled code to the cell: tslab compiles in two steps (TypeScript to an ES module, that to CommonJS), so two
 * maps are followed one after the other.
 * @param {string} firstJson @param {string} secondJson @returns {Positions}
 */
function positions(firstJson, secondJson) {
  /** @type {SourceMap[]} made when first asked: most cells do not fail */
  let maps = [];
  return {
    find(line, column) {
      if (maps.length === 0) maps = [secondJson, firstJson].map((json) => new SourceMap(parse(json)));
      let at = { line, column };
      for (const map of maps) {
        const entry = map.findEntry(at.line, at.column);
        if (!("originalLine" in entry)) return undefined;
        at = { line: entry.originalLine, column: entry.originalColumn };
      }
      return at;
    },
  };
}

/**
 * Strict are the cells: neither a package without types (TS7016) nor a JavaScript file beside the notebook (TS7xxx) is
 * refused for what it leaves untyped.
 * @param {Diagnostic} diagnostic
 */
function implicitInJavaScript({ code, file }) {
  return code === 7016 || (code >= 7000 && code < 8000 && /\.[cm]?jsx?$/.test(file?.fileName ?? ""));
}

/**
 * @param {TypeScript} ts
 * @returns {{ typescript: TypeScript, takePositions(code: string): Positions | undefined }} takePositions gives the
 * positions of a piece of compiled code, once
 */
function wrapTypeScript(ts) {
  /** @type {Map<string, Positions>} */
  const positionsOf = new Map();

  /** @type {any} */
  const createWatchCompilerHost = (
    /** @type {string[]} */ files,
    /** @type {object} */ options,
    /** @type {TypeScriptSystem} */ system,
    /** @type {any[]} */ ...rest
  ) => {
    const cells = {
      ...options,
      strict: true,
      inlineSourceMap: true,
      // Otherwise every package in node_modules/@types is read before the first cell.
      types: ["node"],
    };
    const host = /** @type {any} */ (ts.createWatchCompilerHost)(files, cells, typesFromKit(system), ...rest);
    allowManyTimers(host);
    return host;
  };

  // tslab's own addition to TypeScript, which its types do not tell.
  const { getPreEmitDiagnosticsOfFiles: diagnose } = /** @type {any} */ (ts);
  const getPreEmitDiagnosticsOfFiles = (/** @type {unknown[]} */ ...args) =>
    diagnose(...args).filter((/** @type {Diagnostic} */ diagnostic) => !implicitInJavaScript(diagnostic));

  /** @type {TypeScript["transpileModule"]} */
  const transpileModule = (input, options) => {
    const first = inlineMap.exec(input)?.[1];
    if (first === undefined) return ts.transpileModule(input, options);
    const result = ts.transpileModule(input.replace(inlineMap, ""), {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
    });
    const outputText = result.outputText.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
    const json = Buffer.from(first, "base64").toString("utf8");
    positionsOf.set(outputText, positions(json, result.sourceMapText ?? "{}"));
    return { ...result, outputText };
  };

  /** @type {any} the program of the cells, as it is now */
  let builder;
  /** @type {any} */
  const createWatchProgram = (/** @type {any} */ host) => {
    const { afterProgramCreate } = host;
    host.afterProgramCreate = (/** @type {unknown} */ created) => {
      builder = created;
      afterProgramCreate(created);
    };
    return ts.createWatchProgram(host);
  };

  /** Whether the value that a shorthand stands for was made by an earlier cell: tslab makes their declarations the file's parent. */
  const isFromEarlierCell = (/** @type {any} */ shorthand) => {
    const original = ts.getParseTreeNode(shorthand, ts.isShorthandPropertyAssignment);
    if (original === undefined) return false;
    const value = builder.getProgram().getTypeChecker().getShorthandAssignmentValueSymbol(original);
    const earlier = original.getSourceFile().parent;
    return value?.declarations?.some((/** @type {any} */ made) => made.getSourceFile() === earlier) ?? false;
  };

  // tslab puts `exports.` before what an earlier cell made. It forgets `{ tuned }`, which is then not defined; and in
  // `({ tuned: name }) => …` it takes the name of a property for such a thing where an earlier cell made the property.
  const visitEachChild = (
    /** @type {any} */ node,
    /** @type {Function} */ visitor,
    /** @type {unknown[]} */ ...rest
  ) => {
    const property = ts.isBindingElement(node) ? node.propertyName : undefined;
    const visit = (/** @type {any} */ child) => {
      if (child === property && ts.isIdentifier(child)) return child;
      if (!ts.isShorthandPropertyAssignment(child) || !isFromEarlierCell(child)) return visitor(child);
      const { factory } = ts;
      const value = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), child.name);
      const otherwise = child.objectAssignmentInitializer;
      const assigned = otherwise === undefined ? value : factory.createAssignment(value, visitor(otherwise));
      return factory.createPropertyAssignment(child.name, assigned);
    };
    return /** @type {any} */ (ts.visitEachChild)(node, visit, ...rest);
  };

  return {
    typescript: /** @type {TypeScript} */ ({
      ...ts,
      visitEachChild,
      createWatchProgram,
      createWatchCompilerHost,
      getPreEmitDiagnosticsOfFiles,
      transpileModule,
    }),
    takePositions(code) {
      const found = positionsOf.get(code);
      positionsOf.clear();
      return found;
    },
  };
}

module.exports = { wrapTypeScript };
