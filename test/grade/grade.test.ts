import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { gradeAll } from "../../scripts/grade/all.mjs";
import { readCourse } from "../../scripts/grade/course.mjs";
import { readCsv } from "../../scripts/grade/csv.mjs";
import { handedIn } from "../../scripts/grade/hand.mjs";
import { feedbackPage, gradesCsv, handSheet, mergeSheet, totals } from "../../scripts/grade/report.mjs";
import { readNotebook } from "../../scripts/notebooks/refresh.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { full } from "../full";
import { handIn, type Specimen, specimens } from "./submissions";

const folder = mkdtempSync(join(tmpdir(), "emergence-graded-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Against hanging only: each student is three starts of a compiler. */
const patient = { timeout: 1_800_000 };
const hidden = [join(root, "solutions"), folder];

const code = (id: string, ...lines: string[]) => ({
  cell_type: "code",
  id,
  metadata: {},
  outputs: [],
  source: lines.join("\n"),
});
const notebookOf = (cells: object[]) => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });

/** Grades notebooks or texts by the name of the student. */
async function graded(course: ReturnType<typeof readCourse>, work: Record<string, object | string>, limits = {}) {
  const place = mkdtempSync(join(folder, "work-"));
  for (const [student, content] of Object.entries(work)) {
    mkdirSync(join(place, student));
    writeFileSync(join(place, student, "a.ipynb"), typeof content === "string" ? content : JSON.stringify(content));
  }
  const options = {
    jobs: 2,
    timeout: 120,
    memory: 1024,
    hidden,
    nameOf: (path: string) => path,
    onDone: () => {},
    ...limits,
  };
  return gradeAll(handedIn(place), course, options);
}

describe("a small course", () => {
  const cells = [
    code(
      "imports",
      'import { random, studentSeed } from "@emergence/lib/stats";',
      'import { exercise } from "@emergence/plot";',
    ),
    code(
      "own",
      'const me = "Ada Lovelace"; // your name',
      "const data = Array.from({ length: 9 }, ((stream) => () => stream.integer(0, 1000))(random(studentSeed(me))));",
    ),
    code(
      "ex1",
      "const largest = NaN;",
      'exercise("1 largest", largest, (x) => x === Math.max(...data) || "no", { points: 2 });',
    ),
    code(
      "ex2",
      'const rule = "" as "" | ((x: number) => number);',
      'exercise("2 double", rule, (f) => {',
      '  if (f === "") return "write one";',
      "  const right = [1, 2, 3].filter((x) => f(x) === 2 * x).length;",
      "  return right === 3 || { credit: right / 3, hint: [right, 'of 3'].join(' ') };",
      "}, { points: 3 });",
    ),
    {
      cell_type: "markdown",
      id: "why",
      metadata: { emergence: { byHand: true, points: 4, rubric: "names a reason" } },
      source: "**3 Why?** Your answer here.",
    },
  ];
  const course = readCourse(notebookOf(cells) as never, "small");
  const work = (answers: Record<string, string>) =>
    notebookOf(cells.map((cell) => ({ ...cell, source: answers[cell.id] ?? cell.source })));
  const ex1 = (answer: string) => `const largest = ${answer};\nexercise("1 largest", largest, () => true);`;
  const ex2 = (answer: string) => `const rule = ${answer};`;

  it("gives each student data of their own and one check, parts of points, and texts to a person", {
    ...patient,
    tags: ["slow"],
  }, async () => {
    const whole = "Math.max(...data)";
    const me = (name: string) => `${cells[1]?.source}`.replace("Ada Lovelace", name);
    const rows = await graded(
      course,
      {
        ada: work({ ex1: ex1(whole), ex2: ex2("(x: number) => 2 * x"), why: "**3 Why?** Because." }),
        bob: work({ own: me("Bob"), ex1: ex1(whole), ex2: ex2("(x: number) => (x < 3 ? 2 * x : 0)") }),
        eve: work({
          own: me("bob "),
          ex1: ex1("1001"),
          ex2: ex2('(x: number) => { if (x > 1) throw new Error("hm"); return 2; }'),
        }),
        kim: work({ own: me("Kim"), ex2: ex2("(x: number) => { for (;;); }") }),
      },
      { timeout: 15 },
    );
    const of = (student: string) =>
      rows.find((row) => row.student === student)?.result as (typeof rows)[number]["result"];
    expect(of("ada").exercises.map(({ points }) => points)).toEqual([2, 3]);
    expect(of("bob").exercises.map(({ points, hint }) => [points, hint])).toEqual([
      [2, ""],
      [2, "2 of 3"],
    ]);
    expect(of("eve").exercises.map(({ points, hint }) => [points, hint])).toEqual([
      [0, "no"],
      [0, "the answer threw: hm"],
    ]);
    expect(of("kim").exercises[1]).toMatchObject({
      points: 0,
      hint: expect.stringMatching(/stopped after 15 seconds/),
    });
    expect(of("eve").notes[0]).toBe('data of "bob ", as bob');
    expect(totals(of("ada"))).toEqual({ points: 5, of: 9, pending: 1 });
    expect(totals(of("bob"))).toEqual({ points: 4, of: 9, pending: 0 });

    const sheet = readCsv(handSheet(rows));
    expect(sheet).toHaveLength(1); // who wrote nothing needs no reader
    expect(sheet[0]).toMatchObject({
      student: "ada",
      exercise: "3 Why?",
      of: "4",
      points: "",
      rubric: "names a reason",
    });
    expect(mergeSheet(rows, [{ ...sheet[0], points: "5" }])).toEqual([
      "ada, 3 Why?: points 5, needs a number from 0 to 4",
    ]);
    expect(mergeSheet(rows, [{ ...sheet[0], points: "1", text: "older" }])[0]).toMatch(/graded anew/);
    expect(mergeSheet(rows, [{ ...sheet[0], points: "3,5", comment: "Good <b>" }])).toEqual([]);
    expect(totals(of("ada"))).toEqual({ points: 8.5, of: 9, pending: 0 });
    expect(readCsv(handSheet(rows))[0]).toMatchObject({ points: "3.5", comment: "Good <b>" });
    expect(readCsv(gradesCsv(course, rows)).map(({ student, points }) => [student, points])).toEqual([
      ...[
        ["ada", "8.5"],
        ["bob", "4"],
        ["eve", "0"],
        ["kim", "0"],
      ],
    ]);
    const page = feedbackPage(rows[0] as (typeof rows)[number], course);
    expect(page).toContain("<b>8.5</b> of 9 points");
    expect(page).toContain("Good &#60;b&#62;");
    expect(page).not.toMatch(/<script|src=|href=/);
  });

  it("cannot be read out by a student's code", patient, async () => {
    const solution = JSON.stringify(join(root, "solutions", "00-start-here.ipynb"));
    const ways = {
      file: `require("node:fs").readFileSync(${solution}, "utf8")`,
      folder: `require("node:fs").readdirSync(${JSON.stringify(join(root, "solutions"))}).join()`,
      history: `require("node:fs").readFileSync(${JSON.stringify(join(root, ".git"))}, "utf8")`,
      descriptor: `require("node:fs").readSync(require("node:fs").openSync(${solution}), Buffer.alloc(9), 0, 9, 0)`,
      program: `require("node:child_process").execSync("cat " + ${solution}).toString()`,
      binding: `(process as any).binding("fs").toString()`,
      module: `(() => { const Module = require("node:module"); Module._extensions[".ipynb"] = Module._extensions[".json"]; return require(${solution}).cells.length; })()`,
      other: `require("node:fs").readdirSync(${JSON.stringify(folder)}).join()`,
      environment: `process.env.SECRET_OF_THE_TEACHER ?? (() => { throw new Error("none"); })()`,
      write: `require("node:fs").writeFileSync(${JSON.stringify(join(root, ".cache", "mine"))}, "x")`,
    };
    process.env.SECRET_OF_THE_TEACHER = "secret";
    const tried = Object.entries(ways).map(([way, source]) => `try { ${source}; all.push("${way}"); } catch {}`);
    const answer = `const all: string[] = [];\n${tried.join("\n")}\nconst rule = (x: number) => 2 * x;\nconst largest = all.length === 0 ? Math.max(...data) : NaN;\nif (all.length > 0) throw new Error(all.join());`;
    const rows = await graded(course, { thief: work({ ex1: answer }) });
    expect(rows[0]?.result.exercises[0]).toMatchObject({ state: "right", hint: "" });
  });
});

/** The quick run has one of each family; --full has all. */
const quick = [
  "right, ids lost",
  "open",
  "wrong",
  "broken JSON",
  "another kernel",
  "patches exercise",
  "reads the solution in a thread that may all",
];

describe("synthetic submissions", () => {
  const name = "closer/00-how-these-notebooks-work";
  const course = readCourse(readNotebook(join(root, "notebooks", `${name}.ipynb`)), name);
  const list = specimens(name).filter(({ kind }) => full || quick.includes(kind));

  it(`get the right marks, ${list.length} in one go`, patient, async () => {
    const place = join(folder, "submissions");
    handIn(place, list);
    const options = { jobs: 2, timeout: 30, memory: 768, hidden: [...hidden, place] };
    const rows = await gradeAll(handedIn(place), course, { ...options, nameOf: (path) => path, onDone: () => {} });
    expect(rows).toHaveLength(list.length);
    const of = course.exercises.map(({ points }) => points);
    const due: Record<Specimen["points"], number[]> = {
      all: of,
      none: of.map(() => 0),
      first: of.map((points, i) => (i === 0 ? points : 0)),
    };
    for (const [i, { kind, points, status }] of list.entries()) {
      const { result } = rows[i] as (typeof rows)[number];
      expect([kind, result.exercises.map((one) => one.points)], JSON.stringify(result)).toEqual([kind, due[points]]);
      expect(result.status, kind).toMatch(status);
    }
    expect(readCsv(gradesCsv(course, rows))).toHaveLength(list.length);
    expect(readFileSync(join(root, "notebooks", `${name}.ipynb`), "utf8")).toContain(course.exercises[0]?.title);
  });
});
