import {
  optionsOf,
  requireFunction,
  requireKind,
  requirePositive,
  requireProportion,
  shown,
} from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { requireText } from "./input";
import { display } from "./kernel";

/** A verdict between right and wrong: the proportion of the points that the answer earns, and what is still missing. */
export interface Credit {
  /** From 0 to 1. */
  readonly credit: number;
  readonly hint: string;
}

/** True for a right answer, a hint for a wrong one, or a proportion of the points with a hint. */
export type Judge<T> = (answer: T) => true | string | Credit;

export interface ExerciseOptions {
  /** What a right answer is worth, by default 1. */
  readonly points?: number;
  /** Whether an open or wrong answer ends the run; by default whether EMERGENCE_GRADED is 1 in the environment, or nbgrader runs it. */
  readonly graded?: boolean;
}

/** What came of an exercise. */
export interface Grade {
  readonly title: string;
  readonly state: "open" | "right" | "partly right" | "wrong";
  /** Points earned, and points that there are. */
  readonly points: number;
  readonly of: number;
  /** What is wrong; empty for an open or right answer. */
  readonly hint: string;
}

/** Error of a graded exercise that is open or earns nothing. */
export class ExerciseFailed extends Error {
  override readonly name: string = "ExerciseFailed";
  readonly grade: Grade;

  constructor(grade: Grade) {
    const why = grade.state === "open" ? "no answer yet" : grade.hint;
    super(`${grade.title}: ${grade.points} of ${grade.of} ${grade.of === 1 ? "point" : "points"}: ${why}`);
    this.grade = grade;
  }
}

/** Whether an answer is still the placeholder of the notebook. */
const isOpen = (answer: unknown): boolean => answer === undefined || answer === "" || Number.isNaN(answer);

const looks = {
  open: { sign: "○", color: "#6e7781", word: "open" },
  right: { sign: "✓", color: "#1a8a3a", word: "right" },
  "partly right": { sign: "◐", color: "#9a6700", word: "partly right" },
  wrong: { sign: "✗", color: "#bf5700", word: "not yet" },
} as const;

/**
 * Judges the answer to an exercise, as `exercise` does, and returns the grade instead of displaying it. Never throws for an answer.
 *
 * @throws RangeError for an empty title or bad points
 * @example
 * gradeExercise("half", 0.4, (a) => a === 0.5 || { credit: 0.5, hint: "Nearly." }, { points: 4 }).points; // => 2
 */
export function gradeExercise<T>(title: string, answer: T, judge: Judge<T>, options: ExerciseOptions = {}): Grade {
  return graded("gradeExercise", title, answer, judge, options);
}

function graded<T>(caller: string, title: string, answer: T, judge: Judge<T>, options: ExerciseOptions): Grade {
  requireText(caller, "the title", title, "1 ★☆☆ Which model is the exception?");
  requireFunction(caller, "judge", judge);
  const { points: of = 1 } = optionsOf(caller, options, { points: "number", graded: "boolean" });
  requirePositive(caller, "points", of);
  if (isOpen(answer)) return { title, state: "open", points: 0, of, hint: "" };
  const verdict = judged(answer, judge);
  if (verdict === true) return { title, state: "right", points: of, of, hint: "" };
  if (typeof verdict === "string") return { title, state: "wrong", points: 0, of, hint: verdict };
  const { credit, hint } = verdict;
  const state = credit === 0 ? "wrong" : credit === 1 ? "right" : "partly right";
  return { title, state, points: credit * of, of, hint: state === "right" ? "" : hint };
}

/**
 * Judges the answer to an exercise and displays what is wrong with it. Unlike `check` it does not end the run: an exercise that
 * has not been done is not an error of the notebook.
 *
 * `answer` is the placeholder `""`, `NaN` or `undefined` until the reader replaces it. `judge` returns true, a hint, or
 * `{ credit, hint }` with the proportion of the points that the answer earns. If it throws, the message of the error is the hint.
 *
 * In a graded run (EMERGENCE_GRADED=1 in the kernel's environment, or the option `graded`) an exercise that is open or earns
 * nothing throws an ExerciseFailed, and one that earns some of its points returns them: so nbgrader reads a cell. Else
 * nothing is returned.
 *
 * @throws RangeError for an empty title or bad points; ExerciseFailed in a graded run
 * @example
 * const half = 0.5;
 * exercise("1 ★☆☆ Where is the logistic at its midpoint, in units of L?", half, (a) => a === 0.5 || "Put x = x0."); // => undefined
 */
export function exercise<T>(
  title: string,
  answer: T,
  judge: Judge<T>,
  options: ExerciseOptions = {},
): number | undefined {
  const grade = graded("exercise", title, answer, judge, options);
  displayGrade(grade);
  if (!(options.graded ?? inGradedRun())) return undefined;
  if (grade.points === 0) throw new ExerciseFailed(grade);
  return grade.state === "right" ? undefined : grade.points;
}

/** nbgrader says in NBGRADER_EXECUTION what it runs a notebook for. A page that bundles this module has no `process`. */
function inGradedRun(): boolean {
  const env = typeof process === "undefined" ? undefined : process.env;
  return env?.EMERGENCE_GRADED === "1" || /^(autograde|validate)$/.test(env?.NBGRADER_EXECUTION ?? "");
}

function displayGrade({ title, state, points, of, hint }: Grade): void {
  const { sign, color, word } = looks[state];
  const mark = `<span style="color:${color};font-weight:bold" aria-label="${word}">${sign}</span>`;
  const text = `${title} (${state === "partly right" ? `${word}: ${points} of ${of} points` : word})`;
  const bundle = {
    "text/html": `<div style="font-size:1.1em">${mark} ${escapeHtml(text)}${
      hint && `<div style="margin-left:1.4em">${escapeHtml(hint)}</div>`
    }</div>`,
    "text/plain": `${sign} ${text}${hint && `\n  ${hint}`}`,
  };
  display(bundle, { exercise: { state } });
}

function judged<T>(answer: T, judge: Judge<T>): true | string | Credit {
  try {
    return requireJudgment(judge(answer));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Throws unless a judge has said what it may say: `false`, a promise or a credit above 1 would pass for an answer that is right. */
function requireJudgment(verdict: unknown): true | string | Credit {
  if (verdict === true || typeof verdict === "string") return verdict;
  if (typeof verdict !== "object" || verdict === null || !("credit" in verdict))
    throw new TypeError(`exercise: judge returned ${shown(verdict)}, needs true, a hint or { credit, hint }`);
  const { credit, hint = "" } = verdict as Partial<Credit>;
  requireKind("exercise", "credit", credit, "number");
  requireProportion("exercise", "credit", credit as number);
  requireKind("exercise", "hint", hint, "text");
  return { credit: credit as number, hint };
}
