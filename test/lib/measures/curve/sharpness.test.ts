import { curves, type FailedFit, fit, fitBinomial, unwrapFit } from "@emergence/lib/fit";
import { sharpness } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 15 }, (_, i) => 18 + 0.5 * i);

function noisy(value: (x: number) => number, size: number, seed: number): number[] {
  const source = random(seed);
  return x.map((at) => value(at) + size * source.normal());
}

describe("sharpness", () => {
  it("of a logistic curve is ln 81 / k wide and L k / 4 steep", () => {
    const truth = { L: 0.8, k: 2, x0: 21 };
    const result = sharpness(
      unwrapFit(
        fit(
          curves.logistic,
          x,
          noisy((at) => curves.logistic.value(at, truth), 1e-6, 1),
        ),
      ),
    );
    expect(result.width).toBeCloseTo(Math.log(81) / 2, 4);
    expect(result.slope).toBeCloseTo(0.4, 4);
    expect(result.midpoint).toBeCloseTo(21, 4);
  });

  it("reads width and slope off the curve itself, for each curve it takes", () => {
    const levels = {
      logistic: { L: 0.8, k: 1.5, x0: 21 },
      logistic4: { floor: 0.25, L: 0.9, k: 1.5, x0: 21 },
      gompertz: { L: 0.8, k: 1.5, x0: 21 },
    };
    for (const name of ["logistic", "logistic4", "gompertz"] as const) {
      const truth = levels[name] as Record<string, number> as never;
      const at = (place: number) => curves[name].value(place, truth);
      const fitted = fit(curves[name], x, noisy(at, 1e-7, 2)) as never;
      const { width, midpoint, slope } = sharpness(fitted);
      const floor = name === "logistic4" ? 0.25 : 0;
      const share = (place: number) => (at(place) - floor) / ((name === "logistic4" ? 0.9 : 0.8) - floor);
      expect(share(midpoint)).toBeCloseTo(0.5, 5);
      expect(slope).toBeCloseTo((at(midpoint + 1e-4) - at(midpoint - 1e-4)) / 2e-4, 5);
      // The two ends lie `width` apart.
      const ends = [0.1, 0.9].map((goal) => {
        let [low, high] = [10, 40];
        for (let i = 0; i < 60; i++) {
          const middle = (low + high) / 2;
          if (share(middle) < goal) low = middle;
          else high = middle;
        }
        return low;
      });
      expect(width).toBeCloseTo((ends[1] as number) - (ends[0] as number), 4);
    }
  });

  it("holds the true width and slope in about 19 of 20 intervals", () => {
    const truth = { L: 0.9, k: 1.6, x0: 21.3 };
    let [widths, slopes] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const fitted = fit(
        curves.logistic,
        x,
        noisy((at) => curves.logistic.value(at, truth), 0.03, seed),
      );
      const { widthInterval, slopeInterval } = sharpness(unwrapFit(fitted));
      const [width, slope] = [Math.log(81) / 1.6, 0.36];
      if (widthInterval.lower <= width && width <= widthInterval.upper) widths++;
      if (slopeInterval.lower <= slope && slope <= slopeInterval.upper) slopes++;
    }
    expect(widths).toBeGreaterThan(181);
    expect(slopes).toBeGreaterThan(181);
    expect(widths).toBeLessThan(200);
  });

  it("has no lower end above 0 to the width where no point lies within the rise", () => {
    const jump = unwrapFit(fit(curves.logistic, [1, 2, 3, 4, 5, 6, 7, 8], [0.01, 0, 0.02, 0.01, 0.99, 1, 0.98, 1.01]));
    expect(sharpness(jump).widthInterval.lower).toBeLessThan(0.05);
    expect(sharpness(jump).widthInterval.upper).toBeGreaterThan(0.5);
  });

  it("counts the chance level of a fit to counts in the slope", () => {
    const scales = [1, 2, 3, 4, 5, 6, 7];
    const trials = scales.map(() => 100_000);
    const truth = { L: 1, k: 1.4, x0: 4 };
    const counts = scales.map((at) => Math.round(1e5 * (0.25 + 0.75 * curves.logistic.value(at, truth))));
    const result = sharpness(
      unwrapFit(fitBinomial(curves.logistic, scales, counts, trials, { chance: 0.25, fixed: { L: 1 } })),
    );
    expect(result.slope).toBeCloseTo((0.75 * 1.4) / 4, 3);
    expect(result.widthInterval.lower).toBeLessThan(Math.log(81) / 1.4);
    expect(result.widthInterval.upper).toBeGreaterThan(Math.log(81) / 1.4);
  });

  it("hands on the reason of a failed fit, and throws on a curve without a rise of its own", () => {
    const failed = fit(curves.logistic, [1, 2, 3, 4], [1, 1, 1, 1]);
    expect(failed.kind).toBe("failed");
    expect(sharpness(failed)).toEqual({ kind: "failed", reason: (failed as FailedFit).reason });
    expect(() => sharpness(fit(curves.line, [1, 2, 3], [1, 2, 3.5]))).toThrow(/a fit of line, needs one of logistic/);
  });
});
