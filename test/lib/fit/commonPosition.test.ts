import { commonPosition, curves, type Fit, fit, unwrapFit } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 40 }, (_, i) => i / 4);
const { normal } = random(11);
const lines = [
  [1, 2],
  [-3, 0.5],
  [0, 4],
].map(([a = 0, b = 0], j) =>
  unwrapFit(
    fit(
      curves.line,
      x,
      x.map((at) => a + b * at + (j + 1) * 0.3 * normal()),
    ),
  ),
);

/** For straight lines the best x is that of weighted least squares. */
function closedForm(fits: readonly Fit[], values: readonly number[]) {
  let [top, bottom] = [0, 0];
  fits.forEach(({ parameters, sigma }, j) => {
    const { intercept = 0, slope = 0 } = parameters;
    top += (slope * ((values[j] as number) - intercept)) / sigma ** 2;
    bottom += slope ** 2 / sigma ** 2;
  });
  return top / bottom;
}

describe("commonPosition", () => {
  it("is weighted least squares for straight lines", () => {
    for (const values of [
      [9, -1, 16],
      [5, 0, 20],
    ]) {
      const found = commonPosition(lines, values, { from: 0, to: 10 });
      expect(found.x).toBeCloseTo(closedForm(lines, values), 6);
      expect(found.squares).toBeCloseTo(
        found.residuals.reduce((total, one) => total + one * one, 0),
        12,
      );
    }
  });

  it("leaves nothing over where the values lie on the curves at one x", () => {
    const found = commonPosition(
      lines,
      lines.map((one) => one.predict(6.2)),
      { from: 0, to: 10 },
    );
    expect(found.x).toBeCloseTo(6.2, 6);
    expect(found.squares).toBeLessThan(1e-10);
  });

  it("stays within the range, at its end if need be", () => {
    expect(commonPosition(lines, [99, 99, 99], { from: 0, to: 10 }).x).toBeCloseTo(10, 6);
    expect(commonPosition(lines, [-99, -99, -99], { from: 0, to: 10 }).x).toBeCloseTo(0, 6);
  });

  it("leaves chi squared with one degree of freedom less than there are curves, where one number is enough", () => {
    const source = random(7);
    const left = Array.from({ length: 2000 }, () => {
      const values = lines.map((one) => one.predict(5) + one.sigma * source.normal());
      return commonPosition(lines, values, { from: 0, to: 10 }).squares;
    });
    const mean = left.reduce((total, one) => total + one, 0) / left.length;
    expect(Math.abs(mean - 2)).toBeLessThan((4 * 2) / Math.sqrt(left.length)); // 4 standard errors; chi squared of 2 has deviation 2
  });

  it("refuses too few curves, ragged values, a curve without error and a range upside down", () => {
    const [one] = lines as [Fit];
    expect(() => commonPosition([one], [1], { from: 0, to: 1 })).toThrow(/commonPosition: 1 curves, needs at least 2/);
    expect(() => commonPosition(lines, [1, 2], { from: 0, to: 1 })).toThrow(/commonPosition/);
    expect(() => commonPosition(lines, [1, 2, 3], { from: 1, to: 0 })).toThrow(/from 1 to 0, needs two numbers/);
    const exact = unwrapFit(fit(curves.line, [0, 1], [0, 1]));
    expect(() => commonPosition([one, exact], [1, 1], { from: 0, to: 1 })).toThrow(/fits\[1\] has a sigma of/);
  });
});
