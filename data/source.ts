// The text of a person's own CSV: given as it is, or read from a file of any of the usual encodings.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { cut, quoted } from "./cell";
import { type Fail, utf8 } from "./csv";

/** A text, and how errors call it. */
export type Source = { readonly text: string; readonly fail: Fail };

/** Text has a line break, a path has none. */
export function sourceOf(
  source: string | Uint8Array,
  encoding: string | undefined,
  remark: (text: string) => void,
): Source {
  if (typeof source === "string" && /[\r\n]/.test(source)) return tableIn(tidy(source), failing("the text"), remark);
  if (source instanceof Uint8Array) return fromBytes(source, "the file", encoding, remark);
  if (typeof source !== "string" || source === "")
    return failing("")(`needs a path, a text with line breaks, or bytes; got ${got(source)}`);
  return fromBytes(contentOf(source), cut(source), encoding, remark);
}

/** A text that is a table: with a frame of | as Markdown has it, this is taken off. Throws for what is no table of cells. */
function tableIn(text: string, fail: Fail, remark: (text: string) => void): Source {
  const other = otherText(text);
  if (other) fail(` is ${other}`);
  const bare = unframed(text);
  if (bare !== undefined) remark("the table is read as Markdown writes it, with | around its lines");
  return { text: bare ?? text, fail };
}

function contentOf(path: string): Uint8Array {
  if (/^https?:\/\//i.test(path))
    failing("")(
      `${quoted(path)} is an address, needs a file or its text, as await (await fetch(address)).text() gives it`,
    );
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const why = { ENOENT: "no such file", EISDIR: "a folder", EACCES: "not readable" }[code] ?? code;
    return failing("")(`${quoted(path)}: ${why} (looked for ${cut(resolve(path))}; a text needs a line break)`);
  }
}

const got = (value: unknown): string => (value === "" ? "an empty text" : value === null ? "null" : typeof value);

const failing =
  (name: string): Fail =>
  (problem) => {
    throw new RangeError(`readTable: ${name}${problem}`);
  };

/** One line end, no byte order mark. */
const tidy = (text: string): string => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");

/** What a file is instead of CSV, by its first bytes. */
function otherKind(bytes: Uint8Array): string | undefined {
  const begins = (...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (begins(0x50, 0x4b)) return "a spreadsheet or another zip archive: save it as CSV (UTF-8)";
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return "a spreadsheet of the old form (.xls): save it as CSV (UTF-8)";
  if (begins(0x1f, 0x8b)) return "compressed (gzip): unpack it first";
  return otherText(String.fromCharCode(...bytes.subarray(0, 64)));
}

/** What a text is instead of CSV. */
function otherText(text: string): string | undefined {
  if (/^\W*<(!doctype|html|\?xml|table)\b/i.test(text)) return "a web page or XML: download the table itself, as CSV";
  if (!/^\s*[[{]/.test(text)) return undefined;
  if (isJson(text)) return "JSON, not CSV: JSON.parse(text) makes rows of it";
  const [first = ""] = text.trimStart().split("\n", 1);
  return first.startsWith("{") && isJson(first)
    ? 'JSON, an object a line, not CSV: text.trim().split("\\n").map((line) => JSON.parse(line)) makes rows of it'
    : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A Markdown table without the | at the ends of its lines and without the rule below its names, which stays as an empty line; undefined if it is none. */
function unframed(text: string): string | undefined {
  const lines = text.split("\n");
  const rule = lines.findIndex((line) => /^\s*\|(\s*:?-+:?\s*\|)+\s*$/.test(line));
  if (rule < 1 || !lines.every((line) => /^\s*(\|.*\|\s*)?$/.test(line))) return undefined;
  return lines.map((line, i) => (i === rule ? "" : line.replace(/^\s*\||\|\s*$/g, ""))).join("\n");
}

function fromBytes(
  bytes: Uint8Array,
  name: string,
  encoding: string | undefined,
  remark: (text: string) => void,
): Source {
  const fail = failing(name);
  if (bytes.length === 0) fail(" is empty");
  const other = otherKind(bytes);
  if (other) fail(` is ${other}`);
  if (encoding !== undefined) return tableIn(tidy(decoded(bytes, encoding, fail)), fail, remark);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
    return tableIn(tidy(text), fail, remark);
  }
  if (bytes.includes(0)) {
    fail(
      ' holds zero bytes, as UTF-16 without a byte order mark does: save it as CSV in UTF-8, or say { encoding: "utf-16le" }',
    );
  }
  return tableIn(tidy(utf8(bytes) ?? western(bytes, fail, remark)), fail, remark);
}

function decoded(bytes: Uint8Array, encoding: string, fail: Fail): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return fail(`: encoding ${quoted(encoding)} is not known, needs one such as "utf-8", "windows-1252", "utf-16le"`);
  }
}

/**
 * Bytes that are not UTF-8, read as windows-1252 (latin1 with a few letters more), which they most often are. A file that is
 * UTF-8 but for a few bytes is damaged instead: read so, its good letters would turn into two each.
 */
function western(bytes: Uint8Array, fail: Fail, remark: (text: string) => void): string {
  const loose = new TextDecoder("utf-8").decode(bytes);
  const bad = loose.split("\uFFFD").length - 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  const good = loose.length - bad - (loose.match(/[\x00-\x7f]/g)?.length ?? 0);
  const where = whereNot(bytes);
  if (good > bad) {
    fail(
      ` is UTF-8 but for ${bad} ${bad === 1 ? "letter" : "letters"}, first${where}: mend it, or say { encoding: "utf-8" }, which shows such letters as \uFFFD`,
    );
  }
  const text = new TextDecoder("windows-1252").decode(bytes);
  remark(
    `the file is not UTF-8${where} and is read as windows-1252 (latin1); if letters are wrong, say { encoding: "..." }`,
  );
  return text;
}

/** The first line that is not UTF-8, shown as windows-1252. */
function whereNot(bytes: Uint8Array): string {
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (utf8(part) === undefined) return ` at line ${line} (${quoted(new TextDecoder("windows-1252").decode(part))})`;
    start += part.length + 1;
  }
  return "";
}
