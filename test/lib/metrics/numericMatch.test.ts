import { numericMatch } from "@emergence/lib/metrics";
import { describe, expect, it } from "vitest";

describe("numericMatch", () => {
  it("takes what lies within a tenth of the target, itself included, on both sides", () => {
    const outputs = [89.9, 90, 100, 110, 110.1];
    expect(outputs.map((output) => numericMatch(output, 100))).toEqual([0, 1, 1, 1, 0]);
    expect(outputs.map((output) => numericMatch(-output, -100))).toEqual([0, 1, 1, 1, 0]);
    expect(numericMatch(100, -100)).toBe(0);
  });

  it("reads texts that are a number as a whole", () => {
    for (const text of ["7", " 7\n", "+7", "7.", "7.0", "70e-1", ".7E1"]) expect(numericMatch(text, 7), text).toBe(1);
    for (const text of ["", " ", "7 apples", "about 7", "7,0", "0x7", "seven", "--7", "Infinity", "."])
      expect(numericMatch(text, 7), text).toBe(0);
  });

  it("meets a target of 0 by 0 alone", () => {
    expect([numericMatch("0", 0), numericMatch("-0.0", 0), numericMatch(1e-12, 0)]).toEqual([1, 1, 0]);
  });

  it("takes any of several targets, and the error it is told", () => {
    expect(numericMatch(42, Object.freeze([10, 40]))).toBe(1);
    expect(numericMatch(42, [10, 40], { relativeError: 0.01 })).toBe(0);
    expect(numericMatch(40, 40, { relativeError: 0 })).toBe(1);
    expect(numericMatch(Number.NaN, 40)).toBe(0);
  });

  it("refuses targets and errors that are none", () => {
    expect(() => numericMatch(1, Number.NaN)).toThrow("numericMatch: target NaN, needs a number");
    expect(() => numericMatch(1, [])).toThrow("numericMatch: no target");
    expect(() => numericMatch(1, 1, { relativeError: -0.1 })).toThrow("numericMatch: relative error -0.1");
  });
});
