import type { Interval } from "../../core/estimate";
import { type Kinds, optionsOf, requireInside } from "../../core/require";
import { normalQuantile, studentQuantile } from "../../stats/distributions";
import type { Model, Point, Predictors } from "../model/model";
import { toPoints } from "../problem/observations";
import type { Uncertainty } from "./uncertainty";

/** Options of `band`. */
export interface BandOptions {
  /** Coverage of the band, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** Confidence band of the curve (default), or prediction band of a new observation. */
  readonly interval?: "confidence" | "prediction";
}

/** Kinds of the options, for their check. */
const bandKinds: Kinds<BandOptions> = { confidence: "number", interval: ["confidence", "prediction"] };

/** The curve at one x, with its band. */
export interface Band extends Interval {
  readonly value: number;
}

/** The curve at several x, with its band. */
export interface Bands {
  readonly value: number[];
  readonly lower: number[];
  readonly upper: number[];
}

/** How far a two-sided interval reaches, in standard errors: Student's t, or the normal where sigma is known. */
export function reach(caller: string, confidence: number, degreesOfFreedom: number, absolute: boolean): number {
  requireInside(caller, "confidence", confidence);
  if (absolute) return normalQuantile((1 + confidence) / 2);
  return degreesOfFreedom > 0 ? studentQuantile((1 + confidence) / 2, degreesOfFreedom) : Number.POSITIVE_INFINITY;
}

/** Values of the curve: a number for a number, an array for an array. */
export function predictAt(model: Model, vector: Float64Array, x: number | Predictors): number | number[] {
  const gradient = new Float64Array(vector.length);
  const at = (point: Point) => model.point(point, vector, gradient);
  const points = toPoints("predict", model, typeof x === "number" ? [x] : x);
  return typeof x === "number" ? at(points[0] as Point) : Array.from(points, at);
}

/** Input of a band. */
export interface BandState {
  readonly model: Model;
  readonly vector: Float64Array;
  /** Positions of the parameters in `uncertainty`. */
  readonly estimated: readonly number[];
  readonly uncertainty: Uncertainty;
  readonly unit: number;
  /** Standard deviation of one observation around the curve, from the curve's value. */
  readonly observationError: (value: number) => number;
  /** Range of possible values. */
  readonly range: readonly [number, number];
  readonly degreesOfFreedom: number;
  readonly absolute: boolean;
}

/**
 * Band of the curve by the delta method: the variance of the curve at x is g' C g, with g the gradient by the parameters and C their
 * covariance; a new observation adds sigma squared. Seber & Wild 2003, Nonlinear Regression, section 5.1.
 */
export function bandAt(state: BandState, x: number | Predictors, options: BandOptions = {}): Band | Bands {
  const { confidence = 0.95, interval = "confidence" } = optionsOf("band", options, bandKinds);
  const { model, vector, estimated, uncertainty, unit, observationError, degreesOfFreedom, absolute } = state;
  const [lowest, highest] = state.range;
  const gradient = new Float64Array(vector.length);
  const t = reach("band", confidence, degreesOfFreedom, absolute);
  const at = (point: Point): Band => {
    const value = model.point(point, vector, gradient);
    const spread = uncertainty.spread(estimated.map((index) => gradient[index] as number));
    // Not unit * spread if spread is 0: an infinite unit (no degree of freedom) leaves a fixed curve certain.
    const error = spread === 0 ? 0 : unit * spread;
    const half = t * (interval === "prediction" ? Math.hypot(error, observationError(value)) : error) || 0;
    return { value, lower: Math.max(lowest, value - half), upper: Math.min(highest, value + half) };
  };
  const points = toPoints("band", model, typeof x === "number" ? [x] : x);
  if (typeof x === "number") return at(points[0] as Point);
  const bands = Array.from(points, at);
  return {
    value: bands.map(({ value }) => value),
    lower: bands.map(({ lower }) => lower),
    upper: bands.map(({ upper }) => upper),
  };
}
