import { requireFunction } from "@emergence/lib/core";
import { escapeHtml } from "./html";
import { requireText } from "./input";
import { display } from "./kernel";

/** Whether an answer is still the placeholder of the notebook. */
const isOpen = (answer: unknown): boolean => answer === undefined || answer === "" || Number.isNaN(answer);

const looks = {
  open: { sign: "○", color: "#6e7781", word: "open" },
  right: { sign: "✓", color: "#1a8a3a", word: "right" },
  wrong: { sign: "✗", color: "#bf5700", word: "not yet" },
} as const;

/**
 * Judges the answer to an exercise and displays what is wrong with it. Unlike `check` it never ends the run: an exercise that
 * has not been done is not an error of the notebook.
 *
 * `answer` is the placeholder `""`, `NaN` or `undefined` until the reader replaces it. `judge` returns true or a hint. If it
 * throws, the message of the error is the hint.
 *
 * @example
 * const half = 0.5;
 * exercise("1 ★☆☆ Where is the logistic at its midpoint, in units of L?", half, (a) => a === 0.5 || "Put x = x0."); // => undefined
 */
export function exercise<T>(title: string, answer: T, judge: (answer: T) => true | string): void {
  requireText("exercise", "the title", title, "1 ★☆☆ Which model is the exception?");
  requireFunction("exercise", "judge", judge);
  const verdict = isOpen(answer) ? "open" : judged(answer, judge);
  const state = verdict === "open" ? "open" : verdict === true ? "right" : "wrong";
  const { sign, color, word } = looks[state];
  const says = typeof verdict === "string" && state === "wrong" ? verdict : "";
  const mark = `<span style="color:${color};font-weight:bold" aria-label="${word}">${sign}</span>`;
  const text = `${title} (${word})`;
  const bundle = {
    "text/html": `<div style="font-size:1.1em">${mark} ${escapeHtml(text)}${
      says && `<div style="margin-left:1.4em">${escapeHtml(says)}</div>`
    }</div>`,
    "text/plain": `${sign} ${text}${says && `\n  ${says}`}`,
  };
  display(bundle, { exercise: { state } });
}

function judged<T>(answer: T, judge: (answer: T) => true | string): true | string {
  try {
    return judge(answer);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
