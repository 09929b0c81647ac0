import type { Kinds } from "../../core/require";
import { briefly } from "../../core/shown";
import type { Distribution } from "./distribution";

/** One variable by index or name, or several taken as one. */
export type Variables = number | string | readonly (number | string)[];

/** Unit of information. */
export interface UnitOptions {
  /** Default "bits". */
  readonly unit?: "bits" | "nats";
}

/** Options of the measures of many variables. */
export interface GroupOptions extends UnitOptions {
  /** Variables, or groups of variables taken as one, to which the measure applies. Default: each variable by itself. */
  readonly groups?: readonly Variables[];
}

/** Correction of the bias of counting. */
export interface CorrectionOptions {
  /**
   * Of a distribution made by `fromSamples`: "none" (default) takes shares for probabilities. "millerMadow" adds to the entropy of each set of variables what these lose
   * thereby, (distinct outcomes seen - 1) / (2 n) nats for n samples (Miller 1955).
   */
  readonly correction?: "none" | "millerMadow";
}

/** Options of the measures of two or three groups of a distribution. */
export interface CountOptions extends UnitOptions, CorrectionOptions {}

/** Options of the measures of many variables of a distribution. */
export interface CountGroupOptions extends GroupOptions, CorrectionOptions {}

/** Kinds of the options, for their check. */
export const unitOptions: Kinds<UnitOptions> = { unit: ["bits", "nats"] };
export const groupOptions: Kinds<GroupOptions> = { ...unitOptions, groups: "list" };
export const countOptions: Kinds<CountOptions> = { ...unitOptions, correction: ["none", "millerMadow"] };
export const countGroupOptions: Kinds<CountGroupOptions> = { ...countOptions, groups: "list" };

/** Indices of the variables, each once, in increasing order; throws if one is unknown. */
export function placesOf(caller: string, names: readonly string[], variables: Variables): number[] {
  if (Array.isArray(variables) && variables.length === 0) {
    throw new RangeError(`${caller}: a group of no variables, needs at least one of ${names.join(", ")}`);
  }
  const list = Array.isArray(variables) ? Array.from<number | string>(variables) : [variables as number | string];
  const places = list.map((variable) => {
    const place = typeof variable === "string" ? names.indexOf(variable) : variable;
    if (!(Number.isInteger(place) && place >= 0 && place < names.length)) {
      throw new RangeError(`${caller}: no variable ${briefly(variable)}, needs one of ${names.join(", ")}`);
    }
    return place;
  });
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Several variables as one: a code per outcome, equal if all of them are equal. */
export interface Codes {
  readonly codes: Uint32Array;
  /** Upper bound of the codes, excluded. */
  readonly size: number;
}

/** Largest number of combinations of values for which an array has one entry each. */
export function roomFor({ probabilities }: Distribution): number {
  return Math.max(1024, 2 * probabilities.length);
}

/** Codes of several variables, dense enough that an array of `size` is never much longer than the list of outcomes. */
export function codesOf(d: Distribution, places: readonly number[]): Codes {
  const { alphabets, columns, probabilities } = d;
  const rows = probabilities.length;
  const roomy = roomFor(d);
  let size = 1;
  let codes: Uint32Array = new Uint32Array(rows);
  for (const v of places) {
    const column = columns[v] as Uint32Array;
    const letters = (alphabets[v] as readonly unknown[]).length;
    if (size * letters > roomy) ({ codes, size } = compact(codes));
    for (let i = 0; i < rows; i++) codes[i] = (codes[i] as number) * letters + (column[i] as number);
    size *= letters;
  }
  return size > roomy ? compact(codes) : { codes, size };
}

/** The same partition of the outcomes with codes 0, 1, 2 ... */
export function compact(codes: Uint32Array): { codes: Uint32Array; size: number } {
  const known = new Map<number, number>();
  const dense = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const place = known.get(code) ?? known.size;
    known.set(code, place);
    dense[i] = place;
  }
  return { codes: dense, size: known.size };
}

/** Sums of probabilities by code. */
export function massOf({ codes, size }: Codes, probabilities: Float64Array): Float64Array {
  const mass = new Float64Array(size);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    mass[code] = (mass[code] as number) + (probabilities[i] as number);
  }
  return mass;
}
