// Kinds of conflict between a person and the course: what each did to a file since they parted, and what stands there after an
// update. One update takes in all of them, each under names of its own.
import { code, notebook, prose } from "./clones.js";

export interface Kind {
  readonly what: string;
  /** Files that both have to begin with, by name. */
  readonly before?: Readonly<Record<string, string>>;
  /** What the course made of them; null: deleted, and a name after an arrow: moved there. */
  readonly course: Readonly<Record<string, string | null>>;
  readonly mine: Readonly<Record<string, string | null>>;
  /** Afterwards: a file's text, a notebook's cells, or null where nothing has this name. */
  readonly after: Readonly<Record<string, string | readonly string[] | null>>;
  /** What the update says of it, if it says more than that it was joined. */
  readonly says?: RegExp;
}

/** Notes that an update puts into a notebook, by a part of what they say. */
export const notes = {
  "[both]": "First comes yours, then the course's",
  "[theirs]": "the course's version:",
  "[end]": "from here on nothing is in question",
  "[deleted]": "you had deleted this cell",
  "[taken]": "the course took this cell away",
} as const;

const [a, b, c] = [prose("a", "# Title"), code("b", "const answer = 0;\nshow(answer);"), prose("c", "Sources")];
const other = code("d", "load('a table of others');");
const [bMine, bCourse] = ["7; // MINE", "0; // COURSE"].map((end) => code("b", `const answer = ${end}\nshow(answer);`));
const [mineText, courseText] = ["7; // MINE", "0; // COURSE"].map((end) => `const answer = ${end}\nshow(answer);`) as [
  string,
  string,
];
const bText = "const answer = 0;\nshow(answer);";
const three = notebook(a, b as object, c);
const withMine = notebook(a, bMine as object, c);
const withCourse = notebook(a, bCourse as object, c);
const retitled = notebook(prose("a", "# COURSE"), b, c);
const cut = withMine.slice(0, -40);
const ran = (text: string) => notebook(a, code("b", bText, text), c);

const index = (...names: string[]) =>
  ["first", ...names, "last"].map((name) => `export { ${name} } from "./${name}";\n`).join("");
const rows = (...names: string[]) =>
  `# Room\n\n| name | what |\n| --- | --- |\n${["first", ...names].map((name) => `| ${name} | a thing |\n`).join("")}`;
const entry = (id: string) => `  "${id}": {\n    claim: "${id}",\n    value: 1,\n  },\n`;
const register = (...ids: string[]) => `export const values = {\n${["first", ...ids].map(entry).join("")}};\n`;
const numbers = (middle: string) => `a,b\n1,1\n${middle}\n3,3\n`;
const locked = (...names: string[]) =>
  `${JSON.stringify({ resources: names.map((name) => ({ name, rows: 1 })) }, null, 2)}\n`;
const generated = (own: string, ...names: string[]) =>
  `${own}\n\n<!-- generated: x -->\n${names.length} tables: ${names.join(", ")}\n<!-- end of generated -->\n`;
const record = (values: Record<string, string>) => `${JSON.stringify(values, null, 2)}\n`;
const lines = (...texts: string[]) => texts.map((text) => `${text}\n`).join("");

export const kinds: readonly Kind[] = [
  {
    what: "a cell that both have edited: both versions stand, with a note",
    before: { "notebooks/01.ipynb": three },
    course: { "notebooks/01.ipynb": withCourse },
    mine: { "notebooks/01.ipynb": withMine },
    after: { "notebooks/01.ipynb": ["# Title", "[both]", mineText, courseText, "Sources"] },
    says: /notebooks\/01\.ipynb: both versions stand in it, look for "Update:"/,
  },
  {
    what: "different cells: joined",
    before: { "notebooks/02.ipynb": three },
    course: { "notebooks/02.ipynb": retitled },
    mine: { "notebooks/02.ipynb": withMine },
    after: { "notebooks/02.ipynb": ["# COURSE", mineText, "Sources"] },
  },
  {
    what: "a cell that the course has taken away and the person edited: it stays, with a note",
    before: { "notebooks/03.ipynb": three },
    course: { "notebooks/03.ipynb": notebook(a, c) },
    mine: { "notebooks/03.ipynb": withMine },
    after: { "notebooks/03.ipynb": ["# Title", "[taken]", mineText, "Sources"] },
    says: /03\.ipynb: both versions stand in it/,
  },
  {
    what: "a cell that the person has taken away and the course edited: the course's, with a note",
    before: { "notebooks/04.ipynb": three },
    course: { "notebooks/04.ipynb": withCourse },
    mine: { "notebooks/04.ipynb": notebook(a, c) },
    after: { "notebooks/04.ipynb": ["# Title", "[deleted]", courseText, "Sources"] },
    says: /04\.ipynb: both versions stand in it/,
  },
  {
    what: "a cell that the course has moved and the person edited: edited in its new place",
    before: { "notebooks/05.ipynb": notebook(a, b, c, other) },
    course: { "notebooks/05.ipynb": notebook(a, c, other, b) },
    mine: { "notebooks/05.ipynb": notebook(a, bMine as object, c, other) },
    after: { "notebooks/05.ipynb": ["# Title", "Sources", "load('a table of others');", mineText] },
    says: /05\.ipynb: joined; cells had been moved or deleted, so look/,
  },
  {
    what: "a cell that the person has moved and the course edited: edited where the person put it",
    before: { "notebooks/06.ipynb": notebook(a, b, c, other) },
    course: { "notebooks/06.ipynb": notebook(a, bCourse as object, c, other) },
    mine: { "notebooks/06.ipynb": notebook(a, c, other, b) },
    after: { "notebooks/06.ipynb": ["# Title", "Sources", "load('a table of others');", courseText] },
    says: /06\.ipynb: joined; cells had been moved or deleted, so look/,
  },
  {
    what: "cells that both have put in at one place: both stand",
    before: { "notebooks/07.ipynb": three },
    course: { "notebooks/07.ipynb": notebook(a, b, code("y", "load('theirs');"), c) },
    mine: { "notebooks/07.ipynb": notebook(a, b, code("x", "const mine = 1;"), c) },
    after: {
      "notebooks/07.ipynb": [
        "# Title",
        bText,
        "[both]",
        "const mine = 1;",
        "[theirs]",
        "load('theirs');",
        "[end]",
        "Sources",
      ],
    },
    says: /07\.ipynb: both versions stand in it/,
  },
  {
    what: "the same edit by both: once",
    before: { "notebooks/08.ipynb": three },
    course: { "notebooks/08.ipynb": notebook(prose("a", "# COURSE"), bMine as object, c) },
    mine: { "notebooks/08.ipynb": withMine },
    after: { "notebooks/08.ipynb": ["# COURSE", mineText, "Sources"] },
  },
  {
    what: "a notebook that the course has renamed and the person edited: the edit is in it under its new name",
    before: { "notebooks/09-old.ipynb": three },
    course: { "notebooks/09-old.ipynb": null, "notebooks/09-new.ipynb": retitled },
    mine: { "notebooks/09-old.ipynb": withMine },
    after: { "notebooks/09-old.ipynb": null, "notebooks/09-new.ipynb": ["# COURSE", mineText, "Sources"] },
  },
  {
    what: "a notebook that the person has renamed and the course edited: the edit is in it under the person's name",
    before: { "notebooks/10.ipynb": three },
    course: { "notebooks/10.ipynb": withCourse },
    mine: { "notebooks/10.ipynb": null, "notebooks/10-mine.ipynb": notebook(prose("a", "# MINE"), b, c) },
    after: { "notebooks/10.ipynb": null, "notebooks/10-mine.ipynb": ["# MINE", courseText, "Sources"] },
  },
  {
    what: "a notebook that the person has only run, and the course edited elsewhere: with the person's outputs",
    before: { "notebooks/11.ipynb": three },
    course: { "notebooks/11.ipynb": retitled },
    mine: { "notebooks/11.ipynb": ran("MINE\n") },
    after: { "notebooks/11.ipynb": ["# COURSE", `${bText}\n=> MINE`, "Sources"] },
  },
  {
    what: "a notebook that both have run, the text is the same: with the person's outputs",
    before: { "notebooks/12.ipynb": three },
    course: { "notebooks/12.ipynb": ran("COURSE\n") },
    mine: { "notebooks/12.ipynb": ran("MINE\n") },
    after: { "notebooks/12.ipynb": ["# Title", `${bText}\n=> MINE`, "Sources"] },
  },
  {
    what: "a notebook of the person's that git does not know, and the course brings one of its name: beside",
    course: { "notebooks/13.ipynb": withCourse },
    mine: { "notebooks/13.ipynb": withMine },
    after: {
      "notebooks/13.ipynb": ["# Title", courseText, "Sources"],
      "notebooks/13.mine.ipynb": ["# Title", mineText, "Sources"],
    },
    says: /13\.ipynb: the course's version stands there; yours is kept as notebooks\/13\.mine\.ipynb/,
  },
  {
    what: "a notebook that the course has taken away and the person edited: it stays",
    before: { "notebooks/14.ipynb": three },
    course: { "notebooks/14.ipynb": null },
    mine: { "notebooks/14.ipynb": withMine },
    after: { "notebooks/14.ipynb": ["# Title", mineText, "Sources"] },
    says: /14\.ipynb: yours stays as it was/,
  },
  {
    what: "a notebook that the person has deleted and the course edited: it comes back",
    before: { "notebooks/15.ipynb": three },
    course: { "notebooks/15.ipynb": withCourse },
    mine: { "notebooks/15.ipynb": null },
    after: { "notebooks/15.ipynb": ["# Title", courseText, "Sources"] },
    says: /15\.ipynb: this is the course's version; you had renamed or deleted yours/,
  },
  {
    what: "a notebook that is cut off (broken JSON): the course's stands, the broken one beside it",
    before: { "notebooks/16.ipynb": three },
    course: { "notebooks/16.ipynb": retitled },
    mine: { "notebooks/16.ipynb": cut },
    after: { "notebooks/16.ipynb": ["# COURSE", bText, "Sources"], "notebooks/16.mine.ipynb": `raw:${cut}` },
    says: /16\.ipynb: .*for it is no whole notebook/,
  },
  {
    what: "a notebook that is an empty file: the course's stands",
    before: { "notebooks/17.ipynb": three },
    course: { "notebooks/17.ipynb": retitled },
    mine: { "notebooks/17.ipynb": "" },
    after: { "notebooks/17.ipynb": ["# COURSE", bText, "Sources"], "notebooks/17.mine.ipynb": "raw:" },
    says: /17\.ipynb: .*for it is no whole notebook/,
  },
  {
    what: "the same row of a table: the course's stands, the person's beside it",
    before: { "data/tables/x/x.csv": numbers("2,2") },
    course: { "data/tables/x/x.csv": numbers("2,COURSE") },
    mine: { "data/tables/x/x.csv": numbers("2,MINE") },
    after: { "data/tables/x/x.csv": numbers("2,COURSE"), "data/tables/x/x.csv.mine": numbers("2,MINE") },
    says: /x\.csv: the course's version stands there; yours is kept as data\/tables\/x\/x\.csv\.mine/,
  },
  {
    what: "rows of a table that both have put in at one place: nobody knows their order, so both files stand",
    before: { "data/tables/y/y.csv": numbers("2,2") },
    course: { "data/tables/y/y.csv": numbers("2,2\n4,COURSE") },
    mine: { "data/tables/y/y.csv": numbers("2,2\n4,MINE") },
    after: { "data/tables/y/y.csv": numbers("2,2\n4,COURSE"), "data/tables/y/y.csv.mine": numbers("2,2\n4,MINE") },
    says: /y\.csv: the course's version stands there/,
  },
  {
    what: "a source file, in different places: joined",
    before: { "lib/a.ts": lines("1", "2", "3", "4", "5", "6", "7") },
    course: { "lib/a.ts": lines("COURSE", "2", "3", "4", "5", "6", "7") },
    mine: { "lib/a.ts": lines("1", "2", "3", "4", "5", "6", "MINE") },
    after: { "lib/a.ts": lines("COURSE", "2", "3", "4", "5", "6", "MINE") },
  },
  {
    what: "a source file, in the same line: the course's stands, the person's beside it",
    before: { "lib/b.ts": lines("1", "2", "3") },
    course: { "lib/b.ts": lines("1", "COURSE", "3") },
    mine: { "lib/b.ts": lines("1", "MINE", "3") },
    after: { "lib/b.ts": lines("1", "COURSE", "3"), "lib/b.ts.mine": lines("1", "MINE", "3") },
    says: /lib\/b\.ts: the course's version stands there/,
  },
  {
    what: "statements that both have put in at one place: both files stand",
    before: { "lib/c.ts": lines("start();", "end();") },
    course: { "lib/c.ts": lines("start();", "COURSE();", "end();") },
    mine: { "lib/c.ts": lines("start();", "MINE();", "end();") },
    after: {
      "lib/c.ts": lines("start();", "COURSE();", "end();"),
      "lib/c.ts.mine": lines("start();", "MINE();", "end();"),
    },
    says: /lib\/c\.ts: the course's version stands there/,
  },
  {
    what: "measures that both have put into an index at one place: both stand in it",
    before: { "lib/measures/index.ts": index() },
    course: { "lib/measures/index.ts": index("COURSE", "common") },
    mine: { "lib/measures/index.ts": index("MINE", "common") },
    after: { "lib/measures/index.ts": index("COURSE", "common", "MINE") },
  },
  {
    what: "rows that both have put at the end of a README's table: both stand in it",
    before: { "lib/measures/README.md": rows() },
    course: { "lib/measures/README.md": rows("COURSE") },
    mine: { "lib/measures/README.md": rows("MINE") },
    after: { "lib/measures/README.md": rows("COURSE", "MINE") },
  },
  {
    what: "points that both have put into a list: both stand in it",
    before: { "CHANGELOG.md": "# Changes\n\n- first\n" },
    course: { "CHANGELOG.md": "# Changes\n\n- first\n- COURSE\n  goes on\n" },
    mine: { "CHANGELOG.md": "# Changes\n\n- first\n- MINE\n  goes on\n" },
    after: { "CHANGELOG.md": "# Changes\n\n- first\n- COURSE\n  goes on\n- MINE\n  goes on\n" },
  },
  {
    what: "reference values that both have put at the end of a subject: both stand in it",
    before: { "data/reference/13.ts": register() },
    course: { "data/reference/13.ts": register("COURSE") },
    mine: { "data/reference/13.ts": register("MINE") },
    after: { "data/reference/13.ts": register("COURSE", "MINE") },
  },
  {
    what: "tables that both have added, in the lists that a command writes: the course's lists, until they are made anew",
    before: {
      "data/datapackage.json": locked("b"),
      "data/README.md": generated("By hand.\nMore.", "b"),
      "notebooks/inputs.json": record({ b: "1" }),
    },
    course: {
      "data/datapackage.json": locked("b", "c-COURSE"),
      "data/README.md": generated("By hand.\nMore.", "b", "c-COURSE"),
      "notebooks/inputs.json": record({ b: "COURSE", d: "COURSE" }),
    },
    mine: {
      "data/datapackage.json": locked("b", "c-MINE"),
      "data/README.md": generated("MINE, by hand.\nMore.", "b", "c-MINE"),
      "notebooks/inputs.json": record({ b: "1", c: "MINE" }),
    },
    after: {
      "data/datapackage.json": locked("b", "c-COURSE"),
      "data/README.md": generated("MINE, by hand.\nMore.", "b", "c-COURSE"),
      "notebooks/inputs.json": record({ b: "COURSE", c: "MINE", d: "COURSE" }),
    },
  },
  {
    what: "a text with the line ends of Windows, edited by both in different places: joined",
    before: { "docs/a.md": lines("1", "2", "3", "4", "5") },
    course: { "docs/a.md": lines("COURSE", "2", "3", "4", "5") },
    mine: { "docs/a.md": lines("1", "2", "3", "4", "MINE").replaceAll("\n", "\r\n") },
    after: { "docs/a.md": lines("COURSE", "2", "3", "4", "MINE") },
  },
  {
    what: "a notebook with the line ends of Windows: joined",
    before: { "notebooks/18.ipynb": three },
    course: { "notebooks/18.ipynb": retitled },
    mine: { "notebooks/18.ipynb": withMine.replaceAll("\n", "\r\n") },
    after: { "notebooks/18.ipynb": ["# COURSE", mineText, "Sources"] },
  },
  {
    what: "a file of the person's where the course brings a folder of its name: beside",
    course: { "extra/in-it.md": "COURSE\n" },
    mine: { extra: "MINE\n" },
    after: { "extra/in-it.md": "COURSE\n", "extra.mine": "MINE\n" },
    says: /extra: the course has something else of this name; yours is kept as extra\.mine/,
  },
  {
    what: "a file of the person's where the course brings one of its name: beside",
    course: { "notes.md": "COURSE\n" },
    mine: { "notes.md": "MINE\n" },
    after: { "notes.md": "COURSE\n", "notes.md.mine": "MINE\n" },
    says: /notes\.md: the course's version stands there; yours is kept as notes\.md\.mine/,
  },
  {
    what: "a notebook in mine/: untouched",
    course: { "notebooks/19.ipynb": three },
    mine: { "notebooks/mine/19.ipynb": withMine },
    after: {
      "notebooks/19.ipynb": ["# Title", bText, "Sources"],
      "notebooks/mine/19.ipynb": ["# Title", mineText, "Sources"],
    },
  },
];
