import { describe, expect, it } from "vitest";
import { bars, dotPlot, lines, points } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "temperature (J / k_B)", y: "energy (J)" };
const x = [1, 2, 3];
const estimates = frozen([{ mean: 1, standardError: 0.25 }, null, { mean: 3, standardError: 0.5 }]);
const plain = { y: [1, null, 3], lower: [0.75, null, 2.5], upper: [1.25, null, 3.5] };

describe("numbers with errors", () => {
  it("are drawn by lines as by their means and ends: a band of one standard error", () => {
    expect(lines([{ name: "a", x, y: estimates }], words)).toEqual(lines([{ name: "a", x, ...plain }], words));
  });
  it("are drawn by points as error bars, in the curve too", () => {
    const drawn = points([{ name: "a", x, y: estimates, curve: { x, y: estimates } }], words);
    expect(drawn).toEqual(points([{ name: "a", x, ...plain, curve: { x, ...plain } }], words));
    expect(drawn.data.at(-1)?.error_y).toMatchObject({ array: [0.25, null, 0.5], arrayminus: [0.25, null, 0.5] });
  });
  it("show their own interval if they have one, beside a mean or a value", () => {
    const own = [{ mean: 1, standardError: 9, lower: 0.75, upper: 1.25 }, null, { value: 3, lower: 2.5, upper: 3.5 }];
    expect(points([{ name: "a", x, y: own }], words)).toEqual(points([{ name: "a", x, ...plain }], words));
  });
  it("may have their intervals beside them", () => {
    const interval = [{ lower: 0.75, upper: 1.25 }, null, { lower: 2.5, upper: 3.5 }];
    expect(lines([{ name: "a", x, y: plain.y, interval }], words)).toEqual(lines([{ name: "a", x, ...plain }], words));
    const labels = ["a", "b", "c"];
    expect(dotPlot(labels, [{ name: "a", values: plain.y, interval }], words)).toEqual(
      dotPlot(labels, [{ name: "a", values: plain.y, lower: plain.lower, upper: plain.upper }], words),
    );
    expect(dotPlot(labels, [{ name: "a", values: estimates }], words)).toEqual(
      dotPlot(labels, [{ name: "a", values: plain.y, lower: plain.lower, upper: plain.upper }], words),
    );
  });
  it("are bars with error bars, of two lengths where the interval has them", () => {
    const labels = ["a", "b", "c"];
    expect(bars(labels, [{ name: "g", values: estimates }], words)).toEqual(
      bars(labels, [{ name: "g", values: plain.y, error: [0.25, null, 0.5] }], words),
    );
    const [bar] = bars(["a"], [{ name: "g", values: [{ value: 2, lower: 1, upper: 5 }] }], words).data;
    expect(bar).toMatchObject({ y: [2], error_y: { symmetric: false, array: [3], arrayminus: [1] } });
  });
  it("refuse what is neither a number nor one with an error", () => {
    expect(() => lines([{ name: "a", x: [1], y: [{ average: 1 }] as never }], words)).toThrow(
      'lines: "a" y[0] is an object, needs a number or null',
    );
  });
});
