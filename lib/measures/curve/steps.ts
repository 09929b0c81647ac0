import type { Numbers } from "../../core/numbers";
import { requireFinite, requireList } from "../../core/require";

/** Rise of a curve and squares of its steps, as used by the scores of Schaeffer et al. and of BIG-bench. */
export interface Steps {
  /** sign(argmax y - argmin y) (max y - min y), in the unit of y; ties go to the first. */
  readonly rise: number;
  /** Squares of y_i - y_(i-1), in the order of the curve. A step below rounding counts as 0. */
  readonly squares: Float64Array;
}

/** A step smaller than this fraction of the largest |y| is rounding. */
const rounding = 2 ** -50;

/** Steps of a curve; throws if it has fewer than 3 points or one that is not finite. */
export function stepsOf(caller: string, y: Numbers): Steps {
  requireList(caller, "scores", y, "an array of numbers");
  if (y.length < 3) throw new RangeError(`${caller}: ${y.length} scores, needs at least 3`);
  let [low, high, size] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const value = y[i] as number;
    requireFinite(caller, `score ${i}`, value);
    if (value < (y[low] as number)) low = i;
    if (value > (y[high] as number)) high = i;
    size = Math.max(size, Math.abs(value));
  }
  const squares = new Float64Array(y.length - 1);
  for (let i = 1; i < y.length; i++) {
    const step = (y[i] as number) - (y[i - 1] as number);
    squares[i - 1] = Math.abs(step) <= rounding * size ? 0 : step * step;
  }
  const flat = squares.every((square) => square === 0);
  return { rise: flat ? 0 : Math.sign(high - low) * ((y[high] as number) - (y[low] as number)), squares };
}

/** The middle value; of an even count the mean of the two middle ones. d3's median interpolates, which gives other last digits. */
export function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}
