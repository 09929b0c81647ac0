import { readFileSync } from "node:fs";
import { join } from "node:path";
import { activeInformation, transferEntropy } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

interface Case {
  readonly source: number[];
  readonly target: number[];
  readonly values: readonly {
    history: number;
    sourceHistory: number;
    correction: "none" | "millerMadow";
    transfer: number;
    active: number;
  }[];
}
// By plain counting with numpy: test/fixtures/measures/series_values.py.
const { series }: { series: Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "series.json"), "utf8"),
);

const coins = (n: number, seed: number, p = 0.5) => {
  const source = random(seed);
  return Array.from({ length: n }, () => Number(source.uniform() < p));
};
const uncertainty = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);

describe("transfer entropy and active information", () => {
  it("agree with an independent program on 12 series, 12 settings each, to 1e-9", () => {
    for (const { source, target, values } of series) {
      for (const { transfer, active, sourceHistory, ...options } of values) {
        expect(Math.abs(transferEntropy(target, source, { ...options, sourceHistory }) - transfer)).toBeLessThan(1e-9);
        expect(Math.abs(activeInformation(target, options) - active)).toBeLessThan(1e-9);
      }
    }
  });

  it("a noisy copy: 1 - H(p) from the source to the copy, 0 back, within 4 standard errors of 50,000 symbols", () => {
    const p = 0.1;
    const source = coins(50_000, 1);
    const noise = coins(50_000, 2, p);
    const copy = noise.map((flip, t) => flip ^ (source[t - 1] ?? 0));
    // H'(p) times the error of a share.
    const error = Math.log2((1 - p) / p) * Math.sqrt((p * (1 - p)) / 50_000);
    expect(Math.abs(transferEntropy(copy, source) - (1 - uncertainty(p)))).toBeLessThan(4 * error);
    expect(transferEntropy(source, copy)).toBeLessThan(0.001);
    expect(activeInformation(copy)).toBeLessThan(0.001);
  });

  it("given a third series: the common cause explains it away, the other half of an XOR brings it out", () => {
    const cause = coins(20_000, 11);
    const early = cause.map((_, t) => cause[t - 1] ?? 0);
    const late = cause.map((_, t) => cause[t - 2] ?? 0);
    expect(transferEntropy(late, early)).toBeGreaterThan(0.99);
    expect(transferEntropy(late, early, { given: cause, givenHistory: 2 })).toBeLessThan(1e-9);
    const [a, b] = [coins(20_000, 12), coins(20_000, 13)];
    const either = a.map((_, t) => (a[t - 1] ?? 0) ^ (b[t - 1] ?? 0));
    expect(transferEntropy(either, a)).toBeLessThan(0.001);
    expect(transferEntropy(either, a, { given: b })).toBeGreaterThan(0.99);
    expect(() => transferEntropy(either, a, { given: [0, 1] })).toThrow("transferEntropy: 20000 target but 2 given");
    expect(() => transferEntropy(either, a, { given: b, givenHistory: 0 })).toThrow("givenHistory 0, needs a whole");
  });

  it("find a source that acts three steps later by its delay, and only there", () => {
    const source = coins(4000, 21);
    const target = coins(4000, 22).map((free, t) => (t < 3 ? free : (source[t - 3] as number)));
    expect(transferEntropy(target, source, { delay: 3 })).toBeGreaterThan(0.99);
    for (const delay of [1, 2, 4]) expect(transferEntropy(target, source, { delay })).toBeLessThan(0.005);
    expect(transferEntropy(target, source, { sourceHistory: 3 })).toBeGreaterThan(0.99);
    // The same as series moved against each other.
    for (const delay of [1, 2, 5]) {
      const moved = transferEntropy(target.slice(delay - 1), source.slice(0, 4001 - delay));
      expect(transferEntropy(target, source, { delay })).toBeCloseTo(moved, 12);
    }
    expect(transferEntropy([target, target], [source, source], { delay: 3 })).toBeGreaterThan(0.99);
    expect(() => transferEntropy("0101", "0011", { delay: 4 })).toThrow(
      "transferEntropy: 4 symbols, needs more than 4",
    );
    expect(() => transferEntropy("0101", "0011", { delay: 0 })).toThrow("delay 0, needs a whole number from 1");
  });

  it("given a third series: the chain rule, to rounding, in both units", () => {
    for (const { source, target } of series) {
      const third = coins(target.length, target.length);
      const both = source.map((symbol, t) => `${symbol} ${third[t]}`);
      for (const unit of ["bits", "nats"] as const) {
        const parts =
          transferEntropy(target, third, { unit }) + transferEntropy(target, source, { unit, given: third });
        expect(Math.abs(transferEntropy(target, both, { unit }) - parts)).toBeLessThan(1e-9);
      }
    }
  });

  it("a persistent series stores 1 - H(p); XOR with an unseen source needs the target's past to be seen", () => {
    const flips = coins(50_000, 3, 0.2);
    let state = 0;
    const persistent = flips.map((flip) => {
      state ^= flip;
      return state;
    });
    expect(Math.abs(activeInformation(persistent) - (1 - uncertainty(0.2)))).toBeLessThan(0.01);
    // Y_t+1 = Y_t xor X_t: X tells all of it once Y is known.
    const source = coins(5000, 4);
    state = 0;
    const target = source.map((_, t) => {
      state ^= source[t - 1] ?? 0;
      return state;
    });
    expect(transferEntropy(target, source)).toBeGreaterThan(0.99);
  });

  it("a delay of two symbols is not seen with one symbol of the source, and is with two", () => {
    const source = coins(5000, 5);
    const target = source.map((_, t) => source[t - 2] ?? 0);
    expect(transferEntropy(target, source)).toBeLessThan(0.01);
    expect(transferEntropy(target, source, { sourceHistory: 2 })).toBeGreaterThan(0.99);
  });

  it("over 40 unrelated pairs of 200 symbols: too large as counted, both corrections take nearly all of it away", () => {
    const mean = { none: 0, millerMadow: 0, shuffle: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      const [source, target] = [coins(200, seed), coins(200, seed + 1000)];
      for (const correction of ["none", "millerMadow", "shuffle"] as const) {
        mean[correction] += transferEntropy(target, source, { history: 2, correction, shuffles: 20, seed }) / 40;
      }
    }
    // 4 pasts, one more free number each: 4 / (2 n ln 2).
    expect(Math.abs(mean.none / (4 / (2 * 198 * Math.LN2)) - 1)).toBeLessThan(0.25);
    expect(Math.abs(mean.millerMadow)).toBeLessThan(0.25 * mean.none);
    expect(Math.abs(mean.shuffle)).toBeLessThan(0.25 * mean.none);
  });

  it("reads strings as arrays of characters, gives nats, and the same for the same seed", () => {
    const [source, target] = ["0010110100", "1001011010"];
    expect(transferEntropy(target, source)).toBe(transferEntropy([...target], [...source]));
    expect(activeInformation(target, { unit: "nats" })).toBeCloseTo(activeInformation(target) * Math.LN2, 12);
    const options = { correction: "shuffle", seed: 3 } as const;
    expect(activeInformation(target, options)).toBe(activeInformation(target, options));
  });

  it("throws on series and options that do not fit", () => {
    expect(() => transferEntropy("011", "01")).toThrow("3 target but 2 source");
    expect(() => transferEntropy("01", "01", { history: 2 })).toThrow("2 symbols, needs more than 2");
    expect(() => activeInformation("0")).toThrow("activeInformation: 1 symbols, needs more than 1");
    expect(() => activeInformation("0101", { history: 0 })).toThrow("history 0, needs a whole number from 1");
    expect(() => transferEntropy("0101", "0101", { sourceHistory: 1.5 })).toThrow("sourceHistory 1.5");
    expect(() => activeInformation("0101", { correction: "magic" as "none" })).toThrow('correction "magic"');
    expect(() => activeInformation("0101", { correction: "shuffle", shuffles: 0 })).toThrow("shuffles 0");
  });
});
