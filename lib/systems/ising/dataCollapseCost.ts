import type { Numbers } from "../../core/numbers";
import { type Kinds, partsOf, requireFiniteNumbers, requireList } from "../../core/require";

/** The curve of one size in scaled variables. */
export interface ScaledCurve {
  /** Rising. */
  readonly x: Numbers;
  readonly y: Numbers;
}

/** Kinds of the parts of a curve, for their check. */
const curveKinds: Kinds<ScaledCurve> = { x: "list", y: "list" };

/**
 * Distance of the scaled curves of several sizes from a single curve. Each point is compared with every other curve that covers its x, interpolated
 * linearly,
 *
 *     spread = sqrt(mean of (y - y_other(x))^2) / (highest y - lowest y)
 *
 * It is 0 if they fall on one curve. The range in the denominator removes the unit of y, so that exponents can be compared.
 *
 * @param curves at least 2, each with as many x as y, x rising
 * @throws RangeError for fewer than 2 curves, wrong lengths, x that do not rise, values that are not finite, or curves that do not overlap in x
 * @example
 * import { dataCollapseCost } from "@emergence/lib/systems";
 * dataCollapseCost([{ x: [0, 2], y: [0, 2] }, { x: [1, 3], y: [1, 3] }]); // => 0
 *
 * Source: Bhattacharjee & Seno 2001, J. Phys. A 34, 6375-6380, with q = 2 and the range for scale.
 */
export function dataCollapseCost(curves: readonly ScaledCurve[]): number {
  requireList("dataCollapseCost", "curves", curves, "an array of { x, y }");
  for (let c = 0; c < curves.length; c++) {
    const { x, y } = partsOf("dataCollapseCost", curves[c] as ScaledCurve, curveKinds, `curves[${c}]`);
    requireFiniteNumbers("dataCollapseCost", `x of curve ${c}`, x);
    requireFiniteNumbers("dataCollapseCost", `y of curve ${c}`, y);
  }
  if (curves.length < 2) throw new RangeError(`dataCollapseCost: ${curves.length} curves, needs at least 2`);
  let [sum, count, lowest, highest] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [c, { x, y }] of curves.entries()) {
    if (x.length !== y.length) throw new RangeError(`dataCollapseCost: curve ${c} has ${x.length} x but ${y.length} y`);
    for (let i = 0; i < x.length; i++) {
      const [at, value] = [x[i] as number, y[i] as number];
      if (!(Number.isFinite(at) && Number.isFinite(value))) {
        throw new RangeError(`dataCollapseCost: curve ${c} has (${at}, ${value}), needs finite numbers`);
      }
      if (i > 0 && !(at > (x[i - 1] as number))) {
        throw new RangeError(`dataCollapseCost: x of curve ${c} does not rise at ${i}`);
      }
      [lowest, highest] = [Math.min(lowest, value), Math.max(highest, value)];
    }
  }
  for (const [c, one] of curves.entries()) {
    for (const [d, other] of curves.entries()) {
      if (c === d) continue;
      for (let i = 0; i < one.x.length; i++) {
        const value = interpolated(other, one.x[i] as number);
        if (value === undefined) continue;
        sum += ((one.y[i] as number) - value) ** 2;
        count++;
      }
    }
  }
  if (count === 0) throw new RangeError("dataCollapseCost: no two curves overlap in x, needs at least two that do");
  return highest === lowest ? 0 : Math.sqrt(sum / count) / (highest - lowest);
}

function interpolated({ x, y }: ScaledCurve, at: number): number | undefined {
  for (let i = 1; i < x.length; i++) {
    const [left, right] = [x[i - 1] as number, x[i] as number];
    if (at < left || at > right) continue;
    const share = (at - left) / (right - left);
    return (1 - share) * (y[i - 1] as number) + share * (y[i] as number);
  }
  return undefined;
}
