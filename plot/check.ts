import { requireText } from "./input";
import { requireVerdict, showVerdict } from "./verdict";

/** A claim that does not hold. It ends the run, so that no later cell builds on it. */
export class CheckFailed extends Error {
  override readonly name: string = "CheckFailed";
  readonly claim: string;
  readonly hint: string | undefined;

  constructor(claim: string, hint?: string) {
    super(hint === undefined ? claim : `${claim} (${hint})`);
    this.claim = claim;
    this.hint = hint;
  }
}

/**
 * A claim that passes or fails visibly. Where it fails, a CheckFailed is thrown and the run stops.
 *
 * `condition` is true or false, or a function that returns one; only `true` passes. Anything else, NaN, undefined and a
 * promise among them, is a TypeError: a claim that cannot be judged has not been checked. `hint` says what to look at.
 *
 * @example
 * check("a straight line over 8 sizes scores 7", 8 - 1 === 7); // => undefined
 */
export function check(claim: string, condition: boolean | (() => boolean), hint?: string): void {
  requireText("check", "the claim", claim, "accuracy rises with every size");
  const verdict: unknown = typeof condition === "function" ? condition() : condition;
  const holds = requireVerdict("check", `the condition of "${claim}" is`, verdict);
  showVerdict(holds, claim, holds || hint === undefined ? "" : hint);
  if (!holds) throw new CheckFailed(claim, hint);
}
