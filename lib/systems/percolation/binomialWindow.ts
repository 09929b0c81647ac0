import { sum } from "d3-array";
/** Binomial distribution over the range in which it is not negligible: probabilities of `first`, `first + 1`, ... */
export interface BinomialWindow {
  readonly first: number;
  readonly chances: Float64Array;
}

/**
 * Probabilities of n successes in `trials` with probability `p`, from the mode outward until they fall below 1e-17 of it, normalized to sum 1. Newman &
 * Ziff 2001, section II C.
 */
export function binomialWindow(trials: number, p: number): BinomialWindow {
  if (p === 0 || p === 1) return { first: p * trials, chances: Float64Array.of(1) };
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  const odds = p / (1 - p);
  const upward = [1];
  for (let n = mode + 1, chance = 1; n <= trials && chance > 1e-17; n++) {
    chance *= (odds * (trials - n + 1)) / n;
    upward.push(chance);
  }
  const downward: number[] = [];
  for (let n = mode - 1, chance = 1; n >= 0 && chance > 1e-17; n--) {
    chance *= (n + 1) / (trials - n) / odds;
    downward.push(chance);
  }
  const chances = Float64Array.from([...downward.reverse(), ...upward]);
  const total = sum(chances);
  return { first: mode - downward.length, chances: chances.map((chance) => chance / total) };
}

/** Mean of a series over n, which begins at n = 0, weighted by the probabilities of the window. */
export function average({ first, chances }: BinomialWindow, series: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < chances.length; i++) sum += (chances[i] as number) * (series[first + i] as number);
  return sum;
}

/** Probability of at least n successes, for each n from 0 to `trials`. */
export function atLeast({ first, chances }: BinomialWindow, trials: number): Float64Array {
  const tail = new Float64Array(trials + 1);
  tail.fill(1, 0, first);
  for (let i = chances.length - 1, sum = 0; i >= 0; i--) {
    sum += chances[i] as number;
    tail[first + i] = Math.min(1, sum);
  }
  return tail;
}
