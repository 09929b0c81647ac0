import { inverse, singular, type Triangle } from "./singular";

/** Uncertainty of the free parameters from the Jacobian at the minimum, in units of one residual standard deviation. */
export interface Uncertainty {
  /** Root of the diagonal of (J'J)^-1: times sigma the standard errors. Infinity for a parameter that the data do not determine. */
  readonly errors: readonly number[];
  /** Correlation of two parameters, 0 beside one that the data do not determine. */
  correlation(i: number, j: number): number;
  /** Ratio of the largest singular value to the smallest. A method, since a getter in a literal would take most of the time of all of this. */
  condition(): number;
  /** Directions in parameter space that the data do not determine at all. */
  readonly free: readonly Float64Array[];
  /** Standard deviation of the curve for a gradient by the free parameters; Infinity along a free direction. */
  spread(gradient: ArrayLike<number>): number;
}

/** Ratio to the largest below which a singular value is rounding: the data do not determine that direction. */
const rankTolerance = 1e-12;
/** Smallest component of a free direction that involves a parameter. */
const takesPart = 1e-6;

/** Uncertainty from the triangle of the Jacobian. */
export function uncertaintyOf(triangle: Triangle): Uncertainty {
  const { scale } = triangle;
  const size = scale.length;
  // Far from singular the inverse gives the same as the singular values, at a fraction of their cost.
  const whole = inverse(triangle);
  const { values, vectors } = whole === undefined ? singular(triangle) : { values: [], vectors: [] };
  const kept = rank(values);
  const lost = vectors.slice(kept);
  const directions =
    whole ?? vectors.slice(0, kept).map((v, k) => Array.from(v, (part) => part / (values[k] as number)));
  const unfixed = (j: number) => lost.some((v) => Math.abs(v[j] as number) > takesPart);
  // Of the scaled parameters, so that no square leaves the range of numbers, whatever the units: the units come last.
  const sizes: number[] = [];
  const errors: number[] = [];
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (const direction of directions) sum += (direction[j] as number) * (direction[j] as number);
    sizes.push(Math.sqrt(sum));
    errors.push(unfixed(j) ? Number.POSITIVE_INFINITY : (sizes[j] as number) / (scale[j] as number));
  }
  function correlation(i: number, j: number): number {
    if (i === j) return 1;
    if (unfixed(i) || unfixed(j)) return 0;
    let sum = 0;
    for (const direction of directions) sum += (direction[i] as number) * (direction[j] as number);
    return Math.max(-1, Math.min(1, sum / (sizes[i] as number) / (sizes[j] as number)));
  }
  function spread(gradient: ArrayLike<number>): number {
    let steepest = 0;
    for (let j = 0; j < size; j++)
      steepest = Math.max(steepest, Math.abs((gradient[j] as number) / (scale[j] as number)));
    if (steepest === 0) return 0;
    for (const v of lost) {
      let along = 0;
      for (let j = 0; j < v.length; j++) along += ((v[j] as number) * (gradient[j] as number)) / (scale[j] as number);
      if (Math.abs(along) > takesPart * steepest) return Number.POSITIVE_INFINITY;
    }
    let sum = 0;
    for (const direction of directions) {
      let along = 0;
      for (let j = 0; j < size; j++)
        along += ((direction[j] as number) * (gradient[j] as number)) / (scale[j] as number) / steepest;
      sum += along * along;
    }
    return steepest * Math.sqrt(sum);
  }
  return {
    errors,
    correlation,
    condition() {
      const all = whole === undefined ? values : singular(triangle).values;
      if (all.length === 0) return 1;
      return rank(all) < all.length ? Number.POSITIVE_INFINITY : (all[0] as number) / (all.at(-1) as number);
    },
    free: lost.map((v) => v.map((part, j) => part / (scale[j] as number))),
    spread,
  };
}

/** Number of singular values, largest first, above rounding. */
function rank(values: readonly number[]): number {
  return values.filter((value) => value > rankTolerance * (values[0] as number) && value > 0).length;
}
