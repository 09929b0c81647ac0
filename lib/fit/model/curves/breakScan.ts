import { unitOf } from "../../../core/unitOf";
import type { Shape } from "../model";
import { type Halves, halvesAt } from "./halves";

/** Numbers of candidates that a scan returns: of those that share the lowest sum of squares, and of further ones. */
const kept = 24;
/** Relative difference up to which two sums of squares are the same, and from which they belong to different fits. */
const [near, apart] = [1e-6, 0.01];
/** Rounding of a sum of squares, in units of the total. */
const rounding = 1e-12;

/**
 * Candidate places of a break, best first: those of the lowest sums of squares among all `places`. Each costs a few operations, so that n places of n points
 * cost n log n.
 *
 * @param places candidates, those preferred among equals first; those outside the bounds of x0 move to the bound
 * @param cost sum of squares of the best curve that breaks at a place
 */
export function bestBreaks(shape: Shape, places: readonly number[], cost: (halves: Halves) => number): number[] {
  const [lower, upper] = shape.range("x0");
  const distinct = [...new Set(places.map((place) => Math.min(upper, Math.max(lower, place))))];
  const given = new Map(distinct.map((place, i) => [place, i]));
  const allowed = Float64Array.from(distinct).sort();
  const halves = halvesAt(shape, allowed);
  const costs = halves.map((one) => Math.max(0, cost(one)));
  const at = (i: number) => costs[i] as number;
  const order = Array.from(costs.keys()).sort((a, b) => at(a) - at(b) || a - b);
  const least = at(order[0] ?? 0);
  const limit = (1 + near) * least + rounding * (halves[0]?.total ?? 0);
  const alike = order.findIndex((i) => at(i) > limit);
  const rank = (i: number) => given.get(allowed[i] as number) as number;
  const taken = order
    .slice(0, alike < 0 ? order.length : alike)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, kept);
  let last = least;
  for (const i of order) {
    if (taken.length === 2 * kept) break;
    if (at(i) <= limit || at(i) <= (1 + apart) * last) continue;
    taken.push(i);
    last = at(i);
  }
  return taken.map((i) => allowed[i] as number);
}

/** The data in the unit in which squares of y are numbers, for a curve in which every parameter but x0 is a multiple of y. */
export function inUnitOfY(shape: Shape): Shape {
  const unit = unitOf(Math.max(Math.abs(shape.yMin), Math.abs(shape.yMax)));
  if (unit === 1) return shape;
  const range: Shape["range"] = (name) => {
    const [lower, upper] = shape.range(name);
    return name === "x0" ? [lower, upper] : [lower / unit, upper / unit];
  };
  const [yMin, yMax, ySpan] = [shape.yMin / unit, shape.yMax / unit, shape.ySpan / unit];
  return { ...shape, y: shape.y.map((value) => value / unit), yMin, yMax, ySpan, range };
}

/** Value at which the caller holds a parameter, if so. */
export function heldIn({ range }: Shape, name: string): number | undefined {
  const [lower, upper] = range(name);
  return lower === upper ? lower : undefined;
}
