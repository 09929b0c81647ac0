export { type Counts, requireCount, requireCounts } from "./counts";
export type { Estimate, Interval, ProportionEstimate } from "./estimate";
export { type Failure, unwrap } from "./failure";
export { backSubstitute, cholesky, choleskySolve, dot, householder, norm } from "./linearAlgebra";
export type { Numbers, ReadonlyTyped } from "./numbers";
export { type NumberStyle, numberText } from "./numberText";
export {
  inNameOf,
  type Kind,
  type Kinds,
  optionsOf,
  partsOf,
  requireChance,
  requireFinite,
  requireFiniteNumbers,
  requireFunction,
  requireIncreasing,
  requireInside,
  requireKind,
  requireList,
  requireNonNegative,
  requireNumber,
  requireNumbers,
  requireOneOf,
  requirePositive,
  requireProportion,
  requireSameLength,
  requireString,
  requireWhole,
} from "./require";
export { bisect } from "./roots";
export { briefly, shown } from "./shown";
export { yearsOf } from "./yearsOf";
