import {
  type Kinds,
  optionsOf,
  partsOf,
  requireFiniteNumbers,
  requireNonNegative,
  requireNoOverflow,
} from "../../core/require";
import type { GrayScottRates } from "./grayScott";
import { grayScottRates } from "./grayScott";

/** A stationary uniform mixture. */
export interface GrayScottState {
  readonly u: number;
  readonly v: number;
}

/**
 * Stationary uniform mixtures: one without V and, if feed >= 4 (feed + kill)^2, two with V, the one with less V first.
 *
 *     u = (1 -+ sqrt(1 - 4 (feed + kill)^2 / feed)) / 2,  v = feed (1 - u) / (feed + kill)
 *
 * @param rates `feed` and `kill`, >= 0
 * @returns one state, two if the square root is 0, or three
 * @throws RangeError for a negative rate
 * @example
 * import { grayScottStates } from "@emergence/lib/systems";
 * grayScottStates({ feed: 0.04, kill: 0.06 })[1]?.v; // => 0.2
 *
 * Source: Pearson 1993, Science 261, 189-192.
 */
export function grayScottStates(options: GrayScottRates): GrayScottState[] {
  const { feed, kill } = optionsOf("grayScottStates", options, grayScottRates);
  requireNonNegative("grayScottStates", "feed", feed);
  requireNonNegative("grayScottStates", "kill", kill);
  const empty = { u: 1, v: 0 };
  const loss = feed + kill;
  // Rounding: a square that should be 0 is off by about 1e-16.
  const square = feed === 0 ? -1 : 1 - (4 * loss * loss) / feed;
  const root = Math.abs(square) < 1e-14 ? 0 : Math.sqrt(square);
  if (Number.isNaN(root)) return [empty];
  const signs = root === 0 ? [0] : [1, -1];
  return [empty, ...signs.map((sign) => (1 + sign * root) / 2).map((u) => ({ u, v: (feed * (1 - u)) / loss }))];
}

/** Kinds of a mixture, for their check. */
const stateKinds: Kinds<GrayScottState> = { u: "number", v: "number" };

/** Growth of a small wave on a uniform mixture. */
export interface GrayScottGrowth {
  /** Growth rate of the fastest growing combination of U and V, per unit of time; if it is negative the wave dies out. */
  readonly rate: number;
  /** Angular frequency, in radians per unit of time; 0 if the wave grows or decays without oscillation. */
  readonly turning: number;
}

/**
 * Growth of a small wave on a uniform mixture: the largest eigenvalue of the linearized reaction with diffusion.
 *
 *     J = [ -v^2 - feed - D_U q,  -2 u v ]
 *         [ v^2,  2 u v - (feed + kill) - D_V q ],   q = 4 sin^2(k_x / 2) + 4 sin^2(k_y / 2)
 *
 * A mixture that is stable for q = 0 but not for some q > 0 forms a pattern by itself: Turing's instability.
 *
 * @param rates of reaction and diffusion
 * @param state the mixture, as `grayScottStates` gives it
 * @param wave `[k_x, k_y]` in radians per spacing; [0, 0] is the mixture without a wave
 * @throws RangeError for a negative rate or a wave that is not finite
 * @example
 * import { grayScottGrowth } from "@emergence/lib/systems";
 * grayScottGrowth({ feed: 0.04, kill: 0.06 }, { u: 1, v: 0 }, [0, 0]).rate; // => -0.04
 *
 * Source: Turing 1952, Phil. Trans. R. Soc. B 237, 37-72; q is k^2 of the lattice.
 */
export function grayScottGrowth(
  rates: GrayScottRates,
  state: GrayScottState,
  wave: readonly [number, number],
): GrayScottGrowth {
  const { feed, kill, diffusionU = 0.2, diffusionV = 0.1 } = partsOf("grayScottGrowth", rates, grayScottRates, "rates");
  const { u, v } = partsOf("grayScottGrowth", state, stateKinds, "state");
  requireFiniteNumbers("grayScottGrowth", "wave", wave);
  for (const [name, value] of Object.entries({ feed, kill, diffusionU, diffusionV, u, v })) {
    requireNonNegative("grayScottGrowth", name, value);
  }
  const q = 4 * Math.sin(wave[0] / 2) ** 2 + 4 * Math.sin(wave[1] / 2) ** 2;
  if (Number.isNaN(q)) throw new RangeError(`grayScottGrowth: wave [${wave}], needs two finite numbers`);
  const a = -v * v - feed - diffusionU * q;
  const d = 2 * u * v - (feed + kill) - diffusionV * q;
  const half = (a + d) / 2;
  const square = ((a - d) / 2) ** 2 - 2 * u * v ** 3;
  requireNoOverflow("grayScottGrowth", { "the growth rate": square + half });
  return square >= 0 ? { rate: half + Math.sqrt(square), turning: 0 } : { rate: half, turning: Math.sqrt(-square) };
}
