import { bisect } from "@emergence/lib/core";
import { describe, expect, it } from "vitest";

describe("bisect", () => {
  it("ends at two neighbors about the root", () => {
    const { lower, upper } = bisect((x) => x ** 3 < 7, 1, 2);
    expect(lower).toBeLessThanOrEqual(Math.cbrt(7));
    expect(upper).toBeGreaterThanOrEqual(Math.cbrt(7));
    expect(upper - lower).toBeLessThanOrEqual(2 ** -52);
  });
  it("stops after so many halvings, or at a width", () => {
    expect(bisect((x) => x < 0.3, 0, 1, { steps: 2 })).toEqual({ lower: 0.25, upper: 0.5 });
    const { lower, upper } = bisect((x) => x < 0.3, 0, 1, { width: 0.2 });
    expect([lower, upper]).toEqual([0.25, 0.375]);
  });
  it("does not ask at the ends, and comes to one of them where nothing changes between", () => {
    const asked: number[] = [];
    const never = bisect((x) => asked.push(x) < 0, 0, 1);
    expect(never.lower).toBe(0);
    expect(asked).not.toContain(0);
    expect(asked).not.toContain(1);
    expect(bisect(() => true, 0, 1).upper).toBe(1);
  });
});
