import { unwrap } from "@emergence/lib/core";
import { curves } from "@emergence/lib/fit";
import { selectBreakCount } from "@emergence/lib/forecast";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 40 }, (_, i) => 10 ** (i / 10));
const noisy = (values: Record<string, number>, breaks: number, seed: number) => {
  const { normal } = random(seed);
  return x.map((value) => curves.brokenPowerLaw(breaks).value(value, values as never) * (1 + 0.005 * normal()));
};
const seeds = Array.from({ length: 12 }, (_, i) => i + 1);

describe("selectBreakCount", () => {
  it("finds no break in a power law for at least 9 of 12 seeds", () => {
    const found = seeds.map(
      (seed) =>
        unwrap(selectBreakCount(x, noisy({ a: 0.5, b: 4, c0: 0.3 }, 0, seed), { most: 2, criterion: "bic" })).breaks,
    );
    expect(found.filter((breaks) => breaks === 0).length).toBeGreaterThanOrEqual(9);
  });

  it("finds the one break of a law with one for at least 11 of 12 seeds", () => {
    const law = { a: 0.5, b: 4, c0: 0.05, c1: 0.9, d1: 200, f1: 0.3 };
    const found = seeds
      .map((seed) => unwrap(selectBreakCount(x, noisy(law, 1, seed), { most: 2, criterion: "bic" })))
      .filter(({ breaks }) => breaks === 1);
    expect(found.length).toBeGreaterThanOrEqual(11);
    for (const { best } of found) expect(Math.abs(Math.log((best.parameters.d1 as number) / 200))).toBeLessThan(0.3);
  });

  it("compares what it tried, best criterion first, and more breaks never fit worse", () => {
    const { fits, comparison } = unwrap(selectBreakCount(x, noisy({ a: 0.5, b: 4, c0: 0.3 }, 0, 6), { most: 2 }));
    expect(fits.map(({ name }) => name)).toEqual(["brokenPowerLaw(0)", "brokenPowerLaw(1)", "brokenPowerLaw(2)"]);
    expect(comparison.length).toBe(3);
    for (const i of [1, 2]) expect(fits[i]?.rss).toBeLessThanOrEqual((fits[i - 1]?.rss as number) * (1 + 1e-9));
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
