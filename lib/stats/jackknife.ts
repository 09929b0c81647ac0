import { sum } from "d3-array";
import type { Estimate } from "../core/estimate";
import type { Numbers } from "../core/numbers";
import { type Kinds, requireFinite, requireList, requireNoOverflow, requireWhole } from "../core/require";

/** Options of the standard error. */
export interface BlockOptions {
  /** Number of blocks of neighboring samples, from 2; each should be many autocorrelation times long. Default 20, or one per sample if there are fewer. */
  readonly blocks?: number;
}

/** Kinds of the options, for their check. */
export const blockOptions: Kinds<BlockOptions> = { blocks: "number" };

/**
 * A function of means over samples, with the standard error of the jackknife over blocks: the function is recomputed without each block in turn.
 * Blocks account for the autocorrelation of a simulation. Samples that do not fill a block go to the last one.
 * Efron & Tibshirani 1993, An Introduction to the Bootstrap.
 */
export function jackknife(
  caller: string,
  samples: Numbers,
  columns: readonly ((sample: number) => number)[],
  value: (means: readonly number[]) => number,
  options: BlockOptions,
): Estimate {
  requireList(caller, "samples", samples, "an array of numbers");
  const n = samples.length;
  const { blocks = Math.min(20, n) } = options;
  if (n < 2) throw new RangeError(`${caller}: ${n} samples, needs at least 2`);
  requireWhole(caller, "blocks", blocks, 2, n);
  const size = Math.floor(n / blocks);
  const sums = Array.from({ length: blocks }, () => columns.map(() => 0));
  for (let i = 0; i < n; i++) {
    const sample = samples[i] as number;
    requireFinite(caller, `samples[${i}]`, sample);
    const block = sums[Math.min(blocks - 1, Math.floor(i / size))] as number[];
    for (const [c, column] of columns.entries()) block[c] = (block[c] as number) + column(sample);
  }
  const totals = columns.map((_, c) => sum(sums, (block) => block[c] as number));
  // NaN where a square or a fourth power of the samples is infinite.
  for (const total of totals) requireNoOverflow(caller, { "the sum over the samples": total - total });
  const without = sums.map((block, b) => {
    const left = n - (b === blocks - 1 ? n - size * (blocks - 1) : size);
    return value(totals.map((total, c) => (total - (block[c] as number)) / left));
  });
  // Not the sum of d3-array, which leaves out NaN: a value that one block does not have has no error.
  const center = without.reduce((total, one) => total + one / blocks, 0);
  const squares = without.reduce((total, one) => total + (one - center) ** 2, 0);
  return {
    mean: value(totals.map((total) => total / n)),
    standardError: Math.sqrt((squares * (blocks - 1)) / blocks),
  };
}
