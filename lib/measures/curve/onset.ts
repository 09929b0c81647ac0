// Curves of score over loss for `lossThreshold`, cheap enough for thousands of redrawn scores. All lists are by increasing loss, on the scale of the data: 0 is
// the lowest loss and 1 the highest. Scores are those above chance.
import { maxIndex } from "d3-array";
import { dot } from "../../core/linearAlgebra";
import type { Numbers } from "../../core/numbers";
import { downhill } from "./downhill";

/** Models by increasing loss, with what each weighs. */
export interface Models {
  readonly loss: Float64Array;
  readonly weights: Float64Array;
}

/**
 * A place at which the score leaves chance, on the scale of the data, and its best curve there:
 *
 *     rise u + bend u^2,   u = max(0, at - loss),   rise >= 0
 */
export interface Onset {
  readonly at: number;
  readonly rise: number;
  readonly bend: number;
  /** Weighted sum of squared residuals. */
  readonly rss: number;
}

/** Number of places that are tried, up to half a span above the highest loss: from there on no stretch of chance is in the data. */
const places = 240;

/** Places that are tried. */
export const grid: readonly number[] = Array.from({ length: places }, (_, k) => ((k + 1) / places) * 1.5);

/** Distance of two places. */
export const spacing: number = 1.5 / places;

/** Number of models below a loss. */
export function modelsBelow(loss: Float64Array, at: number): number {
  let [low, high] = [0, loss.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((loss[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place with the least squares, and its curve. Sums over the models below a place are differences of powers of it, so that a place costs a few products. */
export function bestOnset({ loss, weights }: Models, y: Numbers, at: readonly number[]): Onset {
  const n = y.length;
  // Sums of weight x loss^j over the models before i, and of weight x loss^j x score.
  const [w0, w1, w2, w3, w4] = [sums(n), sums(n), sums(n), sums(n), sums(n)];
  const [y0, y1, y2] = [sums(n), sums(n), sums(n)];
  let all = 0;
  for (let i = 0; i < n; i++) {
    const [x, value, weight] = [loss[i] as number, y[i] as number, weights[i] as number];
    const [first, second] = [weight * x, weight * x * x];
    all += weight * value * value;
    w0[i + 1] = (w0[i] as number) + weight;
    w1[i + 1] = (w1[i] as number) + first;
    w2[i + 1] = (w2[i] as number) + second;
    w3[i + 1] = (w3[i] as number) + second * x;
    w4[i + 1] = (w4[i] as number) + second * x * x;
    y0[i + 1] = (y0[i] as number) + weight * value;
    y1[i + 1] = (y1[i] as number) + first * value;
    y2[i + 1] = (y2[i] as number) + second * value;
  }
  let best: Onset = { at: at[0] as number, rise: 0, bend: 0, rss: Number.POSITIVE_INFINITY };
  for (let k = 0; k < at.length; k++) {
    const place = at[k] as number;
    const i = modelsBelow(loss, place);
    const [s0, s1, s2] = [w0[i] as number, w1[i] as number, w2[i] as number];
    const [s3, s4] = [w3[i] as number, w4[i] as number];
    const [t0, t1, t2] = [y0[i] as number, y1[i] as number, y2[i] as number];
    const rr = place * place * s0 - 2 * place * s1 + s2;
    const rb = place ** 3 * s0 - 3 * place * place * s1 + 3 * place * s2 - s3;
    const bb = place ** 4 * s0 - 4 * place ** 3 * s1 + 6 * place * place * s2 - 4 * place * s3 + s4;
    const ry = place * t0 - t1;
    const by = place * place * t0 - 2 * place * t1 + t2;
    const { rise, bend } = coefficients(rr, rb, bb, ry, by);
    const rss = Math.max(0, all - rise * ry - bend * by);
    if (rss < best.rss) best = { at: place, rise, bend, rss };
  }
  return best;
}

const sums = (n: number) => new Float64Array(n + 1);

/** Least squares with a rise of 0 or more; `rr`, `rb`, `bb` are products of u and u^2, `ry` and `by` theirs with the scores. */
function coefficients(rr: number, rb: number, bb: number, ry: number, by: number): { rise: number; bend: number } {
  const determinant = rr * bb - rb * rb;
  if (!(rr > 0 && bb > 0)) return { rise: 0, bend: 0 };
  if (!(determinant > 1e-9 * rr * bb)) return { rise: Math.max(0, ry / rr), bend: 0 };
  const rise = (ry * bb - by * rb) / determinant;
  if (rise >= 0) return { rise, bend: (by * rr - ry * rb) / determinant };
  return { rise: 0, bend: Math.max(0, by / bb) };
}

export function onsetCurve({ at, rise, bend }: Onset, loss: Float64Array): Float64Array {
  return loss.map((one) => {
    const u = Math.max(0, at - one);
    return rise * u + bend * u * u;
  });
}

/** Straight line through the scores. */
export function lineCurve({ loss, weights }: Models, y: Numbers): Float64Array {
  let [w, wx, wy] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const weight = weights[i] as number;
    w += weight;
    wx += weight * (loss[i] as number);
    wy += weight * (y[i] as number);
  }
  const [mx, my] = [wx / w, wy / w];
  let [xx, xy] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    const [weight, dx] = [weights[i] as number, (loss[i] as number) - mx];
    xx += weight * dx * dx;
    xy += weight * dx * (y[i] as number);
  }
  return loss.map((one) => my + (xy / xx) * (one - mx));
}

/**
 * Logistic curves that come down to chance at high losses: A / (1 + exp((loss - middle) / width)), A >= 0. With the middle below all losses it is an
 * exponential. On a grid, with the curve that fits the scores `y` best among them, so that data sets drawn from it are compared with it too.
 */
export function logistics({ loss, weights }: Models, y: Numbers): readonly Logistic[] {
  const curveAt = (middle: number, width: number): Logistic => {
    const column = loss.map((one) => 1 / (1 + Math.exp((one - middle) / width)));
    const weighted = column.map((one, i) => one * (weights[i] as number));
    return { column, weighted, norm: dot(weighted, 0, column, 0, column.length) };
  };
  const tried = Array.from({ length: 30 }, (_, k) => -0.5 + (k / 29) * 1.5).flatMap((middle) =>
    Array.from({ length: 14 }, (_, k) => ({ middle, width: 1.3 ** k / 60 })),
  );
  const columns = tried.map(({ middle, width }) => curveAt(middle, width));
  const scores = Float64Array.from(y);
  const gains = columns.map((column) => gain(column, scores));
  const start = tried[maxIndex(gains)] as (typeof tried)[0];
  const found = downhill(
    ([middle = 0, logWidth = 0]) => -gain(curveAt(middle, Math.exp(logWidth)), scores),
    [start.middle, Math.log(start.width)],
    [0.025, 0.1],
    1e-12,
  );
  const [middle = 0, logWidth = 0] = found.at;
  return [...columns, curveAt(middle, Math.exp(logWidth))];
}

/** A logistic curve of height 1, alone and times the weights, and the sum of their products. */
interface Logistic {
  readonly column: Float64Array;
  readonly weighted: Float64Array;
  readonly norm: number;
}

/** What the best multiple, 0 or above, of a curve takes off the sum of squares. */
function gain({ weighted, norm }: Logistic, y: Float64Array): number {
  const along = dot(weighted, 0, y, 0, y.length);
  return along > 0 && norm > 0 ? (along * along) / norm : 0;
}

/** The best logistic curve. */
export function bestLogistic(columns: readonly Logistic[], y: Float64Array): Float64Array {
  let best = columns[0] as Logistic;
  let most = -1;
  for (const one of columns) {
    const gained = gain(one, y);
    if (gained > most) [best, most] = [one, gained];
  }
  const size = most > 0 ? Math.sqrt(most / best.norm) : 0;
  return best.column.map((one) => size * one);
}

export function squares(weights: Float64Array, y: Numbers, fitted: Float64Array): number {
  return fitted.reduce((sum, value, i) => sum + (weights[i] as number) * ((y[i] as number) - value) ** 2, 0);
}
