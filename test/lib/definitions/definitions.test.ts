import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as room from "@emergence/lib/definitions";
import { type Definition, definitions, type Evidence } from "@emergence/lib/definitions";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/setup/places.mjs";

const judgeOf = (id: string) => (definitions.find((one) => one.id === id) as Definition).judge;
const curve: Evidence = { scale: [1, 10, 100, 1000], score: [0, 0, 0.2, 0.9], trials: 100, chance: 0 };

describe("@emergence/lib/definitions", () => {
  it("has these public names", () => {
    expect(Object.keys(room).sort()).toEqual([
      "agreement",
      "controls",
      "definitions",
      "evidenceOf",
      "falsePositives",
      "sensitivity",
      "splitters",
      "verdictMatrix",
    ]);
  });

  it("has 25 definitions of different ids, 21 of them operational", () => {
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(25);
    expect(definitions.filter(({ operational }) => operational === true).length).toBe(21);
  });

  it("says of each what it says, from where, and why the number, or why there is none", () => {
    for (const { id, author, year, name, paraphrase, source, operational, threshold, thresholdValue } of definitions) {
      expect(year, id).toBeGreaterThan(1800);
      for (const text of [author, name, paraphrase, source]) expect(text.length, id).toBeGreaterThan(3);
      expect(paraphrase, id).toMatch(/^[A-Z].*[.]$/s);
      if (operational !== true) expect(operational.because.length, id).toBeGreaterThan(20);
      expect(threshold === undefined, id).toBe(thresholdValue === undefined);
      if (threshold !== undefined) expect(threshold.length, id).toBeGreaterThan(60);
      if (operational === true && id !== "systemsTheory") expect(thresholdValue, id).toBeDefined();
    }
  });

  it("leaves what is not operational undecided, with its reason", () => {
    for (const { operational, judge } of definitions) {
      if (operational === true) continue;
      expect(judge(curve)).toEqual({ verdict: "undecided", why: `Not operational: ${operational.because}` });
    }
  });

  it("says of an empty case that it does not apply, or that nobody said", () => {
    for (const { id, operational, judge } of definitions) {
      if (operational !== true) continue;
      expect(judge({}).verdict, id).toBe(id === "systemsTheory" ? "undecided" : "does not apply");
    }
  });

  it("takes another threshold", () => {
    const anderson = judgeOf("anderson");
    const evidence = { symmetry: { signed: [0.5, -0.5, 0.6, -0.4, 0.5, -0.6, 0.5, -0.5], units: 100 } };
    expect(anderson(evidence).verdict).toBe("yes");
    expect(anderson(evidence, { threshold: 10 }).verdict).toBe("no");
    for (const { thresholdValue, judge } of definitions)
      if (thresholdValue !== undefined) expect(judge(curve, { threshold: thresholdValue })).toEqual(judge(curve));
  });

  it.each<[why: string, evidence: unknown, message: RegExp]>([
    ["an unknown name", { ...curve, chanse: 0.25 }, /unknown option chanse, needs one of .*did you mean "chance"/],
    ["no object", 3, /evidence 3, needs an object with names such as scale, score/],
    ["a score without scale", { score: [1, 2] }, /score without a curve, needs scale and score/],
    ["ragged lists", { scale: [1, 2], score: [0] }, /2 scale but 1 score/],
    ["scales that fall", { scale: [2, 1], score: [0, 1] }, /scale\[1\] 1, needs finite numbers in increasing order/],
    [
      "a logarithm of 0",
      { scale: [0, 1], score: [0, 1], logScale: true },
      /scale\[0\] 0 with logScale, needs scales above 0/,
    ],
    [
      "percentages as shares",
      { scale: [1, 2], score: [10, 57], trials: 100 },
      /score\[0\] 10 with trials, needs a share/,
    ],
    ["trials that are no counts", { scale: [1, 2], score: [0, 1], trials: 0.5 }, /trials 0.5, needs a whole number/],
    ["trials of other scales", { scale: [1, 2], score: [0, 1], trials: [5] }, /2 scale but 1 trials/],
    ["a chance of 1", { ...curve, chance: 1 }, /chance 1, needs a number from 0 to below 1/],
    ["an error below 0", { scale: [1, 2], score: [0, 1], error: [0.1, -1] }, /error\[1\] -1, needs/],
    ["NaN", { scale: [1, 2], score: [0, Number.NaN] }, /score\[1\] is NaN/],
    ["seeds of other scales", { ...curve, seeds: [[1]] }, /4 scale but 1 seeds/],
    ["a ragged task", { ...curve, tasks: [[1]] }, /4 scale but 1 scores in tasks\[0\]/],
    ["half an example", { examples: 0.5 }, /examples 0.5, needs a whole number/],
    [
      "another word",
      { observable: "behaviour" },
      /observable "behaviour", needs one of behavior, attribute; did you mean "behavior"/,
    ],
    ["states of other widths", { micro: ["00", "000"] }, /micro\[1\] has 3 units, needs 2/],
    ["states that are none", { micro: [3, 4] }, /micro\[0\] is 3/],
    [
      "measured units",
      { micro: Array.from({ length: 50 }, (_, i) => [i / 7, 1]) },
      /unit 0 of micro has 50 different values.*quantize/,
    ],
    ["series of other lengths", { micro: ["0", "1"], macro: [1] }, /2 steps of micro but 1 of macro/],
    ["runs without a system", { runs: [0] }, /runs without a system/],
    ["runs that do not begin", { macro: [1, 2], runs: [1] }, /runs\[0\] 1, needs 0/],
    ["sides without units", { symmetry: { signed: [1] } }, /symmetry.units undefined, needs a whole number/],
  ])("refuses %s, whatever the definition", (_, evidence, message) => {
    for (const { judge } of definitions) {
      expect(() => judge(evidence as Evidence)).toThrow(message);
      expect(() => judge(evidence as Evidence)).toThrow(/^judge: /);
    }
  });

  it("refuses thresholds that are none", () => {
    expect(() => judgeOf("wei")(curve, { threshold: 1.5 })).toThrow(
      "judge: threshold 1.5, needs a level above 0 and below .5",
    );
    expect(() => judgeOf("hendrycks")(curve, { threshold: 95 })).toThrow(/^judge: threshold 95, needs/);
    expect(() => judgeOf("anderson")(curve, { threshold: Number.POSITIVE_INFINITY })).toThrow(/^judge: threshold/);
    expect(() => judgeOf("systemsTheory")(curve, { threshold: 1 })).toThrow("this definition has no threshold");
  });

  it("has a row for every definition in its README, as the code has it", () => {
    const text = readFileSync(join(root, "lib", "definitions", "README.md"), "utf8");
    for (const { id, author, year, name, operational, threshold, thresholdValue, thresholdUnit } of definitions) {
      const row = text.split("\n").find((line) => line.startsWith(`| ${id} |`));
      const limit =
        operational !== true
          ? "not operational"
          : threshold === undefined
            ? "none"
            : `${thresholdUnit} ${thresholdValue}`;
      expect(row, id).toMatch(new RegExp(`^\\| ${id} \\| ${author}, ${year} \\| ${name} \\| .* \\| ${limit} \\|$`));
    }
  });
});
