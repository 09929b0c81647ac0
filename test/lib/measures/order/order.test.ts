import { binderCumulant, orderParameter, susceptibility } from "@emergence/lib/measures";
import { random, studentQuantile } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const normals = (n: number, seed: number) => {
  const source = random(seed);
  return Array.from({ length: n }, () => source.normal());
};

describe("measures of order", () => {
  it("Binder cumulant of a normal distribution is 0, by its 4 lowest moments exactly and by samples within 4 errors", () => {
    // Gauss-Hermite with 3 nodes is exact to the fifth moment: 0 with weight 2/3, +-sqrt(3) with 1/6 each.
    const nodes = [0, 0, 0, 0, Math.sqrt(3), -Math.sqrt(3)];
    expect(binderCumulant(nodes).mean).toBeCloseTo(0, 12);
    const { mean, standardError } = binderCumulant(normals(40_000, 1));
    expect(Math.abs(mean)).toBeLessThan(4 * standardError);
    // The kurtosis of n normal numbers has variance 24 / n; an error from 20 blocks is itself known to 16 %.
    const truth = Math.sqrt(24 / 40_000) / 3;
    expect(Math.abs(standardError / truth - 1)).toBeLessThan(0.5);
  });

  it("Binder cumulant of two deltas is 2/3, whatever their place, with error 0", () => {
    const { mean, standardError } = binderCumulant(Array.from({ length: 100 }, (_, i) => (i % 2 ? 0.3 : -0.3)));
    expect(mean).toBeCloseTo(2 / 3, 12);
    expect(standardError).toBeCloseTo(0, 12);
  });

  it("susceptibility of normal m of variance T / N: 1 - 2 / pi with |m|; the order parameter is sqrt(2 T / (pi N))", () => {
    const [size, temperature] = [400, 2.5];
    const m = normals(40_000, 2).map((z) => z * Math.sqrt(temperature / size));
    const chi = susceptibility(m, { size, temperature });
    expect(Math.abs(chi.mean - (1 - 2 / Math.PI))).toBeLessThan(4 * chi.standardError);
    const order = orderParameter(m);
    expect(Math.abs(order.mean - Math.sqrt((2 * temperature) / (Math.PI * size)))).toBeLessThan(
      4 * order.standardError,
    );
  });

  it("error of a mean is the spread of the samples over root n where each sample is a block", () => {
    const samples = [1, 2, 4, 7, 11];
    const variance = samples.reduce((sum, x) => sum + (x - 5) ** 2, 0) / 4;
    expect(orderParameter(samples, { blocks: 5 }).standardError).toBeCloseTo(Math.sqrt(variance / 5), 12);
  });

  it("error grows to the true one with the length of a block where neighbors are alike", () => {
    const source = random(3);
    let m = 0;
    const rho = 0.95;
    const samples = Array.from({ length: 100_000 }, () => {
      m = rho * m + Math.sqrt(1 - rho * rho) * source.normal();
      return m + 10;
    });
    const truth = Math.sqrt((1 + rho) / (1 - rho) / samples.length);
    expect(orderParameter(samples, { blocks: samples.length }).standardError).toBeLessThan(0.25 * truth);
    expect(Math.abs(orderParameter(samples, { blocks: 100 }).standardError / truth - 1)).toBeLessThan(0.25);
  });

  it("covers the truth: 95 % of Student's intervals hold it, within what 1,000 of them allow", () => {
    const width = studentQuantile(0.975, 19);
    let held = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const { mean, standardError } = binderCumulant(normals(2000, seed));
      if (Math.abs(mean) < width * standardError) held++;
    }
    expect(held / 1000).toBeGreaterThan(0.92);
    expect(held / 1000).toBeLessThan(0.97);
  });

  it("does not change its input, takes typed arrays, and uses samples that fill no block", () => {
    const samples = Object.freeze([1, -2, 3, -4, 5, -6, 7]);
    expect(orderParameter(samples, { blocks: 3 }).mean).toBe(4);
    expect(orderParameter(Float64Array.from(samples), { blocks: 3 })).toEqual(orderParameter(samples, { blocks: 3 }));
  });

  it("throws on too little, on what is not finite, and on impossible options", () => {
    expect(() => orderParameter([1])).toThrow("orderParameter: 1 samples, needs at least 2");
    expect(() => binderCumulant([1, Number.NaN])).toThrow("binderCumulant: samples[1] NaN");
    expect(() => binderCumulant([0, 0, 0])).toThrow(
      "binderCumulant: the samples of all blocks, or of all but one, are 0",
    );
    expect(() => orderParameter([1, 2, 3], { blocks: 4 })).toThrow("blocks 4, needs a whole number from 2 to 3");
    expect(() => susceptibility([1, 2], { size: 0, temperature: 1 })).toThrow("size 0, needs a finite number above 0");
    expect(() => susceptibility([1, 2], { size: 4, temperature: -1 })).toThrow("temperature -1");
  });
});
