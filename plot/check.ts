import { requireString } from "@emergence/lib/core";
import { requireText } from "./input";
import { requireVerdict, showVerdict } from "./verdict";

/** Error of a claim that does not hold. It ends the run, so that no later cell builds on it. */
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
 * Displays whether a claim holds. If it does not, throws a CheckFailed, which stops the run.
 *
 * `condition` is a boolean, or a function that returns one; only `true` passes. Any other value, including NaN, undefined and
 * a promise, is a TypeError: a claim that cannot be judged has not been checked. `hint` is shown if the claim fails.
 *
 * @example
 * check("a straight line over 8 sizes scores 7", 8 - 1 === 7); // => undefined
 */
export function check(claim: string, condition: boolean | (() => boolean), hint?: string): void {
  requireText("check", "the claim", claim, "accuracy rises with every size");
  if (hint !== undefined) requireString("check", "hint", hint);
  const verdict: unknown = typeof condition === "function" ? condition() : condition;
  const holds = requireVerdict("check", `the condition of "${claim}" is`, verdict);
  showVerdict("check", holds, claim, holds || hint === undefined ? "" : hint);
  if (!holds) throw new CheckFailed(claim, hint);
}
