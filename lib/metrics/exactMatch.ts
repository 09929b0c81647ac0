import { type Kinds, optionsOf, requireString } from "../core/require";
import { anyTarget } from "./targets";

/** Options of `exactMatch`. */
export interface ExactMatchOptions {
  /** Function applied to output and targets before comparison. Default: none. */
  readonly normalize?: (text: string) => string;
}

/** Kinds of the options, for their check. */
const exactMatchOptions: Kinds<ExactMatchOptions> = { normalize: "function" };

/**
 * 1 if the output equals a target exactly, else 0.
 *
 * @param output what the model wrote
 * @param target the right answer, or several alternatives
 * @throws TypeError without a target
 * @example
 * import { exactMatch } from "@emergence/lib/metrics";
 * exactMatch("Paris", ["paris", "PARIS"], { normalize: (text) => text.toLowerCase() }); // => 1
 *
 * Source: BIG-bench's `exact_str_match` (Srivastava et al. 2022); with a lower-case `normalize` its `case_insensitive_str_match`.
 * Neither strips white space.
 */
export function exactMatch(
  output: string,
  target: string | readonly string[],
  options: ExactMatchOptions = {},
): number {
  requireString("exactMatch", "output", output);
  const { normalize = (text: string) => text } = optionsOf("exactMatch", options, exactMatchOptions);
  const wanted = normalize(output);
  return Number(anyTarget("exactMatch", "text", target).some((text) => normalize(text) === wanted));
}
