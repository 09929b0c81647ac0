import { random } from "../../stats/random";
import type { Ready } from "../evidence/ready";
import { macroOf, symbolsOf, systemOf } from "../evidence/system";
import { isAnswer } from "../judging/answers";
import type { Judgement } from "../types";
import { countedInformation } from "./counted";

/** What the whole and each unit now tell of the macroscopic variable next, in bits, less the bias of counting. */
export interface Foretelling {
  readonly whole: number;
  readonly units: readonly number[];
  /** Probability of so much told by the whole if it told nothing. */
  readonly p: number;
  /** The same quantities over resampled stretches of the series, as counted. */
  readonly resampled: readonly { readonly whole: number; readonly units: readonly number[] }[];
  readonly bias: { readonly whole: number; readonly units: readonly number[] };
}

/** Levels of a measured macroscopic variable. */
const levels = 8;
/** Permutations for the bias, and as many for the test at 5 %; resamples for the errors. */
const [shuffles, resamples] = [39, 99];

export function foretellingOf(known: Ready): Foretelling | Judgement {
  const [system, macro] = [systemOf(known), macroOf(known)];
  if (isAnswer(system)) return system;
  if (isAnswer(macro)) return macro;
  return known.once("foretelling", () => {
    const { units, states, stateCount, before } = system;
    const next = symbolsOf(macro.values, levels);
    const columns = units.map((values) => symbolsOf([...values], Number.POSITIVE_INFINITY));
    const measured = (rows: ArrayLike<number>, partners: ArrayLike<number>) => ({
      whole: countedInformation(states, stateCount, next.codes, next.count, rows, partners),
      units: columns.map(({ codes, count }) =>
        countedInformation(codes, count, next.codes, next.count, rows, partners),
      ),
    });
    const source = random(1, "judge");
    const after = Array.from(before, (t) => t + 1);
    const seen = measured(before, after);
    const nulls = Array.from({ length: shuffles }, () => measured(before, source.shuffle(after)));
    const mean = (of: (one: typeof seen) => number) => nulls.reduce((sum, one) => sum + of(one), 0) / shuffles;
    const bias = { whole: mean((one) => one.whole), units: units.map((_, i) => mean((one) => one.units[i] as number)) };
    // Stretches long beside the memory of a short law keep its autocorrelation.
    const stretch = Math.ceil(Math.sqrt(before.length));
    const resampled = Array.from({ length: resamples }, () => {
      const rows = new Uint32Array(before.length);
      for (let filled = 0; filled < rows.length; ) {
        const start = source.integer(0, before.length - 1);
        for (let k = 0; k < stretch && filled < rows.length; k++, filled++)
          rows[filled] = before[(start + k) % before.length] as number;
      }
      return measured(
        rows,
        rows.map((t) => t + 1),
      );
    });
    return {
      whole: seen.whole - bias.whole,
      units: seen.units.map((one, i) => one - (bias.units[i] as number)),
      p: (1 + nulls.filter((one) => one.whole >= seen.whole).length) / (1 + shuffles),
      resampled,
      bias,
    };
  });
}

/** Standard deviation over the resamples. */
export function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
}
