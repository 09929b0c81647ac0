export { type Counts, requireCount, requireCounts } from "./counts";
export type { Estimate, Interval, ProportionEstimate } from "./estimate";
export { type Failure, unwrap } from "./failure";
export { backSubstitute, cholesky, choleskySolve, dot, householder, norm } from "./linearAlgebra";
export type { Numbers, ReadonlyTyped } from "./numbers";
export { type NumberStyle, numberText } from "./numberText";
export {
  requireChance,
  requireFinite,
  requireIncreasing,
  requireInside,
  requireNonNegative,
  requireOneOf,
  requirePositive,
  requireProportion,
  requireSameLength,
  requireWhole,
} from "./require";
export { bisect } from "./roots";
export { shown } from "./shown";
export { yearsOf } from "./yearsOf";
