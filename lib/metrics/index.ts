export { type BleuOptions, bleu, type Smoothing } from "./bleu";
export { type BrierOptions, brier } from "./brier";
export {
  type CalibrationBin,
  type CalibrationOptions,
  calibrationBins,
  expectedCalibrationError,
} from "./calibration";
export { type MetricEntry, type MetricName, metricCatalogue, type QuestionShape } from "./catalogue";
export { clopperPearson } from "./clopperPearson";
export { cohensKappa } from "./cohensKappa";
export type { Label } from "./confusion";
export { editDistance, tokenEditDistance } from "./editDistance";
export { type ExactMatchOptions, exactMatch, type Normalization } from "./exactMatch";
export { logLikelihood, perplexity } from "./likelihood";
export { macroF1 } from "./macroF1";
export { matthews } from "./matthews";
export { multipleChoiceGrade } from "./multipleChoiceGrade";
export { type NumericMatchOptions, numericMatch, type WrittenNumbers } from "./numericMatch";
export { optionProbabilities, type Target } from "./options";
export { passAtK } from "./passAtK";
export { resolution, wilson } from "./proportion";
export { type Rouge, type RougeOptions, type RougeScore, type RougeWords, rouge } from "./rouge";
export { type TokenF1Options, tokenF1 } from "./tokenF1";
export type { Tokenization } from "./tokenize";
export { type TokenModel, type TokenModelOptions, tokenModel } from "./tokenModel";
