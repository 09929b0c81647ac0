import { bisectLeft, cumsum, sum } from "d3-array";
import { type Kinds, optionsOf, partsOf, requireRows, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

/** Options of `chainRun`. */
export interface ChainRunOptions {
  /** Steps that are returned, 1 to 10,000,000. */
  readonly steps: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
  /** Steps before these, which are not. Default 1,000. */
  readonly discard?: number;
}

/** Kinds of what is read of the chain and of the options, for their check. */
const chainParts: Kinds<{ readonly tpm: unknown }> = { tpm: "any" };
const runOptions: Kinds<ChainRunOptions> = { steps: "number", seed: "number", discard: "number" };

/**
 * A run of a Markov chain: from a state that is drawn, all alike, one step after the other by the chances of its rows.
 *
 * @param chain what has a transition matrix `tpm`, such as a magnet of `glauberChain`, or `{ tpm }`
 * @param options `steps`, `seed`, `discard`
 * @returns the state after each step, and before the first: steps + 1 whole numbers
 * @throws RangeError for a row without as many chances as there are rows, or an option out of range
 * @example
 * import { chainRun } from "@emergence/lib/systems";
 * Array.from(chainRun({ tpm: [[0, 1], [1, 0]] }, { steps: 3, seed: 1, discard: 0 })); // => [1, 0, 1, 0]
 *
 * Source: inversion of the cumulative distribution, Devroye 1986, Non-Uniform Random Variate Generation, III.2.
 */
export function chainRun(
  chain: { readonly tpm: readonly (readonly number[] | Float64Array)[] },
  options: ChainRunOptions,
): Int32Array {
  const caller = "chainRun";
  const { steps, seed, discard = 1000 } = optionsOf(caller, options, runOptions);
  requireWhole(caller, "steps", steps, 1, 10_000_000);
  requireWhole(caller, "discard", discard, 0, 10_000_000);
  const { tpm } = partsOf(caller, chain, chainParts, "chain");
  requireRows(caller, "matrix", tpm);
  const n = tpm.length;
  const rows = tpm.map((row, i) => {
    if (row.length !== n) throw new RangeError(`${caller}: row ${i} has ${row.length} entries, needs ${n}`);
    if (row.some((p) => p < 0) || Math.abs(sum(row) - 1) > 1e-9)
      throw new RangeError(`${caller}: row ${i} adds up to ${sum(row)}, needs chances from 0 to 1 that add up to 1`);
    const next = Array.from(row.keys()).filter((to) => (row[to] as number) > 0);
    return { next, up: cumsum(next, (to) => row[to] as number) };
  });
  const { uniform, integer } = random(seed, caller);
  let state = integer(0, n - 1);
  const run = new Int32Array(steps + 1);
  for (let t = -discard; t <= steps; t++) {
    if (t >= 0) run[t] = state;
    const { next, up } = rows[state] as (typeof rows)[number];
    // Scaled by the sum of the row, which is 1 up to rounding.
    const drawn = bisectLeft(up, uniform() * (up[up.length - 1] as number));
    state = next[drawn] as number;
  }
  return run;
}
