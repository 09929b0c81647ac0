import { CheckFailed } from "./check";
import { escapeHtml } from "./html";
import { requireText } from "./input";
import { display } from "./kernel";

function judged<Evidence>(claim: string, predicate: (evidence: Evidence) => boolean, evidence: Evidence): boolean {
  const verdict: unknown = predicate(evidence);
  if (typeof verdict === "boolean") return verdict;
  const got = verdict instanceof Promise ? "a promise (await it first)" : String(verdict);
  throw new TypeError(`claim: the predicate of "${claim}" gives ${got}, needs true or false`);
}

/**
 * A claim about data that shows it could have failed: it must hold for the evidence and must not hold for the
 * counter-evidence, such as the same numbers shuffled over the sizes, or the same outputs under another metric.
 *
 * A claim that also holds where it should not has said nothing about the evidence, and fails like one that does not
 * hold. `counter` maps what was done to the evidence, in words, to the evidence after it.
 *
 * @throws CheckFailed where the claim fails, RangeError without counter-evidence, TypeError for a predicate that does
 * not answer true or false
 * @example
 * const rises = (y: number[]) => y.every((value, i) => i === 0 || value > y[i - 1]!);
 * claim("accuracy rises with every size", rises, [0.1, 0.2, 0.4], { "sizes shuffled": [0.4, 0.1, 0.2] }); // => undefined
 */
export function claim<Evidence>(
  text: string,
  predicate: (evidence: Evidence) => boolean,
  evidence: Evidence,
  counter: Readonly<Record<string, Evidence>>,
): void {
  requireText("claim", "the claim", text, "accuracy rises with every size");
  const trials = Object.entries(counter);
  if (trials.length === 0) {
    throw new RangeError(`claim: "${text}" has no counter-evidence, needs at least one case in which it must fail`);
  }
  const holds = judged(text, predicate, evidence);
  const blind = trials.filter(([, other]) => judged(text, predicate, other)).map(([name]) => name);
  const [sign, color, word] = holds && blind.length === 0 ? ["✓", "#1a8a3a", "holds"] : ["✗", "#d1242f", "fails"];
  const names = trials.map(([name]) => name).join("; ");
  const because = !holds
    ? "does not hold for the evidence"
    : blind.length > 0
      ? `says nothing: it also holds with ${blind.join("; ")}`
      : `and fails, as it must, with ${names}`;
  display({
    "text/html":
      `<div style="font-size:1.1em"><span style="color:${color};font-weight:bold" aria-label="${word}">${sign}</span> ` +
      `${escapeHtml(text)}<div style="margin-left:1.4em;font-size:0.85em;opacity:0.75">${escapeHtml(because)}</div></div>`,
    "text/plain": `${sign} ${text}\n  ${because}`,
  });
  if (word === "fails") throw new CheckFailed(text, because);
}
