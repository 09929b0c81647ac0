import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { sameAnswers } from "../../data/sameAnswers";

const kinds = ["transliteration", "lambada", "options"] as const;

describe("sameAnswers", () => {
  it("has four models or more in each family, by scale, each with both scores", () => {
    for (const one of kinds.flatMap((of) => sameAnswers(of))) {
      expect(one.scale.length).toBeGreaterThanOrEqual(4);
      expect(one.scale).toEqual([...one.scale].sort((a, b) => a - b));
      for (const scores of [one.sharp, one.smooth]) {
        expect(scores.length).toBe(one.scale.length);
        expect(scores.every(Number.isFinite)).toBe(true);
      }
    }
  });
  it("gives back the published perplexity", () => {
    const opt = sameAnswers("lambada").find(({ family }) => family === "OPT");
    const rows = load("open-models").filter((row) => row.family === "OPT" && row.task === "lambada_openai");
    const published = rows.filter(({ metric }) => metric === "perplexity").sort((a, b) => a.parameters - b.parameters);
    expect(opt?.smooth.map((loss) => Math.exp(-loss))).toEqual(published.map(({ value }) => expect.closeTo(value, 9)));
    // The error of a logarithm: that of the value, over the value.
    const relative = published.map(({ value, standardError }) => (standardError ?? Number.NaN) / value);
    expect(opt?.smoothErrors).toEqual(relative.map((error) => expect.closeTo(error, 12)));
    expect(sameAnswers("transliteration").map(({ smoothErrors }) => smoothErrors)).toEqual(Array(7).fill(null));
  });
  it("turns the Brier score round: of the right option, between -1 and 0", () => {
    const all = sameAnswers("options").flatMap(({ smooth }) => smooth);
    expect(Math.max(...all)).toBeLessThan(0);
    expect(Math.min(...all)).toBeGreaterThan(-1);
    expect(new Set(sameAnswers("options").map(({ task }) => task)).size).toBe(9);
  });
  it("names the answers that are there", () => {
    expect(() => sameAnswers("squad" as "lambada")).toThrow(/sameAnswers: .*squad.*lambada/);
  });
});
