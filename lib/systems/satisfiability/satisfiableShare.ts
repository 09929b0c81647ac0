import { wilson } from "../../metrics/proportion";
import type { Measured } from "../../stats/jackknife";
import { measured } from "../../stats/measured";
import { random } from "../../stats/random";
import { requireCount } from "../options";
import { randomKSat } from "./instance";
import { type SatisfyOptions, satisfy } from "./satisfy";

/** Many random formulas at one ratio. */
export interface SatisfiabilityOptions extends SatisfyOptions {
  /** Number of variables, from k. */
  readonly variables: number;
  /** Clauses per variable, from 0. */
  readonly ratio: number;
  /** Literals in a clause, from 1. */
  readonly k: number;
  /** Number of formulas, from 2. */
  readonly instances: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** What was found at one ratio. */
export interface SatisfiabilityRow {
  /** Clauses per variable, as they came out: a whole number of clauses over the variables. */
  readonly ratio: number;
  /** Share of formulas that can be satisfied; its standard error is binomial, so 0 at a share of 0 or 1. */
  readonly share: Measured;
  /** Wilson's 95 percent interval of the share, which says something at 0 and 1 too. */
  readonly lower: number;
  readonly upper: number;
  /** Dead ends of the search, as in `satisfy`: the median over formulas, and the mean. */
  readonly medianEffort: number;
  readonly effort: Measured;
}

/**
 * Share of random formulas at one ratio that can be satisfied, and the effort to find out.
 *
 * @throws RangeError for an impossible option
 * @example
 * import { satisfiabilityRun } from "@emergence/lib/systems";
 * satisfiabilityRun({ variables: 40, ratio: 1, k: 3, instances: 20, seed: 1 }).share.mean; // => 1
 *
 * Source: Mitchell, Selman & Levesque 1992, Hard and easy distributions of SAT problems, AAAI-92.
 */
export function satisfiabilityRun(options: SatisfiabilityOptions): SatisfiabilityRow {
  const { variables, ratio, k, instances, seed, ...how } = options;
  requireCount("satisfiabilityRun", "instances", instances, 2);
  const { word } = random(seed);
  const answers = Array.from({ length: instances }, () =>
    satisfy(randomKSat({ variables, ratio, k, seed: word() }), how),
  );
  const successes = answers.filter(({ kind }) => kind === "satisfiable").length;
  const efforts = answers.map(({ effort }) => effort).sort((a, b) => a - b);
  const middle = [Math.floor((instances - 1) / 2), Math.ceil((instances - 1) / 2)].map((i) => efforts[i] as number);
  return {
    ratio: Math.round(ratio * variables) / variables,
    share: measured(
      answers.map(({ kind }) => (kind === "satisfiable" ? 1 : 0)),
      { blocks: instances },
    ),
    ...wilson(successes, instances),
    medianEffort: ((middle[0] as number) + (middle[1] as number)) / 2,
    effort: measured(efforts, { blocks: instances }),
  };
}

/**
 * `satisfiabilityRun` at several ratios, with formulas drawn anew at each.
 *
 * @param options as `satisfiabilityRun`, with `ratios` in place of `ratio`
 * @returns a row for each ratio, in their order
 * @throws RangeError for an impossible option
 * @example
 * import { satisfiableShare } from "@emergence/lib/systems";
 * satisfiableShare({ variables: 40, ratios: [1, 9], k: 3, instances: 20, seed: 1 }).map(({ share }) => share.mean); // => [1, 0]
 *
 * Source: as `satisfiabilityRun`.
 */
export function satisfiableShare(
  options: Omit<SatisfiabilityOptions, "ratio"> & { readonly ratios: readonly number[] },
): SatisfiabilityRow[] {
  const { ratios, seed, ...rest } = options;
  const { word } = random(seed);
  return ratios.map((ratio) => satisfiabilityRun({ ...rest, ratio, seed: word() }));
}
