import type { Estimate, ProportionEstimate } from "../../core/estimate";
import { inNameOf, type Kinds, optionsOf, requireWhole } from "../../core/require";
import { wilson } from "../../metrics/proportion";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { coveringTest } from "./coveringTest";
import { type MatchingOptions, matchingOptions, randomMatching } from "./matching";

/** Options of a run over random covering tests. */
export interface MatchingRunOptions extends MatchingOptions {
  /** Number of tests, >= 2. */
  readonly replicates: number;
}

/** Kinds of the options, for their check. */
const matchingRunOptions: Kinds<MatchingRunOptions> = { ...matchingOptions, replicates: "number" };

/** Results of a run. */
export interface MatchingResult {
  /** Fraction of tests in which the hypothesis covers the example. Its standard error is binomial, so it is 0 for a fraction of 0 or 1; its interval is Wilson's, 95 percent. */
  readonly share: ProportionEstimate;
  /** Mean number of constants tried per test. */
  readonly effort: Estimate;
}

/**
 * Fraction of random covering tests that succeed, and the effort to decide them. With a few more predicates the fraction falls from 1 to 0, and the tests
 * in between are the hardest.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { matchingRun } from "@emergence/lib/systems";
 * matchingRun({ variables: 3, predicates: 2, constants: 5, pairs: 25, replicates: 4, seed: 1 }).share.mean; // => 1
 *
 * Source: Giordana & Saitta 2000, Mach. Learn. 41, 217; Saitta, Giordana & Cornuejols 2011, Phase Transitions in Machine Learning.
 */
export function matchingRun(options: MatchingRunOptions): MatchingResult {
  const { replicates, seed, ...problem } = optionsOf("matchingRun", options, matchingRunOptions);
  requireWhole("matchingRun", "replicates", replicates, 2);
  const { int32 } = random(seed, "matchingRun");
  const tests = Array.from({ length: replicates }, () =>
    inNameOf("matchingRun", () => coveringTest(randomMatching({ ...problem, seed: int32() }))),
  );
  const covered = tests.map(({ kind }) => (kind === "covered" ? 1 : 0));
  const independent = { blocks: replicates };
  return {
    share: { ...blockMean(covered, independent), ...wilson(covered.filter((one) => one === 1).length, replicates) },
    effort: blockMean(
      tests.map(({ effort }) => effort),
      independent,
    ),
  };
}
