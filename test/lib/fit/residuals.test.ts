import { curve, curves, fit } from "@emergence/lib/fit";
import { afterEach, describe, expect, it, vi } from "vitest";
import { rowsOf } from "../../../lib/fit/residuals";

const point = (x: number, p: Float64Array, gradient: Float64Array) => {
  gradient[0] = 1;
  gradient[1] = x;
  return (p[0] as number) + (p[1] as number) * x;
};
/** A model of its own each time: what is counted for one says nothing of another. */
const fresh = () => ((...args: Parameters<typeof point>) => point(...args)) as Parameters<typeof rowsOf>[0];
const x = Float64Array.of(0, 1, 2);
const y = Float64Array.of(1, 2, 4);

function read(loop: ReturnType<typeof rowsOf>, model: ReturnType<typeof fresh>, free = [0, 1], weights = [1, 1, 2]) {
  const [residual, jacobian] = [new Float64Array(3), new Float64Array(3 * free.length)];
  const roots = Float64Array.from(weights);
  const parameters = Float64Array.of(1, 1);
  const held = free.length < 2;
  const cost = loop(model, x, parameters, new Float64Array(2), y, roots, residual, jacobian, free, held);
  return { cost, residual: [...residual], jacobian: [...jacobian] };
}

describe("the loop over the data", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("gives weighted residuals, weighted Jacobian and the sum of squares", () => {
    const model = fresh();
    expect(read(rowsOf(model), model)).toEqual({ cost: 4, residual: [0, 0, 2], jacobian: [1, 1, 2, 0, 1, 4] });
    expect(read(rowsOf(model), model, [1])).toEqual({ cost: 4, residual: [0, 0, 2], jacobian: [0, 1, 4] });
  });
  it("says Infinity where a residual or a slope is not finite", () => {
    const steep = ((x: number, _: Float64Array, gradient: Float64Array) => {
      gradient[0] = 1 / x;
      return 1;
    }) as ReturnType<typeof fresh>;
    expect(read(rowsOf(steep), steep).cost).toBe(Number.POSITIVE_INFINITY);
  });
  it("gives the same numbers however often a model comes back, and whichever comes between", () => {
    const [one, other] = [fresh(), fresh()];
    const first = read(rowsOf(one), one);
    for (let use = 0; use < 30; use++) {
      expect(read(rowsOf(one), one)).toEqual(first);
      if (use % 3 === 0) expect(read(rowsOf(other), other, [1])).toEqual({ ...first, jacobian: [0, 1, 4] });
    }
  });
  it("gives the same numbers where code from text is forbidden", () => {
    const model = fresh();
    const first = read(rowsOf(model), model);
    vi.stubGlobal("Function", () => {
      throw new EvalError("forbidden by the page's security policy");
    });
    for (let use = 0; use < 30; use++) expect(read(rowsOf(model), model)).toEqual(first);
  });
  it("gives the same fit the hundredth time as the first, to the last bit", () => {
    const ys = [0.1, 0.2, 0.5, 0.9, 0.95, 1.05];
    for (const model of [curves.logistic, curve("L / (1 + exp(-k * (x - x0)))")]) {
      const once = () => fit(model, [0, 1, 2, 3, 4, 5], ys, { start: { L: 1, k: 1, x0: 2 } }).parameters;
      const first = once();
      for (let i = 0; i < 99; i++) once();
      expect(once()).toEqual(first);
    }
  });
});
