import { unwrap } from "@emergence/lib/core";
import { curves, fit, fitBinomial, unwrapFit } from "@emergence/lib/fit";
import { scatteredSharpness, sharpness } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 8 }, (_, i) => 20 + i / 2);
const trials = x.map(() => 500);

/** Right answers of eight models whose log odds scatter by `tau` about a rise of known width. */
function family(width: number, seed: number, tau = 0.4): number[] {
  const source = random(seed);
  return x.map((at) => {
    const odds = (Math.log(81) / width) * (at - 21.7) + tau * source.normal();
    return source.binomial(500, 1 / (1 + Math.exp(-odds)));
  });
}
const seeds = Array.from({ length: 25 }, (_, i) => i + 1);
const holds = ({ lower, upper }: { lower: number; upper: number }, width: number) => lower <= width && width <= upper;

describe("scatteredSharpness", () => {
  it("has intervals that hold the width of sharp and of wide rises, where least squares' do not", {
    tags: ["slow"],
  }, () => {
    const held = (width: number) =>
      seeds.filter((seed) => holds(unwrap(scatteredSharpness(x, family(width, seed), trials)).widthInterval, width))
        .length;
    // 25 intervals at 95 percent: fewer than 21 would come about in 1 of 140 cases.
    for (const width of [0.5, 1, 2, 4]) expect(held(width), `width ${width}`).toBeGreaterThanOrEqual(21);
    const bySquares = seeds.filter((seed) => {
      const shares = family(0.5, seed).map((count) => count / 500);
      const found = fit(curves.logistic, x, shares, { fixed: { L: 1 } });
      return found.kind === "fit" && holds(sharpness(found).widthInterval, 0.5);
    });
    expect(bySquares.length).toBeLessThan(5);
  });

  it("finds the width and the scatter that were put in", { tags: ["slow"] }, () => {
    const found = seeds.map((seed) => unwrap(scatteredSharpness(x, family(2, seed, 0.6), trials)));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(found.map((one) => one.width))).toBeCloseTo(2, 0);
    // A maximum likelihood estimate of a standard deviation from eight points with two parameters is low by about an eighth.
    expect(mean(found.map((one) => one.scatter))).toBeGreaterThan(0.42);
    expect(mean(found.map((one) => one.scatter))).toBeLessThan(0.68);
  });

  it("is the binomial fit if models do not scatter", () => {
    const counts = x.map((at) => Math.round(500 / (1 + Math.exp(-(Math.log(81) / 2) * (at - 21.7)))));
    const plain = sharpness(unwrapFit(fitBinomial(curves.logistic, x, counts, trials, { fixed: { L: 1 } })));
    const found = unwrap(scatteredSharpness(x, counts, trials));
    expect(found.width).toBeCloseTo(plain.width, 2);
    expect(found.midpoint).toBeCloseTo(plain.midpoint, 2);
    expect(found.scatter).toBeLessThan(0.05);
  });

  it("leaves the lower end open if no model stands in the rise", () => {
    const found = unwrap(scatteredSharpness(x, [0, 0, 0, 0, 500, 500, 500, 500], trials));
    expect(found.widthInterval.lower).toBe(0);
    expect(found.widthInterval.upper).toBeLessThan(1);
  });

  it("starts at chance and finds a free ceiling", () => {
    const counts = x.map((at) =>
      Math.round(20000 * (0.25 + 0.5 / (1 + Math.exp(-(Math.log(81) / 1.5) * (at - 21.5))))),
    );
    const asked = x.map(() => 20000);
    const found = unwrap(scatteredSharpness(x, counts, asked, { chance: 0.25, ceiling: "free" }));
    expect(found.width).toBeCloseTo(1.5, 1);
    expect(found.ceiling).toBeCloseTo(0.75, 2);
  });

  it("does not hang on the unit or the place of x", () => {
    const counts = family(2, 3);
    const [plain, moved] = [x, x.map((at) => 10 * at - 150)].map((at) =>
      unwrap(scatteredSharpness(at, counts, trials)),
    );
    expect((moved?.width ?? Number.NaN) / (plain?.width ?? Number.NaN)).toBeCloseTo(10, 1);
  });

  it("has no width for accuracies that fall, or for too few models", () => {
    expect(scatteredSharpness([1, 2, 3, 4], [9, 7, 4, 1], [10, 10, 10, 10]).kind).toBe("failed");
    expect(scatteredSharpness([1, 2], [1, 9], [10, 10])).toEqual({
      kind: "failed",
      reason: "2 models, needs 3 or more",
    });
  });

  it("refuses a ceiling below chance, ragged data and counts that are not whole", () => {
    expect(() => scatteredSharpness([1, 2, 3], [1, 5, 9], [10, 10, 10], { chance: 0.5, ceiling: 0.4 })).toThrow(
      'scatteredSharpness: ceiling 0.4, needs a proportion above chance (0.5) or "free"',
    );
    expect(() => scatteredSharpness([1, 2], [1, 5, 9], [10, 10, 10])).toThrow(RangeError);
    expect(() => scatteredSharpness([1, 2, 3], [1.5, 5, 9], [10, 10, 10])).toThrow(RangeError);
  });
});
