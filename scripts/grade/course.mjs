// What a course's notebook asks: its exercises, what they are worth, and where their answers stand.
import ts from "typescript";
import { exerciseCalls, parseCell, walk } from "../notebooks/cellCode.mjs";
import { joined } from "../notebooks/format.mjs";
import { Problem } from "../setup/problem.mjs";

/** @typedef {import("../notebooks/format.mjs").Notebook} Notebook */
/**
 * @typedef {{ key: string, cell: string, title: string, name: string, kind: "number" | "string" | "any", points: number, call: [number, number] }} Exercise
 *   `cell` is the id of its cell, `name` that of the answer, `kind` what the placeholder says of the answer's type; `call` is the place of
 *   `exercise` in the cell
 * @typedef {{ key: string, cell: string, title: string, points: number, rubric: string, open: string }} ByHand a text that a person grades
 * @typedef {{ id: string, source: string, exercises: Exercise[] }} CourseCell
 * @typedef {{ label: string, cells: CourseCell[], exercises: Exercise[], byHand: ByHand[], own: { cell: string, name: string, argument: [number, number] } | null }} Course
 *   `own`: the name by which a student gets data of their own
 */

/** The titles of the exercises of a cell. */
export const titlesIn = (/** @type {string} */ source) =>
  exerciseCalls(parseCell(source)).flatMap(({ call }) => {
    const title = call.arguments[0];
    return title && ts.isStringLiteralLike(title) ? [title.text] : [];
  });

/** The cell without its calls of `exercise`: lines stay where they are. */
export function withoutJudges(/** @type {string} */ source) {
  let text = source;
  for (const { statement } of exerciseCalls(parseCell(source)).reverse()) {
    const [from, to] = [statement.getStart(), statement.getEnd()];
    text = text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, " ") + text.slice(to);
  }
  return text;
}

/** What the placeholder says: `NaN` asks for a number, `""` for a text, and one with a type of its own for whatever that is. */
function kindOf(/** @type {ts.Expression | undefined} */ value) {
  if (value === undefined) return "any";
  if (ts.isIdentifier(value) && value.text === "NaN") return "number";
  return ts.isStringLiteralLike(value) && value.text === "" ? "string" : "any";
}

/** The placeholders that a notebook declares, by name. @param {ts.SourceFile} file */
const placeholders = (file) =>
  file.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, type, initializer }) =>
      ts.isIdentifier(name) ? [/** @type {const} */ ([name.text, type ? "any" : kindOf(initializer)])] : [],
    );
  });

/** The points that the call itself names. @param {ts.CallExpression} call */
function pointsOf(call) {
  const options = call.arguments[3];
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return undefined;
  for (const property of options.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== "points") continue;
    return Number(property.initializer.getText().replaceAll("_", ""));
  }
  return undefined;
}

/** The name that `studentSeed(name)` is given. @param {ts.SourceFile} file @param {string} cell its id @returns {Course["own"]} */
function ownIn(file, cell) {
  /** @type {Course["own"]} */
  let found = null;
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "studentSeed") return;
    const [argument] = node.arguments;
    if (argument && ts.isIdentifier(argument))
      found ??= { cell, name: argument.text, argument: [argument.getStart(), argument.getEnd()] };
  });
  return found;
}

/** A number of points in a cell's metadata: the kit's own, or those of nbgrader. @param {Record<string, any>} metadata */
const pointsIn = (metadata) =>
  metadata?.emergence?.points ?? (metadata?.nbgrader?.grade ? metadata.nbgrader.points : undefined);

/**
 * A markdown cell whose answer a person grades: `"emergence": { "byHand": true, "points": 3, "rubric": "…" }` in its metadata, or a graded
 * markdown cell of nbgrader.
 * @param {Record<string, any>} cell @returns {ByHand[]}
 */
function byHandIn({ id, cell_type, metadata = {}, source }) {
  const { emergence, nbgrader } = metadata;
  if (cell_type !== "markdown" || !(emergence?.byHand || (nbgrader?.grade && nbgrader.solution))) return [];
  const open = joined(source);
  const title = emergence?.title ?? (/\*\*(.+?)\*\*/.exec(open)?.[1] || id);
  return [
    { key: `${id}`, cell: `${id}`, title, points: pointsIn(metadata) ?? 1, rubric: emergence?.rubric ?? "", open },
  ];
}

/**
 * @param {Notebook} notebook of the course
 * @param {string} label for errors
 * @returns {Course}
 * @throws Problem for an exercise that cannot be graded apart from the student's code
 */
export function readCourse(notebook, label) {
  /** @type {Map<string, "number" | "string" | "any">} */
  const kinds = new Map();
  /** @type {Course["own"]} */
  let own = null;
  const byHand = notebook.cells.flatMap(byHandIn);
  const cells = notebook.cells.flatMap((cell, index) => {
    if (cell.cell_type !== "code") return [];
    const id = `${cell.id ?? index}`;
    const source = joined(cell.source);
    const file = parseCell(source);
    for (const [name, kind] of placeholders(file)) kinds.set(name, kind);
    own ??= ownIn(file, id);
    const here = exerciseCalls(file);
    const exercises = here.map(({ call }, i) => {
      const [title, answer] = call.arguments;
      const name = answer && ts.isAsExpression(answer) ? answer.expression : answer;
      if (!title || !ts.isStringLiteralLike(title) || !name || !ts.isIdentifier(name))
        throw new Problem(
          `${label}, cell ${id}: exercise is called with ${call.arguments
            .slice(0, 2)
            .map((one) => one.getText())
            .join(", ")}; grading needs a title in quotes and the name of the answer.`,
        );
      const points = (here.length === 1 ? pointsIn(cell.metadata) : undefined) ?? pointsOf(call) ?? 1;
      if (!(points > 0)) throw new Problem(`${label}, ${title.text}: points ${points}, needs a number above 0.`);
      const at = call.expression;
      const kind = kinds.get(name.text) ?? "any";
      return /** @type {Exercise} */ ({
        ...{
          key: here.length === 1 ? id : `${id}.${i + 1}`,
          cell: id,
          title: title.text,
          name: name.text,
          kind,
          points,
        },
        call: [at.getStart(), at.getEnd()],
      });
    });
    return [{ id, source, exercises }];
  });
  const exercises = cells.flatMap((cell) => cell.exercises);
  if (exercises.length + byHand.length === 0) throw new Problem(`${label} has no exercise that could be graded.`);
  return { label, cells, exercises, byHand, own };
}

/**
 * The course's cells for the judge: what `exercise` would display is kept instead.
 * @param {Course} course @param {string | undefined} student the name for data of one's own
 */
export function judgeCells({ cells, own }, student) {
  return cells.map(({ id, source, exercises }) => {
    const edits = exercises.map(({ key, call }) => ({
      at: call,
      text: `((globalThis as any)[Symbol.for("emergence.exercise")](${JSON.stringify(key)}) as typeof exercise)`,
    }));
    if (own?.cell === id && student !== undefined) edits.push({ at: own.argument, text: JSON.stringify(student) });
    edits.sort((one, other) => other.at[0] - one.at[0]);
    // A line that begins with a parenthesis would go on with the line before it.
    return edits.reduce(
      (text, { at, text: by }) => `${text.slice(0, at[0])}${by[0] === "(" ? ";" : ""}${by}${text.slice(at[1])}`,
      source,
    );
  });
}
