import { curve } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";

const rows: [text: string, linear: string[], options?: { predictors: string[] }][] = [
  ["log(E + A / N^alpha + B / D^beta)", ["E", "A", "B"], { predictors: ["N", "D"] }],
  ["log(exp(e) + exp(a - al * log(N)) + exp(b - be * log(D)))", ["e", "a", "b"], { predictors: ["N", "D"] }],
  ["10^(A - B / (C + x))", ["A", "B"]],
  ["1 / (A + B * log(x) + C * log(x)^3)", ["A", "B", "C"]],
  ["L + (k / x)^al", ["L", "k"]],
  ["a + exp(-k * (x - m))", ["a", "m"]],
  ["I * (exp(x / n) - 1) + x / R", ["I", "R"]],
  ["2.5 - sqrt(a + b * x)", ["a", "b"]],
];

describe("views of a formula", () => {
  for (const [text, linear, options] of rows) {
    it(`${text}: linear in ${linear.join(", ")} once its outer functions are undone`, () => {
      const model = curve(text, options);
      const [view] = model.views ?? [];
      if (view === undefined) throw new Error("no view");
      expect(view.linear.map((j) => model.parameters[j])).toEqual(linear);
      const own = Float64Array.from(model.parameters, (_, j) => 0.6 + 0.2 * j);
      const seen = own.slice();
      view.forth(seen);
      const gradient = new Float64Array(own.length);
      for (const at of [1.3, 2.2]) {
        const x = options === undefined ? at : Float64Array.of(at, 2 * at);
        // What the view shows of the formula's value is the view's own value, and back again.
        expect(view.undo(model.point(x, own, gradient), x).value).toBeCloseTo(view.point(x, seen, gradient), 9);
      }
      view.back(seen);
      for (const [j, value] of own.entries()) expect(seen[j]).toBeCloseTo(value, 9);
    });
  }

  it("has none where nothing is gained", () => {
    for (const text of ["a + b * x", "a * exp(-b * x) + c", "a * sin(w * x + p)"])
      expect(curve(text).views).toEqual([]);
  });
});
