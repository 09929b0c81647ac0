import { type Kinds, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { type Distribution, fromSamples, type Letter } from "./distribution";
import { discreteEntropies, unitSize } from "./entropies";
import type { UnitOptions } from "./groups";
import { unitOptions } from "./groups";

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

/** The `length` symbols before each index from `first` on, as one code each; equal if the symbols are. */
export function pasts(series: ArrayLike<Letter>, first: number, length: number): Uint32Array {
  const known = new Map<string, number>();
  return Uint32Array.from({ length: series.length - first }, (_, i) => {
    let key = "";
    for (let back = length; back >= 1; back--) {
      const symbol = series[first + i - back] as Letter;
      key += `${typeof symbol === "number" ? symbol : JSON.stringify(symbol)},`;
    }
    const place = known.get(key) ?? known.size;
    known.set(key, place);
    return place;
  });
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
    const d = fromSamples(rows);
    const h = discreteEntropies(caller, d, {});
    const extra = correction === "millerMadow" ? millerMadow(d, rows.length) : () => 0;
    const of = (places: number[]) => h.of(places) + extra(places);
    return of([0, 2]) + of([1, 2]) - of([0, 1, 2]) - of([2]);
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

/** Correction of Miller and Madow to the entropy of some variables, in bits. */
function millerMadow(d: Distribution, n: number): (places: readonly number[]) => number {
  return (places) => {
    const seen = new Set(Array.from(d.probabilities, (_, i) => places.map((v) => d.columns[v]?.[i]).join()));
    return (seen.size - 1) / (2 * n * Math.LN2);
  };
}
