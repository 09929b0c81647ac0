/**
 * The measures of information for jointly normal variables, from their covariance matrix: H = ln((2 pi e)^n det C) / 2 nats. Each is the formula of its
 * discrete namesake with these entropies. Entropies depend on the unit of measurement and can be negative; mutual informations do not and cannot.
 * Cover & Thomas 2006, Elements of Information Theory, on the entropy of the normal distribution.
 */
import { cholesky } from "../../core/linearAlgebra";
import { optionsOf, requireRows } from "../../core/require";
import { coInformationFormula } from "./coInformation";
import { conditionalMutualInformationFormula } from "./conditionalMutualInformation";
import { dualTotalCorrelationFormula } from "./dualTotalCorrelation";
import { type Entropies, type Formula, grouped, unitSize } from "./entropies";
import { entropyFormula } from "./entropy";
import { type GroupOptions, groupOptions, placesOf, type UnitOptions, unitOptions, type Variables } from "./groups";
import { interactionInformationFormula } from "./interactionInformation";
import { mutualInformationFormula } from "./mutualInformation";
import { oInformationFormula } from "./oInformation";
import { sInformationFormula } from "./sInformation";
import { totalCorrelationFormula } from "./totalCorrelation";
import { tseComplexityFormula } from "./tseComplexity";

/** A covariance matrix, row by row: symmetric and positive definite. */
export type Covariance = readonly (readonly number[] | Float64Array)[];

/** A measure of many normal variables, by default each by itself and in bits. Throws a RangeError unless the matrix is a covariance matrix. */
export type GaussianMeasure = (covariance: Covariance, options?: GroupOptions) => number;

function entropies(caller: string, covariance: Covariance, options: GroupOptions): Entropies {
  requireRows(caller, "covariance", covariance);
  const { groups, unit = "bits" } = optionsOf(caller, options, groupOptions);
  if (groups?.length === 0) throw new RangeError(`${caller}: no groups, needs at least one`);
  const names = covariance.map((_, v) => String(v));
  check(caller, covariance);
  const places = Array.from(groups ?? names, (group) => placesOf(caller, names, group));
  return grouped(places, (variables) => gaussianEntropy(caller, covariance, variables), unitSize(caller, unit));
}

function check(caller: string, covariance: Covariance): void {
  const n = covariance.length;
  if (n === 0) throw new RangeError(`${caller}: a covariance matrix of 0 rows, needs at least 1`);
  for (const [i, row] of covariance.entries()) {
    if (row.length !== n) throw new RangeError(`${caller}: row ${i} has ${row.length} entries, needs ${n}`);
    if (!((row[i] as number) >= 0)) {
      throw new RangeError(`${caller}: variance ${row[i]} of variable ${i}, needs a number from 0`);
    }
    for (let j = 0; j < n; j++) {
      const [value, mirrored] = [row[j] as number, covariance[j]?.[i] as number];
      const size = Math.sqrt(Math.abs((row[i] as number) * (covariance[j]?.[j] as number)));
      if (!(Math.abs(value - mirrored) <= 1e-9 * size)) {
        throw new RangeError(
          `${caller}: entry (${i}, ${j}) is ${value} but (${j}, ${i}) is ${mirrored}, needs a symmetric matrix`,
        );
      }
    }
  }
}

/** Entropy of some of the variables, in bits. */
function gaussianEntropy(caller: string, covariance: Covariance, variables: readonly number[]): number {
  const n = variables.length;
  const factor = Float64Array.from({ length: n * n }, (_, k) => {
    const [row, column] = [variables[k % n] as number, variables[Math.floor(k / n)] as number];
    return covariance[row]?.[column] as number;
  });
  // A pivot below 1e-14 of its diagonal is rounding: the variable is a linear combination of others, and information about it is infinite.
  if (!(cholesky(factor, n) > 1e-14)) {
    throw new RangeError(
      `${caller}: covariance of variables ${variables.join(", ")} is not positive definite, needs a covariance matrix`,
    );
  }
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) logDeterminant += 2 * Math.log(factor[i * n + i] as number);
  return (n * Math.log(2 * Math.PI * Math.E) + logDeterminant) / (2 * Math.LN2);
}

function measure(name: string, formula: Formula): GaussianMeasure {
  return (covariance, options = {}) => formula(entropies(`gaussian.${name}`, covariance, options));
}

/** Joint differential entropy of all variables, or of those in `groups`. */
export const entropy: GaussianMeasure = measure("entropy", entropyFormula);
/** As `totalCorrelation`. */
export const totalCorrelation: GaussianMeasure = measure("totalCorrelation", totalCorrelationFormula);
/** As `dualTotalCorrelation`. */
export const dualTotalCorrelation: GaussianMeasure = measure("dualTotalCorrelation", dualTotalCorrelationFormula);
/** As `oInformation`: above 0 redundancy, below 0 synergy. */
export const oInformation: GaussianMeasure = measure("oInformation", oInformationFormula);
/** As `sInformation`. */
export const sInformation: GaussianMeasure = measure("sInformation", sInformationFormula);
/** As `coInformation`, in its sign. */
export const coInformation: GaussianMeasure = measure("coInformation", coInformationFormula);
/** As `interactionInformation`: (-1)^n co-information. */
export const interactionInformation: GaussianMeasure = measure("interactionInformation", interactionInformationFormula);
/** As `tseComplexity`. */
export const tseComplexity: GaussianMeasure = measure("tseComplexity", tseComplexityFormula);

/**
 * Mutual information of two normal variables or groups of variables; for two variables with correlation r it is -log(1 - r^2) / 2.
 *
 * @throws RangeError unless the matrix is a covariance matrix, or for an unknown variable
 * @example
 * import { gaussian } from "@emergence/lib/measures";
 * gaussian.mutualInformation([[1, 0.6], [0.6, 1]], 0, 1).toFixed(6); // => "0.321928"
 */
export function mutualInformation(
  covariance: Covariance,
  a: Variables,
  b: Variables,
  options: UnitOptions = {},
): number {
  optionsOf("gaussian.mutualInformation", options, unitOptions);
  return mutualInformationFormula(entropies("gaussian.mutualInformation", covariance, { ...options, groups: [a, b] }));
}

/**
 * Mutual information of two groups of normal variables, given a third.
 *
 * @example
 * import { gaussian } from "@emergence/lib/measures";
 * // The third variable has nothing to do with the first two.
 * const covariance = [[1, 0.6, 0], [0.6, 1, 0], [0, 0, 1]];
 * gaussian.conditionalMutualInformation(covariance, 0, 1, 2).toFixed(6); // => "0.321928"
 */
export function conditionalMutualInformation(
  covariance: Covariance,
  a: Variables,
  b: Variables,
  given: Variables,
  options: UnitOptions = {},
): number {
  optionsOf("gaussian.conditionalMutualInformation", options, unitOptions);
  return conditionalMutualInformationFormula(
    entropies("gaussian.conditionalMutualInformation", covariance, { ...options, groups: [a, b, given] }),
  );
}
