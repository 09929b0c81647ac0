import { dot, norm } from "../../core/linearAlgebra";
import type { Model, Point } from "../model/model";
import { originOf } from "../model/origin";
import { isFar } from "../problem/far";
import type { Observations } from "../problem/leastSquares";
import { projected } from "../problem/projected";
import { valuesAt, weigh } from "../problem/robust";
import type { Descender, Descent } from "../solver/descend";

/** Weighted sum of squares of a mean, or of a mean and a slope for each predictor. */
export function plainSquares(data: Observations, slopes: boolean): number {
  const first = data.points[0] as Point;
  const predictors = slopes ? (typeof first === "number" ? 1 : first.length) : 0;
  const origin = typeof first === "number" ? [first] : first;
  const plane: Pick<Model, "point"> = {
    point(x, _, gradient) {
      gradient[0] = 1;
      for (let j = 0; j < predictors; j++) {
        gradient[1 + j] = (typeof x === "number" ? x : (x[j] as number)) - (origin[j] as number);
      }
      return 0;
    },
  };
  const count = 1 + predictors;
  const everywhere = (value: number) => new Float64Array(count).fill(value);
  const indices = Array.from({ length: count }, (_, j) => j);
  const all = everywhere(0);
  const [lower, upper] = [everywhere(Number.NEGATIVE_INFINITY), everywhere(Number.POSITIVE_INFINITY)];
  return projected(plane, data, { all, indices, lower, upper }, indices).solve(all);
}

/** Weighted sum of squares of a curve. */
export function squaresAt(model: Model, data: Observations, parameters: Float64Array): number {
  const residuals = weigh(data, valuesAt(model, data, parameters));
  return dot(residuals, 0, residuals, 0, residuals.length);
}

/** Share of the size of y below which what a parameter does to the curve is nothing. */
const nothing = 1e-10;

/** True if some parameter has no effect at the end of a descent: it, or another one, ran away. */
export function ranAway(model: Model, data: Observations, posed: Descender, { parameters }: Descent): boolean {
  const { indices } = posed.free;
  const rows = data.y.length;
  const size = norm(weigh(data, new Array<number>(rows).fill(0)), 0, rows);
  return posed.readJacobian(parameters, (jacobian) =>
    indices.some((index, j) => {
      if (model.nonsmooth.includes(model.parameters[index] as string)) return false;
      const column = norm(jacobian, j * rows, rows);
      const value = parameters[index] as number;
      return value === 0 ? column === 0 : column * Math.abs(value) < nothing * size;
    }),
  );
}

/**
 * The sum of squares that a curve worth the name stays below: that of a mean; of a straight line where the model is a
 * formula, or x lies far from 0.
 */
export function yardstick<Name extends string>(model: Model<Name>, data: Observations): () => number {
  let squares: number | undefined;
  return () => {
    squares ??= plainSquares(data, originOf(model)?.kind !== "curve" || isFar(data));
    return squares;
  };
}

/** True if a search has led nowhere: no end, or one that a plain mean or line beats, or at which a parameter does nothing. */
export function inTrouble<Name extends string>(
  model: Model<Name>,
  data: Observations,
  posed: Descender,
  best: Descent | undefined,
  better: () => number,
): boolean {
  // The best place of a curve that bends may be one where no derivative is 0.
  const ended = best?.stop === "converged" || (model.bends && best?.stop === "stalled");
  if (best === undefined || !ended) return true;
  return !(squaresAt(model, data, best.parameters) <= better() * (1 + 1e-9)) || ranAway(model, data, posed, best);
}
