// From a student's file to grades: its notebook runs in a sandbox, and its answers go to the judge.
import { openBox } from "./sandbox.mjs";
import { beside, readSubmission } from "./submission.mjs";

/** @typedef {import("./course.mjs").Course} Course @typedef {import("./course.mjs").Exercise} Exercise */
/** @typedef {{ title: string, key: string, state: string, points: number, of: number, hint: string, answer: string }} Graded */
/** @typedef {{ key: string, title: string, of: number, rubric: string, text: string, points: number | null, comment: string }} Text */
/**
 * @typedef {{ status: string, notes: string[], own: string | undefined, exercises: Graded[], texts: Text[] }} Result
 *   status: `graded`, or why the notebook did not run to its end; own: the name for data of one's own
 */

/** @typedef {{ value?: unknown, missing?: boolean, problem?: string }} Answer */

/** What a value is, said to a student. @param {any} value as the wire has it */
const kindOf = (value) =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "a list"
      : typeof value === "object"
        ? (value.$emergence ?? "an object")
        : `a ${typeof value}`;

/** Why an answer cannot be judged, or null. @param {Exercise} exercise @param {any} value */
function misfit({ kind, name }, value) {
  const is = kindOf(value);
  if (kind === "number" && is !== "a number" && is !== "number") return `\`${name}\` is ${is}, needs a number`;
  if (kind === "string" && is !== "a string") return `\`${name}\` is ${is}, needs text in quotes`;
  return null;
}

/** Whether an answer is the placeholder still. @param {any} value */
const isOpen = (value) =>
  value === undefined ||
  value === "" ||
  (value?.$emergence === "number" && value.value === "NaN") ||
  value?.$emergence === "undefined";

/**
 * Runs the cells.
 * @param {import("./submission.mjs").Submission} submission @param {Course} course @param {{ memory: number, timeout: number, hidden: string[] }} limits
 */
async function run({ cells }, course, limits) {
  const box = openBox("student.cjs", limits);
  const names = course.exercises.map(({ key, name }) => ({ key, name }));
  box.send({ cells, names });
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {Map<number, string>} */
  const failed = new Map();
  let at = 0;
  for (;;) {
    const event = await box.next();
    if (event === undefined || event.event === "done") return { box, answers, failed, ended: event !== undefined, at };
    if (event.event === "cell") at = Number(event.index);
    if (event.event === "failed") failed.set(Number(event.index), `${event.error}`.slice(0, 500));
    if (event.event !== "answer") continue;
    const { key, value, missing, problem } = event;
    const before = answers.get(key);
    // The names are asked for once more at the end: that counts only for what was open in its own cell.
    if (before === undefined || before.missing || isOpen(before.value)) answers.set(key, { value, missing, problem });
  }
}

/**
 * @param {string} path @param {Course} course
 * @param {{ judge: ReturnType<typeof import("./judge.mjs").judgeOf>, memory: number, timeout: number, hidden: string[] }} options
 * @returns {Promise<Result>}
 */
export async function gradeFile(path, course, options) {
  const read = readSubmission(path);
  const submission = "reason" in read ? read : beside(read.notebook, course);
  return "reason" in submission ? nothing(course, submission.reason) : gradeSubmission(submission, course, options);
}

/** The result of a student whose notebook cannot be run. @param {Course} course @param {string} status @returns {Result} */
export function nothing(course, status) {
  const exercises = course.exercises.map(({ key, title, points }) => ({
    key,
    title,
    state: "open",
    points: 0,
    of: points,
    hint: "",
    answer: "",
  }));
  const texts = course.byHand.map(({ key, title, points, rubric }) => ({
    key,
    title,
    of: points,
    rubric,
    text: "",
    points: 0,
    comment: "",
  }));
  return { status, notes: [], own: undefined, exercises, texts };
}

/**
 * @param {import("./submission.mjs").Submission} submission @param {Course} course
 * @param {{ judge: ReturnType<typeof import("./judge.mjs").judgeOf>, memory: number, timeout: number, hidden: string[] }} options
 * @returns {Promise<Result>}
 */
export async function gradeSubmission(submission, course, { judge, memory, timeout, hidden }) {
  const { box, answers, failed, ended, at } = await run(submission, course, { memory, timeout, hidden });
  /** The cell of an exercise among those that ran. @param {string} key */
  const cellOf = (key) => submission.cells.findIndex(({ wanted }) => wanted.some((one) => one.key === key));
  const named = answers.get("own")?.value;
  const own = typeof named === "string" && /[\p{L}\p{N}]/u.test(named) ? named : undefined;
  const call = async (/** @type {object} */ request) => {
    box.send(request);
    const { value, error } = (await box.next()) ?? { error: box.why() ?? "the run has ended" };
    return error === undefined ? { value } : { error: `${error}` };
  };
  /** @type {Graded[]} */
  const exercises = [];
  try {
    for (const exercise of course.exercises) {
      const { key, title, points: of } = exercise;
      const verdict = (/** @type {string} */ state, /** @type {string} */ hint, points = 0) =>
        exercises.push({ key, title, state, points, of, hint, answer: submission.answers.get(key) ?? "" });
      const answer = answers.get(key);
      const cell = cellOf(key);
      const error = failed.get(cell);
      if (answer === undefined || answer.missing) {
        if (error !== undefined) verdict("wrong", `the cell failed: ${error}`);
        else if (!ended && (cell < 0 || cell >= at))
          verdict("open", cell === at ? "this cell did not come to its end" : "the run did not get to this cell");
        else if (submission.missing.includes(key)) verdict("open", "the cell is missing");
        else verdict("open", `\`${exercise.name}\` is not defined any more`);
      } else if (answer.problem !== undefined) verdict("wrong", `${answer.problem}`);
      else if (isOpen(answer.value)) verdict("open", error === undefined ? "" : `the cell failed: ${error}`);
      else {
        const why = misfit(exercise, answer.value);
        if (why !== null) verdict("wrong", why);
        else {
          box.allow(timeout);
          const { state, hint, points } = await judge.grade(exercise, answer.value, { student: own, call });
          verdict(state, hint, points);
        }
      }
    }
  } finally {
    box.end();
  }
  const why = box.why();
  const status = ended ? "graded" : `${why ?? "ended by itself"} in code cell ${at + 1}`;
  const others = [...failed].filter(([index]) => submission.cells[index]?.wanted.length === 0);
  const errors = others
    .slice(0, 5)
    .map(([index, error]) => `a cell of the notebook failed (code cell ${index + 1}): ${error}`);
  const texts = course.byHand.map(({ key, title, points: of, rubric, open }) => {
    const text = submission.texts.get(key) ?? "";
    const isEmpty = text.trim() === "" || text.trim() === open.trim();
    return { key, title, of, rubric, text: isEmpty ? "" : text, points: isEmpty ? 0 : null, comment: "" };
  });
  return { status, notes: [...submission.notes, ...errors], own, exercises, texts };
}
