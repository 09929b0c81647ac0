// Converts every source of `table` to the same form: rows, and notes below them.
import { shown } from "@emergence/lib/core";
import type { BinomialFit, FailedFit, Fit } from "@emergence/lib/fit";

/** A row: column names to values. */
export type Row = Readonly<Record<string, unknown>>;

/** The part of a danfojs DataFrame that `table` uses, recognized by its shape so that danfojs is not loaded here. */
export interface DataFrameLike {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** The part of a fit that `table` uses: parameters with errors and intervals, and of the rest what a fit of its kind has. */
export type FitLike = Pick<
  Fit,
  "kind" | "parameters" | "standardErrors" | "degreesOfFreedom" | "identifiable" | "interval"
> &
  Partial<Pick<Fit, "name" | "formula" | "fixed" | "warnings" | "direction" | "r2" | "sigma" | "aicc">> &
  Partial<Pick<BinomialFit, "deviance">>;

/** The part of a failed fit that `table` uses. */
export type FailedFitLike = Pick<FailedFit, "kind" | "reason"> & Partial<Pick<FailedFit, "parameters">>;

/** Rows with their columns in order, a caption, and notes below. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly caption?: string;
  readonly notes: readonly string[];
  /** Smallest number of significant digits of a cell, if the chosen number would hide its meaning. */
  readonly digits?: (row: number, column: string) => number;
}

const isRecord = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Significant digits that show a value to the precision of its error: 1973.41 ± 0.11 with four digits would be 1973. */
function digitsBeside(error: number, value: number): number {
  const places = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(error)) + 2;
  return Number.isFinite(places) ? Math.min(15, places) : 1;
}

function fitSheet(fit: FitLike, format: (value: number) => string): Sheet {
  if (typeof fit.interval !== "function") {
    throw new TypeError(
      "table: a copy of a fit without its methods, as JSON makes it, needs the fit; reviveFit makes it whole",
    );
  }
  const ends = fit.interval(0.95);
  const rows = Object.entries(fit.parameters).map(([parameter, estimate]) =>
    fit.fixed?.includes(parameter)
      ? { parameter, estimate, "standard error": "fixed", "95 % from": null, to: null }
      : {
          parameter,
          estimate,
          "standard error": fit.standardErrors[parameter],
          "95 % from": ends[parameter]?.lower,
          to: ends[parameter]?.upper,
        },
  );
  const goodness = [
    ["R²", fit.r2],
    ["residual standard deviation", fit.sigma],
    ["deviance", fit.deviance],
    ["AICc", fit.aicc],
    ["degrees of freedom", fit.degreesOfFreedom],
  ] as const;
  const known = goodness.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${format(value)}`]));
  const unfixed = fit.identifiable ? [] : [`Not fixed by the data: ${fit.direction || "at least one parameter"}`];
  const warnings = (fit.warnings ?? []).filter((warning) => warning !== fit.direction);
  const caption = [fit.name, fit.formula].filter((part) => part).join(": ");
  return {
    columns: ["parameter", "estimate", "standard error", "95 % from", "to"],
    rows,
    digits: (row, column) => {
      const [name = "", estimate = Number.NaN] = Object.entries(fit.parameters)[row] ?? [];
      return column === "standard error" ? 1 : digitsBeside(fit.standardErrors[name] ?? Number.NaN, estimate);
    },
    ...(caption ? { caption } : {}),
    notes: [known.join(", "), ...unfixed, ...warnings],
  };
}

function frameSheet({ columns, values }: DataFrameLike): Sheet {
  const rows = values.map((row) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  });
  return { columns, rows, notes: [] };
}

/** Converts rows, a DataFrame, a fit or a failed fit. */
export function sheetOf(source: unknown, format: (value: number) => string): Sheet {
  if (Array.isArray(source)) {
    const odd = source.findIndex((row) => !isRecord(row));
    if (odd >= 0) throw new TypeError(`table: row ${odd} is ${shown(source[odd])}, needs an object { name: value }`);
    const columns = new Set<string>();
    for (const row of source as readonly Row[]) for (const name of Object.keys(row)) columns.add(name);
    return { columns: [...columns], rows: source, notes: [] };
  }
  if (isRecord(source)) {
    if (source.kind === "fit") return fitSheet(source as unknown as FitLike, format);
    if (source.kind === "failed") {
      const { parameters = {}, reason } = source as unknown as FailedFitLike;
      const rows = Object.entries(parameters).map(([parameter, stopped]) => ({ parameter, "stopped at": stopped }));
      return { columns: ["parameter", "stopped at"], rows, notes: [`No fit: ${reason}`] };
    }
    if (Array.isArray(source.columns) && Array.isArray(source.values)) {
      return frameSheet(source as unknown as DataFrameLike);
    }
  }
  throw new TypeError(`table: got ${source === null ? "null" : typeof source}, needs rows, a DataFrame or a fit`);
}
