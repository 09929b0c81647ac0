import { max, sum } from "d3-array";
import {
  type Kinds,
  optionsOf,
  requireFunction,
  requireList,
  requireSameLength,
  requireWhole,
} from "../../core/require";
import { random } from "../../stats/random";
import type { Letter } from "../information/distribution";
import { surprise, unitSize } from "../information/entropies";
import type { UnitOptions } from "../information/groups";
import { unitOptions } from "../information/groups";
import { alphabet, requireFewValues, symbolsOf } from "../information/symbols";
import { type Pairs, type Quantity, terms } from "./emergence";

/** Options of `fromSamples` and `gaussianFromSamples`. */
export interface SampleOptions extends UnitOptions {
  /** Number of shuffles, at least 2. Default 100. */
  readonly shuffles?: number;
  /** Seed of the shuffles. Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
export const sampleOptions: Kinds<SampleOptions> = { ...unitOptions, shuffles: "number", seed: "number" };

/** An estimate with its bias. */
export interface BiasCorrected {
  /** Estimate minus the bias. */
  readonly value: number;
  /** Plug-in estimate from the samples. */
  readonly uncorrected: number;
  /** `uncorrected` - `value`: mean of the quantity over shuffles, in which now and next are independent. */
  readonly bias: number;
  /** Standard deviation of the quantity over shuffles, with the same correction: a `value` within about 2 of these of 0 may be chance. */
  readonly chance: number;
}

/** The three quantities of Rosas et al., estimated. */
export interface CausalEstimates {
  readonly psi: BiasCorrected;
  readonly delta: BiasCorrected;
  readonly gamma: BiasCorrected;
}

/**
 * Psi, Delta and Gamma from samples of a system and its next state, by counting. Counting overestimates information, by about (letters of one - 1)
 * (letters of the other - 1) / (2 n) nats per pair. So the mean over random permutations of the next states is subtracted, part by part before the
 * maximum of Delta and Gamma is taken.
 *
 * @param now n micro states, each a string or array of as many symbols as there are parts
 * @param next the n states that follow them; `causalEmergence.steps` makes both lists from one or several series
 * @param macro V, a function of the micro state
 * @param options `shuffles` (default 100), `seed` (default 1), `unit`: "bits" (default) or "nats"
 * @throws RangeError for lists of different lengths, fewer than 2 samples, states of different lengths, a missing value, measured values (see `quantize`, or
 * `gaussianFromSamples`), or fewer than 2 shuffles
 * @example
 * import { causalEmergence } from "@emergence/lib/measures";
 * const states = ["00", "11", "01", "10"];
 * causalEmergence.fromSamples(states, states, (x) => (x[0] === x[1] ? 0 : 1)).psi.uncorrected; // => 1
 *
 * Source: Rosas et al. 2020, PLoS Comput. Biol. 16, e1008289; the correction by shuffling is common practice.
 */
export function fromSamples<State extends string | readonly Letter[]>(
  now: readonly State[],
  next: readonly State[],
  macro: (state: State) => Letter,
  options: SampleOptions = {},
): CausalEstimates {
  const caller = "causalEmergence.fromSamples";
  optionsOf(caller, options, sampleOptions);
  requireFunction(caller, "macro", macro);
  const width = widthOf(caller, now, next);
  const columns = (states: readonly State[], name: string) => {
    const split = states.map((state, i) => symbolsOf(caller, `${name}[${i}]`, state));
    return [
      ...Array.from({ length: width }, (_, j) =>
        coded(
          caller,
          split.map((state) => state[j]),
          (i) => `${name}[${i}], part ${j},`,
        ),
      ),
      coded(caller, states.map(macro), (i) => `the macro variable of ${name}[${i}]`),
    ];
  };
  const [before, after] = [columns(now, "now"), columns(next, "next")];
  for (const [j, { letters }] of before.slice(0, -1).entries())
    requireFewValues(caller, `part ${j}`, letters, now.length);
  const size = unitSize(caller, options.unit ?? "bits");
  const shared = (a: number, b: number, order: Uint32Array) =>
    size * counted(before[a] as Coded, after[b] as Coded, order);
  return estimates(caller, now.length, width, shared, options);
}

/** Values of a variable as indices into its alphabet. */
interface Coded {
  readonly codes: Uint32Array;
  readonly letters: readonly Letter[];
  /** Entropy, in bits; it does not depend on the order of the rows. */
  readonly entropy: number;
}

/** A column as codes; throws for missing values. */
export function coded(caller: string, column: readonly unknown[], at: (row: number) => string): Coded {
  const known = alphabet(caller, "rows");
  const codes = Uint32Array.from(column, (letter, i) => known.place(letter, () => at(i)));
  const letters = known.symbols;
  const counts = new Float64Array(letters.length);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return { codes, letters, entropy: surprise(counts.map((count) => count / codes.length)) };
}

/** Mutual information of two columns, in bits; the second is read in the given order. */
function counted(a: Coded, b: Coded, order: Uint32Array): number {
  const n = order.length;
  const joint = new Float64Array(a.letters.length * b.letters.length);
  for (let row = 0; row < n; row++) {
    const cell = (a.codes[row] as number) * b.letters.length + (b.codes[order[row] as number] as number);
    joint[cell] = (joint[cell] as number) + 1;
  }
  for (let cell = 0; cell < joint.length; cell++) joint[cell] = (joint[cell] as number) / n;
  return a.entropy + b.entropy - surprise(joint);
}

/** Number of parts; throws if the two lists do not match. */
export function widthOf(
  caller: string,
  now: readonly { readonly length: number }[],
  next: readonly { readonly length: number }[],
): number {
  requireSameLength(caller, { states: now, "next states": next });
  if (now.length < 2) throw new RangeError(`${caller}: ${now.length} samples, needs at least 2`);
  for (const [name, states] of Object.entries({ now, next })) {
    for (let i = 0; i < states.length; i++) {
      if (typeof states[i] !== "string") requireList(caller, `${name}[${i}]`, states[i]);
    }
  }
  const width = now[0]?.length ?? 0;
  if (width === 0) throw new RangeError(`${caller}: states of 0 parts, needs at least one`);
  for (const states of [now, next]) {
    const odd = Array.from(states).findIndex(({ length }) => length !== width);
    if (odd >= 0)
      throw new RangeError(`${caller}: state ${odd} has ${states[odd]?.length} parts, needs ${width} as the first has`);
  }
  return width;
}

/**
 * The three quantities minus their means over shuffles. `shared(a, b, order)` is the mutual information of variable a now and variable b next, whose rows
 * are read in the given order; variable `width` is the macro variable.
 */
export function estimates(
  caller: string,
  n: number,
  width: number,
  shared: (a: number, b: number, order: Uint32Array) => number,
  { shuffles = 100, seed = 1 }: SampleOptions,
): CausalEstimates {
  requireWhole(caller, "shuffles", shuffles, 2);
  const at = (order: Uint32Array): Pairs => {
    const known = new Map<number, number>();
    const once = (a: number, b: number) => {
      const key = a * (width + 1) + b;
      const value = known.get(key) ?? shared(a, b, order);
      known.set(key, value);
      return value;
    };
    return {
      parts: width,
      nextParts: width,
      macroMacro: () => once(width, width),
      partMacro: (j) => once(j, width),
      macroPart: (j) => once(width, j),
      partPart: once,
    };
  };
  const asGiven = Uint32Array.from({ length: n }, (_, row) => row);
  const source = random(seed, caller);
  const plain = [...asGiven];
  const given = at(asGiven);
  const orders = Array.from({ length: shuffles }, () => at(Uint32Array.from(source.shuffle(plain))));
  const estimate = (name: Quantity): BiasCorrected => {
    const found = terms[name](given);
    const shuffled = orders.map(terms[name]);
    const means = found.map((_, j) => sum(shuffled, (row) => (row[j] as number) / shuffles));
    const corrected = (row: readonly number[]) => max(row, (value, j) => value - (means[j] as number)) as number;
    const value = corrected(found);
    const uncorrected = max(found) as number;
    const draws = shuffled.map(corrected);
    const mean = sum(draws, (draw) => draw / shuffles);
    const squares = sum(draws, (draw) => (draw - mean) ** 2);
    return { value, uncorrected, bias: uncorrected - value, chance: Math.sqrt(squares / (shuffles - 1)) };
  };
  return { psi: estimate("psi"), delta: estimate("delta"), gamma: estimate("gamma") };
}
