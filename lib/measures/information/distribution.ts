import { type Kinds, optionsOf, requireNumbers, requireSameLength, requireString } from "../../core/require";
import { briefly } from "../../core/shown";
import { type Distribution, markMade, requireDistribution } from "./requireDistribution";
import { type Alphabet, alphabet, type Letter, requireFewValues, symbolsOf } from "./symbols";

export type { Distribution, Letter } from "./requireDistribution";

/** Options of the functions that make a distribution. */
export interface NameOptions {
  /** Names of the variables, all different. Default "0", "1", ... */
  readonly names?: readonly string[];
}

/** Kinds of the options, for their check. */
const nameOptions: Kinds<NameOptions> = { names: "list" };

/** Largest distance of the sum of probabilities from 1. */
const tolerance = 1e-9;

/**
 * A joint distribution of discrete variables.
 *
 * @param outcomes distinct rows of equal length: strings ("011": one symbol per variable) or arrays of symbols
 * @param probabilities one per outcome, at least 0, with sum 1 within 1e-9
 * @param options `names` of the variables
 * @throws RangeError for probabilities that are negative or do not add up to 1, rows of different lengths or repeated, a missing value, wrong counts or names;
 * TypeError for outcomes that are neither strings nor arrays
 * @example
 * import { distribution, entropy } from "@emergence/lib/measures";
 * entropy(distribution(["00", "11"], [0.5, 0.5])); // => 1
 */
export function distribution(
  outcomes: readonly (string | readonly Letter[])[],
  probabilities: readonly number[] | Float64Array,
  options: NameOptions = {},
): Distribution {
  const caller = "distribution";
  requireSameLength(caller, { outcomes, probabilities });
  requireNumbers(caller, "probabilities", probabilities);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] as number;
    if (!(p >= 0 && Number.isFinite(p)))
      throw new RangeError(`${caller}: probability ${p} at ${i}, needs a number from 0 to 1`);
    sum += p;
  }
  if (!(Math.abs(sum - 1) <= tolerance)) {
    const cure = "divide each by their sum; counts and rounded or single-precision numbers need it";
    throw new RangeError(`${caller}: probabilities add up to ${sum}, need 1: ${cure}`);
  }
  const table = tabulate(caller, outcomes, options);
  if (table.first.length < outcomes.length) {
    const twice = outcomes.find((_, i) => (table.first[table.row[i] as number] as number) !== i);
    throw new RangeError(`${caller}: outcome ${JSON.stringify(twice)} occurs twice, needs each once`);
  }
  return keep(table, Float64Array.from(probabilities));
}

/**
 * Empirical distribution of observed rows: each has probability count / n. This is the plug-in estimate; its entropy is too low by about (outcomes - 1) / (2 n) nats,
 * which `{ correction: "millerMadow" }` of the measures adds.
 *
 * @param rows n observations of equal length: strings or arrays of symbols
 * @param options `names` of the variables
 * @throws RangeError for no rows, rows of different lengths, a missing value (null, undefined, NaN), 1 and "1" in one variable, or measured values, most
 * of which occur once (see `quantize`); TypeError for rows that are neither strings nor arrays
 * @example
 * import { entropy, fromSamples } from "@emergence/lib/measures";
 * entropy(fromSamples(["0", "1", "1", "0"])); // => 1
 */
export function fromSamples(rows: readonly (string | readonly Letter[])[], options: NameOptions = {}): Distribution {
  const d = counted("fromSamples", rows, options);
  for (const [v, symbols] of d.alphabets.entries()) {
    requireFewValues("fromSamples", `variable ${d.names[v]}`, symbols, rows.length);
  }
  return d;
}

/** Empirical distribution of rows, whatever their number of distinct values. */
export function counted(
  caller: string,
  rows: readonly (string | readonly Letter[])[],
  options: NameOptions = {},
): Distribution {
  const table = tabulate(caller, rows, options);
  const counts = new Float64Array(table.first.length);
  for (const row of table.row) counts[row] = (counts[row] as number) + 1;
  return keep(
    table,
    counts.map((count) => count / rows.length),
    rows.length,
  );
}

/**
 * Outcomes of a distribution as symbols, one row per outcome.
 *
 * @example
 * import { distribution, outcomesOf } from "@emergence/lib/measures";
 * outcomesOf(distribution([[0, 0], [1, 1]], [0.5, 0.5])); // => [[0, 0], [1, 1]]
 */
export function outcomesOf(d: Distribution): Letter[][] {
  requireDistribution("outcomesOf", d);
  const { alphabets, columns, probabilities } = d;
  return Array.from(probabilities, (_, i) =>
    columns.map((column, v) => (alphabets[v] as readonly Letter[])[column[i] as number] as Letter),
  );
}

interface Table {
  readonly names: readonly string[];
  readonly alphabets: Letter[][];
  /** Index into `first` of each given row. */
  readonly row: Uint32Array;
  /** Index of the first occurrence of each distinct row. */
  readonly first: number[];
  readonly columns: Uint32Array[];
}

/** Encodes symbols as numbers and merges equal rows. */
function tabulate(caller: string, rows: readonly (string | readonly Letter[])[], options: NameOptions): Table {
  const { names } = optionsOf(caller, options, nameOptions);
  for (const name of names ?? []) requireString(caller, "names", name);
  if (!Array.isArray(rows)) throw new TypeError(`${caller}: outcomes are ${briefly(rows)}, needs an array of rows`);
  const rowAt = (i: number) => {
    const row: unknown = rows[i];
    // What stands for a row of one variable is most often a series.
    if (typeof row === "number")
      throw new TypeError(`${caller}: outcome ${i} is ${row}, needs a row: for one variable [${row}]`);
    return symbolsOf(caller, `outcome ${i}`, row);
  };
  const width = rows.length === 0 ? 0 : rowAt(0).length;
  if (width === 0)
    throw new RangeError(
      `${caller}: ${rows.length} outcomes of ${width} variables, needs at least one outcome of one variable`,
    );
  const named = names ?? Array.from({ length: width }, (_, v) => String(v));
  if (named.length !== width || new Set(named).size !== width) {
    throw new RangeError(`${caller}: names ${JSON.stringify(named)}, needs ${width} different names`);
  }
  const letters = Array.from({ length: width }, () => alphabet(caller, "rows"));
  const all = letters.map(() => new Uint32Array(rows.length));
  const seen = new Map<string, number>();
  const row = new Uint32Array(rows.length);
  const first: number[] = [];
  // A string is its own key, which saves time for a million rows.
  const plain = rows.every((symbols) => typeof symbols === "string");
  for (let i = 0; i < rows.length; i++) {
    const symbols = rowAt(i);
    if (symbols.length !== width) {
      throw new RangeError(`${caller}: outcome ${i} has ${symbols.length} symbols, needs ${width} as the first has`);
    }
    let key = plain ? (rows[i] as string) : "";
    for (let v = 0; v < width; v++) {
      const place = (letters[v] as Alphabet).place(symbols[v], () => `outcome ${i}, variable ${named[v]},`);
      (all[v] as Uint32Array)[i] = place;
      if (!plain) key += `${place},`;
    }
    const at = seen.get(key) ?? first.length;
    if (at === first.length) {
      seen.set(key, at);
      first.push(i);
    }
    row[i] = at;
  }
  const columns = all.map((column) => Uint32Array.from(first, (i) => column[i] as number));
  return { names: [...named], alphabets: letters.map(({ symbols }) => [...symbols]), row, first, columns };
}

/** A distribution without the outcomes of probability 0. */
function keep({ names, alphabets, columns }: Table, probabilities: Float64Array, samples?: number): Distribution {
  const kept = Array.from(probabilities.keys()).filter((i) => (probabilities[i] as number) > 0);
  return markMade({
    names,
    alphabets,
    columns: columns.map((column) => Uint32Array.from(kept, (i) => column[i] as number)),
    probabilities: Float64Array.from(kept, (i) => probabilities[i] as number),
    ...(samples === undefined ? {} : { samples }),
  });
}
