import { informationalClosure } from "@emergence/lib/measures";
import { closureRun, glauberChain } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const error = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1));

describe("closureRun", () => {
  it.each([
    ["stationary", undefined],
    ["uniform", Number.POSITIVE_INFINITY],
  ] as const)("of 3 x 3 is the exact sum over 512 states within four standard errors, %s", (inputs, drawnAt) => {
    for (const temperature of [2.5, 4]) {
      const { tpm, groups } = glauberChain({ spins: 9, coupling: "torus", temperature });
      const exact = informationalClosure(tpm, groups, { inputs });
      const found = Array.from({ length: 20 }, (_, seed) => {
        const { value, used } = closureRun({
          size: 3,
          temperature,
          seed,
          states: 2000,
          ...(drawnAt ? { drawnAt } : {}),
        });
        expect(used).toBeGreaterThan(0.999);
        return value;
      });
      expect(Math.abs(mean(found) - exact)).toBeLessThan(4 * error(found));
    }
  });
  it("throws on options out of range", () => {
    expect(() => closureRun({ size: 2, temperature: 1, seed: 1 })).toThrow("closureRun: size 2");
    expect(() => closureRun({ size: 4, temperature: 0, seed: 1 })).toThrow("closureRun: temperature 0");
    expect(() => closureRun({ size: 4, temperature: 1, seed: 1, drawnAt: -1 })).toThrow(
      "closureRun: drawnAt -1, needs a number above 0, or Infinity",
    );
  });
});
