import type { Numbers } from "../../core/numbers";
import type { Model, Point } from "../model/model";
import type { FreeParameters } from "../solver/problem";
import { isFar } from "./far";
import type { Observations } from "./leastSquares";
import { toShape } from "./observations";

/** Points of weight above 0 at which the curve, or its slope by a free parameter, is not finite for these parameters. */
export function undefinedAt(
  model: Model,
  { points, rootWeights }: Observations,
  parameters: Float64Array,
  { indices }: FreeParameters,
): number[] {
  const gradient = new Float64Array(parameters.length);
  const bad: number[] = [];
  for (let i = 0; i < rootWeights.length; i++) {
    if (rootWeights[i] === 0) continue;
    let sum = model.point(points[i] as Point, parameters, gradient);
    for (const index of indices) sum += gradient[index] as number;
    if (!Number.isFinite(sum)) bad.push(i);
  }
  return bad;
}

/** What the candidates of a search say about the domain of a curve. */
export interface Edges {
  /** Points at which the curve is defined for none of the candidates, though it is elsewhere. */
  readonly never: readonly number[];
  /** Points at which it is defined for some of the candidates only, though those are defined everywhere else. */
  readonly sometimes: readonly number[];
}

/**
 * Points that lie at the edge of a curve's domain or beyond it: 0 and negative numbers of a power law or a logarithm. Only such x are asked
 * for, since numbers above 0 fail by overflow, which a better start mends.
 */
export function edgesOf(model: Model, data: Observations, free: FreeParameters): Edges {
  const low = lowPoints(data);
  if (low.length === 0) return { never: [], sometimes: [] };
  const failures = candidatesOf(model, data, free).map((parameters) => undefinedAt(model, data, parameters, free));
  // A candidate that fails at a positive x tells of overflow, not of the domain.
  const telling = failures.filter((bad) => bad.every((i) => low.includes(i)));
  const count = (i: number) => telling.filter((bad) => bad.includes(i)).length;
  const never = low.filter((i) => telling.length > 0 && count(i) === telling.length);
  return { never, sometimes: low.filter((i) => count(i) > 0 && !never.includes(i)) };
}

/** Points of weight above 0 with a predictor of 0 or below. */
function lowPoints({ points, rootWeights }: Observations): number[] {
  const low: number[] = [];
  for (let i = 0; i < rootWeights.length; i++) {
    const point = points[i] as Point;
    if (rootWeights[i] !== 0 && (typeof point === "number" ? point <= 0 : point.some((value) => value <= 0)))
      low.push(i);
  }
  return low;
}

/** The model's candidates within the bounds, its linear parameters at 1. */
function candidatesOf(
  model: Model,
  data: Observations,
  { all, indices, lower, upper }: FreeParameters,
): Float64Array[] {
  const guesses = model.initialGuesses(toShape(data), () => undefined).slice(0, 100);
  return guesses.map((guess: Numbers) => {
    const parameters = all.slice();
    for (const [j, index] of indices.entries()) {
      const value = model.linear.includes(model.parameters[index] as string) ? 1 : (guess[index] as number);
      parameters[index] = Math.min(upper[j] as number, Math.max(lower[j] as number, value));
    }
    return parameters;
  });
}

/** The data without some points, which get weight 0. */
export function without(data: Observations, left: readonly number[]): Observations {
  const rootWeights = data.rootWeights.slice();
  for (const i of left) rootWeights[i] = 0;
  return { ...data, rootWeights };
}

/** "x[0] = 0", or "x[0] = 0 and 2 further points". */
export function pointNames({ points }: Observations, indices: readonly number[]): string {
  const [first = 0, ...others] = indices;
  const at = points[first] as Point;
  const place = `x[${first}] = ${typeof at === "number" ? at : `[${Array.from(at).join(", ")}]`}`;
  if (others.length === 0) return place;
  return `${place} and ${others.length} further ${others.length === 1 ? "point" : "points"}`;
}

/**
 * The parameter and the point at which these parameters lie at the edge of the curve's domain: a millionth of the parameter further and the curve
 * is not defined there (sqrt(Tm - x) at x = Tm). Its slope is infinite at such an edge, so that no descent ends there. "" if there is none.
 */
export function edgeIn(model: Model, data: Observations, parameters: Float64Array, free: FreeParameters): string {
  if (undefinedAt(model, data, parameters, free).length > 0) return "";
  for (const index of free.indices) {
    for (const side of [-1, 1]) {
      const moved = parameters.slice();
      moved[index] = (moved[index] as number) * (1 + side * edgeWidth);
      const [first] = undefinedAt(model, data, moved, free);
      if (first === undefined) continue;
      const name = model.parameters[index];
      return `the best curve lies at the edge of its domain: ${pointNames(data, [first])} leaves it where ${name} is ${side < 0 ? "smaller" : "larger"} than ${(parameters[index] as number).toPrecision(6)}; hold ${name} there (fixed), or leave the point out`;
    }
  }
  return "";
}

/** Relative distance from the edge of a domain within which parameters lie at it. */
const edgeWidth = 1e-6;

/** Size of x above which its powers soon leave the range of numbers. */
const manyDecades = 1e12;

/** Largest size of x. */
function largestX({ points }: Observations): number {
  let largest = 0;
  for (let i = 0; i < points.length; i++) {
    const point = points[i] as Point;
    if (typeof point === "number") largest = Math.max(largest, Math.abs(point));
    else for (const value of point) largest = Math.max(largest, Math.abs(value));
  }
  return largest;
}

/** The cure of a curve that is not finite. */
function nearer(data: Observations): string {
  const first = data.points[0];
  if (isFar(data) && typeof first === "number")
    return `x lies far from 0, count it from near the data (subtract ${Number(first.toPrecision(4))} from x)`;
  const largest = largestX(data);
  const unit = largest > manyDecades ? `; x reaches ${largest}, give it in a larger unit` : "";
  return `give a start or bounds closer to the data${unit}`;
}

/** Why the curve is not finite at `which` (any, the) start. */
export function whyNotFinite(model: Model, data: Observations, free: FreeParameters, which: string): string {
  const { never } = edgesOf(model, data, free);
  if (never.length === 0) {
    return `${model.name} is not finite at ${which} start: ${nearer(data)}`;
  }
  return `${model.name} is not defined at ${pointNames(data, never)}, whatever its parameters (a logarithm or power of 0 or of a negative number, or a division by 0): leave out what lies outside its domain, give it weight 0, or shift x`;
}
