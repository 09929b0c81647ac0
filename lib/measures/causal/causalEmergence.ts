/**
 * Causal emergence of Rosas et al. 2020: Psi, Delta and Gamma, exact from a distribution (`psi`, `delta`, `gamma`), from samples by counting (`fromSamples`),
 * and for normal variables (`gaussian`, `gaussianFromSamples`). In bits by default.
 */
export { type CausalGroups, delta, gamma, psi } from "./exactEmergence";
export { type GaussianEmergence, gaussian, gaussianFromSamples } from "./gaussianEmergence";
export { type BiasCorrected, type CausalEstimates, fromSamples, type SampleOptions } from "./sampledEmergence";
export { type Steps, steps } from "./steps";
