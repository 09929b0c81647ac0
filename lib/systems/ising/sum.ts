import {
  type Kinds,
  optionsOf,
  requireFinite,
  requireNoOverflow,
  requirePositive,
  requireWhole,
} from "../../core/require";

/** Exact averages over all states of a small torus. */
export interface IsingSum {
  /** <E> / N, in units of J, including the term of the field. */
  readonly energy: number;
  /** <|m|>, per spin. */
  readonly absMagnetization: number;
  /** (N / T) (<m^2> - <|m|>^2), per spin. */
  readonly susceptibility: number;
  /** 1 - <m^4> / (3 <m^2>^2). */
  readonly binder: number;
  /** (<E^2> - <E>^2) / (N T^2), per spin, in units of k_B. */
  readonly specificHeat: number;
  /** Probability of each m from -1 to 1 in steps of 2 / N; N + 1 numbers that sum to 1. */
  readonly chances: Float64Array;
}

/** Options of the sum. */
export interface IsingSumOptions {
  /** L, spins per side, 2 to 5: 2^(L^2) states. */
  readonly size: number;
  /** T, in units of J / k_B, > 0. */
  readonly temperature: number;
  /** h, in units of J. Default 0. */
  readonly field?: number;
}

/** Kinds of the options, for their check. */
const isingSumOptions: Kinds<IsingSumOptions> = { size: "number", temperature: "number", field: "number" };

/**
 * Exact averages of the Ising model on a small torus, by counting all 2^N states:
 *
 *     <A> = sum over states of A exp(-E / T) / Z,  E = -sum s s' - h sum s
 *
 * The states of each energy and magnetization are counted once per size (half a second for size 5) and kept.
 *
 * @param options `size`, `temperature`, `field`
 * @throws RangeError for options out of range
 * @example
 * import { isingSum } from "@emergence/lib/systems";
 * isingSum({ size: 2, temperature: 8 }).energy; // => (-2 * Math.sinh(1)) / (3 + Math.cosh(1))
 *
 * Source: Landau & Binder 2014, A Guide to Monte Carlo Simulations in Statistical Physics, ch. 2.
 */
export function isingSum(options: IsingSumOptions): IsingSum {
  const { size, temperature, field = 0 } = optionsOf("isingSum", options, isingSumOptions);
  requireWhole("isingSum", "size", size, 2, 5);
  requirePositive("isingSum", "temperature", temperature);
  requireFinite("isingSum", "field", field);
  const sites = size * size;
  const counts = countStates(size);
  // Row: number of spins up. Column j, 0 to N: bond energy 4 j - 2 N.
  const columns = sites + 1;
  const energyAt = (at: number) => 4 * (at % columns) - 2 * sites - field * (2 * Math.floor(at / columns) - sites);
  let lowest = Number.POSITIVE_INFINITY;
  for (const [at, count] of counts.entries()) if (count > 0) lowest = Math.min(lowest, energyAt(at));
  const chances = new Float64Array(columns);
  let [total, e1, e2, abs, m2, m4] = [0, 0, 0, 0, 0, 0];
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue;
    const [energy, up] = [energyAt(at), Math.floor(at / columns)];
    const weight = count * Math.exp(-(energy - lowest) / temperature);
    const m = (2 * up - sites) / sites;
    total += weight;
    chances[up] = (chances[up] as number) + weight;
    // Relative to the lowest energy, so that the variance does not cancel.
    e1 += weight * (energy - lowest);
    e2 += weight * (energy - lowest) ** 2;
    abs += weight * Math.abs(m);
    m2 += weight * m * m;
    m4 += weight * m ** 4;
  }
  requireNoOverflow("isingSum", { "the energy": e2 / total });
  const [excess, square, absolute] = [e1 / total, m2 / total, abs / total];
  return {
    energy: (lowest + excess) / sites,
    absMagnetization: absolute,
    susceptibility: (sites / temperature) * (square - absolute ** 2),
    binder: 1 - m4 / total / (3 * square ** 2),
    specificHeat: (e2 / total - excess ** 2) / (sites * temperature ** 2),
    chances: chances.map((weight) => weight / total),
  };
}

const counted = new Map<number, Float64Array>();

/** Number of states per number of spins up (a row of N + 1 numbers) and per half the number of unequal pairs (which is even along each loop). */
function countStates(size: number): Float64Array {
  const known = counted.get(size);
  if (known !== undefined) return known;
  const columns = size * size + 1;
  const rows = 2 ** size;
  const counts = new Float64Array(columns * columns);
  const ones = Int32Array.from({ length: rows }, (_, row) => [...row.toString(2)].filter((bit) => bit === "1").length);
  const within = Int32Array.from({ length: rows }, (_, row) => {
    const turned = (row >> 1) | ((row & 1) << (size - 1));
    return ones[row ^ turned] as number;
  });
  // One row below the other; the last is also joined to the first.
  const fill = (depth: number, first: number, above: number, up: number, unequal: number): void => {
    for (let row = 0; row < rows; row++) {
      const pairs = unequal + (within[row] as number) + (ones[row ^ above] as number);
      const more = up + (ones[row] as number);
      if (depth < size) fill(depth + 1, first, row, more, pairs);
      else {
        const at = more * columns + ((pairs + (ones[row ^ first] as number)) >> 1);
        counts[at] = (counts[at] as number) + 1;
      }
    }
  };
  for (let first = 0; first < rows; first++) {
    fill(2, first, first, ones[first] as number, within[first] as number);
  }
  counted.set(size, counts);
  return counts;
}
