// What a student and the course can both do to a cell, merged by real updates: which text stands where, and under which
// note. Kinds after https://github.com/jupyter/nbdime/issues/448 and 597, where sides were swapped or a cell lost.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configureGit } from "../../scripts/setup/git.mjs";
import { venvPython } from "../../scripts/setup/places.mjs";
import { update } from "../../scripts/update/index.mjs";
import { code, git, notebook, prose, read, write } from "./clones.js";

const program = (rate: string, end = "") =>
  `const rate = ${rate};\nconst years = 10;\nconsole.log(rate * years);${end}`;
const heading = (title: string, text = "Text below.") => `${title}\n=======\n\n${text}`;
const marked = (text: string) => `In a file:\n<<<<<<< local\n${text}\n=======\ntheirs\n>>>>>>> remote\nend.`;
const half = (text: string) => `<<<<<<< HEAD\n${text}\n=======`;
const gone = (text: string) => `<<<<<<< LOCAL CELL DELETED >>>>>>>\n${text}`;

/** Texts by name. The first letter of a name is the cell's id: small ones are prose, capitals are code. */
const texts: Record<string, string> = {
  a: "# One\n\nThe first part tells of growth.",
  B: program("0.5"),
  "B mine": program("0.9", " // mine"),
  "B end": program("0.5", " // mine"),
  "B end, revised": program("0.7", " // mine"),
  "B revised": program("0.7"),
  "B first": "const rate = 0.5;\nconst years = 10;",
  S: "console.log(rate * years);",
  c: "Now compare the two models.\nWhich one fits?",
  "c mine": "Now compare my models.\nWhich one fits?",
  "c revised": "Now compare the three models.\nWhich one fits?",
  D: "const fitted = fit(data);\nshow(fitted.r2);",
  e: "Sources: a book, a paper.",
  h: heading("Heading"),
  "h mine": heading("My heading"),
  "h revised": heading("Their heading"),
  "h text mine": heading("Heading", "My text."),
  "h text revised": heading("Heading", "Their text."),
  m: marked("x"),
  "m mine": marked("mine"),
  "m revised": marked("revised"),
  p: half("x"),
  "p mine": half("mine"),
  "p revised": half("revised"),
  g: gone("x"),
  "g mine": gone("mine"),
  "g revised": gone("revised"),
  Y: "const mine = 1;",
  y: "A note of mine.",
  T: "load('theirs');",
  x: heading("Mine"),
  z: heading("Theirs"),
  t: "A quite different sentence.",
  // Notes, as a part of what they say.
  "[both]": "First comes yours, then the course's",
  "[theirs]": "the course's version:",
  "[end]": "from here on nothing is in question",
  "[deleted]": "you had deleted this cell",
  "[taken]": "the course took this cell away",
  "[moved]": "you had moved this cell and changed it",
  "[moved away]": "the course has moved this cell and changed it",
};
const isNote = (name: string) => name.startsWith("[");

/** What it is; the cells before, the student's, the course's; and the merged ones. */
const rows: [string, string, string, string, string][] = [
  ["moved by you, revised", "a B c D e", "a c D B e", "a B revised c D e", "a c D B revised e"],
  ["moved up by you, revised", "a B c D e", "c a B D e", "a B c revised D e", "c revised a B D e"],
  ["deleted by you, revised", "a B c D e", "a c D e", "a B revised c D e", "a [deleted] B revised c D e"],
  ["prose deleted by you, revised", "a B c D e", "a B D e", "a B c revised D e", "a B [deleted] c revised D e"],
  ["edited by you, deleted", "a B c D e", "a B mine c D e", "a c D e", "a [taken] B mine c D e"],
  ["edited by you, moved", "a B c D e", "a B mine c D e", "a c D B e", "a c D B mine e"],
  ["moved by both", "a B c D e", "B a c D e", "a c D e B", "B a c D e"],
  [
    "moved and edited by you, revised",
    "a B c D e",
    "a c D B mine e",
    "a B revised c D e",
    "a [moved] B revised c D B mine e",
  ],
  [
    "moved and revised, edited by you",
    "a B c D e",
    "a B mine c D e",
    "a c D B revised e",
    "a [moved away] B mine c D B revised e",
  ],
  ["deleted by you, moved and revised", "a B c D e", "a c D e", "a c D B revised e", "a c D B revised e"],
  ["the same line by both", "a B c D e", "a B mine c D e", "a B revised c D e", "a [both] B mine B revised c D e"],
  ["other lines of a cell by both", "a B c D e", "a B end c D e", "a B revised c D e", "a B end, revised c D e"],
  ["the same prose by both", "a B c D e", "a B c mine D e", "a B c revised D e", "a B [both] c mine c revised D e"],
  [
    "split by you, revised",
    "a B c D e",
    "a B first S c D e",
    "a B revised c D e",
    "a [both] B first B revised S c D e",
  ],
  ["split, edited by you", "a B c D e", "a B mine c D e", "a B first S c D e", "a [both] B mine B first S c D e"],
  [
    "two deleted by you, both revised",
    "a B c D e",
    "a D e",
    "a B revised c revised D e",
    "a [deleted] B revised [deleted] c revised D e",
  ],
  ["a heading underlined with =", "a h e", "a h mine e", "a h revised e", "a [both] h mine h revised e"],
  [
    "text below such a heading",
    "a h e",
    "a h text mine e",
    "a h text revised e",
    "a [both] h text mine h text revised e",
  ],
  ["such a heading deleted by you", "a h e", "a e", "a h revised e", "a [deleted] h revised e"],
  ["git's marks in a text", "a m e", "a m mine e", "a m revised e", "a [both] m mine m revised e"],
  ["such a text deleted by you", "a m e", "a e", "a m revised e", "a [deleted] m revised e"],
  ["such a text deleted by the course", "a m e", "a m mine e", "a e", "a [taken] m mine e"],
  ["half of git's marks in a text", "a p e", "a p mine e", "a p revised e", "a [both] p mine p revised e"],
  ["nbdime's own words in a text", "a g e", "a g mine e", "a g revised e", "a [both] g mine g revised e"],
  ["such a text deleted by you, revised", "a g e", "a e", "a g revised e", "a [deleted] g revised e"],
  [
    "added by both at one place",
    "a B c D e",
    "a B Y y c D e",
    "a B T t c D e",
    "a B [both] Y y [theirs] T t [end] c D e",
  ],
  ["like cells added by both", "a e", "a x e", "a z e", "a [both] x [theirs] z [end] e"],
  [
    "like cells added by both, the next cell changed by both",
    "a c e",
    "a x c mine e",
    "a z c revised e",
    "a [both] x [theirs] z [end] [both] c mine c revised e",
  ],
  ["added by both at the end", "a B", "a B y", "a B t", "a B [both] y [theirs] t [end]"],
];

/** The names in a list, where a name may have several words. */
function names(list: string): string[] {
  const words = list.split(" ");
  const found: string[] = [];
  for (let i = 0; i < words.length; ) {
    const longest = Object.keys(texts)
      .filter((name) => `${words.slice(i).join(" ")} `.startsWith(`${name} `))
      .sort((one, other) => other.length - one.length)[0];
    if (longest === undefined) throw new Error(`no text is named ${words[i]}`);
    found.push(longest);
    i += longest.split(" ").length;
  }
  return found;
}
function cells(list: string): string {
  const make = (name: string) => (/^[A-Z]/.test(name) ? code : prose)(name.charAt(0), texts[name] ?? "");
  return notebook(...names(list).map(make));
}

describe("a merge of what you and the course did to a cell", { tags: ["slow"] }, () => {
  const folder = mkdtempSync(join(tmpdir(), "combinations-"));
  const [upstream, student] = [join(folder, "upstream"), join(folder, "student")];
  const file = (row: number) => `${row}.ipynb`;

  beforeAll(async () => {
    mkdirSync(upstream);
    git(upstream, "init", "-q", "-b", "main");
    for (const [i, [, before]] of rows.entries()) write(upstream, file(i), cells(before));
    git(upstream, "add", "-A");
    git(upstream, "commit", "-q", "-m", "First");
    git(folder, "clone", "-q", "upstream", "student");
    configureGit({ root: student, python: venvPython });
    for (const [i, [, , yours, theirs]] of rows.entries()) {
      write(student, file(i), cells(yours));
      write(upstream, file(i), cells(theirs));
    }
    git(upstream, "commit", "-q", "-a", "-m", "Next");
    await update({ root: student });
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(rows.map((row, i) => [row[0], i] as const))("%s", (_, i) => {
    const merged: { id: string; source: string[] }[] = JSON.parse(read(student, file(i))).cells;
    const expected = names(rows[i]?.[4] ?? "");
    const name = (text: string) =>
      Object.keys(texts).find((each) => (isNote(each) ? text.includes(texts[each] ?? "") : text === texts[each])) ??
      text;
    expect(merged.map(({ source }) => name(source.join("")))).toEqual(expected);
    expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
  });
});
