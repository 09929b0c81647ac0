export type { Estimate } from "../core/estimate";
export type { BlockOptions } from "../stats/jackknife";
export { type Ants, type AntsOptions, ants } from "./ants/ants";
export { antsExact } from "./ants/antsExact";
export { type AntsResult, type AntsRunOptions, antsRun } from "./ants/antsRun";
export { type AntTrails, type AntTrailsOptions, antTrails } from "./ants/antTrails";
export { type ChainRunOptions, chainRun } from "./chains/chainRun";
export { type ChainSpecimen, chainSpecimens } from "./chains/chainSpecimens";
export { ehrenfestUrn } from "./chains/ehrenfestUrn";
export { type GlauberOptions, glauberChain } from "./chains/glauberChain";
export type { SmallChain } from "./chains/smallChain";
export { type DoubleWell, type DoubleWellOptions, doubleWell } from "./doubleWell/doubleWell";
export type { FailedOdeSolution, OdeSolution, Rates, SolveOdeOptions } from "./equations/solveOde";
export { solveOde } from "./equations/solveOde";
export type { Boids } from "./flocks/boids";
export { boids } from "./flocks/boids";
export type { BoidsOptions } from "./flocks/boidsOptions";
export type { FlockExact, FlockExactOptions } from "./flocks/flockExact";
export { flockExact } from "./flocks/flockExact";
export type { Vicsek } from "./flocks/vicsek";
export { vicsek } from "./flocks/vicsek";
export type { Birds, VicsekOptions } from "./flocks/vicsekOptions";
export type { VicsekResult, VicsekRunOptions } from "./flocks/vicsekRun";
export { vicsekRun } from "./flocks/vicsekRun";
export type { Coexistence } from "./fluid/vanDerWaals";
export * as vanDerWaals from "./fluid/vanDerWaals";
export { type SpatialGame, type SpatialGameOptions, spatialGame } from "./games/spatialGame";
export { type SpatialGameResult, type SpatialGameRunOptions, spatialGameRun } from "./games/spatialGameRun";
export type { Gas, GasOptions } from "./gas/gas";
export { gas } from "./gas/gas";
export { giantComponent } from "./graphs/giantComponent";
export { type RandomGraphResult, type RandomGraphRunOptions, randomGraphRun } from "./graphs/randomGraphRun";
export { type ClosureRunOptions, closureRun } from "./ising/closureRun";
export { dataCollapseCost, type ScaledCurve } from "./ising/dataCollapseCost";
export { type IsingExact, isingExact } from "./ising/exact";
export { type Ising, type IsingOptions, ising } from "./ising/ising";
export { type ReversalRunOptions, reversalRun } from "./ising/reversalRun";
export { type IsingRecord, type IsingResult, type IsingRunOptions, isingRun } from "./ising/run";
export { type IsingSum, type IsingSumOptions, isingSum } from "./ising/sum";
export { type SwitchingTimes, switchingTimes } from "./ising/switchingTimes";
export type { LogisticMaps, LogisticMapsOptions } from "./maps/logisticMaps";
export { logisticMaps } from "./maps/logisticMaps";
export { type Covering, coveringTest } from "./matching/coveringTest";
export {
  expectedMatches,
  type MatchingLiteral,
  type MatchingOptions,
  type MatchingProblem,
  randomMatching,
} from "./matching/matching";
export { type MatchingResult, type MatchingRunOptions, matchingRun } from "./matching/matchingRun";
export type { Fireflies, FirefliesOptions } from "./oscillators/fireflies";
export { fireflies } from "./oscillators/fireflies";
export type { Kuramoto, KuramotoOptions } from "./oscillators/kuramoto";
export { kuramoto } from "./oscillators/kuramoto";
export type { FrequencyOptions, KuramotoExact } from "./oscillators/kuramotoExact";
export { kuramotoExact } from "./oscillators/kuramotoExact";
export type { KuramotoResult, KuramotoRunOptions } from "./oscillators/kuramotoRun";
export { kuramotoRun } from "./oscillators/kuramotoRun";
export { type GrayScott, type GrayScottOptions, type GrayScottRates, grayScott } from "./patterns/grayScott";
export { grayScottSpecimens } from "./patterns/grayScottSpecimens";
export {
  type GrayScottGrowth,
  type GrayScottState,
  grayScottGrowth,
  grayScottStates,
} from "./patterns/grayScottTheory";
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
export { type RandomKSatOptions, randomKSat, type SatInstance } from "./satisfiability/instance";
export {
  type SatisfiabilityResult,
  type SatisfiabilityRunOptions,
  satisfiabilityCurve,
  satisfiabilityRun,
} from "./satisfiability/satisfiabilityRun";
export { type Satisfaction, type SatisfyOptions, satisfiable, satisfy } from "./satisfiability/satisfy";
export { type SatThresholdsOptions, satThresholds } from "./satisfiability/satThresholds";
export { type CollapseOptions, collapseDistance } from "./scaling/collapseDistance";
export { type FiniteSizeCrossing, finiteSizeCrossing, type TransitionSample } from "./scaling/finiteSizeCrossing";
export { type TransitionCurve, type TransitionCurveOptions, transitionCurve } from "./scaling/transitionCurve";
export { type Termites, type TermitesOptions, termites } from "./termites/termites";
export { type TermitesResult, type TermitesRunOptions, termitesRun } from "./termites/termitesRun";
export { type Traffic, type TrafficOptions, traffic } from "./traffic/traffic";
export { type TrafficExactOptions, trafficExact } from "./traffic/trafficExact";
export { type TrafficResult, type TrafficRunOptions, trafficRun } from "./traffic/trafficRun";
