import * as measures from "@emergence/lib/measures";
import { distribution, entropy, fromSamples, outcomesOf, specimens } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const byName = { ...measures } as unknown as Record<string, typeof entropy>;

describe("specimens have the values printed for them", () => {
  const table = [
    ["XOR", specimens.xor(), { totalCorrelation: 1, dualTotalCorrelation: 2, oInformation: -1, coInformation: -1 }],
    ["giant bit of 5", specimens.giantBit(5), { oInformation: 3, sInformation: 5, coInformation: 1 }],
    ["parity of 5", specimens.parity(5), { oInformation: -3, sInformation: 5, totalCorrelation: 1 }],
    ["parity of 4, in both signs", specimens.parity(4), { coInformation: 1, interactionInformation: 1 }],
    ["parity of 5, in both signs", specimens.parity(5), { coInformation: -1, interactionInformation: 1 }],
    ["dyadic", specimens.dyadic(), { entropy: 3, totalCorrelation: 3, dualTotalCorrelation: 3, coInformation: 0 }],
    ["triadic", specimens.triadic(), { entropy: 3, totalCorrelation: 3, dualTotalCorrelation: 3, coInformation: 0 }],
    ["independent bits", specimens.independent(4), { entropy: 4, sInformation: 0, tseComplexity: 0 }],
  ] as const;
  for (const [name, d, values] of table) {
    it(name, () => {
      for (const [measure, value] of Object.entries(values)) {
        expect(byName[measure]?.(d)).toBeCloseTo(value, 12);
      }
    });
  }

  it("each is a distribution of as many variables as it says", () => {
    expect(specimens.parity(6).names.length).toBe(6);
    expect(outcomesOf(specimens.giantBit(3))).toEqual([
      ["0", "0", "0"],
      ["1", "1", "1"],
    ]);
    expect(() => specimens.parity(1)).toThrow("specimens.parity: variables 1, needs a whole number from 2 to 20");
  });
});

describe("distribution", () => {
  it("takes strings and rows of symbols, and names", () => {
    const d = distribution(
      [
        ["rain", 1],
        ["sun", 0],
      ],
      [0.25, 0.75],
      { names: ["weather", "umbrella"] },
    );
    expect(measures.mutualInformation(d, "weather", ["umbrella"])).toBeCloseTo(entropy(d), 12);
    expect(entropy(d, { groups: ["weather"] })).toBeCloseTo(0.811278124459133, 12);
  });

  it("leaves out outcomes of probability 0, and changes nothing that it is given", () => {
    const outcomes = Object.freeze(["00", "01", "11"]);
    const probabilities = Object.freeze([0.5, 0, 0.5]);
    expect(outcomesOf(distribution(outcomes, probabilities)).length).toBe(2);
  });

  it("says what is wrong", () => {
    expect(() => distribution(["0", "1"], [0.5, 0.4])).toThrow("distribution: probabilities add up to 0.9, need 1");
    expect(() => distribution(["0", "1"], [3, 5])).toThrow("add up to 8, need 1: divide each by their sum");
    expect(() => entropy("0110" as never)).toThrow('entropy: distribution "0110", needs one made by');
    expect(() => distribution(["0", "1"], [1.5, -0.5])).toThrow("distribution: probability -0.5 at 1");
    expect(() => distribution(["0", "1"], [Number.NaN, 1])).toThrow("probabilities[0] is NaN");
    expect(() => distribution(["0", "1"], [1])).toThrow("distribution: 2 outcomes but 1 probabilities");
    expect(() => distribution(["00", "1"], [0.5, 0.5])).toThrow("outcome 1 has 1 symbols, needs 2");
    expect(() => distribution(["00", "11", "00"], [0.5, 0.25, 0.25])).toThrow('outcome "00" occurs twice');
    expect(() => distribution([], [])).toThrow(/distribution: /);
    expect(() => distribution(["00"], [1], { names: ["a", "a"] })).toThrow(/needs 2 different names/);
    expect(() => entropy(specimens.xor(), { groups: [3] })).toThrow("entropy: no variable 3, needs one of 0, 1, 2");
    expect(() => measures.mutualInformation(specimens.xor(), "x", 1)).toThrow('mutualInformation: no variable "x"');
    expect(() => entropy(specimens.xor(), { unit: "bans" as "bits" })).toThrow('entropy: unit "bans"');
  });
});

describe("fromSamples", () => {
  it("counts, and its entropy is too low by about (outcomes - 1) / (2 n) nats", () => {
    const source = random(3);
    const runs = 400;
    let short = 0;
    for (let run = 0; run < runs; run++) {
      const rows = Array.from({ length: 200 }, () => String(source.integer(0, 7)));
      short += (Math.log(8) - entropy(fromSamples(rows), { unit: "nats" })) / runs;
    }
    expect(Math.abs(short - 7 / 400)).toBeLessThan(0.0015);
  });

  it("throws on rows of different lengths", () => {
    expect(() => fromSamples([[1, 2], [1]])).toThrow("fromSamples: outcome 1 has 1 symbols, needs 2 as the first has");
  });
});

describe("many variables", () => {
  it("reads 40 variables of 500 samples, whose joint outcomes no array could hold", () => {
    const source = random(8);
    const rows = Array.from({ length: 500 }, () => {
      const bit = source.integer(0, 1);
      return Array.from({ length: 40 }, (_, v) => (v < 20 ? bit : source.integer(0, 2)));
    });
    const d = fromSamples(rows);
    expect(entropy(d, { groups: [Array.from({ length: 20 }, (_, v) => v)] })).toBeCloseTo(
      entropy(d, { groups: [0] }),
      12,
    );
    expect(entropy(d)).toBeCloseTo(Math.log2(500), 2);
  });

  it("O-information of a parity of 16 variables, 32,768 outcomes", () => {
    expect(measures.oInformation(specimens.parity(16))).toBeCloseTo(-14, 9);
  });
});
