import { sidesOverSeeds } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../../chance";

const ten = (mean: number, seed: number): number[] => {
  const source = random(seed);
  return Array.from({ length: 10 }, () => mean + 0.01 * source.normal());
};

describe("sidesOverSeeds", () => {
  it("tells above from below and leaves the rest open, each in its place", () => {
    const curves = [
      [ten(0.6, 1), ten(0.4, 2), [0.5, 0.5, 0.5]],
      [ten(0.2, 3), [0.49, 0.51], ten(0.9, 4)],
    ];
    expect(sidesOverSeeds(curves, 0.5)).toEqual([
      [1, -1, 0],
      [-1, 0, 1],
    ]);
  });
  it("is the textbook's test for a single curve: ten patients' sleep, t = 4.06, p = .0028", () => {
    const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]; // Student 1908
    expect(sidesOverSeeds([[gained]], 0, { fdr: 0.0029 })).toEqual([[1]]);
    expect(sidesOverSeeds([[gained]], 0, { fdr: 0.0028 })).toEqual([[0]]);
  });
  it("corrects for how often is asked: one such sign among twenty questions is believed no more", () => {
    const borderline = [1, 2, 3, 0.2, 2.2, -0.4, 1.5, -0.8, 1, -0.1]; // t 2.5 of 9 degrees of freedom
    expect(sidesOverSeeds([[borderline]], 0)).toEqual([[1]]);
    const coins = Array.from({ length: 19 }, () => [1, -1, 2, -2, 0.5, -0.5, 1, -1, 3, -3]);
    expect(sidesOverSeeds([[borderline, ...coins]], 0)[0]?.[0]).toBe(0);
  });
  it("finds nothing in tables without anything, but for one in twenty", () => {
    const tables = 200;
    const found = Array.from({ length: tables }, (_, i) =>
      sidesOverSeeds([Array.from({ length: 20 }, (_, j) => ten(0.5, 1000 * i + j))], 0.5)
        .flat()
        .some((side) => side !== 0),
    ).filter(Boolean).length;
    expectMisses(found, tables, 0.05);
  });
  it("says what it needs", () => {
    expect(() => sidesOverSeeds([], 0.5)).toThrow("sidesOverSeeds: no curves, needs at least one");
    expect(() => sidesOverSeeds([[[0.5]]], 0.5)).toThrow("sidesOverSeeds: 1 values, needs at least two");
    expect(() => sidesOverSeeds([[[0.5, 0.6]]], Number.NaN)).toThrow(/sidesOverSeeds: level NaN/);
    expect(() => sidesOverSeeds([0.5] as never, 0.5)).toThrow(/sidesOverSeeds: scores\[0\]/);
    expect(() => sidesOverSeeds([[[0.5, 0.6]]], 0.5, { rate: 1 } as never)).toThrow(/unknown option rate/);
  });
});
