import { curves, type Fit, type FitOptions, fit, type Model } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { describe, expect, it } from "vitest";

interface Data {
  readonly x: number[];
  readonly y: number[];
  readonly weights: number[];
}

/** A jump or a bend in noise: x with ties, over nine decades, or calendar years; every fifth weight 0. */
function drawn(seed: number): Data {
  const { uniform, integer } = random(seed);
  const kinds = [() => integer(0, 7), () => 10 ** (9 * uniform()), (i: number) => 1990 + i];
  const x = Array.from({ length: integer(8, 30) }, (_, i) => (kinds[seed % 3] as (i: number) => number)(i));
  const [place, size] = [x[3] as number, 4 * uniform()];
  const y = x.map((v) => size * Number(v > place) + (uniform() < 0.2 ? 3 : 1) + uniform());
  return { x, y, weights: x.map(() => (uniform() < 0.2 ? 0 : uniform())) };
}

/** Sum of squares of the best linear combination of columns, by singular values. */
function leastSquares({ y, weights }: Data, columns: readonly number[][]): number {
  const root = weights.map(Math.sqrt);
  const scaled = columns.map((column) => column.map((value, i) => value * (root[i] as number)));
  const kept = scaled.filter((column) => column.some((value) => value !== 0));
  const size = kept.map((column) => Math.hypot(...column));
  const matrix = new Matrix(kept.map((column, j) => column.map((value) => value / (size[j] as number)))).transpose();
  const right = Matrix.columnVector(y.map((value, i) => value * (root[i] as number)));
  const solved = new SingularValueDecomposition(matrix, { autoTranspose: true }).solve(right);
  return Matrix.sub(right, matrix.mmul(solved)).norm() ** 2;
}

const hingeAt = (data: Data, x0: number) =>
  leastSquares(data, [
    data.x.map(() => 1),
    data.x.map((v) => Math.min(0, v - x0)),
    data.x.map((v) => Math.max(0, v - x0)),
  ]);
const stepAt = (data: Data, x0: number) =>
  leastSquares(data, [data.x.map((v) => Number(v < x0)), data.x.map((v) => Number(v >= x0))]);

function fitted<Name extends string>(
  model: Model<Name>,
  { x, y, weights }: Data,
  options: FitOptions<Name> = {},
): Fit<Name> {
  const result = fit(model, x, y, { weights, ...options });
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
}

/** Distinct x of weight above 0, in ascending order. */
const counted = ({ x, weights }: Data) => [...new Set(x.filter((_, i) => weights[i] !== 0))].sort((a, b) => a - b);

describe("the place of a break", () => {
  const seeds = Array.from({ length: 120 }, (_, i) => i + 1);

  it("is the best of all for a step", () => {
    for (const seed of seeds) {
      const data = drawn(seed);
      const places = counted(data);
      const least = Math.min(...places.slice(1).map((place) => stepAt(data, place)));
      const { rss } = fitted(curves.step, data);
      expect(Math.abs(rss - least), `seed ${seed}`).toBeLessThan(1e-9 * (1 + least));
    }
  });

  it("is at least as good as any of a fine grid for a hinge, at points and between them", () => {
    for (const seed of seeds) {
      const data = drawn(seed);
      const places = counted(data);
      const grid = places
        .slice(1)
        .flatMap((to, i) => [0, 0.1, 0.25, 0.5, 0.75, 0.9].map((t) => (1 - t) * (places[i] as number) + t * to));
      const least = Math.min(...grid.slice(1).map((place) => hingeAt(data, place)));
      expect(fitted(curves.hinge, data).rss, `seed ${seed}`).toBeLessThan(least * (1 + 1e-7) + 1e-9);
    }
  });

  it("respects bounds and held parameters", () => {
    const data = drawn(3);
    const free = fitted(curves.hinge, data).parameters.x0;
    const bounds = { x0: [free + 3, free + 8] as const };
    const within = fitted(curves.hinge, data, { bounds }).parameters.x0;
    expect(within).toBeGreaterThanOrEqual(bounds.x0[0]);
    expect(within).toBeLessThanOrEqual(bounds.x0[1]);
    // Held levels: each split has a sum of squares of its own.
    const held = { low: 1.2, high: 3 };
    const { parameters, rss } = fitted(curves.step, data, { fixed: held });
    const costs = counted(data)
      .slice(1)
      .map((place) =>
        data.y.reduce(
          (sum, y, i) => sum + (data.weights[i] as number) * (y - ((data.x[i] as number) < place ? 1.2 : 3)) ** 2,
          0,
        ),
      );
    expect(parameters).toMatchObject(held);
    expect(rss).toBeCloseTo(Math.min(...costs), 10);
  });

  it("leaves a straight line with a held level to either side", () => {
    const x = [0, 1, 2, 3, 4, 5];
    const data = { x, y: x.map((v, i) => 10 + v + 0.01 * (-1) ** i), weights: x.map(() => 1) };
    const line = leastSquares(data, [x.map(() => 1), x]);
    expect(fitted(curves.hinge, data, { fixed: { level: 1 } }).rss).toBeLessThan(line * (1 + 1e-9));
  });

  it("is found in a number of evaluations that grows as the number of points", () => {
    for (const model of [curves.step, curves.hinge] as readonly Model[]) {
      for (const n of [2_000, 20_000]) {
        const { uniform } = random(n);
        const x = Array.from({ length: n }, (_, i) => (10 * i) / n);
        const y = x.map((v) => Number(v > 6.3) * (model.name === "step" ? 1 : v - 6.3) + uniform());
        let evaluations = 0;
        const watched: Model = {
          ...model,
          point: (at, p, gradient) => {
            evaluations++;
            return model.point(at, p, gradient);
          },
        };
        const { parameters } = fitted(watched, { x, y, weights: x.map(() => 1) });
        expect(Math.abs((parameters.x0 as number) - 6.3), `${model.name}, ${n}`).toBeLessThan(0.1);
        expect(evaluations / n, `${model.name}, ${n}`).toBeLessThan(500);
      }
    }
  });
});
