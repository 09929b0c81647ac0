import type { Estimate, ProportionEstimate } from "../../core/estimate";
import { inNameOf, type Kinds, optionsOf, requireList, requireWhole } from "../../core/require";
import { wilson } from "../../metrics/proportion";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { randomKSat } from "./instance";
import { type SatisfyOptions, satisfy, satisfyOptions } from "./satisfy";

/** Options of a run over random formulas at one ratio. */
export interface SatisfiabilityRunOptions extends SatisfyOptions {
  /** Number of variables, >= k. */
  readonly variables: number;
  /** Clauses per variable, >= 0. */
  readonly ratio: number;
  /** Literals per clause, >= 1. */
  readonly k: number;
  /** Number of formulas, >= 2. */
  readonly replicates: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const satisfiabilityRunOptions: Kinds<SatisfiabilityRunOptions> = {
  ...satisfyOptions,
  variables: "number",
  ratio: "number",
  k: "number",
  replicates: "number",
  seed: "number",
};

/** Results at one ratio. */
export interface SatisfiabilityResult {
  /** Clauses per variable after rounding to a whole number of clauses. */
  readonly ratio: number;
  /** Fraction of satisfiable formulas. Its standard error is binomial, so it is 0 for a fraction of 0 or 1; its interval is Wilson's, 95 percent, which has a width there too. */
  readonly share: ProportionEstimate;
  /** Median and mean over formulas of the number of dead ends of the search, as in `satisfy`. */
  readonly medianEffort: number;
  readonly effort: Estimate;
}

/**
 * Fraction of satisfiable random formulas at one ratio, and the effort to decide them.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { satisfiabilityRun } from "@emergence/lib/systems";
 * satisfiabilityRun({ variables: 40, ratio: 1, k: 3, replicates: 20, seed: 1 }).share.mean; // => 1
 *
 * Source: Mitchell, Selman & Levesque 1992, Hard and easy distributions of SAT problems, AAAI-92.
 */
export function satisfiabilityRun(options: SatisfiabilityRunOptions): SatisfiabilityResult {
  const { variables, ratio, k, replicates, seed, ...how } = optionsOf(
    "satisfiabilityRun",
    options,
    satisfiabilityRunOptions,
  );
  requireWhole("satisfiabilityRun", "replicates", replicates, 2);
  const { int32 } = random(seed, "satisfiabilityRun");
  const answers = Array.from({ length: replicates }, () =>
    inNameOf("satisfiabilityRun", () => satisfy(randomKSat({ variables, ratio, k, seed: int32() }), how)),
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

/** Kinds of the options, for their check. */
const satisfiabilityCurveOptions: Kinds<
  Omit<SatisfiabilityRunOptions, "ratio"> & { readonly ratios: readonly number[] }
> = {
  seed: "number",
  variables: "number",
  k: "number",
  replicates: "number",
  method: ["search", "components"],
  ratios: "numbers",
};

/**
 * `satisfiabilityRun` at several ratios, with formulas drawn anew at each.
 *
 * @param options those of `satisfiabilityRun`, with `ratios` in place of `ratio`
 * @returns one row per ratio, in their order
 * @throws RangeError for an option out of range
 * @example
 * import { satisfiabilityCurve } from "@emergence/lib/systems";
 * satisfiabilityCurve({ variables: 40, ratios: [1, 9], k: 3, replicates: 20, seed: 1 }).map(({ share }) => share.mean); // => [1, 0]
 *
 * Source: as `satisfiabilityRun`.
 */
export function satisfiabilityCurve(
  options: Omit<SatisfiabilityRunOptions, "ratio"> & { readonly ratios: readonly number[] },
): SatisfiabilityResult[] {
  const { ratios, seed, ...rest } = optionsOf("satisfiabilityCurve", options, satisfiabilityCurveOptions);
  const { int32 } = random(seed, "satisfiabilityCurve");
  requireList("satisfiabilityCurve", "ratios", ratios, "an array of numbers");
  return Array.from(ratios, (ratio) =>
    inNameOf("satisfiabilityCurve", () => satisfiabilityRun({ ...rest, ratio, seed: int32() })),
  );
}
