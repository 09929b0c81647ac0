import type { Numbers } from "../../core/numbers";
import type { Model, Point } from "../model/model";
import { originOf, withOrigin } from "../model/origin";
import type { ProblemFactory } from "../solver/problem";
import type { Observations } from "./leastSquares";
import type { BinomialOptions } from "./options";

/** Smallest distance of a probability from 0 and 1, where a single count would have an infinite likelihood ratio. */
const edge = 1e-12;

/** Names of parameters that are probabilities. */
const probabilities = ["L", "floor"];

/**
 * The deviance of counts as a problem for the solver: with residuals (k - n p) / sqrt(n p (1 - p)) and Jacobian dp sqrt(n / (p (1 - p))), J'r is
 * the score and J'J the Fisher information, so that the same descent is Fisher scoring.
 */
export function countsProblem(model: Model, data: Observations, successes: Numbers, trials: Numbers): ProblemFactory {
  const rows = successes.length;
  const gradient = new Float64Array(model.parameters.length);
  return ({ all, indices, lower, upper }) => {
    const parameters = all.slice();
    function evaluate(theta: Float64Array, residual: Float64Array, jacobian: Float64Array): number {
      for (let j = 0; j < indices.length; j++) parameters[indices[j] as number] = theta[j] as number;
      let cost = 0;
      for (let i = 0; i < rows; i++) {
        const n = trials[i] as number;
        const k = successes[i] as number;
        const value = model.point(data.points[i] as Point, parameters, gradient);
        const p = Math.min(1 - edge, Math.max(edge, value));
        const root = Math.sqrt(n / (p * (1 - p)));
        // A point without trials, as a bootstrap may draw, does not count.
        residual[i] = n > 0 ? root * (k / n - p) : 0;
        cost += deviance(k, n * p) + deviance(n - k, n * (1 - p));
        // Makes the cost NaN if the value is, which the clip above would hide.
        cost += 0 * value;
        for (let j = 0; j < indices.length; j++) {
          const slope = root * (gradient[indices[j] as number] as number);
          jacobian[j * rows + i] = slope;
          cost += 0 * slope;
        }
      }
      return Number.isFinite(cost) ? cost : Number.POSITIVE_INFINITY;
    }
    return { evaluate, rows, lower, upper, floor: rows * Number.EPSILON };
  };
}

function deviance(count: number, expected: number): number {
  return count === 0 ? 0 : 2 * count * Math.log(count / expected);
}

/** The model with its chance level, and the options with the natural bounds of probabilities. */
export function withChance<Name extends string>(
  model: Model<Name>,
  { chance, ...options }: BinomialOptions<Name>,
): { chanced: Model<Name>; settings: BinomialOptions<Name> } {
  const natural = model.parameters.filter((name) => probabilities.includes(name));
  const bounds = {
    ...Object.fromEntries(natural.map((name) => [name, [0, 1]])),
    ...options.bounds,
  } as NonNullable<BinomialOptions<Name>["bounds"]>;
  const settings = { ...options, bounds };
  if (chance === undefined) return { chanced: model, settings };
  if (model.parameters.includes("floor" as Name)) {
    const fixed = { ...options.fixed, floor: chance } as NonNullable<BinomialOptions<Name>["fixed"]>;
    return { chanced: model, settings: { ...settings, fixed } };
  }
  return { chanced: aboveChance(model, chance), settings };
}

/** The model f as chance + (1 - chance) f. */
export function aboveChance<Name extends string>(model: Model<Name>, chance: number): Model<Name> {
  const left = 1 - chance;
  const shown = Number(left.toPrecision(6));
  const chanced: Model<Name> = {
    ...model,
    views: [],
    formula: `${chance} + ${shown} (${model.formula})`,
    tex: `${chance} + ${shown} \\left(${model.tex}\\right)`,
    texWith: (words) => `${chance} + ${shown} \\left(${model.texWith(words)}\\right)`,
    value: (x, values) => chance + left * model.value(x, values),
    point(x, parameters, gradient) {
      const value = model.point(x, parameters, gradient);
      for (let j = 0; j < gradient.length; j++) gradient[j] = left * (gradient[j] as number);
      return chance + left * value;
    },
  };
  return withOrigin(chanced, { kind: "chance", chance, of: originOf(model) });
}
