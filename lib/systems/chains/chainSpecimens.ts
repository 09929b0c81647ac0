/** A small published chain with a macro variable. */
export interface ChainSpecimen {
  /** Transition matrix: row i holds the chances of each next state after state i. */
  readonly tpm: readonly (readonly number[])[];
  /** States by value of the macro variable. */
  readonly groups: readonly (readonly number[])[];
}

/** Four switches. Two turn on if both of the others are on, else with a chance of .3, and the other way around. */
const switches = Array.from({ length: 16 }, (_, state) => [8, 4, 2, 1].map((bit) => Number((state & bit) > 0)));
const network = switches.map(([a = 0, b = 0, c = 0, d = 0]) => {
  const on = [c * d, c * d, a * b, a * b].map((cause) => (cause === 1 ? 1 : 0.3));
  return switches.map((next) => next.reduce((p, bit, i) => p * Math.abs(1 - bit - (on[i] as number)), 1));
});
const pairsOn = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => 2 * (a * b) + c * d;

/**
 * Small chains that papers argue about, each with the macro variable that is at stake:
 *
 * - `andNetwork`: four noisy AND switches, grouped by which pairs are on (Hoel et al. 2013)
 * - `sevenAndOne`: seven states that lead to any of the seven, and one that stays, grouped so (the same)
 * - `evenProcess`: symbol 0, or runs of ones of even length; grouped by symbol
 * - `weaklyLumpable`: a Markov chain for the stationary start and no other (Kemeny & Snell 1976, 6.4)
 *
 * @example
 * import { chainSpecimens } from "@emergence/lib/systems";
 * chainSpecimens.evenProcess; // => { tpm: [[0.5, 0.5, 0], [0, 0, 1], [0.5, 0.5, 0]], groups: [[0], [1, 2]] }
 *
 * Source: Hoel, Albantakis & Tononi 2013, Proc. Natl. Acad. Sci. 110, 19790-19795; Kemeny & Snell 1976, Finite Markov Chains.
 */
export const chainSpecimens: Readonly<
  Record<"andNetwork" | "sevenAndOne" | "evenProcess" | "weaklyLumpable", ChainSpecimen>
> = {
  andNetwork: {
    tpm: network,
    groups: [0, 1, 2, 3].map((on) => switches.flatMap((bits, state) => (pairsOn(bits) === on ? [state] : []))),
  },
  sevenAndOne: {
    tpm: Array.from({ length: 8 }, (_, from) =>
      Array.from({ length: 8 }, (_, to) => (from === 7 ? Number(to === 7) : to < 7 ? 1 / 7 : 0)),
    ),
    groups: [[0, 1, 2, 3, 4, 5, 6], [7]],
  },
  evenProcess: {
    tpm: [
      [0.5, 0.5, 0],
      [0, 0, 1],
      [0.5, 0.5, 0],
    ],
    groups: [[0], [1, 2]],
  },
  weaklyLumpable: {
    tpm: [
      [1 / 4, 1 / 4, 1 / 2],
      [0, 1 / 6, 5 / 6],
      [7 / 8, 1 / 8, 0],
    ],
    groups: [[0], [1, 2]],
  },
};
