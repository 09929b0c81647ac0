import { blockMean, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

describe("blockMean", () => {
  it("knows the error of an autoregressive series, whose neighbors make it sqrt((1 + a) / (1 - a)) times that of independent values", () => {
    const [a, n] = [0.9, 200_000];
    const { normal } = random(5);
    const series = new Float64Array(n);
    for (let i = 1; i < n; i++) series[i] = a * (series[i - 1] as number) + normal();
    const exact = 1 / (1 - a) / Math.sqrt(n);
    const { mean, standardError } = blockMean(series, { blocks: 100 });
    expect(Math.abs(mean)).toBeLessThan(4 * exact);
    // 100 blocks know it to 7 percent.
    expect(Math.abs(standardError / exact - 1)).toBeLessThan(0.2);
  });

  it("is the textbook's standard error where each sample is its own block", () => {
    expect(blockMean([1, 2, 3, 4], { blocks: 4 }).standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4), 12);
  });

  it("needs two samples, all finite", () => {
    expect(() => blockMean([1])).toThrow("blockMean: 1 samples, needs at least 2");
    expect(() => blockMean([1, Number.NaN])).toThrow("blockMean: samples[1] NaN, needs a finite number");
  });
});
