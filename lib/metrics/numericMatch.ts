import { type Kinds, optionsOf, requireFinite } from "../core/require";
import { anyTarget, requireTexts } from "./targets";
import { type WrittenNumbers, writtenNumber } from "./writtenNumber";

export type { WrittenNumbers } from "./writtenNumber";

/** Options of `numericMatch`. */
export interface NumericMatchOptions {
  /** Largest |output - target| / |target| that counts as a match, inclusive. Default 0.1. */
  readonly relativeError?: number;
  /**
   * Whether to read numbers as people write them, with thousands apart, currency, percent, fractions, powers of ten and any minus sign: true, or how (`decimal`,
   * `percent`). Default false: as BIG-bench does, a plain number only.
   */
  readonly written?: boolean | WrittenNumbers;
}

/** Kinds of the options, for their check. */
const numericMatchOptions: Kinds<NumericMatchOptions> = { relativeError: "number", written: "any" };
const writtenOptions: Kinds<WrittenNumbers> = { decimal: [".", ","], percent: ["number", "share"] };

/**
 * 1 if the output is a number within a relative error of the target, else 0. A text must be a number as a whole, apart from white space
 * around it ("1e3" and "-2.5" are; "about 7" and "1,000" are not). With `written` also "1,000", "− 1 000", "$3.50", "57 %", "3/4", "2½" and "1.5 × 10³"; with
 * `{ decimal: "," }` also "1.000,5". A target of 0 is matched by 0 only.
 *
 * @param output what the model wrote
 * @param target the right number, or several alternatives
 * @throws RangeError for a target that is not finite, a negative error or an unknown way of writing; TypeError without a target or for an output that is
 * neither text nor number
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
  const { relativeError = 0.1, written = false } = optionsOf("numericMatch", options, numericMatchOptions);
  if (typeof written !== "boolean") optionsOf("numericMatch", written, writtenOptions, "written");
  const { decimal = ".", percent = "number" } = typeof written === "object" ? written : {};
  if (!(relativeError >= 0)) throw new RangeError(`numericMatch: relative error ${relativeError}, needs 0 or above`);
  if (typeof output !== "number") requireTexts("numericMatch", [output]);
  const read = (text: string) => (written === false ? parsed(text) : writtenNumber(text, { decimal, percent }));
  const value = typeof output === "number" ? output : read(output);
  const targets = anyTarget("numericMatch", target);
  for (const wanted of targets) requireFinite("numericMatch", "target", wanted);
  return Number(targets.some((wanted) => Math.abs(value - wanted) <= relativeError * Math.abs(wanted)));
}

/** A text as a number, or NaN, which matches nothing. */
function parsed(text: string): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/iu.test(text) ? Number(text) : Number.NaN;
}
