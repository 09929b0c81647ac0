import { sum } from "d3-array";
import type { Numbers } from "../../core/numbers";

/** One of two heaps. */
export interface Heap {
  readonly mean: number;
  /** Share of the scores in it. */
  readonly share: number;
}

/** A mixture of two normal distributions of the same width beside a single one. */
export interface TwoNormals {
  /** The lower heap, then the upper one. */
  readonly heaps: readonly [Heap, Heap];
  /** Common standard deviation within a heap, in the unit of the scores. */
  readonly deviation: number;
  /** 2 (log likelihood of two - of one). */
  readonly gain: number;
}

/** Narrowest heap, as a share of the standard deviation of all scores: two values only would be heaps of no width, and infinitely likely. */
const narrowest = 1e-3;
const mostTurns = 500;

/**
 * Fits two normal distributions of one width to sorted scores by expectation and maximization, from the two likeliest divisions into a lower and an upper part.
 *
 * Source: Dempster, Laird & Rubin 1977, J. R. Stat. Soc. B 39, 1-38.
 */
export function twoNormals(sorted: Numbers, tolerance = 1e-9): TwoNormals {
  const n = sorted.length;
  const mean = sum(sorted as Iterable<number>) / n;
  const variance = sum(sorted as Iterable<number>, (one) => (one - mean) ** 2) / n;
  const floor = variance * narrowest ** 2;
  const ofOne = (-n / 2) * Math.log(variance) - n / 2;
  const starts = divisions(sorted, mean, floor);
  const fitted = starts.map((start) => maximize(sorted, start, floor, tolerance));
  const best = fitted.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
  const heaps: [Heap, Heap] = [
    { mean: best.low, share: 1 - best.share },
    { mean: best.high, share: best.share },
  ];
  return {
    heaps: best.low <= best.high ? heaps : [heaps[1], heaps[0]],
    deviation: Math.sqrt(best.variance),
    gain: Math.max(0, 2 * (best.logLikelihood - ofOne)),
  };
}

interface Mixture {
  readonly low: number;
  readonly high: number;
  /** Share of the upper heap. */
  readonly share: number;
  readonly variance: number;
}

/** The two likeliest hard divisions of the sorted scores. */
function divisions(sorted: Numbers, mean: number, floor: number): Mixture[] {
  const n = sorted.length;
  const total = sum(sorted as Iterable<number>, (one) => (one - mean) ** 2);
  const found: (Mixture & { value: number })[] = [];
  let below = 0;
  for (let k = 1; k < n; k++) {
    below += (sorted[k - 1] as number) - mean;
    const between = (below * below) / k + (below * below) / (n - k);
    const variance = Math.max(floor, (total - between) / n);
    const share = (n - k) / n;
    const value = (-n / 2) * Math.log(variance) + k * Math.log(1 - share) + (n - k) * Math.log(share);
    found.push({ low: mean + below / k, high: mean - below / (n - k), share, variance, value });
  }
  return found.sort((a, b) => b.value - a.value).slice(0, 2);
}

function maximize(x: Numbers, start: Mixture, floor: number, tolerance: number) {
  const n = x.length;
  let { low, high, share, variance } = start;
  let logLikelihood = Number.NEGATIVE_INFINITY;
  const belongs = new Float64Array(n);
  for (let turn = 0; turn < mostTurns; turn++) {
    const [tilt, middle] = [(high - low) / variance, (low + high) / 2];
    const odds = Math.log(share / (1 - share));
    let [upper, upperSum, lowerSum] = [0, 0, 0];
    let value = n * Math.log(1 - share) - (n / 2) * Math.log(variance);
    for (let i = 0; i < n; i++) {
      const at = x[i] as number;
      const z = odds + tilt * (at - middle);
      const ratio = Math.exp(-Math.abs(z));
      const part = z > 0 ? 1 / (1 + ratio) : ratio / (1 + ratio);
      // ln of the density of the lower heap, and of the ratio of the whole density to it.
      value += Math.max(0, z) + Math.log1p(ratio) - (at - low) ** 2 / (2 * variance);
      belongs[i] = part;
      upper += part;
      upperSum += part * at;
      lowerSum += (1 - part) * at;
    }
    const gained = value - logLikelihood;
    logLikelihood = value;
    if (gained < tolerance || !(upper > 1e-9 && upper < n - 1e-9)) break;
    [low, high, share] = [lowerSum / (n - upper), upperSum / upper, upper / n];
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const [at, part] = [x[i] as number, belongs[i] as number];
      squares += part * (at - high) ** 2 + (1 - part) * (at - low) ** 2;
    }
    variance = Math.max(floor, squares / n);
  }
  return { low, high, share, variance, logLikelihood };
}
