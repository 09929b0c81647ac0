import { curves } from "@emergence/lib/fit";
import { afterEach, describe, expect, it, vi } from "vitest";
import { leastSquares } from "../../../lib/fit/problem/leastSquares";
import { minimize } from "../../../lib/fit/solver/minimize";
import { workspace } from "../../../lib/fit/solver/workspace";

afterEach(() => void vi.unstubAllGlobals());

/** Counts vectors as they are made, views and copies among them. */
function counting<T extends typeof Float64Array | typeof Uint8Array>(base: T, made: { count: number }): T {
  return class extends (base as new (...args: never[]) => object) {
    constructor(...args: never[]) {
      super(...args);
      made.count++;
    }
  } as unknown as T;
}

/** Descents of at least so many iterations altogether, and the vectors made in them. */
function descend(least: number): { iterations: number; vectors: number } {
  const made = { count: 0 };
  vi.stubGlobal("Float64Array", counting(Float64Array, made));
  vi.stubGlobal("Uint8Array", counting(Uint8Array, made));
  const x = Float64Array.from({ length: 30 }, (_, i) => i / 5);
  const open = (end: number) => new Float64Array(3).fill(end);
  const problem = leastSquares(
    curves.logistic,
    {
      points: x,
      y: x.map((value, i) => Math.tanh(value - 3) + Math.sin(7 * i) / 5),
      rootWeights: x.map(() => 1),
      unit: 1,
    },
    { all: open(0), indices: [0, 1, 2], lower: open(Number.NEGATIVE_INFINITY), upper: open(Number.POSITIVE_INFINITY) },
  );
  const at = workspace(30, 3);
  const before = made.count;
  let iterations = 0;
  for (let run = 0; iterations < least; run++) {
    at.theta[0] = 0.5 + (run % 7);
    at.theta[1] = 0.3;
    at.theta[2] = run % 5;
    iterations += minimize(problem, at, { tolerance: 1e-9, maxIterations: 100 }).iterations;
  }
  vi.unstubAllGlobals();
  expect(before).toBeGreaterThan(10); // the count sees what is made
  return { iterations, vectors: made.count - before };
}

describe("minimize", () => {
  it("makes no vector in its loop, in a thousand iterations as in ten", () => {
    for (const least of [10, 1000]) {
      const { iterations, vectors } = descend(least);
      expect(iterations).toBeGreaterThanOrEqual(least);
      expect(vectors).toBe(0);
    }
  });

  it("ends at a minimum on a bound, not where it first met the bound", () => {
    const x = Float64Array.from({ length: 20 }, (_, i) => i + 1);
    const rising = x.map((value) => 100 * (1 - Math.exp(-0.04 * value)) ** 0.5);
    const bound = { lower: Float64Array.of(-1e9, 1e-12, 0), upper: Float64Array.of(1e9, 1e9, 1e9) };
    const data = { points: x, y: rising, rootWeights: new Float64Array(20).fill(1), unit: 1 };
    const problem = leastSquares(curves.bass, data, { all: new Float64Array(3), indices: [0, 1, 2], ...bound });
    const at = workspace(20, 3);
    at.theta.set([80, 0.05, 0.3]);
    const outcome = minimize(problem, at, { tolerance: 1e-9, maxIterations: 1000 });
    expect(outcome.stop).toBe("converged");
    expect(at.theta[2]).toBe(0);
    // With q = 0 the curve is m (1 - exp(-p x)): the gradient by m and p must vanish there.
    problem.evaluate(at.theta, at.residual, at.jacobian);
    for (const j of [0, 1]) {
      const column = at.jacobian.subarray(20 * j, 20 * (j + 1));
      const dot = column.reduce((sum, value, i) => sum + value * (at.residual[i] as number), 0);
      expect(Math.abs(dot) / Math.hypot(...column) / Math.sqrt(outcome.cost)).toBeLessThan(1e-6);
    }
  });
});
