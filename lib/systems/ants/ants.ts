import type { ReadonlyTyped } from "../../core/numbers";
import { requireNonNegative, requirePositive, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

/** A bridge of two branches between nest and food, and how ants choose. */
export interface AntsOptions {
  /** Attraction of an unmarked branch, in ants that have passed; above 0, default 20. */
  readonly k?: number;
  /** How steeply marks attract; from 0 (ants do not heed them), default 2. */
  readonly n?: number;
  /** Length of the long branch over that of the short one; from 1, default 1. */
  readonly lengthRatio?: number;
  /** How long the short branch takes to cross, in ants that set off meanwhile at both ends together; a whole number. Default 0 (marks are there at once) for equal branches, else 20: 20 s at one ant every second. */
  readonly crossing?: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Ants on a bridge. */
export interface Ants {
  /** Sends more ants over the bridge, one after the other. */
  step(count?: number): void;
  /** Ants that have set off on the short branch, and on the long one; where both are equal, the first and the second. */
  readonly short: number;
  readonly long: number;
  /** Share of all ants that took the short branch; NaN before the first. */
  readonly share: number;
  /** Chance that the next ant takes the short branch. */
  readonly chance: number;
  /** Marks at nest on short and long, at food on short and long: ants that have passed there. */
  readonly marks: ReadonlyTyped<Float64Array>;
}

/** Options as they are used; a RangeError names the caller. */
export function checkAnts(where: string, options: AntsOptions): Required<AntsOptions> {
  const { k = 20, n = 2, lengthRatio = 1, seed } = options;
  const crossing = options.crossing ?? (lengthRatio === 1 ? 0 : 20);
  requirePositive(where, "k", k);
  requireNonNegative(where, "n", n);
  requireWhole(where, "crossing", crossing, 0);
  if (!(lengthRatio >= 1 && Number.isFinite(lengthRatio))) {
    throw new RangeError(`${where}: lengthRatio ${lengthRatio}, needs one from 1`);
  }
  if (lengthRatio > 1 && crossing === 0) {
    throw new RangeError(`${where}: crossing 0 with lengthRatio ${lengthRatio}, needs one from 1: length acts by time`);
  }
  return { k, n, lengthRatio, crossing, seed };
}

/**
 * Ants that cross a bridge of two branches and choose by the marks of those before them.
 *
 *     P(short) = (k + S)^n / ((k + S)^n + (k + L)^n)
 *
 * S and L are the ants that have passed at this end of the branches. Ants set off at nest and food by turns, mark the branch where they enter it and,
 * when they have crossed it, where they leave it: the short branch is marked sooner at the far end, and nothing else speaks for it. With `crossing` 0
 * both ends know at once, and the bridge is an urn: each ant adds one to what it chose.
 *
 * @param options the bridge, the choice and the seed
 * @throws RangeError for a number out of range, or branches of different length that take no time
 * @example
 * import { ants } from "@emergence/lib/systems";
 * const bridge = ants({ n: 2, k: 20, seed: 1 });
 * bridge.step(500);
 * bridge.short + bridge.long; // => 500
 *
 * Source: Deneubourg, Aron, Goss & Pasteels 1990, J. Insect Behav. 3, 159-168 (choice, k = 20, n = 2); Goss, Aron, Deneubourg & Pasteels 1989,
 * Naturwissenschaften 76, 579-581 (two ends, delay: 20 s, half an ant a second from each side).
 */
export function ants(options: AntsOptions): Ants {
  const { k, n, lengthRatio, crossing, seed } = checkAnts("ants", options);
  const { uniform } = random(seed);
  const marks = new Float64Array(4);
  const delays = [crossing, Math.round(crossing * lengthRatio)] as const;
  // arriving[t mod length] holds the mark that an ant leaves at time t: its index, or -1. Two ants may arrive at once, one from each branch.
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
