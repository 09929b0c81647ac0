// Submissions as they come in, made from a notebook of the course and its solution.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

interface Cell {
  readonly cell_type: string;
  readonly id?: string;
  readonly metadata: object;
  readonly source: string | string[];
  readonly outputs?: unknown[];
  readonly execution_count?: number | null;
}
export interface Notebook {
  readonly cells: Cell[];
  readonly metadata: object;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}
/** What comes in, which points it is to get (`first`: those of the first exercise), and what the table is to say of its run. */
export interface Specimen {
  readonly kind: string;
  readonly content: string;
  readonly points: "all" | "none" | "first";
  readonly status: RegExp;
}

const read = (folder: string, name: string): Notebook =>
  JSON.parse(readFileSync(join(root, folder, `${name}.ipynb`), "utf8"));
const text = ({ source }: Cell) => (Array.isArray(source) ? source.join("") : source);
const lines = (source: string) => source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const isExercise = (cell: Cell) => cell.cell_type === "code" && /^exercise\(/m.test(text(cell));
const code = (id: string, source: string): Cell => ({
  ...{ cell_type: "code", execution_count: null, id, metadata: {}, outputs: [], source: lines(source) },
});
const withSource = (cell: Cell, source: string): Cell => ({ ...cell, source: lines(source) });

/** The notebook `name` with cells changed one by one: each gives a cell, several, or none. */
const changed = (notebook: Notebook, change: (cell: Cell) => Cell | Cell[]): Notebook => ({
  ...{ ...notebook, cells: notebook.cells.flatMap(change) },
});

/** The student who does it right: the solution's own steps before each exercise, and its answers. `only`: the exercises done. */
export function right(name: string, only: (nth: number) => boolean = () => true): Notebook {
  const course = read("notebooks", name);
  const ids = new Set(course.cells.map(({ id }) => id));
  const steps: Cell[] = [];
  const before = new Map<string | undefined, Cell[]>();
  for (const cell of read("solutions", name).cells) {
    if (isExercise(cell)) before.set(cell.id, [...steps.splice(0), cell]);
    else if (cell.cell_type === "code" && !ids.has(cell.id)) steps.push({ ...cell, outputs: [] });
  }
  let nth = 0;
  return changed(course, (cell) => (isExercise(cell) && only(nth++) ? (before.get(cell.id) ?? cell) : cell));
}

/** The exercises' cells with another text. */
const answered = (notebook: Notebook, source: (old: string) => string) =>
  changed(notebook, (cell) => (isExercise(cell) ? withSource(cell, source(text(cell))) : cell));

/** The placeholder of the course, or the answer of a solution. */
const answer = /^(const \w+ = )([^;]+);/;
const answering = (by: (old: string) => string) => (source: string) =>
  source.replace(answer, (_, name: string, old: string) => `${name}${by(old)};`);
/** Wrong, of the right type. */
const nonsense = (old: string) => (old.startsWith("NaN") ? "-987654.25" : '"no such thing" as any');

/** One specimen of each kind, made from the notebook `name`. */
export function specimens(name: string): Specimen[] {
  const fine = right(name);
  const open = read("notebooks", name);
  const solution = join(root, "solutions", `${name}.ipynb`);
  const json = (notebook: Notebook) => JSON.stringify(notebook, null, 1);
  const all = (kind: string, notebook: Notebook): Specimen => ({
    ...{ kind, content: json(notebook), points: "all", status: /^graded$/ },
  });
  const none = (kind: string, notebook: Notebook | string, status = /^graded$/): Specimen => ({
    ...{ kind, content: typeof notebook === "string" ? notebook : json(notebook), points: "none", status },
  });
  /** Right, but in the second exercise something happens that ends the run. */
  const firstOf = (kind: string, line: string, status: RegExp): Specimen => {
    const second = fine.cells.filter(isExercise)[1];
    const broken = changed(fine, (cell) =>
      cell.id === second?.id ? withSource(cell, `${line}\n${text(cell)}`) : cell,
    );
    return { kind, content: json(broken), points: "first", status };
  };
  /** Answers that are wrong, and a cell that would have them pass. */
  const mean = (kind: string, lead: string, source = answering(nonsense)): Specimen => {
    const dirty = answered(open, source);
    const imports = dirty.cells.find((cell) => cell.cell_type === "code");
    return none(
      kind,
      changed(dirty, (cell) => (cell === imports ? [cell, code("mine", lead)] : cell)),
    );
  };
  /** The right answers, but only if the solution could be read. */
  const thief = (kind: string, reading: string): Specimen => {
    const lead = `const stolen = (() => { try { return ${reading}.includes("nbformat"); } catch { return false; } })();`;
    const imports = fine.cells.find((cell) => cell.cell_type === "code");
    const guarded = answered(
      fine,
      answering((old) => `stolen ? (${old}) : (NaN as any)`),
    );
    return none(
      kind,
      changed(guarded, (cell) => (cell.id === imports?.id ? [cell, code("thief", lead)] : cell)),
    );
  };
  const quoted = JSON.stringify(solution);
  const threadOf = (options: string) => `(() => {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const work = \`const { workerData } = require("node:worker_threads");
    try { workerData[1] = require("node:fs").readFileSync(${quoted.replaceAll("\\", "\\\\")}).length; } catch {}
    workerData[0] = 1; Atomics.notify(workerData, 0);\`;
  new (require("node:worker_threads").Worker)(work, { eval: true, workerData: shared, ${options} });
  Atomics.wait(shared, 0, 0, 20000);
  return shared[1]! > 0 ? "nbformat" : "";
})()`;
  const patch = `const kit = require("@emergence/plot") as any;
for (const name of ["exercise", "gradeExercise"]) try { kit[name] = () => ({ state: "right", points: 99 }); } catch {}
for (const [path, module] of Object.entries(require.cache) as any)
  if (/plot/.test(path)) module.exports = new Proxy({}, { get: () => () => ({ state: "right", points: 99 }) });`;
  const forged = `const lines = [{ event: "grade", state: "right", points: 9 }, { event: "answer", key: "ex1", points: 9 }, { event: "ready", keys: [] }];
for (const line of lines) for (const file of [1, 2, 3]) try { require("node:fs").writeSync(file, JSON.stringify(line) + "\\n"); } catch {}`;
  return [
    all("right", fine),
    all(
      "right, without outputs",
      changed(fine, (cell) => ({ ...cell, ...(cell.outputs ? { outputs: [] } : {}) })),
    ),
    all(
      "right, with a warning",
      answered(fine, (source) => `console.warn("careful");\n${source}`),
    ),
    all("right, ids lost", { ...fine, cells: fine.cells.map((cell, i) => ({ ...cell, id: `new${i}` })) }),
    all("right, from another platform", { ...fine, metadata: { kernelspec: { name: "python3", language: "python" } } }),
    all(
      "right, checks deleted",
      answered(fine, (source) => source.slice(0, source.search(/^exercise\(/m))),
    ),
    all("right, cells missing", { ...fine, cells: fine.cells.filter((_, i) => i !== 1 && i !== 4) }),
    all("right, and a cell that fails", { ...fine, cells: [...fine.cells, code("oops", 'throw new Error("oops");')] }),
    all(
      "right, a cell of the course broken",
      changed(fine, (cell) => (cell === fine.cells[1] ? withSource(cell, "import {") : cell)),
    ),
    { kind: "half done", content: json(right(name, (nth) => nth === 0)), points: "first", status: /^graded$/ },
    none("open", open),
    none("wrong", answered(open, answering(nonsense))),
    none(
      "an answer that answers as it likes",
      answered(
        open,
        answering(() => "{ valueOf: () => 1, includes: () => true } as any"),
      ),
    ),
    none(
      "does not compile",
      answered(
        open,
        answering(() => ""),
      ),
    ),
    none("empty file", "", /empty/),
    none("empty notebook", { ...open, cells: [] }, /empty/),
    none("broken JSON", json(fine).slice(0, 5000), /broken JSON/),
    none("marks of a merge", `${json(fine).slice(0, 400)}\n<<<<<<< HEAD\n`, /marks of a merge/),
    none("not a notebook", '{"hello": 1}', /no cells/),
    none("another notebook", { ...open, cells: [code("a", "const x = 1;")] }, /no cell of/),
    none(
      "another kernel",
      {
        ...open,
        cells: [code("a", "import numpy as np")],
        metadata: { kernelspec: { name: "python3", language: "python" } },
      },
      /another kernel \(python\)/,
    ),
    none("exercises missing", { ...open, cells: open.cells.filter((cell) => !isExercise(cell)) }),
    firstOf("looping", "while (true) {}", /^stopped after \d+ seconds/),
    firstOf("waiting for ever", "await new Promise(() => {});", /^(stopped after|ended)/),
    firstOf(
      "out of memory",
      "const hoard: number[][] = []; for (;;) hoard.push(Array.from({ length: 1e6 }, Math.random));",
      /^out of memory/,
    ),
    firstOf(
      "out of memory, in buffers",
      "const hoard: any[] = []; for (;;) hoard.push(new Uint8Array(2 ** 26).fill(1));",
      /^out of memory/,
    ),
    firstOf("ends the process", "process.exit(0);", /^ended/),
    firstOf("ends the process without a word", "(process as any).reallyExit(3);", /^ended by itself \(exit code 3\)/),
    mean("patches exercise", patch),
    mean("redefines exercise", "var exercise: any = () => 1;"),
    mean(
      "has checks of its own",
      "0;",
      (source) => `${answering(nonsense)(source).split("exercise(")[0]}exercise("mine", 1, () => true);`,
    ),
    mean("prints results", 'console.log("✓ 1 ★☆☆ (right)");\n99;'),
    mean("writes to the grader", forged),
    mean(
      "changes the world",
      'Math.abs = () => 0; Number.isNaN = () => false; Array.prototype.includes = () => true; JSON.stringify = () => \'{"event":"grade","points":9}\';',
    ),
    thief("reads the solution", `require("node:fs").readFileSync(${quoted}, "utf8")`),
    thief(
      "reads the solution through the loader",
      `require("node:fs").readFileSync(require.resolve(${quoted}), "utf8")`,
    ),
    thief(
      "reads the solution in a program",
      `require("node:child_process").execFileSync("cat", [${quoted}]).toString()`,
    ),
    thief("reads the solution in a thread", threadOf("")),
    thief("reads the solution in a thread that may all", threadOf("execArgv: []")),
    thief(
      "reads the solution by a link",
      `(() => { const fs = require("node:fs"); fs.symlinkSync(${quoted}, "link"); return fs.readFileSync("link", "utf8"); })()`,
    ),
  ];
}

/** Writes a folder as Moodle does, with a folder for each student. */
export function handIn(folder: string, list: readonly Specimen[]): void {
  list.forEach(({ content }, i) => {
    const name = `Student ${String(i + 1).padStart(2, "0")}_${7000 + i}_assignsubmission_file_`;
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "notebook.ipynb"), content);
  });
}
