export type { Interval } from "../core/estimate";
export type { Numbers } from "../core/numbers";
export { fitBinomial } from "./binomial";
export { fit } from "./fit";
export { type Bootstrap, type BootstrapOptions, bootstrap } from "./inference/bootstrap";
export { type CommonPosition, commonPosition, type PositionOptions } from "./inference/commonPosition";
export {
  type Comparable,
  type ComparisonRow,
  compare,
  fTest,
  likelihoodRatio,
  type TestResult,
  type VuongResult,
  vuong,
} from "./inference/compare";
export { type InverseOptions, type InversePrediction, inversePrediction } from "./inference/inversePrediction";
export { type JumpOptions, type JumpTest, jumpTest } from "./inference/jump";
export { type LeadOptions, lead } from "./inference/lead";
export { type CurveOptions, curve } from "./model/curve";
export * as curves from "./model/curves";
export type { Domain, Model, Point, Predictors, Shape, Values } from "./model/model";
export type { ModelOrigin } from "./model/origin";
export type { LossName } from "./problem/loss";
export type { BinomialOptions, FitOptions } from "./problem/options";
export type { BinomialFit, BinomialResult, FailedFit, Fit, FitResult } from "./result/result";
export { reviveFit } from "./result/reviveFit";
export { unwrapFit } from "./result/unwrapFit";
export type { Band, BandOptions, Bands } from "./uncertainty/band";
