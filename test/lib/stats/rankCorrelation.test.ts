import { random, rankCorrelation } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

describe("rankCorrelation", () => {
  it("is that of textbooks: 1 - 6 sum d^2 / (n (n^2 - 1)) without ties", () => {
    // Ten people, by intelligence quotient and hours of television a week; sum d^2 = 194.
    const quotient = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(quotient, hours)).toBeCloseTo(1 - (6 * 194) / (10 * 99), 12);
  });
  it("gives equal values the mean of their ranks", () => {
    // Ranks 1, 2.5, 2.5, 4 against 1 to 4: 4.5 / sqrt(4.5 * 5).
    expect(rankCorrelation([1, 2, 2, 3], [5, 6, 7, 8])).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });
  it("knows order alone: 1 for any rising function, -1 for the reverse, and no side comes first", () => {
    const source = random(3);
    const x = Array.from({ length: 40 }, () => source.normal());
    const y = x.map((value) => value + source.normal());
    expect(rankCorrelation(x, x.map(Math.exp))).toBeCloseTo(1, 12);
    expect(
      rankCorrelation(
        x,
        x.map((value) => -(value ** 3)),
      ),
    ).toBeCloseTo(-1, 12);
    expect(rankCorrelation(x, y)).toBeCloseTo(rankCorrelation(y, x), 12);
  });
  it("lies within two of its standard deviations for independent lists, 19 times in 20", () => {
    const times = 400;
    const far = Array.from({ length: times }, (_, seed) => {
      const source = random(seed);
      const list = () => Array.from({ length: 67 }, () => source.normal());
      return Math.abs(rankCorrelation(list(), list())) > 1.96 / Math.sqrt(66);
    }).filter(Boolean).length;
    expectMisses(far, times, 0.05);
  });
  it("says what it needs", () => {
    expect(() => rankCorrelation([1, 2], [1])).toThrow("rankCorrelation: x has 2 values, y 1, needs as many in both");
    expect(() => rankCorrelation([1, 2], [3, 3])).toThrow("all values of y are equal, needs some that differ");
    expect(() => rankCorrelation([1, Number.NaN], [3, 4])).toThrow(/rankCorrelation: x\[1\] is NaN/);
    expect(() => rankCorrelation("12" as never, [3, 4])).toThrow(/rankCorrelation: x/);
  });
});
