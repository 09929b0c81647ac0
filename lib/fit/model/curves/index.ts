/** The built-in curves: each gives a model for `fit`, with an exact gradient, a start of its own, and its formula in TeX. */
export { bass } from "./bass";
export { type BreakName, brokenPowerLaw } from "./brokenPowerLaw";
export { exponential } from "./exponential";
export { gompertz } from "./gompertz";
export { hill } from "./hill";
export { hinge } from "./hinge";
export { line } from "./line";
export { logistic } from "./logistic";
export { logistic4 } from "./logistic4";
export { polynomial } from "./polynomial";
export { powerLaw } from "./powerLaw";
export { richards } from "./richards";
export { step } from "./step";
