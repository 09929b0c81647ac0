import type { ReadonlyTyped } from "../../core/numbers";
import { type Kinds, optionsOf, requireNonNegative, requirePositive, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

export interface FirefliesOptions {
  /** N, number of fireflies, >= 2; with `neighbors: "lattice"` a square number >= 9. */
  readonly fireflies: number;
  /** Increase of the voltage of a firefly that sees a flash, >= 0; a firefly flashes at voltage 1. Default 0.1. */
  readonly coupling?: number;
  /** b, dissipation, > 0: the voltage rises e^b times as fast at the beginning of a period as at its end. Default 3. */
  readonly dissipation?: number;
  /** Who sees a flash: `"all"` (default), or the four neighbors on a periodic square `"lattice"`. */
  readonly neighbors?: "all" | "lattice";
  /** Time per step, > 0, in periods of an isolated firefly; default 0.05. */
  readonly interval?: number;
  /** Whole number: initial phases, uniform. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const firefliesOptions: Kinds<FirefliesOptions> = {
  fireflies: "number",
  coupling: "number",
  dissipation: "number",
  neighbors: ["all", "lattice"],
  interval: "number",
  seed: "number",
};

/** Fireflies, in their present state. */
export interface Fireflies {
  /** Fraction of its period that each firefly has completed, from 0 (just flashed) to 1. */
  readonly phases: ReadonlyTyped<Float64Array>;
  /** 1 for each firefly that flashed during the last step, else 0. */
  readonly flashed: ReadonlyTyped<Uint8Array>;
  /** Number of distinct phases: 1 if all flash together. */
  readonly groups: number;
  /** Time elapsed, in periods of an isolated firefly. */
  readonly time: number;
  /** Makes `count` steps; default 1. */
  step(count?: number): void;
}

/**
 * Fireflies of Mirollo and Strogatz: each charges, flashes when full, starts again, and raises the voltage of those that see the flash.
 *
 *     voltage = ln(1 + (e^b - 1) phase) / b,    a flash adds `coupling` to the voltage of others; one that reaches 1 by it flashes at once
 *
 * Flashes occur at their exact times, whatever the step. If all see all, almost every start ends in synchrony (proved); on a lattice nothing is proved.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { fireflies } from "@emergence/lib/systems";
 * const swarm = fireflies({ fireflies: 30, seed: 1 });
 * swarm.step(1000);
 * swarm.groups; // => 1
 *
 * Source: Mirollo & Strogatz 1990, SIAM J. Appl. Math. 50, 1645-1662.
 */
export function fireflies(options: FirefliesOptions): Fireflies {
  const {
    fireflies: n,
    coupling = 0.1,
    dissipation = 3,
    neighbors = "all",
    interval = 0.05,
    seed,
  } = optionsOf("fireflies", options, firefliesOptions);
  requireWhole("fireflies", "fireflies", n, 2);
  requireNonNegative("fireflies", "coupling", coupling);
  requirePositive("fireflies", "dissipation", dissipation);
  requirePositive("fireflies", "interval", interval);
  const side = Math.round(Math.sqrt(n));
  if (neighbors === "lattice" && (side * side !== n || side < 3)) {
    throw new RangeError(`fireflies: ${n} on a lattice, needs a square number from 9`);
  }
  const { uniform } = random(seed, "fireflies");
  const phases = Float64Array.from({ length: n }, uniform);
  const flashed = new Uint8Array(n);
  const firing = new Uint8Array(n);
  const queue = new Int32Array(n);
  const reach = Math.expm1(dissipation);
  let time = 0;

  const voltage = (phase: number) => Math.log1p(reach * phase) / dissipation;
  const full = 1 - 1e-12;

  /** Effect of a flash on i, which joins the queue at `end` if it flashes in turn. */
  function push(i: number, strength: number, end: number): number {
    if (firing[i] === 1) return end;
    const lifted = voltage(phases[i] as number) + strength;
    if (lifted < full) {
      phases[i] = Math.expm1(dissipation * lifted) / reach;
      return end;
    }
    firing[i] = 1;
    queue[end] = i;
    return end + 1;
  }

  /** All full fireflies flash, and those that become full by it, until none is left. */
  function flash(): void {
    let end = 0;
    for (let i = 0; i < n; i++) {
      if ((phases[i] as number) < full) continue;
      firing[i] = 1;
      queue[end++] = i;
    }
    for (let begin = 0; begin < end; ) {
      if (neighbors === "all") {
        const strength = coupling * (end - begin);
        begin = end;
        for (let i = 0; i < n; i++) end = push(i, strength, end);
      } else {
        const at = queue[begin++] as number;
        const column = at % side;
        const row = at - column;
        end = push(row + ((column + 1) % side), coupling, end);
        end = push(row + ((column + side - 1) % side), coupling, end);
        end = push((at + side) % n, coupling, end);
        end = push((at + n - side) % n, coupling, end);
      }
    }
    for (let k = 0; k < end; k++) {
      const at = queue[k] as number;
      phases[at] = 0;
      flashed[at] = 1;
      firing[at] = 0;
    }
  }

  function stepOnce(): void {
    flashed.fill(0);
    let left = interval;
    while (left > 0) {
      let first = 0;
      for (let i = 0; i < n; i++) first = Math.max(first, phases[i] as number);
      const wait = Math.min(left, 1 - first);
      for (let i = 0; i < n; i++) phases[i] = (phases[i] as number) + wait;
      left -= wait;
      if (first + wait >= full) flash();
    }
    time += interval;
  }

  return {
    phases,
    flashed,
    get groups() {
      const sorted = Float64Array.from(phases, (phase) => phase % 1).sort();
      let count = 1;
      for (let i = 1; i < n; i++) if ((sorted[i] as number) - (sorted[i - 1] as number) > 1e-9) count++;
      // Phases are on a circle: the last may equal the first.
      return count > 1 && (sorted[0] as number) + 1 - (sorted[n - 1] as number) <= 1e-9 ? count - 1 : count;
    },
    get time() {
      return time;
    },
    step: (count = 1) => {
      requireWhole("fireflies", "count", count, 0);
      for (let i = 0; i < count; i++) stepOnce();
    },
  };
}
