import { mean, sum } from "d3-array";
import type { Estimate } from "../../core/estimate";
import { type Kinds, partsOf, requireFiniteNumbers, requireNoOverflow, requirePositive } from "../../core/require";
import { shown } from "../../core/shown";

/** Transition points of single systems of one size. */
export interface TransitionSample {
  /** Size of the system, in any unit, > 0. */
  readonly size: number;
  /** Value of the parameter at which each system changed, for at least 3 systems. */
  readonly values: readonly number[] | Float64Array;
}

/** Kinds of the parts of a sample, for their check. */
const sampleKinds: Kinds<TransitionSample> = { size: "number", values: "list" };

/** Estimates for the infinite system from two sizes. */
export interface FiniteSizeCrossing {
  /** Value of the parameter at which the curves of both sizes cross. */
  readonly crossing: Estimate;
  /** w of width ~ size^-w. */
  readonly widthExponent: Estimate;
}

/**
 * Crossing of the curves of two sizes, and the exponent by which they narrow with size. A curve is the fraction of systems that have changed, as a function
 * of the parameter. If both have the same shape, F((x - x_c) size^w), their means mu and standard deviations s determine both numbers:
 *
 *     w   = ln(s_1 / s_2) / ln(size_2 / size_1)
 *     x_c = (mu_2 s_1 - mu_1 s_2) / (s_1 - s_2)
 *
 * whatever the shape. Standard errors are by the jackknife over systems. If the shape still changes with size, x_c drifts with the sizes.
 *
 * @param small the smaller size
 * @param large the larger size
 * @throws RangeError for sizes out of order, fewer than 3 values, values that are not finite or all equal, or equal widths
 * @example
 * import { finiteSizeCrossing } from "@emergence/lib/systems";
 * const values = [-1, 0, 1];
 * finiteSizeCrossing({ size: 1, values: values.map((v) => 5 + 2 * v) }, { size: 4, values: values.map((v) => 5 + v) }).widthExponent.mean; // => 0.5
 *
 * Source: Fisher & Barber 1972, Phys. Rev. Lett. 28, 1516, for the form; for satisfiability Kirkpatrick & Selman 1994, Science 264, 1297.
 */
export function finiteSizeCrossing(small: TransitionSample, large: TransitionSample): FiniteSizeCrossing {
  for (const [name, sample] of Object.entries({ small, large })) {
    partsOf("finiteSizeCrossing", sample, sampleKinds, name);
    requireFiniteNumbers("finiteSizeCrossing", `values of ${name}`, sample.values);
  }
  requirePositive("finiteSizeCrossing", "size", small.size);
  requirePositive("finiteSizeCrossing", "size", large.size);
  if (!(small.size < large.size)) {
    throw new RangeError(`finiteSizeCrossing: sizes ${small.size} and ${large.size}, needs the smaller one first`);
  }
  const [one, other] = [leftOut(small), leftOut(large)];
  const crossing = (a: Moments, b: Moments) => (b.mean * a.width - a.mean * b.width) / (a.width - b.width);
  const widthExponent = (a: Moments, b: Moments) => Math.log(a.width / b.width) / Math.log(large.size / small.size);
  if (one.all.width === other.all.width)
    throw new RangeError("finiteSizeCrossing: both sizes have the same width, needs two different widths");
  const withError = (value: (a: Moments, b: Moments) => number): Estimate => ({
    mean: value(one.all, other.all),
    standardError: Math.sqrt(
      jackknifeVariance(one.without.map((a) => value(a, other.all))) +
        jackknifeVariance(other.without.map((b) => value(one.all, b))),
    ),
  });
  const found = { crossing: withError(crossing), widthExponent: withError(widthExponent) };
  requireNoOverflow("finiteSizeCrossing", { crossing: found.crossing.mean, widthExponent: found.widthExponent.mean });
  return found;
}

interface Moments {
  readonly mean: number;
  readonly width: number;
}

/** Mean and standard deviation of all values, and without each value in turn. */
function leftOut({ size, values }: TransitionSample): { all: Moments; without: Moments[] } {
  const n = values.length;
  if (n < 3) throw new RangeError(`finiteSizeCrossing: ${n} values at size ${size}, needs at least 3`);
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined)
    throw new RangeError(`finiteSizeCrossing: value ${shown(bad)} at size ${size}, needs a finite number`);
  const total = { sum: 0, squares: 0 };
  const center = values[0] as number;
  for (const value of values) {
    total.sum += value - center;
    total.squares += (value - center) ** 2;
  }
  const moments = (count: number, sum: number, squares: number): Moments => ({
    mean: center + sum / count,
    width: Math.sqrt(Math.max(0, squares - sum ** 2 / count) / (count - 1)),
  });
  const all = moments(n, total.sum, total.squares);
  if (all.width === 0) throw new RangeError(`finiteSizeCrossing: all values at size ${size} are equal, needs a spread`);
  const without = Array.from(values, (value) =>
    moments(n - 1, total.sum - (value - center), total.squares - (value - center) ** 2),
  );
  return { all, without };
}

/** Variance by the jackknife, from the estimates without each sample in turn. */
function jackknifeVariance(without: readonly number[]): number {
  const center = mean(without) as number;
  return (sum(without, (value) => (value - center) ** 2) * (without.length - 1)) / without.length;
}
