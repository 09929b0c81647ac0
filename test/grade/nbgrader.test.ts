// The kit's notebooks through the real nbgrader, from its source to feedback. nbgrader is not among the kit's packages: the test runs where it
// is found on the path or named in NBGRADER (`pip install nbgrader==0.9.6` in a virtual environment, and NBGRADER=.../bin/nbgrader).
import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../scripts/grade/csv.mjs";

const root = join(import.meta.dirname, "..", "..");
const nbgrader = process.env.NBGRADER ?? "nbgrader";
const isThere = spawnSync(nbgrader, ["--version"]).status === 0;
if (!isThere) console.log("nbgrader is not installed, so its test is left out: set NBGRADER to the program");

const name = "00-how-these-notebooks-work";
type Cell = { id: string; cell_type: string; source: string | string[]; metadata: Record<string, unknown> };
const text = ({ source }: Cell) => (Array.isArray(source) ? source.join("") : source);
/** The lines between the marks of a solution. */
const solved = (source: string) => /\/\/ BEGIN SOLUTION\n([\s\S]*?)\/\/ END SOLUTION/.exec(source)?.[1] ?? "";

const answers: Record<string, { points: number; answer: (id: string, solution: string) => string; also?: string }> = {
  right: { points: 2, answer: (_, solution) => solution },
  warns: {
    points: 2,
    answer: (_, solution) => `${solution}\nconsole.warn("careful"); process.stderr.write("careful\\n");`,
  },
  wrong: { points: 0, answer: (id) => (id.startsWith("ex1") ? 'exception = "gpt-2";' : "halved = 3;") },
  open: { points: 0, answer: () => "" },
  looping: { points: 1, answer: (id, solution) => (id.startsWith("ex1") ? solution : "for (;;) {}") },
  thief: {
    points: 0,
    answer: () => {
      const path = JSON.stringify(join(root, "solutions", "closer", `${name}.ipynb`));
      return `if (!require("node:fs").readFileSync(${path}, "utf8")) throw new Error("nothing there");`;
    },
  },
  patcher: {
    points: 0,
    answer: (id) => (id.startsWith("ex1") ? 'exception = "gpt-2";' : "halved = 3;"),
    also: 'import * as kit from "@emergence/plot";\ntry { (kit as any).exercise = () => {}; } catch {}\nvar exercise: any = () => 2;',
  },
  printer: {
    points: 0,
    answer: (id) => `${id.startsWith("ex1") ? 'exception = "gpt-2";' : "halved = 3;"}\nconsole.log(1);\n1;`,
  },
};

describe.skipIf(!isThere)("through the real nbgrader", () => {
  const course = mkdtempSync(join(tmpdir(), "emergence-nbgrader-"));
  const run = promisify(execFile);
  const env = {
    ...process.env,
    PATH: `${dirname(nbgrader)}${delimiter}${process.env.PATH}`, // it calls programs that lie beside it
    HOME: course,
    JUPYTER_DATA_DIR: join(course, ".jupyter"),
    JUPYTER_CONFIG_DIR: join(course, ".jupyter"),
  };
  const call = (...args: string[]) => run(nbgrader, args, { cwd: course, env, maxBuffer: 1e8 });
  const points: Record<string, number> = {};
  afterAll(() => rmSync(course, { recursive: true, force: true }));

  beforeAll(async () => {
    const write = [join(root, "scripts", "nbgrader.mjs"), `closer/${name}`, "--course", course, "--assignment", "ps1"];
    await run(process.execPath, write);
    await call("generate_assignment", "ps1", "--create");
    const read = (folder: string): { cells: Cell[] } =>
      JSON.parse(readFileSync(join(course, folder, "ps1", `${name}.ipynb`), "utf8"));
    const solutions = new Map(read("source").cells.map((cell) => [cell.id, solved(text(cell))]));
    for (const [student, { answer, also }] of Object.entries(answers)) {
      const folder = join(course, "submitted", student, "ps1");
      mkdirSync(folder, { recursive: true });
      cpSync(join(course, "release", "ps1"), folder, { recursive: true });
      const notebook = read("release");
      for (const cell of notebook.cells)
        if (cell.id.endsWith("-answer"))
          cell.source = `${text(cell)}\n${answer(cell.id, solutions.get(cell.id) ?? "")}`;
      const extra = {
        cell_type: "code",
        id: "mine",
        metadata: {},
        source: also ?? "",
        outputs: [],
        execution_count: null,
      };
      if (also !== undefined) notebook.cells.splice(2, 0, extra);
      writeFileSync(join(folder, `${name}.ipynb`), JSON.stringify(notebook));
    }
    // Seconds of the processor, on Linux: a notebook takes some three.
    await call("autograde", "ps1", "--GradeByKit.timeout=40");
    await call("generate_feedback", "ps1");
    await call("export", "--to", "grades.csv");
    for (const row of readCsv(readFileSync(join(course, "grades.csv"), "utf8")))
      points[row.student_id ?? ""] = Number(row.score);
  }, 1_800_000);

  it.each(Object.entries(answers))("%s", { tags: ["slow"] }, (student, { points: due }) => {
    expect(points[student]).toBe(due);
    const [page = ""] = readdirSync(join(course, "feedback", student, "ps1"));
    const feedback = readFileSync(join(course, "feedback", student, "ps1", page), "utf8");
    expect(feedback).toContain(student === "looping" ? "stopped after 40 seconds" : "the exception");
  });
  it("hands out no solution", { tags: ["slow"] }, () => {
    const release = readFileSync(join(course, "release", "ps1", `${name}.ipynb`), "utf8");
    expect(release).not.toMatch(/BEGIN SOLUTION|few\[0\]/);
  });
});
