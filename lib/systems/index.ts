export type { BlockOptions, Measured } from "../stats/jackknife";
export { giantComponent } from "./graphs/giantComponent";
export { type RandomGraphOptions, type RandomGraphResult, randomGraphRun } from "./graphs/randomGraphRun";
export { type Covering, coveringTest } from "./matching/coveringTest";
export {
  expectedMatches,
  type MatchingLiteral,
  type MatchingOptions,
  type MatchingProblem,
  randomMatching,
} from "./matching/matching";
export { type MatchingResult, type MatchingRunOptions, matchingRun } from "./matching/matchingRun";
export {
  type Percolation,
  type PercolationKind,
  type PercolationOptions,
  percolation,
} from "./percolation/percolation";
export {
  type PercolationResult,
  type PercolationRow,
  type PercolationRunOptions,
  percolationRun,
  wrappingAtThreshold,
} from "./percolation/percolationRun";
export { type BreakingOptions, breakingRatios } from "./satisfiability/breakingRatios";
export { type RandomKSatOptions, randomKSat, type SatInstance } from "./satisfiability/instance";
export {
  type SatisfiabilityOptions,
  type SatisfiabilityRow,
  satisfiabilityRun,
  satisfiableShare,
} from "./satisfiability/satisfiableShare";
export { type Satisfaction, type SatisfyOptions, satisfiable, satisfy } from "./satisfiability/satisfy";
export { type ScalingCrossing, scalingCrossing, type TransitionSample } from "./scaling/scalingCrossing";
