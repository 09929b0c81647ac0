import { sum } from "d3-array";
import type { ReadonlyTyped } from "../../core/numbers";
import { type Kinds, optionsOf, requirePositive, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

export interface GasOptions {
  /** N, number of particles, >= 1. */
  readonly particles: number;
  /** T with k_B = 1, > 0: initial velocity components are normal with variance T / m, m = 1; default 1. */
  readonly temperature?: number;
  /** Side of the square box, > 0; default 1. */
  readonly side?: number;
  /** Time per step, > 0; default 0.05. */
  readonly interval?: number;
  /** Whole number: initial positions (uniform) and velocities. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const gasOptions: Kinds<GasOptions> = {
  particles: "number",
  temperature: "number",
  side: "number",
  interval: "number",
  seed: "number",
};

/** Particles in a box, in their present state. */
export interface Gas {
  /** x and y of each particle, in turn. */
  readonly positions: ReadonlyTyped<Float64Array>;
  /** v_x and v_y of each particle, in turn. */
  readonly velocities: ReadonlyTyped<Float64Array>;
  /** Momentum that each particle has transferred to the walls since the start. */
  readonly impulses: ReadonlyTyped<Float64Array>;
  /** Total kinetic energy; its mean over starts is N T. */
  readonly energy: number;
  /** Energy per particle: in two dimensions k_B T. */
  readonly temperature: number;
  /** Mean force per length of wall since the start; 0 before the first step. It tends to N T / side^2. */
  readonly pressure: number;
  /** Time passed. */
  readonly time: number;
  /** Makes `count` steps; default 1. */
  step(count?: number): void;
}

/**
 * Independent particles in a square box with reflecting walls: the ideal gas in two dimensions. Particles fly straight and never meet, so the motion is
 * exact whatever the step, and energy and pressure are sums over particles.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { gas } from "@emergence/lib/systems";
 * const box = gas({ particles: 100, seed: 1 });
 * box.step(20_000);
 * Math.abs(box.pressure / (100 * box.temperature) - 1) < 0.01; // => true
 *
 * Source: Bernoulli 1738, Hydrodynamica, section 10; Maxwell 1860, Phil. Mag. 19, 19-32.
 */
export function gas(options: GasOptions): Gas {
  const { particles, temperature = 1, side = 1, interval = 0.05, seed } = optionsOf("gas", options, gasOptions);
  requireWhole("gas", "particles", particles);
  requirePositive("gas", "temperature", temperature);
  requirePositive("gas", "side", side);
  requirePositive("gas", "interval", interval);
  const { uniform, normal } = random(seed, "gas");
  const positions = Float64Array.from({ length: 2 * particles }, () => side * uniform());
  const velocities = Float64Array.from({ length: 2 * particles }, () => Math.sqrt(temperature) * normal());
  const impulses = new Float64Array(particles);
  let steps = 0;

  function stepOnce(): void {
    for (let k = 0; k < positions.length; k++) {
      const v = velocities[k] as number;
      // In a row of mirror images of the box the particle flies straight on; each wall passed is a reflection.
      const free = (positions[k] as number) + v * interval;
      const box = Math.floor(free / side);
      const inside = free - box * side;
      const walls = Math.abs(box);
      const odd = walls % 2 === 1;
      positions[k] = odd ? side - inside : inside;
      if (odd) velocities[k] = -v;
      impulses[k >> 1] = (impulses[k >> 1] as number) + 2 * Math.abs(v) * walls;
    }
    steps++;
  }

  const energy = () => sum(velocities, (v) => v * v) / 2;
  return {
    positions,
    velocities,
    impulses,
    get energy() {
      return energy();
    },
    get temperature() {
      return energy() / particles;
    },
    get pressure() {
      return steps === 0 ? 0 : sum(impulses) / (steps * interval * 4 * side);
    },
    get time() {
      return steps * interval;
    },
    step: (count = 1) => {
      requireWhole("gas", "count", count, 0);
      for (let i = 0; i < count; i++) stepOnce();
    },
  };
}
