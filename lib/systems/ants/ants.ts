import type { ReadonlyTyped } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireNonNegative,
  requirePositive,
  requireRoom,
  requireWhole,
} from "../../core/require";
import { random } from "../../stats/random";

/** Options of a bridge of two branches between nest and food, and of how ants choose. */
export interface AntsOptions {
  /** Attraction of an unmarked branch, in units of one ant that has passed; > 0, default 20. */
  readonly k?: number;
  /** Exponent of the attraction, >= 0 (0: ants ignore the marks); default 2. */
  readonly n?: number;
  /** Length of the long branch over that of the short one, >= 1; default 1. */
  readonly lengthRatio?: number;
  /** Time to cross the short branch, as the number of ants that start meanwhile at both ends together; a whole number. Default 0 (marks act at once) for equal branches, else 20: 20 s at one ant per second. */
  readonly crossing?: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const antsOptions: Kinds<AntsOptions> = {
  k: "number",
  n: "number",
  lengthRatio: "number",
  crossing: "number",
  seed: "number",
};

/** Ants on a bridge. */
export interface Ants {
  /** Sends `count` more ants over the bridge, one after the other. */
  step(count?: number): void;
  /** Number of ants that have chosen the short branch, and the long one; for equal branches, the first and the second. */
  readonly short: number;
  readonly long: number;
  /** Fraction of all ants that chose the short branch; NaN before the first ant. */
  readonly share: number;
  /** Probability that the next ant chooses the short branch. */
  readonly chance: number;
  /** Marks at the nest on the short and the long branch, then the same at the food: the number of ants that have passed there. */
  readonly marks: ReadonlyTyped<Float64Array>;
}

/** Options with defaults filled in. A RangeError names the caller. */
export function checkAnts(where: string, options: AntsOptions): Required<AntsOptions> {
  const { k = 20, n = 2, lengthRatio = 1, seed } = options;
  const crossing = options.crossing ?? (lengthRatio === 1 ? 0 : 20);
  requirePositive(where, "k", k);
  requireNonNegative(where, "n", n);
  requireWhole(where, "crossing", crossing, 0);
  if (!(lengthRatio >= 1 && Number.isFinite(lengthRatio))) {
    throw new RangeError(`${where}: lengthRatio ${lengthRatio}, needs a number from 1`);
  }
  if (lengthRatio > 1 && crossing === 0) {
    throw new RangeError(
      `${where}: crossing 0 with lengthRatio ${lengthRatio}, needs crossing from 1: length acts through the time to cross`,
    );
  }
  requireRoom(where, "crossing * lengthRatio", crossing * lengthRatio);
  return { k, n, lengthRatio, crossing, seed };
}

/**
 * Ants that cross a bridge of two branches and choose by the marks of the ants before them.
 *
 *     P(short) = (k + S)^n / ((k + S)^n + (k + L)^n)
 *
 * S and L are the numbers of ants that have passed this end of the two branches. Ants start at nest and food in turn. They mark the branch where they
 * enter it and, after crossing, where they leave it. So the short branch is marked sooner at its far end, which is its only advantage. With `crossing` 0
 * both ends are marked at once, and the bridge is an urn: each ant adds one to the branch it chose.
 *
 * @param options the bridge, the choice and the seed
 * @throws RangeError for a number out of range, or for branches of different length with `crossing` 0
 * @example
 * import { ants } from "@emergence/lib/systems";
 * const bridge = ants({ n: 2, k: 20, seed: 1 });
 * bridge.step(500);
 * bridge.short + bridge.long; // => 500
 *
 * Source: Deneubourg, Aron, Goss & Pasteels 1990, J. Insect Behav. 3, 159-168 (choice, k = 20, n = 2); Goss, Aron, Deneubourg & Pasteels 1989,
 * Naturwissenschaften 76, 579-581 (two ends, delay: 20 s, half an ant per second from each side).
 */
export function ants(options: AntsOptions): Ants {
  optionsOf("ants", options, antsOptions);
  const { k, n, lengthRatio, crossing, seed } = checkAnts("ants", options);
  const { uniform } = random(seed, "ants");
  const marks = new Float64Array(4);
  const delays = [crossing, Math.round(crossing * lengthRatio)] as const;
  // arriving[t mod length] is the index of the mark that an ant leaves at time t, or -1. Two ants may arrive at once, one from each branch.
  const length = delays[1] + 1;
  const arriving = [new Int8Array(length).fill(-1), new Int8Array(length).fill(-1)] as const;
  const counts: [number, number] = [0, 0];
  let time = 0;

  const chanceAt = (end: number): number => {
    const short = marks[2 * end] as number;
    const long = marks[2 * end + 1] as number;
    return 1 / (1 + ((k + long) / (k + short)) ** n);
  };

  function one(): void {
    const slot = time % length;
    for (const queue of arriving) {
      const mark = queue[slot] as number;
      if (mark < 0) continue;
      marks[mark] = (marks[mark] as number) + 1;
      queue[slot] = -1;
    }
    const end = time % 2;
    const branch = uniform() < chanceAt(end) ? 0 : 1;
    counts[branch]++;
    const [here, there] = [2 * end + branch, 2 * (1 - end) + branch];
    marks[here] = (marks[here] as number) + 1;
    if (crossing === 0) marks[there] = (marks[there] as number) + 1;
    else arriving[branch][(time + delays[branch]) % length] = there;
    time++;
  }

  return {
    step(count = 1) {
      requireWhole("ants", "count of steps", count, 0);
      for (let i = 0; i < count; i++) one();
    },
    get short() {
      return counts[0];
    },
    get long() {
      return counts[1];
    },
    get share() {
      return counts[0] / (counts[0] + counts[1]);
    },
    get chance() {
      return chanceAt(time % 2);
    },
    marks,
  };
}
