import { transitionCurve } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const means = (sample: Parameters<typeof transitionCurve>[0], options: Parameters<typeof transitionCurve>[1]) =>
  transitionCurve(sample, options).y.map(({ mean }) => mean);

describe("transitionCurve", () => {
  it("counts what has changed, whatever the order, with binomial errors", () => {
    const { name, y } = transitionCurve({ size: 8, values: [4, 1, 3, 2] }, { at: [0, 1, 2.5, 9] });
    expect(name).toBe("size 8");
    expect(y.map(({ mean }) => mean)).toEqual([0, 0.25, 0.5, 1]);
    expect(y.map(({ standardError }) => standardError)).toEqual([0, Math.sqrt(0.1875 / 4), 0.25, 0]);
  });
  it("gives what has not changed as the rest", () => {
    expect(means({ size: 8, values: [4, 1, 3, 2] }, { at: [0, 1, 2.5, 9], unchanged: true })).toEqual([
      1, 0.75, 0.5, 0,
    ]);
  });
  it("makes one curve of sizes whose width falls as size^-w", () => {
    const quantiles = Array.from({ length: 99 }, (_, i) => (i + 1) / 100 - 0.5);
    const sizes = [16, 64, 256].map((size) => ({ size, values: quantiles.map((q) => 3 + q / size ** 0.75) }));
    const at = [-0.405, -0.105, 0.205];
    for (const sample of sizes)
      expect(means(sample, { at, center: 3, power: 0.75 })).toEqual(
        means(sizes[0] as (typeof sizes)[0], { at, center: 3, power: 0.75 }),
      );
  });
  it("refuses samples that are none", () => {
    expect(() => transitionCurve({ size: 1, values: [] }, { at: [1] })).toThrow(
      "transitionCurve: a sample of 0 values, needs at least 1",
    );
    expect(() => transitionCurve({ size: 0, values: [1] }, { at: [1] })).toThrow(/^transitionCurve: size 0/);
    expect(() => transitionCurve({ size: 1, values: [Number.NaN] }, { at: [1] })).toThrow(/^transitionCurve: values/);
  });
});
