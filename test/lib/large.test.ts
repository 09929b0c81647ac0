// A million numbers are a common length of series: no function that takes a list may depend on its being short.
import { compare, curves, fit, unwrapFit } from "@emergence/lib/fit";
import * as measures from "@emergence/lib/measures";
import * as metrics from "@emergence/lib/metrics";
import { bootstrapInterval, random } from "@emergence/lib/stats";
import { switchingTimes } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const n = 1_000_000;
const { uniform } = random(1);
const shares = Array.from({ length: n }, () => uniform());
const symbols = shares.map((share) => Number(share < 0.5));
const later = [...symbols.slice(1), 0];
const pairs = symbols.map((symbol, i) => [symbol, later[i] as number]);
const x = shares.map((_, i) => i / n);
const y = x.map((at, i) => at + (shares[i] as number));
const trials = new Array<number>(n).fill(10);
const successes = shares.map((share) => Math.round(10 * share));
const words = symbols.map((symbol) => (symbol === 1 ? "one" : "two")).join(" ");

/** A call on a million entries, and its value to so many decimal places: of fair coins, uniform shares, or y = x + 1/2 on average. */
const calls: readonly (readonly [name: string, call: () => number | undefined, value: number, places: number])[] = [
  ["fit", () => unwrapFit(fit(curves.line, x, y)).parameters.slope, 1, 2],
  ["matthews", () => metrics.matthews(symbols, later), 0, 2],
  ["macroF1", () => metrics.macroF1(symbols, symbols), 1, 12],
  ["perplexity", () => metrics.perplexity(shares.map((share) => -share)), Math.sqrt(Math.E), 2],
  ["optionProbabilities", () => metrics.optionProbabilities(symbols).length, n, 0],
  ["multipleChoiceGrade", () => metrics.multipleChoiceGrade(symbols, 0), 0, 2],
  ["bleu", () => metrics.bleu(words, words), 100, 9],
  ["editDistance", () => metrics.tokenEditDistance([9], symbols), n, 0],
  ["exactMatch", () => metrics.exactMatch("one", shares.map(String)), 0, 0],
  ["benjaminiHochberg", () => measures.benjaminiHochberg(shares, { fdr: 1e-9 }).rejected.filter(Boolean).length, 0, 0],
  ["linearity", () => measures.linearity(x), 1, 6],
  ["weiThreshold", () => Number(measures.weiThreshold(x, successes, trials, { chance: 0.5 }).kind === "failed"), 1, 0],
  ["changePointTest", () => measures.changePointTest(x, y, { replicates: 1 }).p, 1, 0],
  ["fromSamples", () => measures.entropy(measures.fromSamples(pairs)), 2, 3],
  ["activeInformation", () => measures.activeInformation(symbols, { history: 3 }), 0, 3],
  ["transferEntropy", () => measures.transferEntropy(symbols, later), 1, 3],
  ["blockEntropies", () => measures.blockEntropies(symbols, { maxLength: 2 })[1], 2, 3],
  ["fromSequence", () => measures.epsilonMachine.fromSequence(symbols, { maxLength: 3 }).states.length, 1, 0],
  ["orderParameter", () => measures.orderParameter(shares).mean, 0.5, 2],
  ["binderCumulant", () => measures.binderCumulant(symbols).mean, 1 / 3, 2],
  ["bootstrapInterval", () => bootstrapInterval(shares, ([share]) => share as number, { replicates: 2 }).lower, 0.5, 0],
  [
    "switchingTimes",
    () =>
      switchingTimes(
        symbols.map((symbol) => 2 * symbol - 1),
        { threshold: 0.5 },
      ).meanTime,
    2,
    1,
  ],
];

describe("a million entries", { tags: ["slow"] }, () => {
  it.each(calls)("%s", (_, call, value, places) => {
    expect(call()).toBeCloseTo(value, places);
  });

  it("two hundred thousand curves to choose from", () => {
    const one = unwrapFit(fit(curves.line, [0, 1, 2, 3], [0, 1.1, 1.9, 3]));
    expect(compare(new Array(200_000).fill(one)).length).toBe(200_000);
  });
});
