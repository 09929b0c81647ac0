export type { Estimate } from "../core/estimate";
export { bernoulliBits } from "./bernoulliBits";
export { binomialSurvival } from "./binomialSurvival";
export { blockMean } from "./blockMean";
export { type BootstrapInterval, bootstrapInterval } from "./bootstrapInterval";
export { countsFromShares, type ShareOptions } from "./countsFromShares";
export {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredSurvival,
  fQuantile,
  fSurvival,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from "./distributions";
export { type Imputation, type ImputeOptions, type IncompleteRow, imputeByPca } from "./imputeByPca";
export type { BlockOptions } from "./jackknife";
export { type MeanInterval, meanInterval } from "./meanInterval";
export { type Detectable, minimumDetectableProportion, type Undetectable } from "./minimumDetectableProportion";
export { type PooledMean, pooledMean } from "./pooledMean";
export { type PrincipalComponents, principalComponents } from "./principalComponents";
export { type Random, random } from "./random";
export { rankCorrelation } from "./rankCorrelation";
export { signTest } from "./signTest";
export { studentSeed } from "./studentSeed";
export { type StudentTest, studentTest } from "./studentTest";
