import { max } from "d3-array";
import { type Kinds, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { counted } from "./distribution";
import { discreteEntropies, unitSize } from "./entropies";
import type { UnitOptions } from "./groups";
import { unitOptions } from "./groups";
import type { Encoded } from "./symbols";

/** Options of measures of series: length of the past, and correction of bias. */
export interface SeriesOptions extends UnitOptions {
  /** Number of symbols of the series' own past, at least 1. Default 1. */
  readonly history?: number;
  /**
   * Correction of the bias of counting, which is upward. "none" (default). "millerMadow": (distinct outcomes - 1) / (2 n) nats are added to each entropy.
   * "shuffle": the mean over random permutations of the past is subtracted.
   */
  readonly correction?: "none" | "millerMadow" | "shuffle";
  /** Number of permutations for "shuffle". Default 100. */
  readonly shuffles?: number;
  /** Seed for "shuffle". Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
export const seriesOptions: Kinds<SeriesOptions> = {
  ...unitOptions,
  history: "number",
  correction: ["none", "millerMadow", "shuffle"],
  shuffles: "number",
  seed: "number",
};

/** The symbol at each index of each series from `first` on. */
export function nexts({ parts }: Encoded, first: number): Uint32Array {
  return joined(parts.map((codes) => codes.subarray(first)));
}

/** The `length` symbols that end `delay` before each index of each series from `first` on, as one code each; equal if the symbols are. */
export function pasts({ parts, symbols }: Encoded, first: number, length: number, delay = 1): Uint32Array {
  const known = new Map<number | string, number>();
  // Keys of many symbols would not fit a number.
  const numeric = symbols.length ** length < 2 ** 53;
  const keyAt = (codes: Uint32Array, at: number): number | string => {
    if (!numeric) return codes.subarray(at - length, at).join();
    let key = 0;
    for (let t = at - length; t < at; t++) key = key * symbols.length + (codes[t] as number);
    return key;
  };
  return joined(
    parts.map((codes) =>
      Uint32Array.from({ length: Math.max(0, codes.length - first) }, (_, i) => {
        const key = keyAt(codes, first + i - (delay - 1));
        const place = known.get(key) ?? known.size;
        known.set(key, place);
        return place;
      }),
    ),
  );
}

/** Columns of codes as one: equal where all of them are. */
export function together(columns: readonly Uint32Array[]): Uint32Array {
  return columns.reduce((whole, column) => {
    const known = new Map<number, number>();
    return whole.map((code, i) => {
      const key = code * 2 ** 26 + (column[i] as number);
      const place = known.get(key) ?? known.size;
      known.set(key, place);
      return place;
    });
  });
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Throws a RangeError unless some series is longer than its past. */
export function requireLonger(caller: string, { parts }: Encoded, past: number): void {
  if (parts.some((codes) => codes.length > past)) return;
  const longest = max(parts, (codes) => codes.length) ?? 0;
  const found = parts.length === 1 ? `${longest} symbols` : `${parts.length} series of at most ${longest} symbols`;
  throw new RangeError(`${caller}: ${found}, needs more than ${past}`);
}

/**
 * I(first ; second | third) of columns of codes, with the chosen correction; a shuffle permutes the second column. The third is optional.
 */
export function correctedInformation(
  caller: string,
  columns: readonly [Uint32Array, Uint32Array] | readonly [Uint32Array, Uint32Array, Uint32Array],
  options: SeriesOptions,
): number {
  const { correction = "none", unit = "bits", shuffles = 100, seed = 1 } = options;
  const size = unitSize(caller, unit);
  const [next, told, given = new Uint32Array(next.length)] = columns;
  const found = (second: ArrayLike<number>) => {
    const rows = Array.from(next, (symbol, i) => [symbol, second[i] as number, given[i] as number]);
    const d = counted(caller, rows);
    const h = discreteEntropies(caller, d, correction === "millerMadow" ? { correction } : {});
    return h.of([0, 2]) + h.of([1, 2]) - h.of([0, 1, 2]) - h.of([2]);
  };
  if (correction === "none" || correction === "millerMadow") return size * found(told);
  if (correction !== "shuffle") {
    throw new RangeError(
      `${caller}: correction ${JSON.stringify(correction)}, needs "none", "millerMadow" or "shuffle"`,
    );
  }
  requireWhole(caller, "shuffles", shuffles);
  const source = random(seed, caller);
  const plain = [...told];
  let chance = 0;
  for (let k = 0; k < shuffles; k++) chance += found(source.shuffle(plain)) / shuffles;
  return size * (found(told) - chance);
}
