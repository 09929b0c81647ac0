import type { Estimate, ProportionEstimate } from "../../core/estimate";
import { requireWhole } from "../../core/require";
import { wilson } from "../../metrics/proportion";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { randomKSat } from "./instance";
import { type SatisfyOptions, satisfy } from "./satisfy";

/** Many random formulas at one ratio. */
export interface SatisfiabilityRunOptions extends SatisfyOptions {
  /** Number of variables, from k. */
  readonly variables: number;
  /** Clauses per variable, from 0. */
  readonly ratio: number;
  /** Literals in a clause, from 1. */
  readonly k: number;
  /** Number of formulas, from 2. */
  readonly replicates: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** What was found at one ratio. */
export interface SatisfiabilityResult {
  /** Clauses per variable, as they came out: a whole number of clauses over the variables. */
  readonly ratio: number;
  /** Share of formulas that can be satisfied; its standard error is binomial, so 0 at a share of 0 or 1, its interval Wilson's 95 percent. */
  readonly share: ProportionEstimate;
  /** Dead ends of the search, as in `satisfy`: the median over formulas, and the mean. */
  readonly medianEffort: number;
  readonly effort: Estimate;
}

/**
 * Share of random formulas at one ratio that can be satisfied, and the effort to find out.
 *
 * @throws RangeError for an impossible option
 * @example
 * import { satisfiabilityRun } from "@emergence/lib/systems";
 * satisfiabilityRun({ variables: 40, ratio: 1, k: 3, replicates: 20, seed: 1 }).share.mean; // => 1
 *
 * Source: Mitchell, Selman & Levesque 1992, Hard and easy distributions of SAT problems, AAAI-92.
 */
export function satisfiabilityRun(options: SatisfiabilityRunOptions): SatisfiabilityResult {
  const { variables, ratio, k, replicates, seed, ...how } = options;
  requireWhole("satisfiabilityRun", "replicates", replicates, 2);
  const { int32 } = random(seed);
  const answers = Array.from({ length: replicates }, () =>
    satisfy(randomKSat({ variables, ratio, k, seed: int32() }), how),
  );
  const successes = answers.filter(({ kind }) => kind === "satisfiable").length;
  const efforts = answers.map(({ effort }) => effort).sort((a, b) => a - b);
  const middle = [Math.floor((replicates - 1) / 2), Math.ceil((replicates - 1) / 2)].map((i) => efforts[i] as number);
  return {
    ratio: Math.round(ratio * variables) / variables,
    share: {
      ...blockMean(
        answers.map(({ kind }) => (kind === "satisfiable" ? 1 : 0)),
        { blocks: replicates },
      ),
      ...wilson(successes, replicates),
    },
    medianEffort: ((middle[0] as number) + (middle[1] as number)) / 2,
    effort: blockMean(efforts, { blocks: replicates }),
  };
}

/**
 * `satisfiabilityRun` at several ratios, with formulas drawn anew at each.
 *
 * @param options as `satisfiabilityRun`, with `ratios` in place of `ratio`
 * @returns a row for each ratio, in their order
 * @throws RangeError for an impossible option
 * @example
 * import { satisfiabilityCurve } from "@emergence/lib/systems";
 * satisfiabilityCurve({ variables: 40, ratios: [1, 9], k: 3, replicates: 20, seed: 1 }).map(({ share }) => share.mean); // => [1, 0]
 *
 * Source: as `satisfiabilityRun`.
 */
export function satisfiabilityCurve(
  options: Omit<SatisfiabilityRunOptions, "ratio"> & { readonly ratios: readonly number[] },
): SatisfiabilityResult[] {
  const { ratios, seed, ...rest } = options;
  const { int32 } = random(seed);
  return ratios.map((ratio) => satisfiabilityRun({ ...rest, ratio, seed: int32() }));
}
