import { max, sum } from "d3-array";
import { inNameOf, optionsOf, requireFunction, requireRows } from "../../core/require";
import { unitSize } from "../information/entropies";
import { type Covariance, mutualInformation } from "../information/gaussian";
import type { Variables } from "../information/groups";
import { deltaTerms, gammaTerms, type Pairs, psiTerms } from "./emergence";
import { type CausalGroups, causalGroups } from "./exactEmergence";
import { type CausalEstimates, estimates, type SampleOptions, sampleOptions, widthOf } from "./sampledEmergence";

/** 1 - r^2 below this is rounding. */
const singular = 1e-14;

/** Psi, Delta and Gamma of jointly normal variables. */
export interface GaussianEmergence {
  readonly psi: number;
  readonly delta: number;
  readonly gamma: number;
}

/**
 * Psi, Delta and Gamma of jointly normal variables, from their covariance matrix: the same differences of mutual informations, each of which is
 * -log2(1 - r^2) / 2 for two variables with correlation r. The reference code by the paper's authors gives nats for normal and bits for discrete variables;
 * here both are in bits. Whether the macro variable is a function of the parts is not checked.
 *
 * @param covariance of all variables, symmetric; for each pair of groups measured, positive definite
 * @param groups roles of the variables, by index; both `next.parts` and `next.macro` are required
 * @throws RangeError unless the matrix is a covariance matrix, for an unknown variable or a missing group
 * @example
 * import { causalEmergence } from "@emergence/lib/measures";
 * const covariance = [[1, 0, 1, 0.6], [0, 1, 1, 0.6], [1, 1, 2, 1.2], [0.6, 0.6, 1.2, 2]];
 * causalEmergence.gaussian(covariance, { now: { parts: [0, 1], macro: 2 }, next: { parts: [3], macro: 3 } }).gamma.toFixed(6); // => "0.321928"
 *
 * Source: Rosas et al. 2020, PLoS Comput. Biol. 16, e1008289; Cover & Thomas 2006, Elements of Information Theory.
 */
export function gaussian(covariance: Covariance, groups: CausalGroups): GaussianEmergence {
  const caller = "causalEmergence.gaussian";
  requireRows(caller, "covariance", covariance);
  const { now, next, unit = "bits" } = causalGroups(caller, groups);
  if (next.parts === undefined || next.macro === undefined) {
    throw new RangeError(`${caller}: no next.${next.parts === undefined ? "parts" : "macro"}, needs it`);
  }
  if (now.parts.length === 0 || next.parts.length === 0) {
    throw new RangeError(`${caller}: ${now.parts.length} parts now and ${next.parts.length} next, needs at least one`);
  }
  const { parts, macro } = next;
  const shared = (a: Variables, b: Variables) => inNameOf(caller, () => mutualInformation(covariance, a, b, { unit }));
  const pairs: Pairs = {
    parts: now.parts.length,
    nextParts: parts.length,
    macroMacro: () => shared(now.macro, macro),
    partMacro: (j) => shared(now.parts[j] as Variables, macro),
    macroPart: (j) => shared(now.macro, parts[j] as Variables),
    partPart: (i, j) => shared(now.parts[i] as Variables, parts[j] as Variables),
  };
  return {
    psi: psiTerms(pairs)[0] as number,
    delta: max(deltaTerms(pairs)) as number,
    gamma: max(gammaTerms(pairs)) as number,
  };
}

/**
 * Psi, Delta and Gamma from samples of real numbers, as if jointly normal: -log2(1 - r^2) / 2 bits per pair, with r the sample correlation. Even independent
 * numbers give about 1 / (2 n) nats per pair, so the mean over random permutations of the next states is subtracted. Nonlinear dependence is not detected.
 *
 * @param now n micro states of real numbers, one number per part
 * @param next the n states that follow them
 * @param macro V, a function from a micro state to a number
 * @param options `shuffles` (default 100), `seed` (default 1), `unit`: "bits" (default) or "nats"
 * @throws RangeError for lists of different lengths, fewer than 4 samples, states of different lengths, a number that is not finite, a constant variable,
 * or one that determines another, so that their information is infinite
 * @example
 * import { causalEmergence } from "@emergence/lib/measures";
 * const now = [[1], [2], [3], [4]];
 * const next = [[2], [1], [4], [3]];
 * causalEmergence.gaussianFromSamples(now, next, ([x]) => x).gamma.uncorrected.toFixed(6); // => "0.321928"
 *
 * Source: as `gaussian`.
 */
export function gaussianFromSamples<State extends readonly number[] | Float64Array>(
  now: readonly State[],
  next: readonly State[],
  macro: (state: State) => number,
  options: SampleOptions = {},
): CausalEstimates {
  const caller = "causalEmergence.gaussianFromSamples";
  optionsOf(caller, options, sampleOptions);
  requireFunction(caller, "macro", macro);
  const width = widthOf(caller, now, next);
  for (const [name, states] of Object.entries({ now, next })) requireRows(caller, name, states);
  if (now.length < 4) throw new RangeError(`${caller}: ${now.length} samples, needs at least 4`);
  const columns = (states: readonly State[], when: string) => [
    ...Array.from({ length: width }, (_, j) =>
      standardized(
        caller,
        `part ${j} ${when}`,
        states.map((state) => state[j] as number),
      ),
    ),
    standardized(caller, `the macro variable ${when}`, states.map(macro)),
  ];
  const [before, after] = [columns(now, "now"), columns(next, "next")];
  const size = unitSize(caller, options.unit ?? "bits");
  const asGiven = Uint32Array.from(now.keys());
  for (const [a, one] of before.entries()) {
    const b = after.findIndex((other) => !(1 - product(one, other, asGiven) ** 2 > singular));
    if (b >= 0)
      throw new RangeError(`${caller}: variable ${a} now determines variable ${b} next, needs finite information`);
  }
  // In a shuffle of very few samples one variable may determine another by chance: that counts as the largest finite information.
  const shared = (a: number, b: number, order: Uint32Array) => {
    const r = product(before[a] as Float64Array, after[b] as Float64Array, order);
    return (-size * Math.log2(Math.max(singular, 1 - r * r))) / 2;
  };
  return estimates(caller, now.length, width, shared, options);
}

/** A column minus its mean, scaled to unit norm. */
function standardized(caller: string, name: string, column: readonly number[]): Float64Array {
  const center = sum(column) / column.length;
  if (!column.every(Number.isFinite) || !Number.isFinite(center))
    throw new RangeError(`${caller}: ${name} has values that are not finite, needs finite numbers`);
  const length = Math.sqrt(sum(column, (value) => (value - center) ** 2));
  if (!(length > 0)) throw new RangeError(`${caller}: ${name} is constant, needs different values`);
  return Float64Array.from(column, (value) => (value - center) / length);
}

function product(a: Float64Array, b: Float64Array, order: Uint32Array): number {
  let sum = 0;
  for (let row = 0; row < order.length; row++) sum += (a[row] as number) * (b[order[row] as number] as number);
  return sum;
}
