import { wilson } from "../../metrics/proportion";
import type { Measured } from "../../stats/jackknife";
import { measured } from "../../stats/measured";
import { random } from "../../stats/random";
import { requireCount } from "../options";
import { coveringTest } from "./coveringTest";
import { type MatchingOptions, randomMatching } from "./matching";

/** Many covering tests of one kind. */
export interface MatchingRunOptions extends MatchingOptions {
  /** Number of tests, from 2. */
  readonly instances: number;
}

/** What was found. */
export interface MatchingResult {
  /** Share of tests in which the hypothesis covers the example; its standard error is binomial, so 0 at a share of 0 or 1. */
  readonly share: Measured;
  /** Wilson's 95 percent interval of the share. */
  readonly lower: number;
  readonly upper: number;
  /** Constants tried: the mean over tests. */
  readonly effort: Measured;
}

/**
 * Share of random covering tests that succeed, and the effort to find out: from all to none, within few predicates more, and hardest in between.
 *
 * @throws RangeError for an impossible option
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
