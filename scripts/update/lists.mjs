// Texts that both sides have changed and that git cannot join, but that are lists: where each has only put entries in at the same
// place, both stand, the course's first. And files that commands write: what they write is made anew after the update.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const marks = 41; // of git's in a conflict: no text has a row of so many

/** Entries of lists: a name handed on, a row of a table, a point, a part of the register, one of its values; or nothing. */
const entry = [
  String.raw`(?:export|import)\b[^;]*;\n`,
  String.raw`\|.*\|\n`,
  String.raw`- .*\n(?: +\S.*\n)*`,
  String.raw` +\.{3}\w+,\n`,
  String.raw` {2}"?[\w-]+"?: \{.*\},\n`,
  String.raw` {2}"?[\w-]+"?: \{\n(?: {4,}\S.*\n)* {2}\},\n`,
  String.raw`\n`,
].join("|");

/** @param {string} text @returns {string[] | null} its entries, or null where it holds anything else */
const entriesOf = (text) =>
  new RegExp(`^(?:${entry})*$`).test(text) ? (text.match(new RegExp(entry, "g")) ?? []) : null;

/** What a hunk of a conflict becomes, or null. @param {string[]} hunk yours, the common text, the course's */
function joinHunk([yours = "", base = "", theirs = ""]) {
  const [own, other] = [entriesOf(yours), entriesOf(theirs)];
  return base === "" && own && other ? [...other, ...own.filter((each) => !other.includes(each))].join("") : null;
}

/**
 * Joins three versions of a text.
 * @param {{ base: string, yours: string, theirs: string }} sides
 * @returns {string | null} null where they cannot be joined without a choice
 */
export function joinTexts({ base, yours, theirs }) {
  const folder = mkdtempSync(join(tmpdir(), "emergence-lists-"));
  try {
    const files = Object.entries({ yours, base, theirs }).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return name;
    });
    const options = ["-p", "--diff3", "--marker-size", String(marks)];
    const { status, stdout } = spawnSync("git", ["merge-file", ...options, ...files], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status === null || status < 0 || status > 127) return null; // binary, say
    const row = (/** @type {string} */ mark) => String.raw`^[${mark}]{${marks}}(?: .*)?\n`;
    const any = String.raw`([\s\S]*?)`;
    const hunk = new RegExp(`${row("<")}${any}${row("|")}${any}${row("=")}${any}${row(">")}`, "gm");
    let left = status; // so many conflicts
    const text = stdout.replace(hunk, (_, ...parts) => {
      const joined = joinHunk(parts.slice(0, 3));
      if (joined !== null) left -= 1;
      return joined ?? "";
    });
    return left === 0 ? text : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Records by name, each whole: yours where only you have changed it. @param {{ base: string, yours: string, theirs: string }} sides */
function joinRecords({ base, yours, theirs }) {
  try {
    const [common, mine, other] = [base, yours, theirs].map((text) => JSON.parse(text));
    const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(a) === JSON.stringify(b);
    const own = Object.keys(mine).filter((name) => same(common[name], other[name]));
    const joined = { ...other, ...Object.fromEntries(own.map((name) => [name, mine[name]])) };
    const sorted = Object.entries(joined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
  } catch {
    return null;
  }
}

/** What stands between the marks of a command is the course's, in all three. @param {{ base: string, yours: string, theirs: string }} sides */
function joinAround(sides) {
  const part = /<!-- generated: [\s\S]*?<!-- end of generated -->/;
  const [generated] = part.exec(sides.theirs) ?? [];
  if (generated === undefined || !part.test(sides.base) || !part.test(sides.yours)) return joinTexts(sides);
  const aligned = (/** @type {string} */ text) => text.replace(part, () => generated);
  return joinTexts({ base: aligned(sides.base), yours: aligned(sides.yours), theirs: sides.theirs });
}

/** @typedef {{ join: (sides: { base: string, yours: string, theirs: string }) => string | null, by: "tables" | "fidelity" | null }} Written */

/** Files that commands write: how they are joined, and what makes them anew (see remake.mjs). @type {Record<string, Written>} */
export const written = {
  "data/datapackage.json": { join: (sides) => joinTexts(sides) ?? sides.theirs, by: "tables" },
  "data/schema.ts": { join: (sides) => joinTexts(sides) ?? sides.theirs, by: "tables" },
  "data/README.md": { join: joinAround, by: "tables" },
  "data/LICENSES.md": { join: joinAround, by: "tables" },
  "FIDELITY.md": { join: ({ theirs }) => theirs, by: "fidelity" },
  "notebooks/inputs.json": { join: joinRecords, by: null },
};

/**
 * Joins a text in conflict.
 * @param {string} path
 * @param {Record<"base" | "yours" | "theirs", Buffer | null>} sides
 */
export function joinText(path, sides) {
  const { base, yours, theirs } = sides;
  if (!base || !yours || !theirs) return null;
  const texts = [base, yours, theirs].map(String);
  const [common = "", mine = "", other = ""] = texts;
  // Bytes that are no text would not come back.
  if (![base, yours, theirs].every((bytes, i) => Buffer.from(texts[i] ?? "").equals(bytes))) return null;
  return (written[path]?.join ?? joinTexts)({ base: common, yours: mine, theirs: other });
}
