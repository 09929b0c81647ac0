import type { Estimate, ProportionEstimate } from "../../core/estimate";
import { requireWhole } from "../../core/require";
import { wilson } from "../../metrics/proportion";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { coveringTest } from "./coveringTest";
import { type MatchingOptions, randomMatching } from "./matching";

/** Many covering tests of one kind. */
export interface MatchingRunOptions extends MatchingOptions {
  /** Number of tests, from 2. */
  readonly replicates: number;
}

/** What was found. */
export interface MatchingResult {
  /** Share of tests in which the hypothesis covers the example; its standard error is binomial, so 0 at a share of 0 or 1, its interval Wilson's 95 percent. */
  readonly share: ProportionEstimate;
  /** Constants tried: the mean over tests. */
  readonly effort: Estimate;
}

/**
 * Share of random covering tests that succeed, and the effort to find out: from all to none, within few predicates more, and hardest in between.
 *
 * @throws RangeError for an impossible option
 * @example
 * import { matchingRun } from "@emergence/lib/systems";
 * matchingRun({ variables: 3, predicates: 2, constants: 5, pairs: 25, replicates: 4, seed: 1 }).share.mean; // => 1
 *
 * Source: Giordana & Saitta 2000, Mach. Learn. 41, 217; Saitta, Giordana & Cornuejols 2011, Phase Transitions in Machine Learning.
 */
export function matchingRun({ replicates, seed, ...options }: MatchingRunOptions): MatchingResult {
  requireWhole("matchingRun", "replicates", replicates, 2);
  const { int32 } = random(seed);
  const tests = Array.from({ length: replicates }, () => coveringTest(randomMatching({ ...options, seed: int32() })));
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
