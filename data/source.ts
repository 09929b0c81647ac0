// The text of a person's own CSV: given as it is, or read from a file of any of the usual encodings.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { cut, quoted } from "./cell";
import { type Fail, utf8 } from "./csv";

/** A text, and how errors call it. */
export type Source = { readonly text: string; readonly fail: Fail };

/** Text has a line break, a path has none. */
export function sourceOf(source: string | Uint8Array): Source {
  if (typeof source === "string" && /[\r\n]/.test(source)) return { text: tidy(source), fail: failing("the text") };
  if (source instanceof Uint8Array) return fromBytes(source, "the file");
  if (typeof source !== "string" || source === "")
    return failing("")(`needs a path, a text with line breaks, or bytes; got ${got(source)}`);
  return fromBytes(contentOf(source), cut(source));
}

function contentOf(path: string): Uint8Array {
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

function fromBytes(bytes: Uint8Array, name: string): Source {
  const fail = failing(name);
  if (bytes.length === 0) fail(" is empty");
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) fail(" is a spreadsheet or another zip archive: save it as CSV (UTF-8)");
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
    return { text: tidy(text), fail };
  }
  if (bytes.includes(0)) fail(" holds zero bytes, as UTF-16 without a byte order mark does: save it as CSV in UTF-8");
  const text = utf8(bytes);
  if (text === undefined) return fail(` is not UTF-8${whereNot(bytes)}: save it as CSV in UTF-8`);
  return { text: tidy(text), fail };
}

/** The first line that is not UTF-8, shown as Windows's encoding reads it, which is what it most often is. */
function whereNot(bytes: Uint8Array): string {
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (utf8(part) === undefined) return ` at line ${line} (${quoted(new TextDecoder("windows-1252").decode(part))})`;
    start += part.length + 1;
  }
  return "";
}
