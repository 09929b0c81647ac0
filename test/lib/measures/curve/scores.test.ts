import { familiesByFlops, load } from "@emergence/data";
import { breakthroughness, linearity, schaefferScore, straightLineScore } from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

const scoreOf = (y: readonly number[]): number => {
  const score = schaefferScore(Object.freeze([...y]));
  return score.kind === "score" ? score.value : Number.NaN;
};

const transliteration = (family: string) => {
  const found = familiesByFlops(load("obscaling-emergent")).find((one) => one.family === family)?.rows ?? [];
  return { exact: found.map((row) => row.ipaExactMatch as number), bleu: found.map((row) => row.ipaBleu as number) };
};

const lambada = (metric: string) =>
  load("open-models")
    .filter((row) => row.family === "OPT" && row.task === "lambada_openai" && row.metric === metric)
    .sort((a, b) => a.parameters - b.parameters)
    .map(({ value }) => value);

describe("the published facts on transliteration", () => {
  it("OPT: exact match is infinite and rests on two models, BLEU scores 25.03", () => {
    const { exact, bleu } = transliteration("OPT");
    expect(schaefferScore(exact)).toEqual({ kind: "score", value: Infinity, infinite: true, sign: 1 });
    expect(exact.filter((value) => value > 0).length).toBe(2);
    expect(scoreOf(bleu).toFixed(2)).toBe("25.03");
  });

  it("Pythia: exact match is flat, which is no score, BLEU scores 12.79", () => {
    const { exact, bleu } = transliteration("Pythia");
    const flat = schaefferScore(exact);
    expect(flat.kind === "failed" && flat.reason).toMatch(/flat: all 8 scores are 0/);
    expect(scoreOf(bleu).toFixed(2)).toBe("12.79");
  });
});

describe("the published facts on LAMBADA, OPT over eight sizes", () => {
  it("accuracy 8.75, minus perplexity 26.2, minus log perplexity 11.2, a line 7", () => {
    expect(lambada("accuracy").length).toBe(8);
    expect(scoreOf(lambada("accuracy")).toFixed(2)).toBe("8.75");
    expect(scoreOf(lambada("perplexity").map((value) => -value)).toFixed(1)).toBe("26.2");
    expect(scoreOf(lambada("perplexity").map((value) => -Math.log(value))).toFixed(1)).toBe("11.2");
    expect(straightLineScore(8)).toBe(7);
  });
});

describe("schaefferScore and breakthroughness", () => {
  it("give a straight line k - 1, whatever its slope and offset", () => {
    for (const k of [3, 4, 7, 12]) {
      const line = Array.from({ length: k }, (_, i) => 0.3 - 0.1 * i);
      expect(scoreOf(line)).toBeCloseTo(-straightLineScore(k), 10);
    }
  });

  it("take the mean of the two middle squares of an even count of steps", () => {
    expect(scoreOf([0, 1, 2, 4, 8])).toBeCloseTo(8 / Math.sqrt((1 + 4) / 2), 12);
  });

  it("are infinite with the sign of the change where most steps are 0, rounding counted as 0", () => {
    expect(breakthroughness([1, 1, 1, 0])).toEqual({ kind: "score", value: -Infinity, infinite: true, sign: -1 });
    expect(scoreOf([0.3, 0.1 + 0.2, 0.3, 0.9])).toBe(Infinity);
  });

  it("do not depend on the unit of y", () => {
    const y = [0.1, 0.15, 0.4, 0.35, 0.8];
    expect(scoreOf(y.map((value) => 100 * value - 7))).toBeCloseTo(scoreOf(y), 10);
    expect(scoreOf(y.map((value) => -value))).toBeCloseTo(-scoreOf(y), 10);
  });

  it("say what they got and what they need", () => {
    expect(() => schaefferScore([1, 2])).toThrow("schaefferScore: 2 scores, needs at least 3");
    expect(() => breakthroughness([1, Number.NaN, 2])).toThrow("breakthroughness: score 1 NaN, needs a finite number");
    expect(() => straightLineScore(2.5)).toThrow("straightLineScore: scales 2.5");
  });
});

describe("linearity", () => {
  it("is 1 for a rising line, -1 for a falling one, 0 for a flat curve, 1 / sqrt(n) for one jump in n steps", () => {
    expect(linearity([1, 2, 3, 4, 5])).toBeCloseTo(1, 12);
    expect(linearity([5, 3, 1])).toBeCloseTo(-1, 12);
    expect(linearity([2, 2, 2])).toBe(0);
    expect(linearity([0, 0, 0, 0, 0, 0, 0, 0, 0, 7])).toBeCloseTo(1 / 3, 12);
  });

  it("lies between -1 and 1", () => {
    expect(Math.abs(linearity([0.1, 0.9, -0.4, 3, 2.9]))).toBeLessThan(1);
  });
});
