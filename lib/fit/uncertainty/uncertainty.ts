import { inverse, singular, type Triangle } from "./singular";

/** Uncertainty of the free parameters from the Jacobian at the minimum, in units of one residual standard deviation. */
export interface Uncertainty {
  /** (J'J)^-1: times sigma squared it is the covariance. Infinity on the diagonal for a parameter that the data do not determine, 0 beside it. */
  readonly unscaled: number[][];
  readonly condition: number;
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
  // In the parameters' own units: (J'J)^-1 is the sum of their outer squares.
  const roots = directions.map((direction) => direction.map((part, j) => part / (scale[j] as number)));
  const unfixed = (j: number) => lost.some((v) => Math.abs(v[j] as number) > takesPart);
  const unscaled: number[][] = [];
  for (let i = 0; i < size; i++) {
    const row: number[] = [];
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (const root of roots) sum += (root[i] as number) * (root[j] as number);
      if (unfixed(i) || unfixed(j)) sum = i === j ? Number.POSITIVE_INFINITY : 0;
      row.push(sum);
    }
    unscaled.push(row);
  }
  function spread(gradient: ArrayLike<number>): number {
    let steepest = 0;
    for (let j = 0; j < size; j++)
      steepest = Math.max(steepest, Math.abs((gradient[j] as number) / (scale[j] as number)));
    for (const v of lost) {
      let along = 0;
      for (let j = 0; j < v.length; j++) along += ((v[j] as number) * (gradient[j] as number)) / (scale[j] as number);
      if (Math.abs(along) > takesPart * steepest) return Number.POSITIVE_INFINITY;
    }
    let sum = 0;
    for (const root of roots) {
      let along = 0;
      for (let j = 0; j < root.length; j++) along += (root[j] as number) * (gradient[j] as number);
      sum += along * along;
    }
    return Math.sqrt(sum);
  }
  return {
    unscaled,
    get condition() {
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

/** Correlation from covariance; 0 beside a parameter of zero or infinite variance. */
export function toCorrelation(covariance: readonly (readonly number[])[]): number[][] {
  const size = (i: number) => Math.sqrt(covariance[i]?.[i] as number);
  return covariance.map((row, i) =>
    row.map((value, j) => {
      if (i === j) return 1;
      const unit = size(i) * size(j);
      return unit > 0 && Number.isFinite(unit) ? value / unit : 0;
    }),
  );
}

/** Covariance of all parameters from that of the estimated ones; 0 for the fixed ones. */
export function embed(
  unscaled: readonly (readonly number[])[],
  places: readonly number[],
  size: number,
  unit: number,
): number[][] {
  const whole: number[][] = [];
  for (let i = 0; i < size; i++) whole.push(new Array<number>(size).fill(0));
  for (let i = 0; i < places.length; i++) {
    const row = whole[places[i] as number] as number[];
    for (let j = 0; j < places.length; j++) {
      const value = unscaled[i]?.[j] as number;
      // 0 times an infinite variance is 0 here: the diagonal marks such parameters.
      row[places[j] as number] = value === 0 ? 0 : value * unit;
    }
  }
  return whole;
}
