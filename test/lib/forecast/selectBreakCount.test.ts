import { unwrap } from "@emergence/lib/core";
import { curves } from "@emergence/lib/fit";
import { selectBreakCount } from "@emergence/lib/forecast";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

const x = Array.from({ length: 40 }, (_, i) => 10 ** (i / 10));
const noisy = (values: Record<string, number>, breaks: number, seed: number) => {
  const { normal } = random(seed);
  return x.map((value) => curves.brokenPowerLaw(breaks).value(value, values as never) * (1 + 0.005 * normal()));
};
const seeds = Array.from({ length: 12 }, (_, i) => i + 1);

describe("selectBreakCount", () => {
  it("finds no break in a power law for nine of ten seeds and more", { tags: ["slow"] }, () => {
    const found = seeds.map(
      (seed) =>
        unwrap(selectBreakCount(x, noisy({ a: 0.5, b: 4, c0: 0.3 }, 0, seed), { most: 2, criterion: "bic" })).breaks,
    );
    expectMisses(found.filter((breaks) => breaks !== 0).length, seeds.length, 0.1);
  });

  it("finds the one break of a law with one for nine of ten seeds and more", { tags: ["slow"] }, () => {
    const law = { a: 0.5, b: 4, c0: 0.05, c1: 0.9, d1: 200, f1: 0.3 };
    const found = seeds
      .map((seed) => unwrap(selectBreakCount(x, noisy(law, 1, seed), { most: 2, criterion: "bic" })))
      .filter(({ breaks }) => breaks === 1);
    expectMisses(seeds.length - found.length, seeds.length, 0.1);
    for (const { best } of found) expect(Math.abs(Math.log((best.parameters.d1 as number) / 200))).toBeLessThan(0.3);
  });

  it("compares what it tried, in the order of breaks, and more breaks never fit worse", () => {
    for (const seed of seeds) {
      const { fits, comparison } = unwrap(selectBreakCount(x, noisy({ a: 0.5, b: 4, c0: 0.3 }, 0, seed), { most: 2 }));
      // A break that is not there may have no place; then the law with it has no fit.
      const names = ["brokenPowerLaw(0)", "brokenPowerLaw(1)", "brokenPowerLaw(2)"];
      expect(fits.map(({ name }) => name)).toEqual(names.filter((name) => fits.some((one) => one.name === name)));
      expect(comparison.length).toBe(fits.length);
      // The best law with one break fewer is among the starts.
      for (const [i, { rss }] of fits.slice(1).entries())
        expect(rss).toBeLessThan((fits[i]?.rss as number) * (1 + 1e-6));
    }
  });

  // Caballero et al. 2023, 4-digit addition: loss over the size of the training set; the last three were not seen.
  const sizes = [160, 192, 256, 320, 384, 448, 480, 512, 544, 576, 608, 640, 672, 736, 800, 864, 928];
  const losses = [
    2.13809046, 2.11813418, 2.08955508, 2.06988398, 2.05404987, 2.03837089, 2.02814281, 2.00496872, 1.95576149,
    1.86313841, 1.70891537, 1.50637664, 1.29754721, 0.96559684, 0.75856477, 0.64768338, 0.55695445,
  ];

  it("finds the break of 4-digit addition between 500 and 700 examples", () => {
    const { best } = unwrap(selectBreakCount(sizes, losses, { most: 1, sigma: losses }));
    expect(best.name).toBe("brokenPowerLaw(1)");
    expect(best.parameters.d1 as number).toBeGreaterThan(500);
    expect(best.parameters.d1 as number).toBeLessThan(700);
  });
});
