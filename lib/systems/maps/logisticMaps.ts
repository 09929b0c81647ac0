import { sum } from "d3-array";
import type { ReadonlyTyped } from "../../core/numbers";
import { requireProportion, requireSameLength, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

export interface LogisticMapsOptions {
  /** N, from 1. */
  readonly maps: number;
  /** r of x -> r x (1 - x), from 0 to 4; default 4, where each map alone is chaotic. */
  readonly r?: number;
  /** Share that comes from the others, from 0 (each for itself) to 1; default 0. */
  readonly coupling?: number;
  /** Who the others are: the mean of `"all"` (default), itself among them, or of the two next ones on a `"ring"`. */
  readonly neighbors?: "all" | "ring";
  /** States at the start, each from 0 to 1; default: uniform random numbers. */
  readonly start?: ArrayLike<number>;
  /** Whole number: fixes the random states at the start. */
  readonly seed: number;
}

/** Coupled maps with their states now. */
export interface LogisticMaps {
  /** Each from 0 to 1. */
  readonly states: ReadonlyTyped<Float64Array>;
  /** Mean of the states. */
  readonly mean: number;
  /** Their standard deviation, 0 when all are in step. */
  readonly spread: number;
  /** `count` steps on; default 1. */
  step(count?: number): void;
}

/**
 * Coupled logistic maps:
 *
 *     x_i -> (1 - coupling) f(x_i) + coupling * mean of f over the others,   f(x) = r x (1 - x)
 *
 * With all as neighbors and r = 4 the maps fall into step for good above coupling 1/2 (each alone drifts apart by a factor of 2 a step, and the coupling
 * takes 1 - coupling of that), while the common motion stays chaotic.
 *
 * @throws RangeError for an option out of its range
 * @example
 * import { logisticMaps } from "@emergence/lib/systems";
 * const maps = logisticMaps({ maps: 50, coupling: 0.6, seed: 1 });
 * maps.step(500);
 * maps.spread < 1e-12; // => true
 *
 * Source: Kaneko 1990, Physica D 41, 137-172 (all); Kaneko 1984, Prog. Theor. Phys. 72, 480-486 (ring).
 */
export function logisticMaps(options: LogisticMapsOptions): LogisticMaps {
  const { maps: n, r = 4, coupling = 0, neighbors = "all", start, seed } = options;
  requireWhole("logisticMaps", "maps", n);
  requireProportion("logisticMaps", "coupling", coupling);
  if (!(r >= 0 && r <= 4)) throw new RangeError(`logisticMaps: r ${r}, needs one from 0 to 4`);
  if (neighbors !== "all" && neighbors !== "ring") {
    throw new RangeError(`logisticMaps: neighbors ${neighbors}, needs "all" or "ring"`);
  }
  const { uniform } = random(seed);
  const states = Float64Array.from(start ?? { length: n }, start === undefined ? uniform : Number);
  requireSameLength("logisticMaps", { maps: { length: n }, "states in start": states });
  for (const [i, state] of states.entries()) requireProportion("logisticMaps", `start[${i}]`, state);
  const images = new Float64Array(n);
  const mean = () => sum(states) / n;

  function stepOnce(): void {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const image = r * (states[i] as number) * (1 - (states[i] as number));
      images[i] = image;
      sum += image;
    }
    for (let i = 0; i < n; i++) {
      const others =
        neighbors === "all" ? sum / n : ((images[(i + 1) % n] as number) + (images[(i + n - 1) % n] as number)) / 2;
      states[i] = (1 - coupling) * (images[i] as number) + coupling * others;
    }
  }

  return {
    states,
    get mean() {
      return mean();
    },
    get spread() {
      const center = mean();
      return Math.sqrt(sum(states, (x) => (x - center) ** 2) / n);
    },
    step: (count = 1) => {
      requireWhole("logisticMaps", "count", count, 0);
      for (let i = 0; i < count; i++) stepOnce();
    },
  };
}
