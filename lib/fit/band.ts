import { requireInside } from "../core/require";
import { normalQuantile, studentQuantile } from "../stats/distributions";
import type { Model, Point, Predictors } from "./model";
import { toPoints } from "./observations";
import type { BandOptions, Fit } from "./result";
import type { Uncertainty } from "./uncertainty";

/** How far a two-sided interval reaches, in standard errors: Student's t, or the normal where sigma is known. */
export function reach(caller: string, confidence: number, degreesOfFreedom: number, absolute: boolean): number {
  requireInside(caller, "confidence", confidence);
  if (absolute) return normalQuantile((1 + confidence) / 2);
  return degreesOfFreedom > 0 ? studentQuantile((1 + confidence) / 2, degreesOfFreedom) : Number.POSITIVE_INFINITY;
}

function pointsOf(caller: string, model: Model, x: number | Predictors): ArrayLike<Point> {
  return toPoints(caller, model, typeof x === "number" ? [x] : x);
}

/** `predict` of a fit. */
export function makePredict<Name extends string>(model: Model<Name>, vector: Float64Array): Fit<Name>["predict"] {
  const gradient = new Float64Array(vector.length);
  function predict(x: number | Predictors): number | number[] {
    const values = Array.from(pointsOf("predict", model, x), (point) => model.point(point, vector, gradient));
    return typeof x === "number" ? (values[0] as number) : values;
  }
  return predict as Fit<Name>["predict"];
}

/**
 * `band` of a fit by the delta method: the variance of the curve at x is g' C g, with g the gradient by the parameters and C their
 * covariance; a new observation adds sigma squared. Seber & Wild 2003, Nonlinear Regression, section 5.1.
 */
export function makeBand<Name extends string>(state: {
  readonly model: Model<Name>;
  readonly vector: Float64Array;
  /** Positions of the parameters that `uncertainty` is about. */
  readonly estimated: readonly number[];
  readonly uncertainty: Uncertainty;
  readonly unit: number;
  /** Standard deviation of one observation around the curve, from the curve's value there. */
  readonly observationError: (value: number) => number;
  /** Where values can lie. Default: anywhere. */
  readonly range?: readonly [number, number];
  readonly degreesOfFreedom: number;
  readonly absolute: boolean;
}): Fit<Name>["band"] {
  const { model, vector, estimated, uncertainty, unit, observationError, degreesOfFreedom, absolute } = state;
  const [lowest, highest] = state.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const gradient = new Float64Array(vector.length);
  function band(x: number | Predictors, { confidence = 0.95, interval = "confidence" }: BandOptions = {}) {
    const t = reach("band", confidence, degreesOfFreedom, absolute);
    const value: number[] = [];
    const lower: number[] = [];
    const upper: number[] = [];
    for (const point of Array.from(pointsOf("band", model, x))) {
      const center = model.point(point, vector, gradient);
      const spread = uncertainty.spread(estimated.map((index) => gradient[index] as number));
      // Not unit * spread where spread is 0: an infinite unit (no degree of freedom) leaves a held curve certain.
      const error = spread === 0 ? 0 : unit * spread;
      const half = t * (interval === "prediction" ? Math.hypot(error, observationError(center)) : error) || 0;
      value.push(center);
      lower.push(Math.max(lowest, center - half));
      upper.push(Math.min(highest, center + half));
    }
    return typeof x === "number" ? { value: value[0], lower: lower[0], upper: upper[0] } : { value, lower, upper };
  }
  return band as Fit<Name>["band"];
}
