import { random } from "@emergence/lib/stats";
import { randomKSat, satisfiabilityCurve, satisfiabilityRun, satisfiable, satThresholds } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { farthest, off, together } from "../../chance";
import { breaking } from "../agreement";

describe("randomKSat", () => {
  it("draws k distinct variables a clause, all equally often, half of them negated", () => {
    const { clauses } = randomKSat({ variables: 10, ratio: 3000, k: 3, seed: 1 });
    const counts = new Map<number, number>();
    for (const clause of clauses) {
      expect(new Set(clause.map(Math.abs)).size).toBe(3);
      for (const literal of clause) counts.set(literal, (counts.get(literal) ?? 0) + 1);
    }
    expect(counts.size).toBe(20);
    // 90,000 literals of 20 kinds.
    for (const count of counts.values()) expect(Math.abs(count - 4500)).toBeLessThan(4 * Math.sqrt(4500));
  });

  it("begins with the same clauses at a higher ratio", () => {
    const [few, many] = [1, 2].map((ratio) => randomKSat({ variables: 20, ratio, k: 3, seed: 5 }).clauses);
    expect(many?.slice(0, 20)).toEqual(few);
  });

  it("says what it needs", () => {
    expect(() => randomKSat({ variables: 2, ratio: 1, k: 3, seed: 1 })).toThrow(
      "randomKSat: variables 2, needs a whole number from 3",
    );
    expect(() => randomKSat({ variables: 5, ratio: -1, k: 3, seed: 1 })).toThrow(
      "randomKSat: ratio -1, needs a finite number from 0",
    );
    expect(() => randomKSat({ variables: 5, ratio: 1, k: 0, seed: 1 })).toThrow(
      "randomKSat: k 0, needs a whole number from 1",
    );
  });
});

describe("satisfiabilityCurve", () => {
  it("has the share of satisfiable formulas of two variables and two clauses, by counting", () => {
    // Two clauses of one literal each: they are at odds in 4 of 16 ways.
    const literals = [1, -1, 2, -2];
    const pairs = literals.flatMap((a) => literals.map((b) => [[a], [b]]));
    const exact = pairs.filter((clauses) => satisfiable({ variables: 2, clauses })).length / pairs.length;
    expect(exact).toBe(0.75);
    const { share } = satisfiabilityRun({ variables: 2, ratio: 1, k: 1, replicates: 4000, seed: 1 });
    expect(Math.abs(share.mean - exact)).toBeLessThan(3 * share.standardError);
  });

  it("falls from 1 to 0 over the ratio while the effort peaks between", () => {
    const rows = satisfiabilityCurve({ variables: 80, ratios: [2, 4.5, 9], k: 3, replicates: 40, seed: 2 });
    const [low, middle, high] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
    expect([low.share.mean, high.share.mean]).toEqual([1, 0]);
    expect(middle.medianEffort).toBeGreaterThan(1.5 * high.medianEffort);
    expect([low.medianEffort, low.effort.mean]).toEqual([0, 0]);
    expect(low.share.lower).toBeGreaterThan(0.9);
    expect(low.share.upper).toBe(1);
  });

  it("gives the same for the same seed, and says what it needs", () => {
    const options = { variables: 20, ratio: 4.5, k: 3, replicates: 10, seed: 1 };
    expect(satisfiabilityRun(options)).toEqual(satisfiabilityRun(options));
    expect(() => satisfiabilityRun({ ...options, replicates: 1 })).toThrow(
      "satisfiabilityRun: replicates 1, needs a whole number from 2",
    );
  });
});

describe("satThresholds", () => {
  it("says where each sequence of clauses breaks: one clause earlier it held", () => {
    const ratios = satThresholds({ variables: 15, k: 3, replicates: 20, seed: 6 });
    expect([...ratios].sort((a, b) => a - b)).toEqual(ratios);
    for (const ratio of ratios) expect(Math.abs(15 * ratio - Math.round(15 * ratio))).toBeLessThan(1e-9);
    // One by one, for the first sequence, whose seed is the first word of the stream.
    const seed = random(6).int32();
    const own = satThresholds({ variables: 15, k: 3, replicates: 1, seed: 6 })[0] as number;
    const holds = (clauses: number) => satisfiable(randomKSat({ variables: 15, ratio: clauses / 15, k: 3, seed }));
    const last = Math.round(15 * own);
    for (let clauses = 0; clauses < last + 10; clauses++) expect(holds(clauses)).toBe(clauses < last);
    expect(ratios).toContain(own);
  });

  it("has the same share as formulas drawn anew", () => {
    const ratios = satThresholds({ variables: 30, k: 3, replicates: 400, seed: 1 });
    const { share } = satisfiabilityRun({ variables: 30, ratio: 4.5, k: 3, replicates: 400, seed: 2 });
    const held = ratios.filter((ratio) => ratio > 4.5 + 1e-9).length / 400;
    expect(Math.abs(held - share.mean)).toBeLessThan(3 * Math.SQRT2 * share.standardError);
  });

  it("crosses near 1 for 2-SAT and narrows as n^(-1/3), which is exact in the limit", () => {
    const pairs = [1, 3, 5].map((seed) => breaking(2, [100, 1000], seed));
    const crossing = together(pairs.map((pair) => pair.crossing));
    expect(crossing.standardError).toBeLessThan(0.04);
    expect(Math.abs(crossing.mean - 1)).toBeLessThan(0.1);
    expect(off(together(pairs.map((pair) => pair.widthExponent)), 1 / 3)).toBeLessThan(farthest());
  });

  // 4.17 +- .05 is secondary: table 1 of Kirkpatrick & Selman 1994, Science 264, 1297, as another reader quotes it; the print itself
  // we have not had in hand. By that quotation the .05 is "the range of each parameter over which the best fits were obtained", for 12 to
  // 100 variables, and so no standard error: only the error of our own crossing may carry it beyond.
  it("crosses for 3-SAT within 4.17 +- .05, where formulas of 12 to 100 variables were seen to cross", {
    tags: ["slow"],
  }, () => {
    const crossing = together([1, 3, 5].map((seed) => breaking(3, [20, 80], seed).crossing));
    expect(crossing.standardError).toBeLessThan(0.05);
    const beyond = Math.max(0, Math.abs(crossing.mean - 4.17) - 0.05);
    expect(beyond / crossing.standardError).toBeLessThan(farthest());
  });
});
