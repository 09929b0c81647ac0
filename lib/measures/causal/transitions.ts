import { sum } from "d3-array";
import { requireRows } from "../../core/require";
/** Matrix of transition probabilities: row i is the distribution of the next state after state i. */
export type Transitions = readonly (readonly number[] | Float64Array)[];

/** Largest distance of the sum of a row from 1. */
const tolerance = 1e-9;

/** Number of states; throws unless the matrix is square and each row is a distribution. */
export function statesOf(caller: string, tpm: Transitions): number {
  requireRows(caller, "matrix", tpm);
  const n = tpm.length;
  for (const [i, row] of tpm.entries()) {
    if (row.length !== n) throw new RangeError(`${caller}: row ${i} has ${row.length} entries, needs ${n}`);
    let total = 0;
    for (const p of row) {
      if (!(p >= 0)) throw new RangeError(`${caller}: probability ${p} in row ${i}, needs a number from 0 to 1`);
      total += p;
    }
    if (!(Math.abs(total - 1) <= tolerance)) {
      const cure = areColumnsStochastic(tpm)
        ? "its columns do: turn rows into columns, so that row i holds where state i goes"
        : "divide each row by its sum";
      throw new RangeError(`${caller}: row ${i} adds up to ${total}, needs 1: ${cure}`);
    }
  }
  return n;
}

/** Whether each column adds up to 1, as in a matrix that holds the next states in its rows. */
const areColumnsStochastic = (tpm: Transitions): boolean =>
  tpm.every((_, j) => Math.abs(sum(tpm, (row) => row[j] as number) - 1) <= tolerance);

/** Mean of the rows: the distribution of the state after a uniformly drawn state. */
export function meanRow(rows: Transitions): Float64Array {
  const mean = new Float64Array((rows[0] as readonly number[]).length);
  for (const row of rows)
    for (let j = 0; j < mean.length; j++) mean[j] = (mean[j] as number) + (row[j] as number) / rows.length;
  return mean;
}

/** The states with a probability above 0 in a row. */
export function weightedStates(row: readonly number[] | Float64Array): { readonly to: number }[] {
  const states: { to: number }[] = [];
  for (let to = 0; to < row.length; to++) if ((row[to] as number) > 0) states.push({ to });
  return states;
}

/** Entropy of a distribution, in bits. */
export function bits(row: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const p of row) if (p > 0) sum -= p * Math.log2(p);
  return sum;
}

/** Mean entropy of the rows, in bits. */
export function meanBits(rows: Transitions): number {
  return sum(rows, (row) => bits(row) / rows.length);
}
