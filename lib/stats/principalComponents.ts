import { mean, sum } from "d3-array";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { type Kinds, optionsOf, requireList, requireNoOverflow, requireWhole } from "../core/require";
import { shown } from "../core/shown";

/** A row of numbers, one per variable. */
type Numbers = readonly number[] | Float64Array;

/** Principal components, the one of largest variance first. */
export interface PrincipalComponents {
  /** Mean of each variable. */
  readonly mean: number[];
  /** Loadings, one row per component: its weight on each variable; rows are orthonormal. */
  readonly loadings: number[][];
  /** Variance along each component (divided by n - 1), in the squared unit of the variables. */
  readonly variances: number[];
  /** Proportion of the total variance along each component. */
  readonly explained: number[];
  /** Coordinates of rows along the components. */
  scores(rows: readonly Numbers[]): number[][];
  /** Rows from coordinates: exact with all components, else the nearest rows in the subspace of the components. */
  rebuild(scores: readonly Numbers[]): number[][];
}

/** Kinds of the options, for their check. */
const principalComponentsOptions: Kinds<{ readonly components?: number }> = { components: "number" };

/**
 * Principal components of centered, unscaled rows: eigenvectors of their covariance.
 *
 *     C = X'X / (n - 1),   C v_j = variance_j v_j,   score_ij = (x_i - mean) . v_j
 *
 * An eigenvector's sign is arbitrary. Here the weights of each component sum to 0 or more, so that a component on which all variables agree increases with them.
 *
 * @param rows n >= 2 rows of equal length, all finite
 * @param options `components`, number of components to keep; default: all
 * @throws RangeError for ragged, missing or constant data
 * @example
 * import { principalComponents } from "@emergence/lib/stats";
 * principalComponents([[0, 0], [1, 2], [2, 4]]).explained[0]; // => 1
 *
 * Source: Jolliffe 2002, Principal Component Analysis, sections 2.1 and 3.5; eigenvalues by ml-matrix.
 */
export function principalComponents(
  rows: readonly Numbers[],
  options: { readonly components?: number } = {},
): PrincipalComponents {
  const { components } = optionsOf("principalComponents", options, principalComponentsOptions);
  const where = "principalComponents";
  const width = checkRows(where, rows);
  const kept = components ?? width;
  requireWhole(where, "components", kept, 1, width);
  const mean = columnMeans(rows, width);
  const centered = new Matrix(rows.map((row) => Array.from(row, (value, j) => value - (mean[j] as number))));
  const covariance = centered
    .transpose()
    .mmul(centered)
    .div(rows.length - 1);
  requireNoOverflow(where, {
    "the covariance": covariance.to1DArray().reduce((sum, value) => sum + (value - value), 0),
  });
  const found = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const order = Array.from(found.realEigenvalues.keys()).sort(
    (a, b) => (found.realEigenvalues[b] as number) - (found.realEigenvalues[a] as number),
  );
  // A variance cannot be negative: values below 0 are rounding.
  const all = order.map((at) => Math.max(0, found.realEigenvalues[at] as number));
  const total = sum(all);
  if (!(total > 0)) throw new RangeError(`${where}: all rows are equal, needs rows that differ`);
  const loadings = order.slice(0, kept).map((at) => {
    const column = found.eigenvectorMatrix.getColumn(at);
    const sign = sum(column) < 0 ? -1 : 1;
    return column.map((value) => sign * value);
  });
  const scores = (others: readonly Numbers[]): number[][] => {
    requireList(`${where}: scores`, "rows", others, "rows of numbers");
    for (const [i, row] of others.entries()) checkRow(`${where}: scores`, row, i, width);
    return others.map((row) => loadings.map((weights) => dot(weights, row, mean)));
  };
  const rebuild = (coordinates: readonly Numbers[]): number[][] => {
    requireList(`${where}: rebuild`, "scores", coordinates, "rows of numbers");
    for (const [i, row] of coordinates.entries()) checkRow(`${where}: rebuild`, row, i, kept);
    return coordinates.map((row) =>
      mean.map((center, j) =>
        loadings.reduce((sum, weights, k) => sum + (weights[j] as number) * (row[k] as number), center),
      ),
    );
  };
  return {
    mean,
    loadings,
    variances: all.slice(0, kept),
    explained: all.slice(0, kept).map((value) => value / total),
    scores,
    rebuild,
  };
}

/** weights . (row - mean) */
function dot(weights: readonly number[], row: Numbers, mean: readonly number[]): number {
  return sum(weights, (weight, j) => weight * ((row[j] as number) - (mean[j] as number)));
}

function columnMeans(rows: readonly Numbers[], width: number): number[] {
  return Array.from({ length: width }, (_, j) => mean(rows, (row) => row[j] as number) as number);
}

function checkRows(where: string, rows: readonly Numbers[]): number {
  requireList(where, "rows", rows, "rows of numbers");
  if (rows.length < 2) throw new RangeError(`${where}: ${rows.length} rows, needs at least 2`);
  requireList(where, "row 0", rows[0], "an array of numbers");
  const width = rows[0].length;
  if (width === 0) throw new RangeError(`${where}: rows of 0 variables, needs at least 1`);
  for (let i = 0; i < rows.length; i++) checkRow(where, rows[i] as Numbers, i, width);
  return width;
}

function checkRow(where: string, row: Numbers, i: number, width: number): void {
  requireList(where, `row ${i}`, row, "an array of numbers");
  if (row.length !== width) throw new RangeError(`${where}: row ${i} has ${row.length} values, needs ${width}`);
  const bad = Array.from(row).findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new RangeError(
      `${where}: row ${i}, variable ${bad} is ${shown(row[bad])}, needs a number (imputeByPca imputes missing ones)`,
    );
}
