import { dataCollapseCost } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const line = (from: number, to: number, f: (x: number) => number) => {
  const x = Array.from({ length: 41 }, (_, i) => from + ((to - from) * i) / 40);
  return { x, y: x.map(f) };
};

describe("dataCollapseCost", () => {
  it("is 0 for pieces of one straight line, whatever their places", () => {
    expect(
      dataCollapseCost([line(0, 2, (x) => 3 * x), line(1, 5, (x) => 3 * x), line(-1, 1, (x) => 3 * x)]),
    ).toBeCloseTo(0, 12);
  });

  it("is the distance over the range for two parallel curves", () => {
    expect(dataCollapseCost([line(0, 1, () => 0), line(0, 1, () => 1)])).toBe(1);
    expect(dataCollapseCost([line(0, 9, (x) => x), line(0, 9, (x) => x + 1)])).toBeCloseTo(0.1, 12);
  });

  it("does not mind the unit of y, nor what does not overlap", () => {
    const [a, b] = [line(0, 9, (x) => x), line(0, 9, (x) => x + Math.sin(x))];
    const scaled = [a, b].map(({ x, y }) => ({ x, y: y.map((value) => 1000 * value) }));
    expect(dataCollapseCost(scaled)).toBeCloseTo(dataCollapseCost([a, b]), 12);
    const [left, right] = [line(0, 2, () => 0), line(1, 3, (x) => (x > 2 ? 7 : 0))];
    expect(dataCollapseCost([left, right])).toBeCloseTo(0, 12);
  });

  it("is least at the exponent that made the curves", () => {
    const curves = (exponent: number) =>
      [8, 16, 32].map((size) => {
        const x = Array.from({ length: 21 }, (_, i) => -1 + i / 10);
        const y = x.map((t) => size ** -0.125 * Math.exp(-t * size * 0.1));
        return { x: x.map((t) => t * size), y: y.map((value) => value * size ** exponent) };
      });
    const spreads = [0, 0.05, 0.125, 0.2, 0.3].map((exponent) => dataCollapseCost(curves(exponent)));
    expect(Math.min(...spreads)).toBe(spreads[2]);
  });

  it("says what it needs", () => {
    const good = { x: [0, 1], y: [0, 1] };
    expect(() => dataCollapseCost([good])).toThrow("dataCollapseCost: 1 curves, needs at least 2");
    expect(() => dataCollapseCost([good, { x: [0, 1], y: [0] }])).toThrow("curve 1 has 2 x but 1 y");
    expect(() => dataCollapseCost([good, { x: [1, 0], y: [0, 1] }])).toThrow("x of curve 1 does not rise at 1");
    expect(() => dataCollapseCost([good, { x: [0, Number.NaN], y: [0, 1] }])).toThrow(
      "x[1] of curve 1 is NaN, needs a finite number",
    );
    expect(() => dataCollapseCost([good, { x: [5, 6], y: [0, 1] }])).toThrow(
      "dataCollapseCost: no two curves overlap in x, needs",
    );
  });
});
