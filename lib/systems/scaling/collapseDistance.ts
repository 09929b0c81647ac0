import { extent, mean, quantileSorted, range } from "d3-array";
import {
  type Kinds,
  optionsOf,
  partsOf,
  requireFinite,
  requireFiniteNumbers,
  requireList,
  requirePositive,
} from "../../core/require";
import type { TransitionSample } from "./finiteSizeCrossing";

export interface CollapseOptions {
  /** Where the stretching leaves things in place, in the unit of the parameter. */
  readonly center: number;
  /** w: distances from the center are multiplied by size^w. */
  readonly power: number;
}

const collapseOptions: Kinds<CollapseOptions> = { center: "number", power: "number" };
const sampleKinds: Kinds<TransitionSample> = { size: "number", values: "list" };

/**
 * How far the curves of several sizes are from one, after distances from a center are stretched by size^w: the mean distance between the
 * farthest of their deciles, in units of the distance from the first to the ninth decile of the first sample,
 *
 *     mean over k = 1 ... 9 of (max q_k - min q_k) / (q_9 - q_1 of the first),   q_k = (decile k - center) (size / first size)^w
 *
 * 0 for a perfect collapse. A small distance is no proof of a law: it is of these sizes, and the scatter of the deciles is in it.
 *
 * @param samples at least two sizes, each with the transition points of at least 10 systems
 * @throws RangeError for fewer than two samples, fewer than 10 values, values that are not finite, a first sample without spread
 * @example
 * import { collapseDistance } from "@emergence/lib/systems";
 * const values = Array.from({ length: 11 }, (_, i) => i - 5);
 * const samples = [{ size: 1, values }, { size: 4, values: values.map((v) => v / 2) }];
 * collapseDistance(samples, { center: 0, power: 0.5 }); // => 0
 *
 * Source: ours, for the data collapse of Fisher & Barber 1972, Phys. Rev. Lett. 28, 1516.
 */
export function collapseDistance(samples: readonly TransitionSample[], options: CollapseOptions): number {
  const { center, power } = optionsOf("collapseDistance", options, collapseOptions);
  requireFinite("collapseDistance", "center", center);
  requireFinite("collapseDistance", "power", power);
  requireList("collapseDistance", "samples", samples);
  if (samples.length < 2) throw new RangeError(`collapseDistance: ${samples.length} samples, needs at least 2`);
  let first = Number.NaN;
  const stretched = Array.from(samples, (sample, i) => {
    partsOf("collapseDistance", sample, sampleKinds, `samples[${i}]`);
    if (i === 0) first = sample.size;
    const { size, values } = sample;
    requirePositive("collapseDistance", `size of samples[${i}]`, size);
    requireFiniteNumbers("collapseDistance", `values of samples[${i}]`, values);
    if (values.length < 10)
      throw new RangeError(`collapseDistance: ${values.length} values of samples[${i}], needs at least 10`);
    const sorted = Array.from(values).sort((a, b) => a - b);
    return range(1, 10).map((k) => ((quantileSorted(sorted, k / 10) as number) - center) * (size / first) ** power);
  });
  const [lowest, highest] = [stretched[0]?.[0] as number, stretched[0]?.[8] as number];
  if (!(highest > lowest)) throw new RangeError("collapseDistance: samples[0] has no spread, needs values that differ");
  const gaps = range(9).map((k) => {
    const all = stretched.map((deciles) => deciles[k] as number);
    const [least, most] = extent(all) as [number, number];
    return most - least;
  });
  return (mean(gaps) as number) / (highest - lowest);
}
