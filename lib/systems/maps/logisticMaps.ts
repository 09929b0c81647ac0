import { sum } from "d3-array";
import type { ReadonlyTyped } from "../../core/numbers";
import { type Kinds, optionsOf, requireProportion, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

export interface LogisticMapsOptions {
  /** N, number of maps, >= 1. */
  readonly maps: number;
  /** r of x -> r x (1 - x), 0 to 4; default 4, at which a single map is chaotic. */
  readonly r?: number;
  /** Weight of the others, from 0 (independent maps) to 1; default 0. */
  readonly coupling?: number;
  /** The others: `"all"` maps, itself included (default), or the two neighbors on a `"ring"`. */
  readonly neighbors?: "all" | "ring";
  /** States at the start, each from 0 to 1; default: uniform random numbers. */
  readonly start?: ArrayLike<number>;
  /** Whole number that fixes the random initial states. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const logisticMapsOptions: Kinds<LogisticMapsOptions> = {
  maps: "number",
  r: "number",
  coupling: "number",
  neighbors: ["all", "ring"],
  start: "numbers",
  seed: "number",
};

/** Coupled maps, in their present state. */
export interface LogisticMaps {
  /** State of each map, 0 to 1. */
  readonly states: ReadonlyTyped<Float64Array>;
  /** Mean of the states. */
  readonly mean: number;
  /** Standard deviation of the states; 0 if all are synchronous. */
  readonly spread: number;
  /** Makes `count` steps; default 1. */
  step(count?: number): void;
}

/**
 * Coupled logistic maps:
 *
 *     x_i -> (1 - coupling) f(x_i) + coupling * mean of f over the others,   f(x) = r x (1 - x)
 *
 * With all as neighbors and r = 4 the maps synchronize for good above coupling 1/2, while their common motion remains chaotic: differences grow by a
 * factor of 2 per step in a single map, and the coupling multiplies them by 1 - coupling.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { logisticMaps } from "@emergence/lib/systems";
 * const maps = logisticMaps({ maps: 50, coupling: 0.6, seed: 1 });
 * maps.step(500);
 * maps.spread < 1e-12; // => true
 *
 * Source: Kaneko 1990, Physica D 41, 137-172 (all); Kaneko 1984, Prog. Theor. Phys. 72, 480-486 (ring).
 */
export function logisticMaps(options: LogisticMapsOptions): LogisticMaps {
  const {
    maps: n,
    r = 4,
    coupling = 0,
    neighbors = "all",
    start,
    seed,
  } = optionsOf("logisticMaps", options, logisticMapsOptions);
  requireWhole("logisticMaps", "maps", n);
  requireProportion("logisticMaps", "coupling", coupling);
  if (!(r >= 0 && r <= 4)) throw new RangeError(`logisticMaps: r ${r}, needs a number from 0 to 4`);
  const { uniform } = random(seed, "logisticMaps");
  const states = Float64Array.from(start ?? { length: n }, start === undefined ? uniform : Number);
  if (states.length !== n) throw new RangeError(`logisticMaps: ${n} maps but ${states.length} states in start`);
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
