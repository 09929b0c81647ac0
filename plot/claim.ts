import { requireFunction, requireKind } from "@emergence/lib/core";
import { CheckFailed } from "./check";
import { requireText } from "./input";
import { requireVerdict, showVerdict } from "./verdict";

/**
 * One of the notebook's own claims, of which it has three at most, and one that demonstrably could have failed: it must hold for the evidence and must fail for the
 * counter-evidence, such as the same numbers shuffled over the sizes, or the same outputs under another metric.
 *
 * A claim that also holds for the counter-evidence is uninformative, and fails like one that does not hold. `counter` maps a
 * description of each change to the changed evidence.
 *
 * @throws CheckFailed if the claim fails, RangeError without counter-evidence, TypeError for a predicate that does not
 * return true or false
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
  requireFunction("claim", "the predicate", predicate);
  requireKind("claim", "the counter-evidence", counter, "object");
  const trials = Object.entries(counter);
  if (trials.length === 0) {
    throw new RangeError(`claim: "${text}" has no counter-evidence, needs at least one case in which it must fail`);
  }
  const judge = (one: Evidence) => requireVerdict("claim", `the predicate of "${text}" gives`, predicate(one));
  const holds = judge(evidence);
  const blind = trials.filter(([, other]) => judge(other)).map(([name]) => name);
  const stands = holds && blind.length === 0;
  const because = !holds
    ? "does not hold for the evidence"
    : stands
      ? `and is false, as it must be, for ${trials.map(([name]) => name).join("; ")}`
      : `says nothing: it also holds with ${blind.join("; ")}`;
  showVerdict("claim", stands, text, because);
  if (!stands) throw new CheckFailed(text, because);
}
