import { unwrap } from "@emergence/lib/core";
import { type BootstrapOptions, bootstrap, curves, type Fit, type FitResult, fit } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

function found<Name extends string>(result: FitResult<Name>): Fit<Name> {
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
}

const x = Array.from({ length: 40 }, (_, i) => i / 4);
const { normal } = random(21);
const y = x.map((value) => curves.logistic.value(value, { L: 3, k: 1.3, x0: 5 }) + 0.1 * normal());
const resampled = <Name extends string>(fitted: Fit<Name>, options: BootstrapOptions) =>
  unwrap(bootstrap(fitted, options));
const logistic = found(fit(curves.logistic, x, y));

describe("bootstrap", () => {
  for (const kind of ["cases", "residuals", "wild"] as const) {
    it(`${kind}: every replicate has a fit, and intervals hold the estimate`, () => {
      const result = resampled(logistic, { kind, replicates: 600, seed: 3 });
      expect(result.failed).toBe(0);
      for (const name of ["L", "k", "x0"] as const) {
        const { lower, upper } = result.interval()[name];
        expect(lower).toBeLessThan(logistic.parameters[name]);
        expect(upper).toBeGreaterThan(logistic.parameters[name]);
        expect(result.interval(0.5)[name].lower).toBeGreaterThan(lower);
      }
    });
  }

  it.each(["cases", "residuals", "wild"] as const)(
    "%s: errors and bands of twelve data sets are on average as wide as those of linear theory",
    (kind) => {
      const ratios = { L: 0, k: 0, x0: 0, early: 0, middle: 0 };
      const widths = ({ lower, upper }: { lower: readonly number[]; upper: readonly number[] }) =>
        upper.map((end, i) => end - (lower[i] as number));
      for (let seed = 1; seed <= 12; seed++) {
        const noise = random(seed);
        const drawn = x.map((value) => curves.logistic.value(value, { L: 3, k: 1.3, x0: 5 }) + 0.1 * noise.normal());
        const fitted = found(fit(curves.logistic, x, drawn));
        const result = resampled(fitted, { kind, replicates: 300, seed });
        for (const name of ["L", "k", "x0"] as const)
          ratios[name] += result.standardErrors[name] / fitted.standardErrors[name] / 12;
        const [own, theory] = [widths(result.band([2, 5])), widths(fitted.band([2, 5]))];
        for (const [i, place] of (["early", "middle"] as const).entries())
          ratios[place] += (own[i] as number) / (theory[i] as number) / 12;
      }
      // One data set of 40 points knows an error from its own scatter to some 15 %, twelve to 5 %.
      for (const name of ["L", "k", "x0"] as const) expect(Math.abs(ratios[name] - 1), name).toBeLessThan(0.15);
      // Bands are between percentiles, which takes 1.96 errors for Student's 2.03; residuals are smaller than errors.
      for (const place of ["early", "middle"] as const) expect(Math.abs(ratios[place] - 0.95), place).toBeLessThan(0.2);
    },
  );

  it("wild widens where the errors do, residuals do not", () => {
    const spread = random(5);
    const uneven = x.map((value) => 1 + 0.5 * value + (value > 5 ? 2 : 0.02) * spread.normal());
    const line = found(fit(curves.line, x, uneven));
    const width = (kind: "wild" | "residuals") => {
      const { lower, upper } = resampled(line, { kind, replicates: 500, seed: 2 }).band([0]);
      return (upper[0] as number) - (lower[0] as number);
    };
    expect(width("wild")).toBeLessThan(0.8 * width("residuals"));
  });

  it("gives the same replicates for the same seed, others for another", () => {
    const take = (seed: number) => resampled(logistic, { replicates: 20, seed }).replicates.k;
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
  });

  it("leaves the fit as it was", () => {
    const before = JSON.stringify(logistic);
    bootstrap(logistic, { kind: "residuals", replicates: 5 });
    expect(JSON.stringify(logistic)).toBe(before);
  });

  it("searches the place of a jump anew in each replicate", () => {
    const jump = found(
      fit(
        curves.step,
        x,
        x.map((value) => (value < 4.1 ? 0 : 1) + 0.4 * normal()),
      ),
    );
    const places = resampled(jump, { replicates: 60, seed: 4 }).replicates.x0;
    expect(new Set(places).size).toBeGreaterThan(1);
    expect(Math.abs(places.reduce((sum, place) => sum + place, 0) / places.length - 4.1)).toBeLessThan(1);
  });

  it("refuses a kind that the fit does not have, and too few replicates", () => {
    expect(() => bootstrap(logistic, { kind: "binomial" })).toThrow('kind "binomial" needs a fit of fitBinomial');
    expect(() => bootstrap(logistic, { replicates: 1 })).toThrow("replicates 1, needs a whole number from 2");
  });

  it("fails where fewer than two refits converge", () => {
    // Begun at its own minimum a fit needs one step; a refit of other data needs more, and this curve has no starts of its own.
    const bare = { ...curves.logistic, linear: [], initialGuesses: () => [] };
    const halted = found(fit(bare, x, y, { maxIterations: 1, start: logistic.parameters }));
    const result = bootstrap(halted, { kind: "residuals", replicates: 4 });
    expect(result).toEqual({ kind: "failed", reason: expect.stringContaining("4 of 4 refits did not converge") });
  });
});
