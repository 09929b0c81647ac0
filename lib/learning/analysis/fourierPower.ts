import { maxIndex } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { requireRows } from "../../core/require";

/** The frequencies of a matrix of weights whose rows are the residues 0 ... p - 1. */
export interface FourierPower {
  /** Proportion of the power at each frequency 1 ... floor(p / 2), over all columns; the constant part is left out. */
  readonly power: number[];
  /** The frequency at which each column (a neuron) has most power; 0 for a column that is constant. */
  readonly frequency: number[];
  /** Proportion of the power of each column at that frequency, 0 to 1. */
  readonly share: number[];
  /** Mean of `share` over the columns, weighted by their power: 1 if every neuron holds a single frequency. */
  readonly meanShare: number;
  /** Number of frequencies that have a hundredth of the power, or more. */
  readonly frequencies: number;
}

/**
 * Power of a matrix of weights by frequency: of each column, and of all together.
 *
 *     F_k = sum_a w[a] exp(2 pi i k a / p),   power_k = |F_k|^2,   k = 1 ... floor(p / 2)
 *
 * In nets that have learned modular addition each neuron ends at one frequency (a share of .96 and more), and all but one or two frequencies are
 * in use; in nets that have memorized, shares stay below .45.
 *
 * @param weights p rows, p >= 3, one column per neuron: the first or last p rows of `weights.input`, or the columns of `weights.output`
 * @throws RangeError for fewer rows, ragged ones, or numbers that are not finite; or if all columns are constant
 * @example
 * import { fourierPower, quadraticSolution } from "@emergence/lib/learning";
 * const { weights } = quadraticSolution(7);
 * fourierPower(weights.input?.slice(0, 7) ?? []).frequency.slice(0, 7); // => [1, 1, 1, 1, 1, 1, 2]
 *
 * Source: Nanda et al. 2023, Progress measures for grokking, arXiv:2301.05217, section 4; by neuron, Gromov 2023.
 */
export function fourierPower(weights: readonly Numbers[]): FourierPower {
  requireRows("fourierPower", "weights", weights);
  const p = weights.length;
  if (p < 3) throw new RangeError(`fourierPower: ${p} rows, needs at least 3: one per residue`);
  const columns = (weights[0] as Numbers).length;
  if (columns === 0) throw new RangeError("fourierPower: rows of 0 numbers, needs at least 1 column");
  const half = Math.floor(p / 2);
  // Squares of numbers of any size: in units of the largest.
  let largest = 0;
  for (const row of weights) for (let j = 0; j < columns; j++) largest = Math.max(largest, Math.abs(row[j] as number));
  const wave = Array.from({ length: p }, (_, i) => [Math.cos((2 * Math.PI * i) / p), Math.sin((2 * Math.PI * i) / p)]);
  const totals = new Array<number>(half).fill(0);
  const frequency: number[] = [];
  const share: number[] = [];
  const sizes: number[] = [];
  for (let column = 0; column < columns; column++) {
    const values = weights.map((row) => (row[column] as number) / (largest || 1));
    const mean = values.reduce((sum, value) => sum + value, 0) / p;
    const powers = totals.map((_, i) => {
      let [real, imaginary] = [0, 0];
      values.forEach((value, a) => {
        const [cos, sin] = wave[((i + 1) * a) % p] as [number, number];
        real += (value - mean) * cos;
        imaginary += (value - mean) * sin;
      });
      return real * real + imaginary * imaginary;
    });
    const size = powers.reduce((sum, value) => sum + value, 0);
    const isConstant = size <= 1e-24 * p * p;
    const best = maxIndex(powers);
    frequency.push(isConstant ? 0 : best + 1);
    share.push(isConstant ? 0 : (powers[best] as number) / size);
    sizes.push(isConstant ? 0 : size);
    if (!isConstant)
      powers.forEach((value, i) => {
        totals[i] = (totals[i] as number) + value;
      });
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!(total > 0)) throw new RangeError("fourierPower: all columns are constant, needs one that is not");
  const power = totals.map((value) => value / total);
  return {
    power,
    frequency,
    share,
    meanShare: share.reduce((sum, value, i) => sum + value * (sizes[i] as number), 0) / total,
    frequencies: power.filter((value) => value >= 0.01).length,
  };
}
