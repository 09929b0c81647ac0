export { type BinomialFit, type BinomialOptions, type BinomialResult, fitBinomial } from "./binomial";
export { type Bootstrap, type BootstrapOptions, bootstrap } from "./bootstrap";
export { type BreakChoice, type BreakOptions, chooseBreaks } from "./breaks";
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
export {
  type FailedForecast,
  type Forecast,
  type ForecastOptions,
  type ForecastResult,
  forecast,
  forecastAll,
  knownFrom,
} from "./forecast";
export { type InverseOptions, type InversePrediction, inversePrediction } from "./inversePrediction";
export { type JumpOptions, type JumpTest, jumpTest } from "./jump";
export type { LossName } from "./loss";
export type { Domain, Model, Numbers, Point, Predictors, Shape, Values } from "./model";
export { type NextScore, type NextScoreMethod, type NextScoreOptions, nextScore } from "./nextScore";
export type { FitOptions } from "./options";
export { requireFit } from "./requireFit";
export type { Band, BandOptions, Bands, FailedFit, Fit, FitResult, Interval } from "./result";
export { type Sandwich, type SliceData, type SliceOptions, sliceAndSandwich } from "./sliceAndSandwich";
