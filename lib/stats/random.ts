import { lgam } from "cephes";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { requireList, requireProportion, requireWhole } from "../core/require";
import { shown } from "../core/shown";

/** A stream of random numbers; equal seeds give equal streams. */
export interface Random {
  /** Uniform on [0, 1), in steps of 2^-53. */
  uniform(): number;
  /** 32 random bits: a whole number from -2^31 to 2^31 - 1. */
  int32(): number;
  /** Uniform whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** Standard normal. */
  normal(): number;
  /** Binomial: number of successes in `trials` independent trials of probability `p`. */
  binomial(trials: number, p: number): number;
  /** Shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * A stream of random numbers from a seed (xoroshiro128+ of pure-rand).
 *
 * @param seed whole number from -2^31 to 2^31 - 1
 * @throws RangeError for another seed
 * @example
 * import { random } from "@emergence/lib/stats";
 * random(1).uniform() === random(1).uniform(); // => true
 *
 * Source: Blackman & Vigna 2018, Scrambled linear pseudorandom number generators; normal numbers by Marsaglia's polar method (1964);
 * binomial ones by inversion, and where n p >= 10 by Hormann 1993, J. Stat. Comput. Simul. 46, algorithm BTRS.
 */
export function random(seed: number, caller: string = "random"): Random {
  if (!Number.isInteger(seed) || seed !== (seed | 0)) {
    throw new RangeError(`${caller}: seed ${shown(seed)}, needs a whole number from -2^31 to 2^31 - 1`);
  }
  const generator = xoroshiro128plus(scrambled(seed));
  generator.jump();
  const uniform = () => uniformFloat64(generator);
  let spare: number | undefined;

  function normal(): number {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const a = 2 * uniform() - 1;
      const b = 2 * uniform() - 1;
      const square = a * a + b * b;
      if (square === 0 || square >= 1) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      spare = b * stretch;
      return a * stretch;
    }
  }

  return {
    uniform,
    int32: () => generator.next(),
    normal,
    integer: (low, high) => {
      if (!(Number.isSafeInteger(low) && Number.isSafeInteger(high) && low <= high)) {
        throw new RangeError(
          `random: integer from ${shown(low)} to ${shown(high)}, needs two whole numbers in this order`,
        );
      }
      return uniformInt(generator, low, high);
    },
    binomial: (trials, p) => binomial(uniform, trials, p),
    shuffle: (items) => {
      requireList("random", "items to shuffle", items);
      const copy = Array.from(items);
      for (let i = copy.length - 1; i > 0; i--) {
        const j = uniformInt(generator, 0, i);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[0], copy[i] as (typeof copy)[0]];
      }
      return copy;
    },
  };
}

/**
 * The generator puts the seed into one part of its state, so that neighboring seeds would give nearly equal first numbers. The last step of
 * MurmurHash3 separates them, and the jump spreads them over the whole state.
 */
function scrambled(seed: number): number {
  let bits = seed + 0x9e3779b9;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function binomial(uniform: () => number, trials: number, p: number): number {
  requireWhole("random", "trials", trials, 0);
  requireProportion("random", "chance", p);
  if (p > 0.5) return trials - binomial(uniform, trials, 1 - p);
  if (p === 0 || trials === 0) return 0;
  return trials * p < 10 ? byInversion(uniform, trials, p) : byRejection(uniform, trials, p);
}

/** By inversion: walks up the distribution function until it passes a uniform number. */
function byInversion(uniform: () => number, trials: number, p: number): number {
  const odds = p / (1 - p);
  let left = uniform();
  let chance = (1 - p) ** trials;
  for (let k = 0; k < trials; k++) {
    if (left < chance) return k;
    left -= chance;
    chance *= (odds * (trials - k)) / (k + 1);
  }
  return trials;
}

/** Transformed rejection with squeeze; constants as in Hormann's paper. */
function byRejection(uniform: () => number, trials: number, p: number): number {
  const spread = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const center = trials * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((trials + 1) * p);
  const logOdds = Math.log(p / (1 - p));
  const top = lgam(mode + 1) + lgam(trials - mode + 1);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + center);
    if (k < 0 || k > trials) continue;
    if (us >= 0.07 && v <= squeeze) return k;
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    if (height <= top - lgam(k + 1) - lgam(trials - k + 1) + (k - mode) * logOdds) return k;
  }
}
