import { wilson } from "../../metrics/proportion";
import type { Measured } from "../../stats/jackknife";
import { measured } from "../../stats/measured";
import { random } from "../../stats/random";
import { requireCount } from "../options";
import { coveringTest } from "./coveringTest";
import { type MatchingOptions, randomMatching } from "./matching";

/** Options of a run over random covering tests. */
export interface MatchingRunOptions extends MatchingOptions {
  /** Number of tests, >= 2. */
  readonly instances: number;
}

/** Results of a run. */
export interface MatchingResult {
  /** Fraction of tests in which the hypothesis covers the example. Its standard error is binomial, so it is 0 for a fraction of 0 or 1. */
  readonly share: Measured;
  /** Wilson's 95 percent interval of that fraction. */
  readonly lower: number;
  readonly upper: number;
  /** Mean number of constants tried per test. */
  readonly effort: Measured;
}

/**
 * Fraction of random covering tests that succeed, and the effort to decide them. With a few more predicates the fraction falls from 1 to 0, and the tests
 * in between are the hardest.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { matchingRun } from "@emergence/lib/systems";
 * matchingRun({ variables: 3, predicates: 2, constants: 5, pairs: 25, instances: 4, seed: 1 }).share.mean; // => 1
 *
 * Source: Giordana & Saitta 2000, Mach. Learn. 41, 217; Saitta, Giordana & Cornuejols 2011, Phase Transitions in Machine Learning.
 */
export function matchingRun({ instances, seed, ...options }: MatchingRunOptions): MatchingResult {
  requireCount("matchingRun", "instances", instances, 2);
  const { word } = random(seed);
  const tests = Array.from({ length: instances }, () => coveringTest(randomMatching({ ...options, seed: word() })));
  const independent = { blocks: instances };
  return {
    share: measured(
      tests.map(({ kind }) => (kind === "covered" ? 1 : 0)),
      independent,
    ),
    ...wilson(tests.filter(({ kind }) => kind === "covered").length, instances),
    effort: measured(
      tests.map(({ effort }) => effort),
      independent,
    ),
  };
}
