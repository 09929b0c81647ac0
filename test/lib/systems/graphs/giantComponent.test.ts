import { giantComponent } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

describe("giantComponent", () => {
  it("solves S = 1 - exp(-c S) to rounding, from c to S and, in closed form, from S to c", () => {
    for (const share of [1e-6, 0.01, 0.1, 0.5, 0.9, 0.999999]) {
      expect(Math.abs(giantComponent(-Math.log1p(-share) / share) / share - 1)).toBeLessThan(1e-9);
    }
    for (const c of [1.001, 1.2, 1.5, 2, 5, 30]) {
      const share = giantComponent(c);
      expect(Math.abs(share - 1 + Math.exp(-c * share))).toBeLessThan(1e-14);
    }
  });

  it("has the printed values .582812 at 1.5 and .796812 at 2", () => {
    expect(giantComponent(1.5)).toBeCloseTo(0.582812, 6);
    expect(giantComponent(2)).toBeCloseTo(0.796812, 6);
  });

  it("is 0 up to 1, grows as 2 (c - 1) just above, and ends at 1", () => {
    expect([0, 0.5, 1].map(giantComponent)).toEqual([0, 0, 0]);
    expect(giantComponent(1 + 1e-6) / 2e-6).toBeCloseTo(1, 4);
    expect(giantComponent(1000)).toBe(1);
  });

  it("says what it needs", () => {
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => giantComponent(bad)).toThrow(`giantComponent: meanDegree ${bad}, needs a finite number from 0`);
    }
  });
});
