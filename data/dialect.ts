// How a person's own CSV is laid out: what parts its cells, which lines are comments, which line names the columns.
import { parse } from "papaparse";
import { cut, quoted } from "./cell";
import { counted, type Fail, type Line, linesOf } from "./csv";
import { isNumber } from "./numerals";
import { areNames, evenFrom, requireWidths } from "./width";

/** What a file does not always say of its layout. */
export type LayoutOptions = {
  /** Between cells: one character; found among comma, semicolon, tab and | unless given */
  readonly delimiter?: string;
  /** Whether the first line names the columns (default), or their names: a file without a header line */
  readonly header?: boolean | readonly string[];
  /** How a comment line begins; default: #. `false`: there are none */
  readonly comment?: string | false;
  /** Lines before the header to leave out: titles, notes. Default: 0 */
  readonly skip?: number;
  /** Whether lines that are too short are filled with missing values; default: they are an error */
  readonly fill?: boolean;
};

/** The columns' names, by place, and the lines below them. */
export type Layout = {
  readonly names: readonly string[];
  /** Names that the header has more than once, with the places of their columns, from 1 */
  readonly repeated: ReadonlyMap<string, readonly number[]>;
  readonly lines: readonly Line[];
  readonly delimiter: string;
};

/** A cell without the blanks around it, and without quotation marks that a blank before them kept from being such. */
export function bare(cell: string): string {
  const text = cell.trim();
  return text !== cell && text.startsWith('"') ? text.replace(/^"([^"]*)"$/, "$1") : text;
}

/** Parts a text into names and lines of cells. */
export function layoutOf(given: string, options: LayoutOptions, fail: Fail, remark: (text: string) => void): Layout {
  const { comment = "#", header = true, fill = false } = options;
  const { text, named } = withoutTop(given, options.skip ?? 0, fail);
  if (text.trim() === "") fail(" is empty");
  const isComment = (cell: string): boolean => comment !== false && cell.startsWith(comment);
  const delimiter = options.delimiter ?? named ?? delimiterOf(text, isComment);
  if (typeof delimiter !== "string" || delimiter.length !== 1 || /["\n\r]/.test(delimiter))
    fail(`: delimiter ${quoted(String(delimiter))}, needs one character, not a quotation mark or a line break`);
  const all = linesOf(delimiter === " " ? singleBlanks(text) : text, delimiter, fail, { skipBlank: true });
  const top = all.findIndex(({ cells }) => !isComment(cells[0] ?? ""));
  const comments = all.slice(0, top < 0 ? all.length : top);
  const below = all.slice(comments.length);
  const inComment = header === true ? namesInComment(comments.at(-1), below[0], comment || "") : undefined;
  const first = header === true ? (inComment ?? below.shift()?.cells ?? []) : (below[0]?.cells ?? []);
  const body = header === true ? first.length : Math.max(first.length, Array.isArray(header) ? header.length : 0);
  // Below the header a line is a comment only if its cells could not be a row's: "#1" may well be a first cell.
  const rows = below.filter(({ cells }) => !(isComment(cells[0] ?? "") && (options.comment || cells.length !== body)));
  const lines = counted(rows);
  const left = comments.length + below.length - lines.length - (inComment ? 1 : 0);
  if (left > 0) {
    const them = left === 1 ? "1 line that begins" : `${left} lines that begin`;
    remark(`${them} with ${comment} ${left === 1 ? "is" : "are"} left out as a comment; { comment: false } keeps all`);
  }
  const { names, repeated } =
    header === true
      ? namesOf(first, lines, options.header === true, fail, remark)
      : givenNames(header, first, lines, fail);
  requireWidths(lines, names.length, delimiter, fill, fail);
  return { names, repeated, lines, delimiter };
}

/** Blanks that part cells: a row of them is one, at the ends of a line they part nothing. */
const singleBlanks = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/gm, "").replace(/[ \t]+/g, " ");

/** The text without the lines to skip and without a spreadsheet's `sep=;`, which stay as empty lines, so that lines keep their numbers. */
function withoutTop(text: string, skip: number, fail: Fail): { text: string; named?: string } {
  if (!(Number.isSafeInteger(skip) && skip >= 0)) fail(`: skip ${skip}, needs a whole number from 0`);
  const [, separator] = /^"?sep=(.)"?(?:\n|$)/i.exec(text) ?? [];
  let from = 0;
  let blank = "";
  for (let i = 0; i < skip + (separator ? 1 : 0) && from < text.length; i++) {
    const end = text.indexOf("\n", from);
    from = end < 0 ? text.length : end + 1;
    blank += "\n";
  }
  return { text: blank + text.slice(from), ...(separator ? { named: separator } : {}) };
}

/** The delimiter by which most of the first lines have as many cells as the first; of equals, the one that makes more. */
function delimiterOf(text: string, isComment: (cell: string) => boolean): string {
  const best = { delimiter: "\t", fit: 0, cells: 1 }; // one column: no line is parted
  for (const delimiter of [",", ";", "\t", "|"]) {
    const { data } = parse<string[]>(text, { delimiter, newline: "\n", preview: 100, skipEmptyLines: true });
    const lines = data.filter((cells) => !isComment(cells[0] ?? "")).slice(0, 50);
    const cells = lines[0]?.length ?? 0;
    if (cells < 2) continue;
    const fit = lines.filter((line) => line.length === cells).length / lines.length;
    if (fit > best.fit || (fit === best.fit && cells > best.cells)) Object.assign(best, { delimiter, fit, cells });
  }
  return best.cells > 1 ? best.delimiter : (belowTitle(text, isComment) ?? best.delimiter);
}

/** The delimiter of a table under lines of title, which have none: from some line on all are parted alike, names first, then numbers. */
function belowTitle(text: string, isComment: (cell: string) => boolean): string | undefined {
  return [",", ";", "\t", "|"].find((delimiter) => {
    const { data } = parse<string[]>(text, { delimiter, newline: "\n", preview: 50, skipEmptyLines: true });
    const lines = data.filter((cells) => !isComment(cells[0] ?? ""));
    const width = lines.at(-1)?.length ?? 0;
    const start = evenFrom(lines);
    const [names = [], ...rows] = lines.slice(start);
    return (
      start > 0 && width > 1 && areNames(names) && rows.some((cells) => cells.some((cell) => isNumber(cell.trim())))
    );
  });
}

/** Names in the last comment before the rows, as numerical programs write them: `# x,y` above `1,2`. */
function namesInComment(last: Line | undefined, row: Line | undefined, comment: string): string[] | undefined {
  if (!last || !row || last.cells.length !== row.cells.length) return undefined;
  const names = last.cells.map((cell, i) => (i === 0 ? cell.slice(comment.length) : cell).trim());
  const isHeader = names.every((name) => name !== "" && !isNumber(name));
  return isHeader && row.cells.some((cell) => isNumber(cell.trim())) ? names : undefined;
}

const none: ReadonlyMap<string, readonly number[]> = new Map();

/**
 * The names of the columns, without empty ones at the end that hold nothing. A name that is missing becomes column1, column2
 * ..., by its place; a name that stands twice becomes name, name_2.
 */
function namesOf(
  header: readonly string[],
  lines: readonly Line[],
  sure: boolean,
  fail: Fail,
  remark: (text: string) => void,
): Pick<Layout, "names" | "repeated"> {
  const written = header.map((name) => bare(name).replace(/\s+/g, " "));
  while (written.at(-1) === "" && lines.every(({ cells }) => (cells[written.length - 1] ?? "").trim() === ""))
    written.pop();
  const numbers = written.filter(isNumber);
  if (!sure && numbers.length > 0 && numbers.length === written.filter((name) => name !== "").length) {
    fail(
      `: the first line must name the columns, found ${cut(written.join(", "))}; without such a line, say { header: false } or { header: ["first", "second"] }; if these are names, { header: true }`,
    );
  }
  if (!sure && numbers.some((name) => !/^\d{4}$/.test(name))) {
    remark(
      `the first line is taken for names, but holds numbers (${cut(numbers.join(", "))}); if it is a row, say { header: false }`,
    );
  }
  const repeated = new Map<string, number[]>();
  for (const [i, name] of written.entries())
    if (name !== "") repeated.set(name, [...(repeated.get(name) ?? []), i + 1]);
  for (const [name, places] of repeated) if (places.length === 1) repeated.delete(name);
  const taken = new Set(written);
  const fresh = (make: (n: number) => string, from: number): string => {
    let n = from;
    while (taken.has(make(n))) n++;
    taken.add(make(n));
    return make(n);
  };
  const seen = new Set<string>();
  const names = written.map((name, i) => {
    if (name === "") return fresh((n) => `column${n}`, i + 1);
    if (seen.has(name)) return fresh((n) => `${name}_${n}`, 2);
    seen.add(name);
    return name;
  });
  for (const [i, name] of names.entries()) {
    if (written[i] === "") remark(`column ${i + 1} has no name and is called ${name}`);
    else if (written[i] !== name)
      remark(`column ${i + 1} is named ${cut(written[i] as string)} again and called ${name}`);
  }
  const nameless = written.filter((name) => name === "").length;
  if (nameless > 1 && 2 * nameless > written.length) {
    const named = `${written.length - nameless} of ${written.length} columns`;
    remark(`the first line names ${named}; if it is a title, say { skip: 1 }`);
  }
  const inOne = /\S +\S/;
  if (names.length === 1 && inOne.test(written[0] ?? "") && lines.every(({ cells }) => inOne.test(cells[0] ?? "")))
    remark(`one column is found, ${cut(names[0] as string)}; if blanks part the cells, say { delimiter: " " }`);
  return { names, repeated };
}

/** Names of a file without a header line: those given, or column1, column2 ... */
function givenNames(
  header: false | readonly string[],
  first: readonly string[],
  lines: readonly Line[],
  fail: Fail,
): Pick<Layout, "names" | "repeated"> {
  if (header === false) {
    const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    return { names: Array.from({ length: width }, (_, i) => `column${i + 1}`), repeated: none };
  }
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) fail(`: header names ${quoted(twice)} twice, needs each name once`);
  if (header.length < first.length && first.slice(header.length).some((cell) => cell.trim() !== ""))
    fail(`: header gives ${header.length} names, but the first line has ${first.length} cells; needs a name for each`);
  return { names: header, repeated: none };
}
