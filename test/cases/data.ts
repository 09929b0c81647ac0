import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a case comes to, by name. */
export type Values = Readonly<Record<string, number | string | boolean>>;
/** The code of a case. */
export type Code = () => Values;
export type Theme = "fits" | "metrics" | "information" | "systems" | "shown" | "emergence" | "tables";

/** How near a number must come: |value - expected| <= abs + rel |expected|. */
export interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}

export interface Case {
  readonly id: string;
  readonly theme: Theme;
  /** What the person wanted. */
  readonly wanted: string;
  readonly source: string;
  readonly expected: Values;
  readonly tolerance: Tolerance;
}

/** A formula with the points that it is fitted to: a fresh case that needs no code of its own. */
export interface FormulaFit {
  readonly formula: string;
  /** Names of the columns of x. Default: x alone. */
  readonly predictors?: readonly string[];
  readonly x: readonly number[] | readonly (readonly number[])[];
  readonly y: readonly number[];
  /** Huber loss from this size of residual on; without it squares. */
  readonly huber?: number;
}

/** A case that was searched out afterwards, of one of the eleven kinds of fault of the first 46. */
export interface FreshCase extends Omit<Case, "expected"> {
  readonly kind: number;
  /** Where the right value is from. */
  readonly oracle: string;
  /** What is right; without it, what values.py finds. */
  readonly expected?: Values;
  readonly fit?: FormulaFit;
}

const folder = join(import.meta.dirname, "..", "fixtures", "cases");
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

const real = read("real.json") as {
  readonly data: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly cases: readonly Case[];
};
export const realCases = real.cases;
export const freshCases = (read("fresh.json") as { readonly cases: readonly FreshCase[] }).cases;
/** What scipy, numpy and dit find for the cases that they can do: test/fixtures/cases/values.py. */
export const peerValues = read("values.json") as Readonly<Record<string, Values>>;

/** A column of a data set of the first 46 cases. */
export function column(set: string, name = "y"): number[] {
  const values = real.data[set]?.[name];
  if (!values?.every((value) => typeof value === "number")) throw new Error(`no numbers ${set}.${name}`);
  return [...values];
}

/** The rows of predictors of a data set of the first 46 cases. */
export function rows(set: string): number[][] {
  const values = real.data[set]?.X;
  if (!values?.every(Array.isArray)) throw new Error(`no rows ${set}.X`);
  return values.map((row: number[]) => [...row]);
}
