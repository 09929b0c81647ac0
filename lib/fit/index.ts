export type { Interval } from "../core/estimate";
export type { Numbers } from "../core/numbers";
export { type BinomialFit, type BinomialResult, fitBinomial } from "./binomial";
export { type Bootstrap, type BootstrapOptions, bootstrap } from "./bootstrap";
export {
  type Comparable,
  type ComparisonRow,
  compare,
  fTest,
  likelihoodRatio,
  type TestResult,
  type VuongResult,
  vuong,
} from "./compare";
export { type CurveOptions, curve } from "./curve";
export * as curves from "./curves";
export { fit } from "./fit";
export { type InverseOptions, type InversePrediction, inversePrediction } from "./inversePrediction";
export { type JumpOptions, type JumpTest, jumpTest } from "./jump";
export type { LossName } from "./loss";
export type { Domain, Model, Point, Predictors, Shape, Values } from "./model";
export type { BinomialOptions, FitOptions } from "./options";
export type { Band, BandOptions, Bands, FailedFit, Fit, FitResult } from "./result";
export { unwrapFit } from "./unwrapFit";
