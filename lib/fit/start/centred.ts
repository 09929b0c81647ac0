import type { Model } from "../model/model";
import { extent } from "../problem/far";
import type { Observations } from "../problem/leastSquares";
import type { Descent } from "../solver/descend";

/** Step, as a share of the way from the data to the user's x, over which it is watched how the parameters change. */
const stride = 1e-3;
/** Natural logarithm of the largest number. */
const largestLog = Math.log(Number.MAX_VALUE);

/** What a fit to x from near the data says about the fit to x as it is. */
export interface Centred {
  /** Where the best parameters should lie; undefined if they cannot be held in numbers, or no law was found by which they change. */
  readonly start: Float64Array | undefined;
  /** Sum of squares of the fit to x from near the data. */
  readonly cost: number;
  /** The parameter that no number can hold, as "b would have to be about e^771", and what cures it; "" if all can be held. */
  readonly overflow: string;
}

/** A descent on other data by the same model. */
export interface Elsewhere {
  /** From the model's own starts. */
  search(data: Observations): Descent | undefined;
  /** From one start. */
  descend(data: Observations, start: Float64Array): Descent;
}

/**
 * Fits the model to x counted from its first value, and to x in units of its middle, and follows the parameters from there towards x as it is:
 * each stays, or changes by equal amounts, or by equal factors (the b of 1 + b exp(-c x), the scale of a power law). Where x is calendar years, amplitude and
 * rate are all but collinear, and a descent creeps along a curved valley that counted so is straight and short.
 */
export function centredFits<Name extends string>(model: Model<Name>, data: Observations, at: Elsewhere): Centred[] {
  const points = data.points as Float64Array;
  const { low, high } = extent(points);
  const middle = (low + high) / 2;
  const label = (value: number) => `${Number(value.toPrecision(4))}`;
  const ways = [
    { moved: (share: number) => points.map((x) => x - share * low), cure: `subtract ${label(low)} from x` },
    ...(low > 0
      ? [
          {
            moved: (share: number) => points.map((x) => x / middle ** share),
            cure: `divide x by ${label(middle)}, or subtract ${label(low)} if x since then is meant`,
          },
        ]
      : []),
  ];
  return ways.flatMap(({ moved, cure }) => {
    const on = (share: number) => ({ ...data, points: moved(share) });
    const best = at.search(on(1));
    if (best === undefined || best.stop !== "converged") return [];
    const next = at.descend(on(1 - stride), best.parameters);
    const third = at.descend(on(1 - 2 * stride), next.parameters);
    const logs: number[] = [];
    const start = best.parameters.map((value, j) => {
      const { end, log } = followed(value, next.parameters[j] as number, third.parameters[j] as number);
      logs.push(log);
      return end;
    });
    const lost = logs.findIndex((log) => Math.abs(log) > largestLog);
    const name = model.parameters[lost];
    const overflow =
      name === undefined
        ? ""
        : `${name} would have to be about ${start[lost] === 0 || (best.parameters[lost] as number) > 0 ? "" : "-"}e^${(logs[lost] as number).toFixed(0)}, which no number holds: count x from near the data (${cure})`;
    const possible = lost < 0 && start.every(Number.isFinite);
    return [{ start: possible ? start : undefined, cost: best.cost, overflow }];
  });
}

/** Where a parameter ends up that is followed over two strides, and the logarithm of its size there. */
function followed(first: number, second: number, third: number): { end: number; log: number } {
  const [step, next] = [second - first, third - second];
  const size = Math.max(Math.abs(first), Math.abs(third));
  if (Math.abs(step) < 1e-7 * size) return { end: first, log: Math.log(Math.abs(first)) };
  const linear = first + step / stride;
  if (!(first * second > 0 && second * third > 0)) return { end: linear, log: 0 };
  const [ratio, nextRatio] = [Math.log(second / first), Math.log(third / second)];
  const byAmounts = Math.abs(next - step) / Math.abs(step);
  const byFactors = Math.abs(nextRatio - ratio) / Math.abs(ratio);
  if (byAmounts < byFactors) return { end: linear, log: 0 };
  const log = Math.log(Math.abs(first)) + ratio / stride;
  return { end: Math.sign(first) * Math.exp(log), log };
}
