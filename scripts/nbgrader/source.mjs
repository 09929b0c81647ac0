// A notebook of the course as nbgrader wants its source: the answer of each exercise in a cell of the student's, with the solution
// between marks, and its check in a locked cell that counts.

import { readCourse } from "../grade/course.mjs";
import { joined } from "../notebooks/format.mjs";

/** @typedef {import("../notebooks/format.mjs").Notebook} Notebook */

const begin = "// BEGIN SOLUTION";
const end = "// END SOLUTION";
const hide = ["// BEGIN HIDDEN TESTS", "// END HIDDEN TESTS"];

/** The cells of a source without what stands between the marks of a solution. @param {Notebook} notebook @returns {Notebook} */
export function withoutSolutions(notebook) {
  const region = new RegExp(`^[ \\t]*${begin}[^]*?${end}[^\\n]*\\n?`, "gm");
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => ({ ...cell, source: joined(cell.source).replace(region, "") })),
  };
}

/** @param {string} grade_id @param {{ grade?: boolean, solution?: boolean, points?: number }} of */
const marked = (grade_id, { grade = false, solution = false, points }) => ({
  nbgrader: {
    schema_version: 3,
    grade_id,
    grade,
    solution,
    locked: !solution,
    task: false,
    cell_type: "code",
    ...(points ? { points } : {}),
  },
});

const lines = (/** @type {string} */ source) => source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const code = (/** @type {string} */ id, /** @type {object} */ metadata, /** @type {string} */ source) => ({
  ...{ cell_type: "code", execution_count: null, id, metadata, outputs: [], source: lines(source.trim()) },
});

/**
 * @param {Notebook} notebook of the course
 * @param {Notebook} solution its worked exercises
 * @param {{ label: string, hideChecks: boolean }} options hideChecks: the hand-out holds no judge
 * @returns {Notebook}
 */
export function nbgraderSource(notebook, solution, { label, hideChecks }) {
  const course = readCourse(notebook, label);
  const ids = new Set(notebook.cells.map(({ id }) => id));
  /** @type {Map<string, { steps: string, answer: string }>} */
  const worked = new Map();
  /** @type {string[]} */
  let steps = [];
  for (const cell of solution.cells) {
    if (cell.cell_type !== "code") continue;
    const [first = "", ...rest] = joined(cell.source).split("\n");
    if (!course.exercises.some((one) => one.cell === cell.id)) {
      if (!ids.has(cell.id)) steps.push([first, ...rest].join("\n"));
      continue;
    }
    worked.set(cell.id, { steps: steps.join("\n"), answer: first.replace(/^const /, "") });
    steps = [];
  }
  const cells = notebook.cells.flatMap((cell) => {
    if (cell.cell_type !== "code") return [cell];
    const source = joined(cell.source);
    const asked = course.exercises.find((one) => one.cell === cell.id);
    if (asked === undefined) return [{ ...code(cell.id, { ...cell.metadata, ...marked(cell.id, {}) }, source) }];
    const { key, points, call } = asked;
    const open = source.slice(0, call[0]).replace(`const ${asked.name}`, `let ${asked.name}`);
    const own = worked.get(key);
    const region = own === undefined ? "" : [begin, own.steps, own.answer, end].filter(Boolean).join("\n");
    const check = source.slice(call[0]);
    return [
      code(`${key}-answer`, marked(`${key}-answer`, { solution: true }), `${open.trim()}\n${region}`),
      code(key, marked(key, { grade: true, points }), hideChecks ? [hide[0], check, hide[1]].join("\n") : check),
    ];
  });
  return { ...notebook, cells };
}
