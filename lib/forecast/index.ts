export type { Failure } from "../core/failure";
export {
  type ExtrapolationMethod,
  type ExtrapolationOptions,
  extrapolateScore,
  type ScoreForecast,
} from "./extrapolateScore";
export {
  type Cutoff,
  earliestReliableCutoff,
  type FailedForecast,
  type Forecast,
  type ForecastOptions,
  type ForecastResult,
  forecast,
  forecastAll,
} from "./forecast";
export { type NextScore, type NextScoreOptions, nextScores } from "./nextScores";
export { type BreakCount, type BreakCountOptions, selectBreakCount } from "./selectBreakCount";
export {
  type Sandwich,
  type SliceData,
  type SliceOptions,
  sliceAndSandwich,
} from "./sliceAndSandwich";
