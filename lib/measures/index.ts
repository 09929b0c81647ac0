export type { Estimate } from "../core/estimate";
export type { Failure } from "../core/failure";
export type { BlockOptions } from "../stats/jackknife";
export { bestCoarseGraining, type CoarseGraining, type SearchOptions } from "./causal/bestCoarseGraining";
export * as causalEmergence from "./causal/causalEmergence";
export {
  type CausalLevel,
  type CausalPath,
  causalPath,
} from "./causal/causalPath";
export { coarseGrain } from "./causal/coarseGrain";
export { type DrawnClosure, drawnClosure } from "./causal/drawnClosure";
export {
  dynamicalReversibility,
  type GainOptions,
  type ReversibilityGain,
  type ReversibilityOptions,
  reversibilityGain,
} from "./causal/dynamicalReversibility";
export { degeneracy, determinism, effectiveInformation } from "./causal/effectiveInformation";
export type { CausalGroups } from "./causal/exactEmergence";
export type { GaussianEmergence } from "./causal/gaussianEmergence";
export { groupings } from "./causal/groupings";
export type { StateGroups } from "./causal/groupOf";
export { type ClosureOptions, informationalClosure } from "./causal/informationalClosure";
export { networkEffectiveInformation } from "./causal/networkEffectiveInformation";
export { type SampledClosure, sampledClosure } from "./causal/sampledClosure";
export type { BiasCorrected, CausalEstimates, SampleOptions } from "./causal/sampledEmergence";
export { stationaryDistribution } from "./causal/stationary";
export type { Transitions } from "./causal/transitions";
export { type BlockEntropyOptions, blockEntropies } from "./computation/blockEntropies";
export { type ComputationalClosure, computationalClosure } from "./computation/computationalClosure";
export * as epsilonMachine from "./computation/epsilonMachine";
export type { ReconstructedMachine, SequenceOptions } from "./computation/fromSequence";
export { type LempelZiv, lempelZiv } from "./computation/lempelZiv";
export type { CausalState, EpsilonMachine, LabelledTransition } from "./computation/machine";
export * as processes from "./computation/processes";
export { type Acceleration, acceleration } from "./curve/acceleration";
export { type AccuracyCurve, type AccuracyWidth, accuracyWidth } from "./curve/accuracyWidth";
export { benjaminiHochberg, type Discoveries } from "./curve/benjaminiHochberg";
export { breakthroughness } from "./curve/breakthroughness";
export { type ChangePointOptions, type ChangePointTest, changePointTest } from "./curve/changePointTest";
export { holm } from "./curve/holm";
export { linearity } from "./curve/linearity";
export {
  type FailedLossThreshold,
  type LossThreshold,
  type LossThresholdTests,
  lossThreshold,
} from "./curve/lossThreshold";
export type { LossThresholdOptions } from "./curve/lossThresholdOptions";
export type { MetricCounts, MetricScores } from "./curve/metricScores";
export { type MetricRow, metricSensitivity, type SensitivityOptions } from "./curve/metricSensitivity";
export { type MonotonicityTest, type MonotonicityTestInX, monotonicityTest } from "./curve/monotonicityTest";
export {
  type ScatteredOptions,
  type ScatteredSharpness,
  scatteredSharpness,
} from "./curve/scatteredSharpness";
export { type CurveScore, schaefferScore } from "./curve/schaefferScore";
export { type Sharpness, sharpness } from "./curve/sharpness";
export {
  type ChangePlace,
  type Simultaneity,
  type SimultaneityOptions,
  simultaneity,
  type TaskChange,
} from "./curve/simultaneity";
export { type SlopeAtEqual, slopeAtEqual } from "./curve/slopeAtEqual";
export { straightLineScore } from "./curve/straightLineScore";
export { type FailedThreshold, type WeiOptions, type WeiThreshold, weiThreshold } from "./curve/weiThreshold";
export { activeInformation } from "./information/activeInformation";
export { coInformation } from "./information/coInformation";
export { conditionalMutualInformation } from "./information/conditionalMutualInformation";
export {
  type Distribution,
  distribution,
  fromSamples,
  type Letter,
  type NameOptions,
  outcomesOf,
} from "./information/distribution";
export { dualTotalCorrelation } from "./information/dualTotalCorrelation";
export { entropy } from "./information/entropy";
export * as gaussian from "./information/gaussian";
export type {
  CorrectionOptions,
  CountGroupOptions,
  CountOptions,
  GroupOptions,
  UnitOptions,
  Variables,
} from "./information/groups";
export { interactionInformation } from "./information/interactionInformation";
export { mutualInformation } from "./information/mutualInformation";
export { oInformation } from "./information/oInformation";
export { type QuantizeOptions, quantize } from "./information/quantize";
export type { SeriesOptions } from "./information/series";
export { sInformation } from "./information/sInformation";
export * as specimens from "./information/specimens";
export type { Series, SeriesOrEnsemble } from "./information/symbols";
export { totalCorrelation } from "./information/totalCorrelation";
export { type TransferOptions, transferEntropy } from "./information/transferEntropy";
export { tseComplexity } from "./information/tseComplexity";
export { binderCumulant } from "./order/binderCumulant";
export { orderParameter } from "./order/orderParameter";
export { type SusceptibilityOptions, susceptibility } from "./order/susceptibility";
export {
  type AtomOptions,
  type Carriers,
  type InformationAtoms,
  integratedInformationDecomposition,
} from "./partial/integratedInformationDecomposition";
export {
  type PartialInformation,
  type PartialOptions,
  partialInformation,
} from "./partial/partialInformation";
export { type Case, type PublishedChoice, publishedChoices } from "./publishedChoices";
export { type Bimodality, type BimodalityOptions, bimodality } from "./seeds/bimodality";
export { sidesOverSeeds } from "./seeds/sidesOverSeeds";
export {
  type SeedRun,
  type SuccessOptions,
  type SuccessProbability,
  type SuccessShare,
  successProbability,
} from "./seeds/successProbability";
export { type WholeAndParts, wholeMinusParts } from "./wholeMinusParts";
