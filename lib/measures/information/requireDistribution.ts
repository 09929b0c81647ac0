import { partsOf, requireFiniteNumbers, requireList, requireProportion, requireWhole } from "../../core/require";
import { briefly, shown } from "../../core/shown";

/** A value of a variable. */
export type Letter = string | number;

/** A joint distribution of discrete variables. See `distribution`, `fromSamples` and `specimens`. Outcomes of probability 0 are omitted. */
export interface Distribution {
  /** Names of the variables; by default "0", "1", ... */
  readonly names: readonly string[];
  /** Values of each variable, in order of first occurrence. */
  readonly alphabets: readonly (readonly Letter[])[];
  /** Per variable and outcome, the index of the value in the variable's alphabet. */
  readonly columns: readonly Uint32Array[];
  /** Probability of each outcome; the sum is 1. */
  readonly probabilities: Float64Array;
  /** Number of rows that `fromSamples` counted; none of a distribution that is given by its probabilities. */
  readonly samples?: number;
}

/** Distributions that the kit has made and checked: a measure need not look through a million outcomes again. */
const made = new WeakSet<object>();

/** Notes that a distribution is right by construction. */
export function markMade(d: Distribution): Distribution {
  made.add(d);
  return d;
}

/** Throws a RangeError unless the value is a distribution: made by the kit, or by hand with columns, alphabets and probabilities that fit together. */
export function requireDistribution(caller: string, d: unknown): asserts d is Distribution {
  if (typeof d === "object" && d !== null && made.has(d)) return;
  const kinds = { names: "list", alphabets: "list", columns: "list", probabilities: "list" } as const;
  if (typeof d !== "object" || d === null || Array.isArray(d) || !("probabilities" in d)) {
    throw new RangeError(
      `${caller}: distribution ${typeof d === "string" ? briefly(d) : shown(d)}, needs one made by \`distribution\` or \`fromSamples\`: of two series, fromSamples(x.map((value, i) => [value, y[i]]))`,
    );
  }
  const { names, alphabets, columns, probabilities, samples } = partsOf(
    caller,
    d as Distribution,
    kinds,
    "distribution",
  );
  if (samples !== undefined) requireWhole(caller, "samples", samples);
  for (const [name, list] of Object.entries({ names, alphabets, columns })) requireList(caller, name, list);
  requireFiniteNumbers(caller, "probabilities", probabilities);
  const width = names.length;
  if (width === 0 || alphabets.length !== width || columns.length !== width) {
    throw new RangeError(
      `${caller}: ${width} names, ${alphabets.length} alphabets and ${columns.length} columns, needs one of each per variable`,
    );
  }
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    requireProportion(caller, `probabilities[${i}]`, probabilities[i] as number);
    sum += probabilities[i] as number;
  }
  if (!(Math.abs(sum - 1) <= 1e-9)) throw new RangeError(`${caller}: probabilities add up to ${sum}, need 1`);
  for (let v = 0; v < width; v++) requireVariable(caller, d as Distribution, v);
}

function requireVariable(caller: string, { names, alphabets, columns, probabilities }: Distribution, v: number): void {
  if (typeof names[v] !== "string") throw new RangeError(`${caller}: names[${v}] is ${shown(names[v])}, needs text`);
  const alphabet: unknown = alphabets[v];
  requireList(caller, `alphabets[${v}]`, alphabet);
  for (let i = 0; i < alphabet.length; i++) {
    const letter = alphabet[i];
    if (typeof letter === "string" || (typeof letter === "number" && !Number.isNaN(letter))) continue;
    throw new RangeError(`${caller}: alphabets[${v}][${i}] is ${briefly(letter)}, needs text or a number`);
  }
  const column: unknown = columns[v];
  requireList(caller, `columns[${v}]`, column);
  if (column.length !== probabilities.length) {
    throw new RangeError(
      `${caller}: columns[${v}] has ${column.length} places, needs ${probabilities.length}, one per probability`,
    );
  }
  for (let i = 0; i < column.length; i++) {
    const place = column[i];
    if (Number.isInteger(place) && (place as number) >= 0 && (place as number) < alphabet.length) continue;
    throw new RangeError(
      `${caller}: columns[${v}][${i}] is ${shown(place)}, needs a whole number from 0 to ${alphabet.length - 1}`,
    );
  }
}
