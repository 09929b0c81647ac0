import { fit, type Model } from "@emergence/lib/fit";
import { expect, it } from "vitest";

/** What every built-in curve must do; each curve's own test adds what is its own. */
export function behavesAsCurve<Name extends string>(
  model: Model<Name>,
  cases: readonly { parameters: Record<Name, number>; x: readonly number[] }[],
): void {
  it("has the gradient that its values have", () => {
    for (const { parameters, x } of cases) {
      const vector = Float64Array.from(model.parameters, (name) => parameters[name]);
      const exact = new Float64Array(vector.length);
      const unused = new Float64Array(vector.length);
      for (const point of x) {
        model.point(point, vector, exact);
        for (const [j, name] of model.parameters.entries()) {
          if (model.nonsmooth.includes(name)) continue;
          const own = Math.max(Math.abs(vector[j] as number), 1e-3);
          const size = 1e-4 * (own > 1e6 ? own : Math.min(own, 5));
          const at = (step: number) =>
            model.point(
              point,
              vector.map((value, k) => (k === j ? value + step * size : value)),
              unused,
            );
          // Five-point difference: error of order size^4.
          const slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * size);
          const unit = Math.abs(at(0)) / Math.max(Math.abs(vector[j] as number), 1e-3) + Math.abs(slope);
          expect(Math.abs((exact[j] as number) - slope), `${name} at x = ${point}`).toBeLessThan(1e-7 * unit + 1e-12);
        }
      }
    }
  });

  it("recovers the parameters that made noiseless data, without a start", () => {
    for (const { parameters, x } of cases) {
      const result = fit(
        model,
        x,
        x.map((point) => model.value(point, parameters)),
      );
      if (result.kind === "failed") throw new Error(result.reason);
      for (const name of model.parameters) {
        if (model.nonsmooth.includes(name)) continue;
        const error = Math.abs(result.parameters[name] - parameters[name]);
        expect(error, `${name} of ${JSON.stringify(parameters)}`).toBeLessThan(
          1e-6 * Math.max(1e-3, Math.abs(parameters[name])),
        );
      }
    }
  });

  it("names its formula, TeX and source", () => {
    for (const name of model.parameters) expect(model.formula).toContain(name);
    expect(model.tex).toMatch(/[\\+^]/);
    expect(model.source).toMatch(/\d{4}/);
  });
}

/** n points from a to b. */
export function grid(a: number, b: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => a + ((b - a) * i) / (n - 1));
}
