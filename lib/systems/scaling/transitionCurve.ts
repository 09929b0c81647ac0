import { bisectRight } from "d3-array";
import type { Estimate } from "../../core/estimate";
import {
  type Kinds,
  optionsOf,
  partsOf,
  requireFinite,
  requireFiniteNumbers,
  requirePositive,
} from "../../core/require";
import type { TransitionSample } from "./finiteSizeCrossing";

export interface TransitionCurveOptions {
  /** Places at which the curve is wanted, in the unit of the parameter, or stretched, if `power` is given. */
  readonly at: readonly number[];
  /** Where the stretching leaves things in place, in the unit of the parameter. Default 0. */
  readonly center?: number;
  /** w: distances from the center are multiplied by size^w. Default 0. */
  readonly power?: number;
  /** Whether to give the share of systems that have not yet changed. Default false. */
  readonly unchanged?: boolean;
}

const transitionCurveOptions: Kinds<TransitionCurveOptions> = {
  at: "numbers",
  center: "number",
  power: "number",
  unchanged: "boolean",
};

const sampleKinds: Kinds<TransitionSample> = { size: "number", values: "list" };

/** A curve of one size, as `lines` of @emergence/plot takes it. */
export interface TransitionCurve {
  /** The size, in words. */
  readonly name: string;
  readonly x: readonly number[];
  /** Shares of systems, with binomial standard errors. */
  readonly y: readonly Estimate[];
  readonly markers: false;
}

/**
 * Share of systems of one size that have changed, as a function of the parameter, or of its distance from a center in units that depend on the size:
 *
 *     y(x) = share of values v with v <= x,   stretched: with (v - center) size^w <= x
 *
 * If curves of all sizes lie on one another, stretched by the right w, the width falls as size^-w: a *collapse*.
 *
 * @param sample a size, and the transition points of systems of that size
 * @throws RangeError for a sample without values, values that are not finite, a size that is not above 0
 * @example
 * import { transitionCurve } from "@emergence/lib/systems";
 * transitionCurve({ size: 4, values: [1, 2, 3, 4] }, { at: [2] }).y[0]?.mean; // => 0.5
 * transitionCurve({ size: 4, values: [1, 2, 3, 4] }, { at: [2], center: 2, power: 0.5 }).y[0]?.mean; // => 0.75
 *
 * Source: Fisher & Barber 1972, Phys. Rev. Lett. 28, 1516, for the scaling form.
 */
export function transitionCurve(sample: TransitionSample, options: TransitionCurveOptions): TransitionCurve {
  const {
    at,
    center = 0,
    power = 0,
    unchanged = false,
  } = optionsOf("transitionCurve", options, transitionCurveOptions);
  partsOf("transitionCurve", sample, sampleKinds, "sample");
  const { size, values } = sample;
  requireFiniteNumbers("transitionCurve", "values", values);
  requireFiniteNumbers("transitionCurve", "at", at);
  requirePositive("transitionCurve", "size", size);
  requireFinite("transitionCurve", "center", center);
  requireFinite("transitionCurve", "power", power);
  const n = values.length;
  if (n === 0) throw new RangeError("transitionCurve: a sample of 0 values, needs at least 1");
  const points = Float64Array.from(values, (value) => (value - center) * size ** power).sort();
  const places = Array.from(at);
  const y = places.map((x) => {
    const below = bisectRight(points, x) / n;
    const share = unchanged ? 1 - below : below;
    return { mean: share, standardError: Math.sqrt((share * (1 - share)) / n) };
  });
  return { name: `size ${size}`, x: places, y, markers: false };
}
