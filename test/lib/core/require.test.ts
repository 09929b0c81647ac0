import {
  requireChance,
  requireCounts,
  requireFinite,
  requireIncreasing,
  requireInside,
  requireNonNegative,
  requireOneOf,
  requirePositive,
  requireProportion,
  requireSameLength,
  requireWhole,
} from "@emergence/lib/core";
import { describe, expect, it } from "vitest";

type Check = (caller: string, name: string, value: number) => void;

describe("argument checks", () => {
  it.each<[string, Check, number[], number[], string]>([
    ["a whole number", requireWhole, [1, 2 ** 40], [0, 1.5, Number.NaN, 2 ** 60], "a whole number from 1"],
    ["a proportion", requireProportion, [0, 0.5, 1], [-0.1, 1.1, Number.NaN], "a number from 0 to 1"],
    ["a chance level", requireChance, [0, 0.99], [1, -1, Number.NaN], "a number from 0 to below 1"],
    ["a confidence", requireInside, [0.001, 0.95], [0, 1, 95, Number.NaN], "a number above 0 and below 1"],
    ["a positive number", requirePositive, [1e-9, 5], [0, -1, Number.POSITIVE_INFINITY], "a finite number above 0"],
    [
      "a number from 0",
      requireNonNegative,
      [0, 5],
      [-1, Number.NaN, Number.POSITIVE_INFINITY],
      "a finite number from 0",
    ],
    ["a finite number", requireFinite, [0, -5], [Number.NaN, Number.NEGATIVE_INFINITY], "a finite number"],
  ])("take %s and refuse others, by the caller's and the argument's name", (_, check, good, bad, needed) => {
    for (const value of good) expect(() => check("f", "x", value)).not.toThrow();
    for (const value of bad)
      expect(() => check("f", "x", value)).toThrow(new RangeError(`f: x ${value}, needs ${needed}`));
  });

  it("know what increases", () => {
    expect(() => requireIncreasing("f", "x", [])).not.toThrow();
    expect(() => requireIncreasing("f", "x", new Float64Array([-1, 0, 2]))).not.toThrow();
    for (const bad of [
      [1, 1],
      [2, 1],
      [0, Number.NaN],
      [0, Number.POSITIVE_INFINITY],
    ])
      expect(() => requireIncreasing("f", "x", bad)).toThrow(
        new RangeError(`f: x[1] ${bad[1]}, needs finite numbers in increasing order`),
      );
  });

  it("know whole numbers up to an end", () => {
    expect(() => requireWhole("f", "x", 3, 0, 3)).not.toThrow();
    expect(() => requireWhole("f", "x", 4, 0, 3)).toThrow("f: x 4, needs a whole number from 0 to 3");
  });

  it("take one word of a list", () => {
    expect(() => requireOneOf("f", "kind", "b", ["a", "b"])).not.toThrow();
    expect(() => requireOneOf("f", "kind", "c", ["a", "b"])).toThrow('f: kind "c", needs one of a, b');
  });

  it("hold lists to one length, and counts to their trials", () => {
    expect(() => requireSameLength("f", { x: [1, 2], y: [3, 4], z: "ab" })).not.toThrow();
    expect(() => requireSameLength("f", { x: [1, 2], y: [3] })).toThrow("f: 2 x but 1 y");
    expect(() => requireCounts("f", [0, 3], [1, 3])).not.toThrow();
    expect(() => requireCounts("f", [0], [1, 3])).toThrow("f: 1 successes but 2 trials");
    expect(() => requireCounts("f", [4], [3])).toThrow("f: successes[0] 4, needs a whole number from 0 to 3");
    expect(() => requireCounts("f", [0], [0])).toThrow("f: trials[0] 0, needs a whole number from 1");
  });
});
