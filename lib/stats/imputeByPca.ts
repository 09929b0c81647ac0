import { mean } from "d3-array";
import {
  inNameOf,
  type Kinds,
  optionsOf,
  requireList,
  requireNonNegative,
  requireNoOverflow,
  requireWhole,
} from "../core/require";
import { shown } from "../core/shown";
import { principalComponents } from "./principalComponents";

/** A row with missing values: null or NaN. */
export type IncompleteRow = readonly (number | null)[];

/** Options of `imputeByPca`. */
export interface ImputeOptions {
  /** Number of principal components; default: 1. */
  readonly components?: number;
  /** Smallest and largest imputed value; default: none. Observed values are never changed. */
  readonly clip?: readonly [lower: number, upper: number];
  /** Largest number of iterations; default: 1000. */
  readonly iterations?: number;
  /** Largest change of an imputed value, in standard deviations of its variable, at which the iteration ends; default: 1e-9. */
  readonly tolerance?: number;
}

/** Kinds of the options, for their check. */
const imputeOptions: Kinds<ImputeOptions> = {
  components: "number",
  clip: "numbers",
  iterations: "number",
  tolerance: "number",
};

/** Completed rows, and a function that completes others by the same model. */
export interface Imputation {
  readonly rows: number[][];
  /** Number of iterations. */
  readonly iterations: number;
  readonly converged: boolean;
  /** Completes other rows by the same model, which they do not change. */
  impute(others: readonly IncompleteRow[]): number[][];
}

/**
 * Imputes missing values by principal component analysis: starts with the mean of each variable, replaces missing values by their reconstruction from
 * the principal components of the standardized rows, and iterates until they no longer change.
 *
 * @param rows n >= 2 rows of equal length; each variable needs two different values
 * @throws RangeError for ragged rows, or a variable that is missing everywhere or constant
 * @example
 * import { imputeByPca } from "@emergence/lib/stats";
 * const { rows } = imputeByPca([[1, 2], [2, 4], [3, null], [4, 8]], { clip: [0, 10] });
 * rows[2]?.[1]?.toFixed(1); // => "6.0"
 *
 * Source: Kiers 1997, Psychometrika 62, 251-266; in this form (one component, clipped to [0, 1], standardized by the mean and the standard deviation of the observed
 * values) Ruan et al. 2024, Observational Scaling Laws, section 3.
 */
export function imputeByPca(rows: readonly IncompleteRow[], options: ImputeOptions = {}): Imputation {
  const {
    components = 1,
    clip,
    iterations: most = 1000,
    tolerance = 1e-9,
  } = optionsOf("imputeByPca", options, imputeOptions);
  const where = "imputeByPca";
  requireWhole(where, "components", components);
  requireWhole(where, "iterations", most);
  requireNonNegative(where, "tolerance", tolerance);
  if (clip !== undefined && !(clip.length === 2 && clip[0] <= clip[1])) {
    throw new RangeError(`${where}: clip ${JSON.stringify(clip)}, needs [lower, upper]`);
  }
  requireList(where, "rows", rows, "rows of numbers and null");
  if (rows.length === 0) throw new RangeError(`${where}: no rows, needs at least 2`);
  const width = rows[0]?.length ?? 0;
  checkWidth(where, rows, width);
  const scale = Array.from({ length: width }, (_, j) => spread(where, rows, j));
  const known = (others: readonly IncompleteRow[]) =>
    others.map((row) =>
      Array.from(row, (value, j) =>
        isThere(value) ? (value - (scale[j]?.mean ?? 0)) / (scale[j]?.deviation ?? 1) : 0,
      ),
    );
  const back = (standard: readonly number[][], others: readonly IncompleteRow[]) =>
    standard.map((row, i) =>
      row.map((value, j) => {
        const there = others[i]?.[j];
        if (isThere(there)) return there;
        const raw = value * (scale[j]?.deviation ?? 1) + (scale[j]?.mean ?? 0);
        return clip === undefined ? raw : Math.min(Math.max(raw, clip[0]), clip[1]);
      }),
    );
  const settle = (
    start: number[][],
    others: readonly IncompleteRow[],
    model?: ReturnType<typeof principalComponents>,
  ) => {
    let filled = start;
    let found = model ?? inNameOf(where, () => principalComponents(filled, { components }));
    for (let round = 1; round <= most; round++) {
      const near = found.rebuild(found.scores(filled));
      let move = 0;
      filled = filled.map((row, i) =>
        row.map((value, j) => {
          if (isThere(others[i]?.[j])) return value;
          const next = near[i]?.[j] as number;
          move = Math.max(move, Math.abs(next - value));
          return next;
        }),
      );
      if (move <= tolerance) return { filled, found, round, converged: true };
      if (model === undefined) found = principalComponents(filled, { components });
    }
    return { filled, found, round: most, converged: false };
  };
  const { filled, found, round, converged } = settle(known(rows), rows);
  return {
    rows: back(filled, rows),
    iterations: round,
    converged,
    impute: (others) => {
      checkWidth(`${where}: fill`, others, width);
      return others.length === 0 ? [] : back(settle(known(others), others, found).filled, others);
    },
  };
}

function isThere(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

function checkWidth(where: string, rows: readonly IncompleteRow[], width: number): void {
  requireList(where, "rows", rows, "rows of numbers and null");
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as IncompleteRow;
    requireList(where, `row ${i}`, row, "an array of numbers and null");
    for (let j = 0; j < row.length; j++) {
      const value = row[j];
      if (isThere(value) && !Number.isFinite(value)) {
        throw new RangeError(
          `${where}: row ${i}, variable ${j} is ${shown(value)}, needs a finite number, or null where it is missing`,
        );
      }
    }
    if (row.length !== width) throw new RangeError(`${where}: row ${i} has ${row.length} values, needs ${width}`);
  }
}

/** Mean and standard deviation (divided by n) of the observed values. */
function spread(where: string, rows: readonly IncompleteRow[], j: number): { mean: number; deviation: number } {
  const there = rows.map((row) => row[j]).filter(isThere);
  const center = mean(there) as number;
  const deviation = Math.sqrt(mean(there, (value) => (value - center) ** 2) as number);
  if (!(deviation > 0)) {
    throw new RangeError(`${where}: variable ${j} has ${there.length} observed values, needs two different ones`);
  }
  requireNoOverflow(where, { [`the variance of variable ${j}`]: deviation - deviation });
  return { mean: center, deviation };
}
