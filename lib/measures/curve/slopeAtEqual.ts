import { extent } from "d3-array";
import type { Estimate } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { optionsOf, requireFiniteNumbers, requireSameLength, requireWhole } from "../../core/require";
import { normalQuantile, studentCdf } from "../../stats/distributions";

/** Kinds of the options, for their check. */
const slopeAtEqualOptions = { degree: "number" } as const;

/** Slope of a score in one quantity while another is held. */
export interface SlopeAtEqual extends Estimate {
  readonly kind: "slope";
  /** Points less parameters. */
  readonly degreesOfFreedom: number;
  /** Probability of a slope as far from 0 if there is none, by Student's t. */
  readonly p: number;
  /** Slope that is told from 0 at level .05 in eight of ten experiments of this size: 2.8 standard errors. */
  readonly detectable: number;
}

/** Standard errors between 0 and a slope that a test at level .05 finds with probability .8. */
const errorsApart = normalQuantile(0.975) + normalQuantile(0.8);

/**
 * Slope of a score in a second quantity at equal x: does the size of a model help once its loss is known? Least squares of
 *
 *     score = c_0 + c_1 x + ... + c_d x^d + slope * other
 *
 * The curve in x must be able to bend as the scores do: what it cannot follow goes to the slope, if x and the other quantity go together. Try a higher degree.
 *
 * @param x one per point, any unit
 * @param other the second quantity, one per point: the slope is in score per unit of it
 * @param score one per point
 * @param options `degree`: d, default 5; 0 holds nothing
 * @returns the slope; `kind: "failed"` if too few points are left, or if the other quantity follows from x
 * @throws RangeError for ragged data, values that are not finite, or a degree that is no whole number
 * @example
 * import { slopeAtEqual } from "@emergence/lib/measures";
 * const found = slopeAtEqual([1, 2, 3, 4, 5], [0, 1, 0, 0, 1], [1.1, 2.6, 3, 4.1, 5.4], { degree: 1 });
 * found.kind === "slope" && found.mean.toFixed(2); // => "0.46"
 *
 * Source: Frisch & Waugh 1933, Econometrica 1, 387-401: the slope is that of what the curve leaves of the score in what it leaves of the other quantity.
 */
export function slopeAtEqual(
  x: Numbers,
  other: Numbers,
  score: Numbers,
  options: { readonly degree?: number } = {},
): SlopeAtEqual | Failure {
  const caller = "slopeAtEqual";
  const { degree = 5 } = optionsOf(caller, options, slopeAtEqualOptions);
  requireFiniteNumbers(caller, "x", x);
  requireFiniteNumbers(caller, "other", other);
  requireFiniteNumbers(caller, "score", score);
  requireSameLength(caller, { x, others: other });
  requireSameLength(caller, { x, scores: score });
  requireWhole(caller, "degree", degree, 0);
  const failed = (reason: string): Failure => ({ kind: "failed", reason });
  const basis = powers(x, degree);
  const degreesOfFreedom = x.length - basis.length - 1;
  if (degreesOfFreedom < 1)
    return failed(
      `${x.length} points for ${basis.length + 1} parameters, needs at least one more point than parameters: a lower degree`,
    );
  const others = Float64Array.from(other);
  const own = without(others, basis);
  const variance = dot(own, own);
  if (!(variance > 1e-16 * dot(others, others)))
    return failed(`the other quantity follows from x by a polynomial of degree ${degree}: at equal x it does not vary`);
  const values = without(Float64Array.from(score), basis);
  const mean = dot(own, values) / variance;
  const rest = values.map((one, i) => one - mean * (own[i] as number));
  const standardError = Math.sqrt(dot(rest, rest) / degreesOfFreedom / variance);
  const p = standardError > 0 ? 2 * studentCdf(-Math.abs(mean) / standardError, degreesOfFreedom) : Number(mean === 0);
  return { kind: "slope", mean, standardError, degreesOfFreedom, p, detectable: errorsApart * standardError };
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, one, i) => sum + one * (b[i] as number), 0);

/** Orthonormal columns that span the powers of x up to a degree; those that x cannot tell apart are left out. */
function powers(x: Numbers, degree: number): Float64Array[] {
  const [low = 0, high = 0] = extent(x as Iterable<number>);
  const scaled = Float64Array.from(x, (one) => (high > low ? (2 * (one - low)) / (high - low) - 1 : 0));
  const basis: Float64Array[] = [];
  for (let power = 0; power <= degree; power++) {
    const column = scaled.map((one) => one ** power);
    const rest = without(column, basis);
    const length = Math.sqrt(dot(rest, rest));
    if (length > 1e-9 * Math.sqrt(dot(column, column))) basis.push(rest.map((one) => one / length));
  }
  return basis;
}

/** What is left of a column once orthonormal ones are taken out, twice for the last digits. */
function without(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  let rest = column;
  for (const one of [...basis, ...basis]) {
    const along = dot(rest, one);
    rest = rest.map((value, i) => value - along * (one[i] as number));
  }
  return rest;
}
