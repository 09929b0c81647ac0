import { sum } from "d3-array";
import type { ReadonlyTyped } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireNonNegative,
  requirePositive,
  requireProportion,
  requireWhole,
} from "../../core/require";
import { random } from "../../stats/random";

/** Rates of the reaction and of diffusion; lengths in lattice spacings, times in time units. */
export interface GrayScottRates {
  /** Rate at which U is fed and both substances are washed out, per unit of time, >= 0. */
  readonly feed: number;
  /** Rate at which V decays in addition, per unit of time, >= 0. */
  readonly kill: number;
  /** Diffusion coefficients of U and V, in spacings squared per unit of time, >= 0; default 0.2 and 0.1. */
  readonly diffusionU?: number;
  readonly diffusionV?: number;
}

/** Kinds of the options, for their check. */
export const grayScottRates: Kinds<GrayScottRates> = {
  feed: "number",
  kill: "number",
  diffusionU: "number",
  diffusionV: "number",
};

export interface GrayScottOptions extends GrayScottRates {
  /** Sites along each side of the torus, >= 3; default 96. */
  readonly size?: number;
  /** Time per step, > 0; default 1. */
  readonly dt?: number;
  /** Number of square patches of V at the start, a twelfth of the side wide, at random positions; >= 0, default 12. */
  readonly patches?: number;
  /** Noise of the start: each concentration is multiplied by 1 minus a random number between 0 and this; 0 to 1, default 0.02. */
  readonly noise?: number;
  /** Whole number from -2^31 to 2^31 - 1 for the start; the reaction itself is deterministic. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const grayScottOptions: Kinds<GrayScottOptions> = {
  ...grayScottRates,
  size: "number",
  dt: "number",
  patches: "number",
  noise: "number",
  seed: "number",
};

/** Two substances that react and diffuse. */
export interface GrayScott {
  /** Makes `count` more steps. */
  step(count?: number): void;
  readonly size: number;
  /** Concentrations of U and V, row by row. Writing into them changes the state. */
  readonly u: ReadonlyTyped<Float64Array>;
  readonly v: ReadonlyTyped<Float64Array>;
  /** Mean of V over the sites. */
  readonly meanV: number;
  /** Standard deviation of V over the sites; 0 without a pattern. */
  readonly contrast: number;
}

/**
 * Two substances on a torus: U is fed and consumed by V, V catalyzes its own production and decays. If they diffuse at different rates, patterns form.
 *
 *     dU/dt = D_U lap U - U V^2 + feed (1 - U),  dV/dt = D_V lap V + U V^2 - (feed + kill) V
 *
 * lap is the sum over the four neighbors minus four times the site; time steps are Euler's.
 *
 * @param options rates, lattice, start and seed; `grayScottSpecimens` has named rates
 * @throws RangeError for a number out of range, or a step too long to be stable (8 D dt > 2)
 * @example
 * import { grayScott } from "@emergence/lib/systems";
 * const empty = grayScott({ size: 8, feed: 0.04, kill: 0.06, patches: 0, noise: 0, seed: 1 });
 * empty.step(100);
 * empty.contrast; // => 0
 *
 * Source: Gray & Scott 1984, Chem. Eng. Sci. 39, 1087-1097; Pearson 1993, Science 261, 189-192.
 */
export function grayScott(options: GrayScottOptions): GrayScott {
  const where = "grayScott";
  const {
    size = 96,
    feed,
    kill,
    diffusionU = 0.2,
    diffusionV = 0.1,
    dt = 1,
    patches = 12,
    noise = 0.02,
    seed,
  } = optionsOf("grayScott", options, grayScottOptions);
  requireWhole(where, "size", size, 3);
  for (const [name, value] of Object.entries({ feed, kill, diffusionU, diffusionV }))
    requireNonNegative(where, name, value);
  requirePositive(where, "dt", dt);
  requireWhole(where, "patches", patches, 0);
  requireProportion(where, "noise", noise);
  const fastest = Math.max(diffusionU, diffusionV);
  if (8 * fastest * dt > 2) throw new RangeError(`${where}: dt ${dt}, needs at most ${0.25 / fastest} to be stable`);
  const count = size * size;
  let [u, v] = [new Float64Array(count).fill(1), new Float64Array(count)];
  let [nextU, nextV] = [new Float64Array(count), new Float64Array(count)];
  const { integer, uniform } = random(seed, "grayScott");
  const wide = Math.max(1, Math.round(size / 12));
  for (let patch = 0; patch < patches; patch++) {
    const [top, left] = [integer(0, size - 1), integer(0, size - 1)];
    for (let i = 0; i < wide * wide; i++) {
      const cell = ((top + Math.floor(i / wide)) % size) * size + ((left + (i % wide)) % size);
      u[cell] = 0.5;
      v[cell] = 0.25;
    }
  }
  if (noise > 0)
    for (const field of [u, v])
      for (let i = 0; i < count; i++) field[i] = (field[i] as number) * (1 - noise * uniform());

  function one(): void {
    const [spreadU, spreadV, fed, lost] = [dt * diffusionU, dt * diffusionV, dt * feed, dt * (feed + kill)];
    for (let row = 0; row < count; row += size) {
      const up = row === 0 ? count - size : row - size;
      const down = row === count - size ? 0 : row + size;
      for (let x = 0; x < size; x++) {
        const i = row + x;
        const left = x === 0 ? row + size - 1 : i - 1;
        const right = x === size - 1 ? row : i + 1;
        const a = u[i] as number;
        const b = v[i] as number;
        const lapU =
          (u[left] as number) + (u[right] as number) + (u[up + x] as number) + (u[down + x] as number) - 4 * a;
        const lapV =
          (v[left] as number) + (v[right] as number) + (v[up + x] as number) + (v[down + x] as number) - 4 * b;
        const reaction = dt * a * b * b;
        nextU[i] = a + spreadU * lapU - reaction + fed * (1 - a);
        nextV[i] = b + spreadV * lapV + reaction - lost * b;
      }
    }
    [u, nextU] = [nextU, u];
    [v, nextV] = [nextV, v];
  }

  const mean = (): number => sum(v) / count;
  return {
    step(steps = 1) {
      requireWhole(where, "count of steps", steps, 0);
      for (let i = 0; i < steps; i++) one();
    },
    size,
    get u() {
      return u;
    },
    get v() {
      return v;
    },
    get meanV() {
      return mean();
    },
    get contrast() {
      const center = mean();
      return Math.sqrt(sum(v, (value) => (value - center) ** 2) / count);
    },
  };
}
