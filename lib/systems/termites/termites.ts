import { sum } from "d3-array";
import type { ReadonlyTyped } from "../../core/numbers";
import { type Kinds, optionsOf, requireProportion, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { pileSizes } from "./piles";

export interface TermitesOptions {
  /** Cells along each side of the torus, >= 3; default 64. */
  readonly size?: number;
  /** Fraction of cells with a chip at the start, drawn at random; 0 to below 1, default 0.2. */
  readonly density?: number;
  /** Number of termites, >= 1; default 100. */
  readonly termites?: number;
  /** Number of steps that a termite walks straight on after it took or left a chip, ignoring others; >= 0, default 20. */
  readonly away?: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const termitesOptions: Kinds<TermitesOptions> = {
  size: "number",
  density: "number",
  termites: "number",
  away: "number",
  seed: "number",
};

/** Termites and chips. */
export interface Termites {
  /** Moves every termite by `count` more steps of one cell. */
  step(count?: number): void;
  readonly size: number;
  /** 1 for each cell with a chip, row by row. */
  readonly chips: ReadonlyTyped<Uint8Array>;
  /** Cell of each termite, and whether it carries a chip. */
  readonly positions: ReadonlyTyped<Int32Array>;
  readonly carrying: ReadonlyTyped<Uint8Array>;
  /** Number of chips, lying or carried: it never changes. */
  readonly total: number;
  /** Number of piles: groups of chips that touch, at least at a corner. */
  readonly piles: number;
  /** Number of chips in the largest pile; 0 if none lies. */
  readonly largest: number;
  /** Fraction of chips in the largest pile. */
  readonly largestShare: number;
}

const [searching, carrying, leaving] = [0, 1, 2] as const;

/**
 * Termites that gather wood chips into piles, although no rule mentions piles.
 *
 * A termite wanders at random. If it finds a chip, it takes it and walks off. If it carries a chip and finds another, it walks on to a free cell, leaves its
 * chip there and walks off. A chip is never left far from all others, and the last one of a pile can be taken: so the number of piles falls.
 *
 * @param options lattice, chips, termites and seed
 * @throws RangeError for a number out of range
 * @example
 * import { termites } from "@emergence/lib/systems";
 * const colony = termites({ size: 32, density: 0.2, termites: 20, seed: 1 });
 * const chips = colony.total;
 * colony.step(1000);
 * colony.total === chips; // => true
 *
 * Source: Resnick 1994, Turtles, Termites, and Traffic Jams, chapter 3; rules as in NetLogo's Termites (Wilensky 1997), on eight directions of a lattice.
 */
export function termites(options: TermitesOptions): Termites {
  const where = "termites";
  const {
    size = 64,
    density = 0.2,
    termites: count = 100,
    away = 20,
    seed,
  } = optionsOf("termites", options, termitesOptions);
  requireWhole(where, "size", size, 3);
  requireProportion(where, "density", density);
  if (density === 1) throw new RangeError(`${where}: density 1, needs a number below 1: chips are left on free cells`);
  requireWhole(where, "termites", count);
  requireWhole(where, "away", away, 0);
  const { integer, uniform, int32 } = random(seed, "termites");
  const chips = new Uint8Array(size * size);
  for (let i = 0; i < chips.length; i++) chips[i] = uniform() < density ? 1 : 0;
  const positions = Int32Array.from({ length: count }, () => integer(0, chips.length - 1));
  const headings = Uint8Array.from({ length: count }, () => integer(0, 7));
  const states = new Uint8Array(count);
  const blind = new Int32Array(count);
  const carried = new Uint8Array(count);
  const columns = Int8Array.from([1, 1, 0, -1, -1, -1, 0, 1]);
  const rows = Int8Array.from([0, 1, 1, 1, 0, -1, -1, -1]);

  function move(i: number, bits: number): void {
    // A quarter of the steps turn left by an eighth of a circle, a quarter right; none while the termite walks off.
    const wary = (blind[i] as number) > 0;
    const turn = wary ? 0 : ((bits & 1) as number) - ((bits >>> 1) & 1);
    const heading = ((headings[i] as number) + turn) & 7;
    headings[i] = heading;
    const cell = positions[i] as number;
    const x = cell % size;
    const y = (cell - x) / size;
    const toX = (x + (columns[heading] as number) + size) % size;
    const toY = (y + (rows[heading] as number) + size) % size;
    const to = toY * size + toX;
    positions[i] = to;
    if (wary) blind[i] = (blind[i] as number) - 1;
    else act(i, to, (bits >>> 2) & 7);
  }

  function act(i: number, cell: number, heading: number): void {
    const state = states[i];
    const chip = chips[cell] as number;
    if (state === searching && chip === 1) {
      chips[cell] = 0;
      carried[i] = 1;
      states[i] = carrying;
      blind[i] = away;
    } else if (state === carrying && chip === 1) states[i] = leaving;
    else if (state === leaving && chip === 0) {
      chips[cell] = 1;
      carried[i] = 0;
      states[i] = searching;
      headings[i] = heading;
      blind[i] = away;
    }
  }

  const total = (): number => sum(chips) + sum(carried);
  return {
    step(steps = 1) {
      requireWhole(where, "count of steps", steps, 0);
      for (let step = 0; step < steps; step++) for (let i = 0; i < count; i++) move(i, int32());
    },
    size,
    chips,
    positions,
    carrying: carried,
    get total() {
      return total();
    },
    get piles() {
      return pileSizes(chips, size).length;
    },
    get largest() {
      return pileSizes(chips, size)[0] ?? 0;
    },
    get largestShare() {
      const [largest = 0] = pileSizes(chips, size);
      return largest === 0 ? 0 : largest / total();
    },
  };
}
