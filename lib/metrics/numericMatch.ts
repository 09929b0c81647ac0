import { type Kinds, optionsOf, requireNumber } from "../core/require";
import { anyTarget } from "./targets";

/** Options of `numericMatch`. */
export interface NumericMatchOptions {
  /** Largest |output - target| / |target| that counts as a match, inclusive. Default 0.1. */
  readonly relativeError?: number;
}

/** Kinds of the options, for their check. */
const numericMatchOptions: Kinds<NumericMatchOptions> = { relativeError: "number" };

/**
 * 1 if the output is a number within a relative error of the target, else 0. A text must be a number as a whole, apart from white space
 * around it ("1e3" and "-2.5" are; "about 7" and "1,000" are not). A target of 0 is matched by 0 only.
 *
 * @param output what the model wrote
 * @param target the right number, or several alternatives
 * @throws RangeError for a target that is not finite or a negative error, TypeError without a target
 * @example
 * import { numericMatch } from "@emergence/lib/metrics";
 * numericMatch(" 108 ", 100); // => 1
 *
 * Source: BIG-bench's `numeric_match_with_0_1_relative_error` (Srivastava et al. 2022).
 */
export function numericMatch(
  output: string | number,
  target: number | readonly number[],
  options: NumericMatchOptions = {},
): number {
  const { relativeError = 0.1 } = optionsOf("numericMatch", options, numericMatchOptions);
  if (!(relativeError >= 0)) throw new RangeError(`numericMatch: relative error ${relativeError}, needs 0 or above`);
  if (typeof output !== "string" && typeof output !== "number") requireNumber("numericMatch", "output", output);
  const value = typeof output === "number" ? output : parsed(output);
  return Number(
    anyTarget("numericMatch", "number", target).some((wanted) => {
      if (!Number.isFinite(wanted)) throw new RangeError(`numericMatch: target ${wanted}, needs a finite number`);
      return Math.abs(value - wanted) <= relativeError * Math.abs(wanted);
    }),
  );
}

/** A text as a number, or NaN, which matches nothing. */
function parsed(text: string): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/iu.test(text) ? Number(text) : Number.NaN;
}
