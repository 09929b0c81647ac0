import { curve, fit, unwrapFit } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";
import { judge } from "../../../lib/fit/uncertainty/identifiability";
import { triangle } from "../../../lib/fit/uncertainty/singular";
import { uncertaintyOf } from "../../../lib/fit/uncertainty/uncertainty";

/** The verdict on a Jacobian by columns, `changed` times as long one error away; errors are those of a residual deviation of 1. */
function verdict(columns: number[][], values: number[], { signal = 1, linear = false, changed = 1 } = {}) {
  const rows = columns[0]?.length ?? 0;
  const directions = triangle(Float64Array.from(columns.flat()), rows, columns.length);
  const certain = uncertaintyOf(directions);
  const names = ["a", "b", "c"].slice(0, columns.length);
  const { errors } = certain;
  const columnAt = (j: number) => changed * (directions.scale[j] as number);
  return judge(certain, { names, values, errors, columns: directions.scale, signal, linear, columnAt });
}

describe("judge", () => {
  it("finds nothing to say of columns at right angles", () => {
    const columns = [
      [100, 0, 0],
      [0, 100, 0],
    ];
    expect(verdict(columns, [1, 1])).toEqual({ identifiable: true, direction: "" });
  });

  it("names the parameters that can change together, and in what ratio", () => {
    // f changes by a as by half of b: a down 1 and b up 0.5 leave it as it is, c is no part of it.
    const columns = [
      [1, 2, 0],
      [2, 4, 0],
      [0, 0, 9],
    ];
    const { identifiable, direction } = verdict(columns, [1, 1, 1]);
    expect(identifiable).toBe(false);
    expect(direction).toBe("a and b can change together without changing the curve (1 : -0.5)");
  });

  it("names a place far from zero beside the factor that it can be exchanged for", () => {
    const time = [0, 1, 2, 5, 9].map((second) => 1.7e12 + 1000 * second);
    const y = time.map((at, i) => 3 * Math.exp(-(at - 1.7e12) / 3000) + 0.01 * Math.sin(7 * i));
    const decay = unwrapFit(fit(curve("a * exp(-(x - x0) / t)"), time, y));
    expect(decay.identifiable).toBe(false);
    expect(decay.direction).toMatch(/^a and x0 can change together without changing the curve/);
  });

  it("names a parameter that changes nothing", () => {
    expect(
      verdict(
        [
          [1, 2, 3],
          [0, 0, 0],
        ],
        [1, 1],
      ).direction,
    ).toBe("b does not change the curve on these points");
  });

  it("calls loose what has an error several times its value and any change that the data could show", () => {
    const nearly = [
      [100, 0, 0],
      [100, 0.01, 0],
    ];
    expect(verdict(nearly, [1, 1]).direction).toMatch(/^the data hardly determine a and b: /);
    expect(verdict(nearly, [1, 1], { linear: true }).identifiable).toBe(true);
    expect(verdict(nearly, [1e3, 1e3]).identifiable).toBe(true);
    expect(verdict(nearly, [1, 1], { signal: 1e5 }).identifiable).toBe(true);
  });

  it("names a parameter on which the curve depends by rounding alone: a sine of the year in yearly data", () => {
    const year = Array.from({ length: 24 }, (_, i) => 2000 + i);
    const y = year.map((at, i) => 3 + 0.1 * (at - 2000) + 0.2 * Math.sin(7 * i));
    const yearly = unwrapFit(fit(curve("a + b * x + c * sin(2 * pi * x)"), year, y));
    expect(yearly.identifiable).toBe(false);
    expect(yearly.direction).toContain(
      "the data do not determine c: at these x the curve depends on it by rounding alone",
    );
    const monthly = Array.from({ length: 240 }, (_, i) => 2000 + i / 12);
    const seasons = monthly.map(
      (at, i) => 3 + 0.1 * (at - 2000) + 2 * Math.sin(2 * Math.PI * at) + 0.2 * Math.sin(7 * i),
    );
    expect(unwrapFit(fit(curve("a + b * x + c * sin(2 * pi * x)"), monthly, seasons)).identifiable).toBe(true);
    // A jump at some x is no rounding, nor is a step at each.
    const count = [1, 2, 3, 4, 5, 6, 7, 8];
    const z = count.map((at, i) => 2 * at + 0.3 * Math.sin(7 * i));
    expect(unwrapFit(fit(curve("a * floor(x) + b"), count, z)).identifiable).toBe(true);
    expect(unwrapFit(fit(curve("a * x + (x >= 4 ? b : c)"), count, z)).identifiable).toBe(true);
  });

  it("names none beside the loose ones that the data do determine: a power whose factor comes apart into two", () => {
    // Heights of a tree by age that grow nearly as a power: https://stats.stackexchange.com/questions/599084
    const age = [0, 3, 6, 17, 29, 47, 57, 63, 72];
    const height = [37, 70, 199, 464, 736, 1008, 1280, 1462, 1643];
    const richards = unwrapFit(fit(curve("a * (1 - exp(-b * x))^c"), age, height));
    const power = unwrapFit(fit(curve("a * x^c"), age, height));
    expect(richards.parameters.c).toBeCloseTo(power.parameters.c as number, 4);
    expect(richards.identifiable).toBe(false);
    expect(richards.direction).toMatch(/^the data hardly determine a and b: /);
    expect(richards.direction).not.toMatch(/\bc\b/);
  });

  it("names a parameter on which the curve no longer depends one error away, or only there", () => {
    const one = [[100, 0, 0]];
    expect(verdict(one, [1], { changed: 1e-4 }).direction).toMatch(
      /reaches to where the curve no longer depends on it/,
    );
    expect(verdict(one, [1], { changed: 1e7 }).direction).toMatch(/the best curve no longer depends on it/);
    for (const changed of [0.01, 1e5, Number.POSITIVE_INFINITY, Number.NaN])
      expect(verdict(one, [1], { changed }).identifiable, `${changed}`).toBe(true);
  });
});
