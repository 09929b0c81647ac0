import { bernoulliBits, normalCdf, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const ones = (word: number) => {
  let count = 0;
  for (let bit = 0; bit < 32; bit++) count += (word >>> bit) & 1;
  return count;
};

describe("bernoulliBits", () => {
  it("falls on 1 as often as it says, within 4 standard errors, from one in a million to all but one", () => {
    for (const chance of [1e-6, 0.013, 0.25, 1 / 3, 0.5, 0.7171, 1 - 1e-6]) {
      const flip = bernoulliBits(random(7), chance);
      let heads = 0;
      for (let i = 0; i < 40_000; i++) heads += ones(flip());
      const trials = 40_000 * 32;
      expect(Math.abs(heads - trials * chance)).toBeLessThan(4 * Math.sqrt(trials * chance * (1 - chance)) + 1);
    }
  });

  it("has bits that do not follow each other: neighbors agree as often as independent ones", () => {
    const flip = bernoulliBits(random(3), 0.3);
    let both = 0;
    for (let i = 0; i < 40_000; i++) {
      const word = flip();
      both += ones(word & (word >>> 1));
    }
    const z = (both - 40_000 * 31 * 0.09) / Math.sqrt(40_000 * 31 * 0.09 * (1 - 0.09 + 2 * (0.3 - 0.09)));
    expect(normalCdf(-Math.abs(z))).toBeGreaterThan(1e-4);
  });

  it("never falls on 1 at chance 0, always at 1, and takes one word a throw at one half", () => {
    const source = random(1);
    let words = 0;
    const counted = {
      ...source,
      int32: () => {
        words++;
        return source.int32();
      },
    };
    expect(bernoulliBits(counted, 0)()).toBe(0);
    expect(bernoulliBits(counted, 1)()).toBe(-1);
    expect(words).toBe(0);
    bernoulliBits(counted, 0.5)();
    expect(words).toBe(1);
  });

  it("needs a chance between 0 and 1", () => {
    expect(() => bernoulliBits(random(1), 1.2)).toThrow("bernoulliBits: chance 1.2, needs a number from 0 to 1");
    expect(() => bernoulliBits(random(1), Number.NaN)).toThrow("bernoulliBits: chance NaN");
  });
});
