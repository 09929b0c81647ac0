import { sum } from "d3-array";
import { optionsOf, requireFunction, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import type { Letter } from "../information/distribution";
import { unitSize } from "../information/entropies";
import { alphabet } from "../information/symbols";
import { microColumns } from "./microColumns";
import { type BiasCorrected, type SampleOptions, sampleOptions } from "./sampledEmergence";

/** An estimate of informational closure, with the test that the variable is closed. */
export interface SampledClosure extends BiasCorrected {
  /** Chance of so large an estimate if the macro variable is closed: (1 + shuffles with at least as much) / (1 + shuffles). */
  readonly p: number;
}

/**
 * Informational closure I(Z' ; X | Z) from observed states and those that follow them, by counting, less its bias. For the bias and the test, the next macro states
 * are permuted among samples of the same macro state now, which is what a closed variable allows.
 *
 * What to expect. As counted, the value is too large by about (micro states seen - macro states) (next macro states after each - 1) / (2 n ln 2) bits, which
 * exceeds the value itself unless every micro state is seen many times; the permutations take this off. For independent pairs of states they are exact. Along one
 * trajectory they are not: how often a state is seen depends on what followed it, so the corrected value is too large, and with few visits per state there are too many
 * false alarms. Magnets of nine spins (512 states) at T = 2.5, n pairs, means over 200 seeds in bits, and how many were found at the 5 percent level:
 *
 *     n                       ring: truth  counted  corrected  found    all coupled: truth  counted  corrected  false alarms
 *     1,000 of a trajectory         .0189    .3404      .0428    160                     0    .4687      .0131            32
 *     5,000 of a trajectory         .0189    .1520      .0230    195                     0    .1631      .0010            12
 *     20,000 of a trajectory        .0189    .0569      .0188    200                     0    .0373      .0000             7
 *     5,000 independent             .0273    .1914      .0271    194                     0    .1632     -.0010             8
 *
 * Far from closure the permutations take off too much, so for independent pairs the truth lies between the corrected value and the counted one, on average.
 * So take ten samples per micro state or more, or pairs that lie far apart in time. Where every micro state is seen once nothing can be found, and p is 1.
 *
 * @param now n micro states, each a string or array of symbols
 * @param next the n states that follow them; `causalEmergence.steps` makes both lists from one or several series
 * @param macro Z, a function of the micro state
 * @param options `shuffles` (default 100), `seed` (default 1), `unit`: "bits" (default) or "nats"
 * @throws RangeError for lists of different lengths, fewer than 2 samples, states of different lengths, a missing value, measured values (see `quantize`), or fewer
 * than 2 shuffles
 * @example
 * import { sampledClosure } from "@emergence/lib/measures";
 * const now = ["00", "01", "10", "11"];
 * sampledClosure(now, ["00", "10", "00", "00"], (x) => x[0]).uncorrected; // => 0.5
 *
 * Source: formula as `informationalClosure`; permutation within strata: Runge 2018, Proc. AISTATS, PMLR 84, 938-947, in the discrete case.
 */
export function sampledClosure<State extends string | readonly Letter[]>(
  now: readonly State[],
  next: readonly State[],
  macro: (state: State) => Letter,
  options: SampleOptions = {},
): SampledClosure {
  const caller = "sampledClosure";
  const { shuffles = 100, seed = 1, unit = "bits" } = optionsOf(caller, options, sampleOptions);
  requireFunction(caller, "macro", macro);
  const micro = microColumns(caller, now, next);
  requireWhole(caller, "shuffles", shuffles, 2);
  const size = unitSize(caller, unit) / Math.LN2;
  const source = random(seed, caller);
  const letters = alphabet(caller, "rows");
  const macroOf = (states: readonly State[], name: string) =>
    Uint32Array.from(states, (state, i) => letters.place(macro(state), () => `the macro variable of ${name}[${i}]`));
  const [z, later] = [macroOf(now, "now"), macroOf(next, "next")];
  const x = codes(micro, now.length);
  const n = now.length;
  const width = letters.symbols.length;
  const strata: number[][] = letters.symbols.map(() => []);
  for (let i = 0; i < n; i++) strata[z[i] as number]?.push(i);
  const known = logs(x) + logs(z.map((from, i) => from * width + (later[i] as number))) - logs(z);
  const value = (drawn: Uint32Array) =>
    (size * (logs(x.map((state, i) => state * width + (drawn[i] as number))) - known)) / n;
  const uncorrected = Math.max(0, value(later));
  const draws = Array.from({ length: shuffles }, () => {
    const drawn = new Uint32Array(n);
    for (const rows of strata) {
      for (const [k, row] of source.shuffle(rows).entries()) drawn[rows[k] as number] = later[row] as number;
    }
    return value(drawn);
  });
  const bias = sum(draws, (draw) => draw / shuffles);
  const chance = Math.sqrt(sum(draws, (draw) => (draw - bias) ** 2) / (shuffles - 1));
  // Permutations that count the same come out with another order of additions.
  const above = draws.filter((draw) => draw >= uncorrected - 1e-12).length;
  return { value: uncorrected - bias, uncorrected, bias, chance, p: (1 + above) / (1 + shuffles) };
}

/** Several columns as one: equal codes for equal rows. */
function codes(columns: readonly Uint32Array[], n: number): Uint32Array {
  const known = new Map<string, number>();
  return Uint32Array.from({ length: n }, (_, i) => {
    const key = columns.map((column) => column[i]).join();
    const place = known.get(key) ?? known.size;
    known.set(key, place);
    return place;
  });
}

/** Sum over values of count ln(count). */
function logs(values: Uint32Array): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return sum(counts.values(), (count) => count * Math.log(count));
}
