import type { Interval } from "../../core/estimate";
import type { Model } from "../model/model";
import { defaults, type FitOptions } from "../problem/options";
import { Descender, type Descent } from "../solver/descend";
import type { FreeParameters, ProblemFactory } from "../solver/problem";
import { reach } from "./band";

const mostDoublings = 24;
/** Share of t below which a profile has not risen. */
const flat = 1e-3;
/** Doublings between two ends within which the root is looked for by its depth, and those down to the smallest number that is tried. */
const nearby = 4;
const smallest = -1000;
/** Doublings up to the largest number. */
const largest = 1024;

/** Input of a profile: the problem, its minimum, and the unit of the cost. */
export interface ProfileState<Name extends string> {
  readonly model: Model<Name>;
  readonly problemOf: ProblemFactory;
  readonly free: FreeParameters;
  readonly options: Pick<FitOptions<Name>, "tolerance" | "maxIterations">;
  readonly descent: Descent;
  readonly standardErrors: Record<Name, number>;
  /** Residual standard deviation, the unit in which the cost is measured. */
  readonly unit: number;
  readonly degreesOfFreedom: number;
  readonly absolute: boolean;
}

/**
 * Profile-likelihood intervals: for each parameter the values at which the best fit of all others is no worse than
 *
 *     rss(theta_j) <= rss + t^2 sigma^2
 *
 * with Student's t. Unlike estimate +- t errors it follows a curved valley, and an end may be open (infinite).
 * Bates & Watts 1988, Nonlinear Regression Analysis, section 6.1.
 */
export function profileInterval<Name extends string>(
  state: ProfileState<Name>,
  confidence: number,
): Record<Name, Interval> {
  const { model, free, descent, standardErrors, degreesOfFreedom, absolute } = state;
  const t = reach("profile", confidence, degreesOfFreedom, absolute);
  return Object.fromEntries(
    model.parameters.map((name, index) => {
      const estimate = descent.parameters[index] as number;
      const j = free.indices.indexOf(index);
      if (j < 0) return [name, { lower: estimate, upper: estimate }];
      if (t === Number.POSITIVE_INFINITY) return [name, { lower: -t, upper: t }];
      const error = standardErrors[name];
      const first = t * (Number.isFinite(error) && error > 0 ? error : 0.01 * Math.abs(estimate) || 0.01);
      const lower = crossing(state, j, -first, t, free.lower[j] as number);
      const upper = crossing(state, j, first, t, free.upper[j] as number);
      return [name, { lower, upper }];
    }),
  ) as Record<Name, Interval>;
}

/** Value at which the profile reaches t, searched from the estimate in steps that double from `step`; infinite if it never does. */
function crossing<Name extends string>(
  state: ProfileState<Name>,
  j: number,
  step: number,
  t: number,
  bound: number,
): number {
  const { free, descent } = state;
  const estimate = descent.parameters[free.indices[j] as number] as number;
  const depth = depthAlong(state, j, t);
  const clip = (value: number) => (step > 0 ? Math.min(bound, value) : Math.max(bound, value));
  let inside = estimate;
  let insideDepth = 0;
  for (let doubling = 0; doubling < mostDoublings; doubling++) {
    const outside = clip(estimate + step * 2 ** doubling);
    const outsideDepth = depth(outside);
    if (outsideDepth >= t) {
      const ends: Ends = [inside, insideDepth, outside, outsideDepth];
      return root(depth, t, doubling > 0 && insideDepth < flat * t ? narrowed(depth, t, ends) : ends);
    }
    if (outside === bound) return bound;
    // Twice as far and no deeper: the valley has no end.
    if (doubling > 6 && outsideDepth - insideDepth < flat * t) break;
    inside = outside;
    insideDepth = outsideDepth;
  }
  return Math.sign(step) * Number.POSITIVE_INFINITY;
}

/**
 * Distance in likelihood, sqrt((rss(theta_j) - rss) / sigma^2). Each refit starts from where the last ones inside the interval lead, and from the last of
 * them; if that ends outside, also from the estimate and from the latest refit, since a refit that ran into another valley is no evidence about this one.
 */
function depthAlong<Name extends string>(state: ProfileState<Name>, j: number, t: number): (value: number) => number {
  const { problemOf, free, options, descent, unit } = state;
  const index = free.indices[j] as number;
  const others = free.indices.filter((_, i) => i !== j);
  const [lower, upper] = [free.lower, free.upper].map((bounds) => bounds.filter((_, i) => i !== j)) as [
    Float64Array,
    Float64Array,
  ];
  const { tolerance, maxIterations } = { ...defaults, ...options };
  let inside: Float64Array = descent.parameters;
  let last: Float64Array = descent.parameters;
  let before: Float64Array = descent.parameters;
  // Far out a parameter that ran away takes others along with its logarithm: x0 with log L.
  const carriedOn = (value: number) => {
    const [from, to] = [before[index] as number, inside[index] as number];
    const steps = Math.log(value / to) / Math.log(to / from);
    if (!Number.isFinite(steps) || Math.abs(Math.log2(value / to)) < 1) return [];
    return [inside.map((each, i) => each + steps * (each - (before[i] as number)))];
  };
  return (value) => {
    let best = Number.POSITIVE_INFINITY;
    const all = descent.parameters.slice();
    all[index] = value;
    const posed = new Descender(problemOf, { all, indices: others, lower, upper });
    for (const start of new Set([...carriedOn(value), inside, descent.parameters, last])) {
      const refit = posed.descend(start, { tolerance, maxIterations });
      if (refit.stop === "overflow") continue;
      const depth = Math.sqrt(Math.max(0, refit.cost - descent.cost)) / unit;
      if (depth < best) [best, last] = [depth, refit.parameters];
      if (depth < t) {
        [before, inside] = [inside, refit.parameters];
        break;
      }
    }
    return best;
  };
}

/** A place inside with its depth, and one outside. */
type Ends = [inside: number, insideDepth: number, outside: number, outsideDepth: number];

/**
 * The ends, brought together in their exponents: an estimate that ran away (L = 1e100 where only the foot of an S-curve is seen) lies a hundred
 * orders of magnitude beyond the end of its interval, which no step in proportion to it would find.
 */
function narrowed(depth: (value: number) => number, t: number, [a, depthA, b, depthB]: Ends): Ends {
  let ends: Ends = [a, depthA, b, depthB];
  const put = (value: number) => {
    const at = depth(value);
    ends = at >= t ? [ends[0], ends[1], value, at] : [value, at, ends[2], ends[3]];
  };
  if (a * b < 0) put(0);
  // An end may have overflowed: between a number and infinity there is no middle.
  const doublings = (value: number) => Math.min(largest, Math.max(smallest, Math.log2(Math.abs(value))));
  for (;;) {
    const [from, to] = [doublings(ends[0]), doublings(ends[2])];
    if (Math.abs(from - to) <= nearby) return ends;
    put(Math.sign(ends[0] || ends[2]) * 2 ** ((from + to) / 2));
  }
}

/** Zero of depth - t between two ends, by the Illinois variant of regula falsi; the depth is nearly linear. */
function root(depth: (value: number) => number, t: number, [a, depthA, b, depthB]: Ends): number {
  let [x0, f0, x1, f1] = [a, depthA - t, b, Math.min(depthB, 1e6 * t) - t];
  for (let k = 0; k < 60 && Math.abs(x1 - x0) > 1e-11 * Math.abs(x1); k++) {
    const x = k > 30 ? (x0 + x1) / 2 : x1 - (f1 * (x1 - x0)) / (f1 - f0);
    const f = Math.min(depth(x), 1e6 * t) - t;
    if (Math.abs(f) < 1e-12 * t) return x;
    if (f * f1 < 0) [x0, f0] = [x1, f1];
    else f0 /= 2;
    [x1, f1] = [x, f];
  }
  return x1;
}
