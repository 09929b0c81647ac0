import * as metrics from "@emergence/lib/metrics";
import { type MetricName, metricCatalogue } from "@emergence/lib/metrics";
import { describe, expect, it } from "vitest";
import { expectClose, mean } from "./values";

const names = Object.keys(metricCatalogue) as MetricName[];
const question = Object.freeze({ length: 5, options: 4 });
const target = ["1", "2", "3", "4", "5"];

/** Texts of the target's length with every pattern of right and wrong tokens, as often as p = right / (right + wrong) has it. */
function outputs(right: number, wrong: number): string[][] {
  let texts: string[][] = [[]];
  for (const [place, token] of target.entries()) {
    texts = texts.flatMap((text) => [
      ...new Array<string[]>(right).fill([...text, token]),
      ...new Array<string[]>(wrong).fill([...text, "uvwxy"[place] as string]),
    ]);
  }
  return texts;
}

/** Each metric of texts, over a list of outputs to the same target. */
const ofTexts: Partial<Record<MetricName, (texts: string[][]) => number>> = {
  exactMatch: (texts) => mean(texts.map((text) => metrics.exactMatch(text.join(""), target.join("")))),
  numericMatch: (texts) => mean(texts.map((text) => metrics.numericMatch(text.join(""), Number(target.join(""))))),
  tokenEditDistance: (texts) => mean(texts.map((text) => metrics.tokenEditDistance(text, target))),
  editDistance: (texts) => mean(texts.map((text) => metrics.editDistance(text.join(""), target.join("")))),
  rouge1: (texts) => mean(texts.map((text) => metrics.rouge(text.join(" "), target.join(" ")).rouge1.f)),
  rouge2: (texts) => mean(texts.map((text) => metrics.rouge(text.join(" "), target.join(" ")).rouge2.f)),
  rougeL: (texts) => mean(texts.map((text) => metrics.rouge(text.join(" "), target.join(" ")).rougeL.f)),
  bleu: (texts) =>
    metrics.bleu(
      texts.map((text) => text.join(" ")),
      texts.map(() => target.join(" ")),
    ),
};

const { length, options } = question;
const row = (p: number) => Array.from({ length: options }, (_, i) => (i === 0 ? p : (1 - p) / (options - 1)));
/** Classes of six each; each wrong answer names the next class, so that every class is named equally often. */
const actual = Array.from({ length: 6 * options }, (_, i) => i % options);
const said = (p: number) => actual.map((label) => (p > 1 / options ? label : (label + 1) % options));

/** Each metric of probabilities or decisions, where the right token or option has probability p. */
const ofProbabilities: Partial<Record<MetricName, (p: number) => number>> = {
  logLikelihood: (p) => metrics.logLikelihood(new Array<number>(length).fill(Math.log(p))),
  perplexity: (p) => metrics.perplexity(new Array<number>(length).fill(Math.log(p))),
  brier: (p) => metrics.brier(row(p), 0),
  multipleChoiceGrade: (p) => metrics.multipleChoiceGrade(row(p), 0),
  expectedCalibrationError: (p) => metrics.expectedCalibrationError([row(p)], [0]),
  matthews: (p) => metrics.matthews(actual, said(p)),
  macroF1: (p) => metrics.macroF1(actual, said(p)),
};

describe("metricCatalogue", () => {
  it("names each metric of the module", () => {
    for (const name of names) expect(metrics).toHaveProperty(name.replace(/^rouge.$/, "rouge"));
    expect([...Object.keys(ofTexts), ...Object.keys(ofProbabilities)].sort()).toEqual([...names].sort());
  });

  for (const [name, score] of Object.entries(ofTexts) as [MetricName, (texts: string[][]) => number][]) {
    it(`${name}: its curve is what the metric gives over all patterns of right and wrong tokens`, () => {
      for (const [right, wrong] of [
        [1, 1],
        [2, 1],
        [1, 2],
        [1, 0],
        [0, 1],
      ] as const) {
        expectClose(score(outputs(right, wrong)), metricCatalogue[name].expected(right / (right + wrong), question));
      }
    });
  }

  for (const [name, score] of Object.entries(ofProbabilities) as [MetricName, (p: number) => number][]) {
    it(`${name}: its curve is what the metric gives on these probabilities`, () => {
      for (const p of [0.05, 0.2, 0.3, 0.7, 1]) expectClose(score(p), metricCatalogue[name].expected(p, question));
    });
  }

  for (const name of names) {
    const { expected, shape, range, better } = metricCatalogue[name];
    const at = (p: number) => expected(p, question);
    const grid = Array.from({ length: 91 }, (_, i) => 0.05 + i / 100);

    it(`${name}: its curve is ${shape}`, () => {
      const bend = Math.max(...grid.map((p) => Math.abs(at(p - 0.01) - 2 * at(p) + at(p + 0.01))));
      const jump = Math.max(...[...grid, 1 / options].map((p) => Math.abs(at(p + 1e-9) - at(p - 1e-9))));
      expect(jump > 1e-6).toBe(shape === "discontinuous");
      expect(bend > 1e-9).toBe(shape !== "linear");
    });

    it(`${name}: its curve stays in its range and improves with p (but for calibration)`, () => {
      const curve = grid.map(at);
      expect(Math.min(...curve)).toBeGreaterThanOrEqual(range[0]);
      expect(Math.max(...curve)).toBeLessThanOrEqual(range[1] + 1e-12);
      const rising = curve.slice(1).every((value, i) => value >= (curve[i] as number));
      const falling = curve.slice(1).every((value, i) => value <= (curve[i] as number));
      expect(at(1)).toBe(better === "higher" ? range[1] : range[0]);
      if (name !== "expectedCalibrationError") expect(better === "higher" ? rising : falling).toBe(true);
      else expect(rising || falling).toBe(false);
    });
  }

  it("has the chance levels of a uniform guess", () => {
    const chance = (name: MetricName) => metricCatalogue[name].chance(question);
    expect(chance("multipleChoiceGrade")).toBe(metrics.multipleChoiceGrade([0, 0, 0, 0], 2));
    expect(chance("brier")).toBe(0.75);
    expectClose(chance("expectedCalibrationError"), metrics.expectedCalibrationError([[0.25, 0.25, 0.25, 0.25]], [1]));
    expectClose(chance("exactMatch"), 1 / 1024);
    expectClose(chance("tokenEditDistance"), 3.75);
    expectClose(chance("perplexity"), 4);
    // Every class answered with every class alike.
    const all = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b) => [a, b] as const));
    const [there, guessed] = [all.map(([a]) => a), all.map(([, b]) => b)];
    expectClose(chance("matthews"), metrics.matthews(there, guessed));
    expectClose(chance("macroF1"), metrics.macroF1(there, guessed));
  });

  it("has the step off the worst score that one right token in a test shows", () => {
    const questions = 24;
    const wrong = Array.from({ length: questions }, () => [..."uvwxy"]);
    const once = wrong.map((text, i) => (i === 0 ? ["1", ...text.slice(1)] : text));
    const step = (name: MetricName) => metricCatalogue[name].resolution(questions, question);
    for (const name of ["tokenEditDistance", "editDistance", "rouge1", "rougeL", "bleu"] as const) {
      const score = ofTexts[name] as (texts: string[][]) => number;
      expectClose(Math.abs(score(once) - score(wrong)), step(name), name);
    }
    const pair = wrong.map((text, i) => (i === 0 ? ["1", "2", ...text.slice(2)] : text));
    expectClose((ofTexts.rouge2 as (texts: string[][]) => number)(pair), step("rouge2"));
    const whole = wrong.map((text, i) => (i === 0 ? target : text));
    for (const name of ["exactMatch", "numericMatch"] as const) {
      expectClose((ofTexts[name] as (texts: string[][]) => number)(whole), step(name));
    }
    const answers = actual.map((_, i) => metrics.multipleChoiceGrade(row(i === 0 ? 1 : 0), 0));
    expectClose(mean(answers), step("multipleChoiceGrade"));
    const next = said(0);
    const better = next.map((label, i) => (i === 0 ? (actual[0] as number) : label));
    expectClose(metrics.matthews(actual, better) - metrics.matthews(actual, next), step("matthews"));
    expectClose(metrics.macroF1(actual, better) - metrics.macroF1(actual, next), step("macroF1"));
  });

  it("has no step where the least change of a probability shows", () => {
    const smooth = names.filter((name) => metricCatalogue[name].resolution(10, question) === 0);
    expect(smooth.sort()).toEqual(["brier", "expectedCalibrationError", "logLikelihood", "perplexity"]);
    for (const name of smooth) {
      const score = ofProbabilities[name] as (p: number) => number;
      expect(score(0.7)).not.toBe(score(0.7 + 1e-12));
    }
  });

  it("has no finite step where the targets are too short, and 0 expected", () => {
    for (const [name, tokens] of [
      ["rouge2", 1],
      ["bleu", 1],
      ["bleu", 2],
      ["bleu", 3],
    ] as const) {
      const short = { length: tokens, options: 2 };
      expect(metricCatalogue[name].resolution(10, short)).toBe(Number.POSITIVE_INFINITY);
      expect(metricCatalogue[name].expected(0.9, short)).toBe(0);
    }
  });

  it("is a number for the smallest tests, which for Matthews say one class throughout", () => {
    for (const name of names) {
      for (const [questions, choices] of [1, 2, 3, 4].flatMap((n) => [2, 3, 4].map((k) => [n, k] as const))) {
        const step = metricCatalogue[name].resolution(questions, { length: 1, options: choices });
        expect(step, `${name}, ${questions} questions`).toBeGreaterThanOrEqual(0);
      }
    }
    const [wrong, better] = [metrics.matthews([0, 1], [1, 0]), metrics.matthews([0, 1], [0, 0])];
    expect(metricCatalogue.matthews.resolution(2, { length: 1, options: 2 })).toBe(better - wrong);
  });

  it("refuses what is no probability, length, number of options or of questions", () => {
    const { expected, chance, resolution } = metricCatalogue.exactMatch;
    expect(() => expected(1.1, question)).toThrow(
      "metricCatalogue.exactMatch: probability 1.1, needs a number from 0 to 1",
    );
    expect(() => expected(0.5, { length: 0, options: 4 })).toThrow("metricCatalogue.exactMatch: tokens 0");
    expect(() => chance({ length: 1, options: 1 })).toThrow("options 1, needs a whole number from 2");
    expect(() => resolution(0, question)).toThrow("questions 0, needs a whole number from 1");
  });
});
