// One canonical form of a notebook file. The runner writes it, the git clean filter restores it, so that neither a
// second run nor a Save in JupyterLab changes what git sees. (nbformat's own writer is Python's: the filter runs for every notebook at
// each `git status`, where a start of Python would be felt, and in a fresh clone before there is one.)

/** @typedef {Record<string, any>} Json */
/** @typedef {{ cells: Json[], metadata: Json, nbformat: number, nbformat_minor: number }} Notebook */

export const plotlyType = "application/vnd.plotly.v1+json";

// Fixed, because each front end and each version of the kernel reports its own.
const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
const languageInfo = {
  codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  file_extension: ".ts",
  mimetype: "text/typescript",
  name: "typescript",
};

/** What JupyterLab records about a reader rather than about the notebook. */
const viewState = ["trusted", "collapsed", "scrolled", "execution", "ExecuteTime", "jp-MarkdownHeadingCollapsed"];

/** @param {string | string[] | undefined} text */
export const joined = (text) => (Array.isArray(text) ? text.join("") : (text ?? ""));

/** Python's splitlines(True), as nbformat splits texts. */
const lines = (/** @type {string} */ text) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Python counts these as line ends
  text.match(/[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])|.+$/g) ?? [];

/**
 * The same value with every object's keys in order, as nbformat writes them.
 * @param {any} value
 * @returns {any}
 */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** What a terminal would leave on the screen: a carriage return starts its line anew. */
function settled(/** @type {string} */ text) {
  if (!text.includes("\r")) return text;
  const lines = text.replace(/\r+\n/g, "\n").split("\n");
  return lines.map((line) => line.slice(line.lastIndexOf("\r") + 1)).join("\n");
}

/** @param {Json} bundle */
function canonicalBundle(bundle) {
  const isText = (/** @type {string} */ type) => type.startsWith("text/") || type === "image/svg+xml";
  const entries = Object.entries(bundle)
    // JupyterLab's Plotly renderer adds a PNG of the window's size once it has drawn, and shows it instead next time.
    .filter(([type]) => type !== "image/png" || bundle[plotlyType] === undefined)
    .map(([type, value]) => [
      type,
      isText(type) ? lines(joined(value)) : type.startsWith("image/") ? joined(value) : value,
    ]);
  return Object.fromEntries(entries);
}

/**
 * @param {Json[]} outputs
 * @param {number | null} count
 */
function canonicalOutputs(outputs, count) {
  /** @type {Json[]} */
  const kept = [];
  for (const output of outputs) {
    const last = kept.at(-1);
    if (output.output_type === "stream") {
      const text = joined(output.text);
      if (last?.output_type === "stream" && last.name === output.name) last.text += text;
      else kept.push({ name: output.name, output_type: "stream", text });
    } else if (output.output_type === "error") {
      kept.push(output);
    } else {
      const { output_type, metadata = {}, data = {} } = output;
      const isResult = output_type === "execute_result";
      kept.push({ data: canonicalBundle(data), metadata, output_type, ...(isResult && { execution_count: count }) });
    }
  }
  return kept.map((output) =>
    output.output_type === "stream" ? { ...output, text: lines(settled(output.text)) } : output,
  );
}

/** @param {Json} metadata */
function canonicalMetadata(metadata) {
  const kept = Object.entries(metadata).filter(([key]) => !viewState.includes(key));
  /** @type {Json} */
  const result = Object.fromEntries(kept);
  if (result.editable === true) delete result.editable;
  if (result.slideshow?.slide_type === "") delete result.slideshow;
  if (result.jupyter !== undefined) {
    const { outputs_hidden: _, ...rest } = result.jupyter;
    if (Object.keys(rest).length > 0) result.jupyter = rest;
    else delete result.jupyter;
  }
  return result;
}

/**
 * The notebook without what varies from run to run or from reader to reader: execution counts are renumbered, streams
 * joined, view state and foreign PNGs dropped, the kernel's description fixed. The input is not changed.
 * @param {Notebook} notebook
 * @returns {Notebook}
 */
export function canonical(notebook) {
  const { kernelspec: spec, language_info: info, ...metadata } = notebook.metadata;
  const isOurs = spec === undefined || spec.name === kernelspec.name;
  const { nbformat, nbformat_minor } = notebook;
  if (nbformat !== 4) throw new RangeError(`canonical: nbformat ${nbformat}, needs 4`);
  let codeCells = 0;
  const cells = notebook.cells.map((cell) => {
    const source = joined(cell.source);
    const { attachments, id } = cell;
    const common = {
      cell_type: cell.cell_type,
      metadata: canonicalMetadata(cell.metadata),
      source: lines(source),
      ...(id !== undefined && { id }),
      ...(attachments !== undefined && { attachments }),
    };
    if (cell.cell_type !== "code") return common;
    if (source.trim() !== "") codeCells += 1;
    const hasRun = cell.execution_count !== null || cell.outputs.length > 0;
    const count = hasRun && source.trim() !== "" ? codeCells : null;
    return { ...common, execution_count: count, outputs: canonicalOutputs(cell.outputs, count) };
  });
  const described = isOurs ? { kernelspec, language_info: languageInfo } : { kernelspec: spec, language_info: info };
  return sorted({ cells, metadata: { ...metadata, ...described }, nbformat, nbformat_minor });
}

// A line that is a number, after its key if it has one; texts end in a quote, so none of them matches. A key is short:
// without a bound a text of many megabytes exhausts the stack here.
const numberLine = /^( *(?:"(?:[^"\\]|\\.){0,1000}": )?)(-?\d[^",\n]*)(,?)$/gm;

/** Python, which writes the file on Save, gives numbers below 1e-4 an exponent, and the exponent two digits. */
const asPython = (
  /** @type {string} */ text,
  /** @type {string} */ before,
  /** @type {string} */ digits,
  /** @type {string} */ after,
) => {
  const value = Number(digits);
  if (value === 0 || Math.abs(value) >= 1e-4) return text;
  return `${before}${value.toExponential().replace(/e-(\d)$/, "e-0$1")}${after}`;
};

/** The file's text, byte for byte as Jupyter itself writes it. */
export const serialize = (/** @type {Notebook} */ notebook) =>
  `${JSON.stringify(canonical(notebook), null, 1).replace(numberLine, asPython)}\n`;
