// Values that are none, where symbols are meant. PyInform's issues 34 and 36 (https://github.com/ELIFE-ASU/PyInform/issues) bring such series.
import {
  activeInformation,
  blockEntropies,
  causalEmergence,
  distribution,
  entropy,
  epsilonMachine,
  fromSamples,
  quantize,
  transferEntropy,
} from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const series = Array.from({ length: 40 }, (_, t) => ((t * t) % 7) % 2);
const holed = (value: unknown) => series.map((symbol, t) => (t === 3 ? value : symbol)) as number[];
const { uniform } = random(1);
const measured = series.map(() => uniform());

/** Each function that reads a series or rows, with the name under which its error speaks of entry 3. */
const readers: readonly (readonly [name: string, at: string, read: (values: number[]) => unknown])[] = [
  ["transferEntropy", "target[3]", (values) => transferEntropy(values, series)],
  ["transferEntropy", "source[3]", (values) => transferEntropy(series, values)],
  ["transferEntropy", "given[3]", (values) => transferEntropy(series, series, { given: values })],
  ["transferEntropy", "given[1][3]", (values) => transferEntropy(series, series, { given: [series, values] })],
  ["activeInformation", "series[3]", (values) => activeInformation(values)],
  ["activeInformation", "series[1][3]", (values) => activeInformation([series, values])],
  ["blockEntropies", "sequence[3]", (values) => blockEntropies(values, { maxLength: 2 })],
  ["epsilonMachine.fromSequence", "sequence[3]", (values) => epsilonMachine.fromSequence(values, { maxLength: 2 })],
  ["fromSamples", "outcome 3, variable 0,", (values) => fromSamples(values.map((value) => [value, 0]))],
  [
    "causalEmergence.fromSamples",
    "now[3], part 1,",
    (values) =>
      causalEmergence.fromSamples(
        values.map((value) => [0, value]),
        series.map((s) => [s, s]),
        () => 0,
      ),
  ],
  [
    "causalEmergence.fromSamples",
    "the macro variable of now[3]",
    (values) => {
      const states = series.map((s, t) => [s, t] as const);
      return causalEmergence.fromSamples(states, states, ([, t]) => values[t] as number);
    },
  ],
];

describe.each(readers)("%s, %s", (caller, at, read) => {
  it("refuses a missing value, by name and place, with a cure", () => {
    for (const [value, name] of [
      [Number.NaN, "NaN"],
      [undefined, "undefined"],
      [null, "null"],
      [Number.POSITIVE_INFINITY, "Infinity"],
    ] as const) {
      expect(() => read(holed(value))).toThrow(`${caller}: ${at} is ${name}, needs a string or a finite number: `);
    }
    expect(() => read(holed(Number.NaN))).toThrow(/split the series there|leave out such rows/);
    expect(() => read(holed(true))).toThrow("write true and false as 1 and 0");
    expect(() => read(holed({ state: 1 }))).toThrow("give each state one symbol");
    expect(() => read(holed(new Date(0)))).toThrow(
      `${caller}: ${at} is 1970-01-01 (a Date), needs a string or a finite number: write dates as text, as date.toISOString()`,
    );
  });

  it('refuses 1 beside "1"', () => {
    expect(() => read(series.map((symbol, t) => (t === 3 ? String(symbol) : symbol)) as number[])).toThrow(
      /^\S+: .* occurs as well, needs symbols of one type: convert all by String or all by Number$/,
    );
  });

  // A macroscopic variable may be measured: its samples are not asked.
  if (at.startsWith("the macro")) return;
  it("refuses measured values, and takes a small alphabet of numbers that are not whole", () => {
    expect(() => read(measured)).toThrow(
      / different values among \d+ \(.* is one\), needs symbols that recur: bin measured values, as quantize/,
    );
    expect(() => read(series.map((symbol) => symbol / 2))).not.toThrow();
    expect(() => read(quantize(measured, { levels: 3 }))).not.toThrow();
    // Names of states may all differ.
    expect(() => read(measured.map((_, t) => t))).not.toThrow();
  });
});

describe("symbols", () => {
  it("refuses what is no series or row at all", () => {
    for (const none of [undefined, null, 5, {}, () => 0]) {
      expect(() => transferEntropy(none as never, series)).toThrow(
        /^transferEntropy: target is .*, needs a string or an array of symbols$/,
      );
      expect(() => activeInformation(none as never)).toThrow(/^activeInformation: series is /);
      expect(() => blockEntropies(none as never, { maxLength: 1 })).toThrow(/^blockEntropies: /);
      expect(() => epsilonMachine.fromSequence(none as never)).toThrow(/^epsilonMachine.fromSequence: sequence is /);
      expect(() => fromSamples([[0], none] as never)).toThrow(/^fromSamples: outcome 1 is /);
      expect(() => fromSamples(none as never)).toThrow(/^fromSamples: outcomes are .*, needs an array of rows$/);
    }
    expect(() => fromSamples([0, 1, 1] as never)).toThrow(
      "fromSamples: outcome 0 is 0, needs a row: for one variable [0]",
    );
  });

  it("takes typed arrays, and characters of two places as one symbol", () => {
    expect(activeInformation(Uint8Array.from(series))).toBe(activeInformation(series));
    expect(entropy(fromSamples(["🙂a", "🙃b"]), { groups: [1] })).toBe(1);
    expect(blockEntropies("🙂🙃🙂🙃🙂", { maxLength: 1 })[0]).toBeCloseTo(
      blockEntropies("01010", { maxLength: 1 })[0] as number,
      12,
    );
  });

  it("refuses a line of a file, with commas between the symbols, and measured values that are text still", () => {
    for (const line of ["0,1,1,0", "0;1;1;0", "10,11,-3,10", "a, b, a"]) {
      expect(() => activeInformation(line), line).toThrow(
        /^activeInformation: series is .*, in which "[,;]" would be a symbol, needs one character per symbol, or an array/,
      );
    }
    expect(() => fromSamples(["0,1", "1,0"])).toThrow(
      'fromSamples: outcome 0 is "0,1", in which "," would be a symbol',
    );
    for (const text of ["0110", "Well, a word, and another", "a,bc,d e", ",", `${"1,".repeat(1e5)}ab`])
      expect(() => blockEntropies(text, { maxLength: 1 }), text).not.toThrow();
    expect(() => activeInformation(measured.map(String))).toThrow(
      /^activeInformation: series has 40 different values among 40 \("0\.\d+" is one\)/,
    );
  });

  it("a process has symbols as well", () => {
    const coin = (symbol: unknown) =>
      [0, symbol].map((one) => ({ from: "A", symbol: one as number, to: "A", probability: 0.5 }));
    expect(epsilonMachine.fromProcess(coin(1)).entropyRate).toBe(1);
    expect(() => epsilonMachine.fromProcess(coin(Number.NaN))).toThrow(
      "epsilonMachine.fromProcess: the symbol of transition 1 is NaN",
    );
    expect(() => epsilonMachine.fromProcess(coin("0"))).toThrow(
      'epsilonMachine.fromProcess: the symbol of transition 1 is "0", and 0 occurs as well',
    );
  });

  it("a distribution lists each outcome once, so that outcomes may be any finite numbers", () => {
    expect(entropy(distribution([[0.1], [0.2], [0.3], [0.4]], [0.25, 0.25, 0.25, 0.25]))).toBe(2);
    expect(() => distribution([[0], [Number.NaN]], [0.5, 0.5])).toThrow("distribution: outcome 1, variable 0, is NaN");
    expect(() => distribution([[1], ["1"]], [0.5, 0.5])).toThrow(
      'distribution: outcome 1, variable 0, is "1", and 1 occurs as well',
    );
  });

  it("half of the values may differ", () => {
    const repeated = [...measured, ...measured];
    expect(() => activeInformation(repeated)).not.toThrow();
    expect(() => activeInformation([...repeated, 0.123])).toThrow(
      "activeInformation: series has 41 different values among 81",
    );
    expect(() => activeInformation([0, 0.5, 1, 0.5])).not.toThrow();
  });
});

describe("quantize", () => {
  it("makes levels of equal counts, as sorting does, or of equal width", () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 6 }), (list, levels) => {
        const symbols = quantize(list, { levels });
        for (const [i, a] of list.entries()) {
          for (const [j, b] of list.entries()) if (a < b) expect(symbols[i]).toBeLessThanOrEqual(symbols[j] as number);
        }
        if (new Set(list).size === list.length) {
          const counts = Array.from(
            { length: levels },
            (_, level) => symbols.filter((symbol) => symbol === level).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
    expect(quantize([0, 1, 2, 3, 100], { levels: 2, by: "width" })).toEqual([0, 0, 0, 0, 1]);
    expect(quantize([0, 1, 2, 3, 100], { levels: 2 })).toEqual([0, 0, 0, 1, 1]);
    expect(quantize([5, 5, 5], { levels: 3 })).toEqual([2, 2, 2]);
  });

  it("refuses values and levels that are none", () => {
    expect(() => quantize([1, Number.NaN], { levels: 2 })).toThrow("quantize: values[1] NaN, needs a finite number");
    expect(() => quantize([1, 2], { levels: 1 })).toThrow("quantize: levels 1, needs a whole number from 2");
    expect(() => quantize([1, 2], { levels: 2, by: "rank" as never })).toThrow(
      'quantize: by "rank", needs one of count, width',
    );
  });
});
