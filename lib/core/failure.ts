import { shown } from "./shown";
/** A result that could not be had, and why. Functions that can honestly fail return it in place of their result; callers tell the two apart by `kind`. */
export interface Failure {
  readonly kind: "failed";
  /** What happened and what may help, for a person. */
  readonly reason: string;
}

/**
 * The result itself, or an Error with the reason if it failed: for a caller who cannot go on without it.
 *
 * @throws Error with the reason of a failure
 * @example
 * import { unwrap } from "@emergence/lib/core";
 * import { schaefferScore } from "@emergence/lib/measures";
 * unwrap(schaefferScore([0, 0.1, 0.2, 1])).sign; // => 1
 */
export function unwrap<Result extends { readonly kind: string }>(result: Result | Failure): Exclude<Result, Failure> {
  const kind: unknown = (result as { kind?: unknown } | null | undefined)?.kind;
  if (typeof kind !== "string")
    throw new RangeError(`unwrap: result ${shown(result)}, needs one with a \`kind\`, such as a fit`);
  if (result.kind === "failed") throw new Error((result as Failure).reason);
  return result as Exclude<Result, Failure>;
}
