import { curve } from "../model/curve";
import * as curves from "../model/curves";
import { type Model, toVector } from "../model/model";
import type { ModelOrigin } from "../model/origin";
import { requireModel } from "../model/requireModel";
import { aboveChance, countsProblem } from "../problem/counts";
import { toFreeParameters } from "../problem/freeParameters";
import { leastSquares } from "../problem/leastSquares";
import { toObservations } from "../problem/observations";
import { lossOf } from "../problem/robust";
import { Descender, type Descent } from "../solver/descend";
import { countsFit } from "./countsFit";
import { fromPlain } from "./plain";
import type { BinomialFit, BinomialResult, FailedFit, Fit, FitResult } from "./result";
import { squaresFit } from "./squaresFit";
import { lazyNames } from "./summary";

/**
 * A fit again, with its methods and infinities, from its plain data: a copy by spread, by structuredClone (from a worker) or by JSON.
 * Numbers are those of the copy, and `predict`, `band`, `interval`, `profile` and `bootstrap` give what they gave, to the last bit. A failed fit is
 * handed back as it is.
 *
 * @param plain a copy of a fit
 * @param model the model, of a fit whose model is an object of your own; else it is made again from `origin`
 * @throws TypeError for what is no fit, for a model that cannot be made again, or one with other parameters
 * @example
 * import { curves, fit, reviveFit } from "@emergence/lib/fit";
 * const text = JSON.stringify(fit(curves.line, [0, 1, 2, 3], [1, 3, 5, 7]));
 * reviveFit(JSON.parse(text)).predict(10); // => 21
 */
export function reviveFit<Name extends string>(plain: Fit<Name>, model?: Model<Name>): Fit<Name>;
export function reviveFit<Name extends string>(plain: BinomialFit<Name>, model?: Model<Name>): BinomialFit<Name>;
export function reviveFit<Name extends string>(plain: FitResult<Name>, model?: Model<Name>): FitResult<Name>;
export function reviveFit<Name extends string>(plain: BinomialResult<Name>, model?: Model<Name>): BinomialResult<Name>;
export function reviveFit(plain: object, model?: Model): Fit | BinomialFit | FailedFit;
export function reviveFit(plain: object, model?: Model): Fit | BinomialFit | FailedFit {
  const { kind, names, origin } = (plain ?? {}) as Partial<Fit>;
  if ((kind as string) === "failed") return plain as FailedFit;
  if (kind !== "fit" || !Array.isArray(names))
    throw new TypeError(`reviveFit: got ${typeof plain} without kind "fit", needs a copy of a fit`);
  if (model !== undefined) requireModel("reviveFit", model);
  const copy = fromPlain(plain) as unknown as Fit & Partial<BinomialFit>;
  const made = modelOf(copy.name, origin, model);
  if (made.parameters.join() !== names.join()) {
    throw new TypeError(
      `reviveFit: the model has parameters ${made.parameters.join(", ")}, the fit ${names.join(", ")}`,
    );
  }
  const { x, y, successes, trials, options, lossScale } = copy;
  const counts = successes !== undefined && trials !== undefined;
  const data = toObservations("reviveFit", made, x, y, counts ? { weights: trials } : options);
  const robustness = lossOf(options.loss, lossScale, data);
  const posed = new Descender(
    counts ? countsProblem(made, data, successes, trials) : (moved) => leastSquares(made, data, moved, robustness),
    toFreeParameters("reviveFit", made, options),
  );
  const parameters = toVector("reviveFit", made.parameters, copy.parameters);
  const descent: Descent = {
    stop: copy.converged ? "converged" : "stalled",
    // In the unit of y it may be 0 or Infinity.
    cost: data.unit === 1 ? copy.cost : posed.costAt(parameters),
    iterations: copy.iterations,
    parameters,
  };
  const record = { model: made, data, options, posed, descent, warnings: () => [] };
  const known = Object.fromEntries(lazyNames.map((name) => [name, copy[name]]));
  return counts ? countsFit(record, successes, trials, known) : squaresFit(record, robustness, known);
}

/** The model of a fit: the given one, or as it was made. */
function modelOf(name: string, origin: ModelOrigin | undefined, given: Model | undefined): Model {
  if (origin?.kind === "chance") return aboveChance(modelOf(name, origin.of, given), origin.chance);
  if (given !== undefined) return given;
  if (origin === undefined) {
    throw new TypeError(
      `reviveFit: the model of ${name} is an object of your own and cannot be made again: pass it, reviveFit(fit, model)`,
    );
  }
  if (origin.kind === "expression") {
    const { expression, predictors, name: own } = origin;
    return curve(expression, { predictors, name: own }) as Model;
  }
  const made = new Map<string, unknown>(Object.entries(curves)).get(origin.name);
  if (made === undefined) throw new TypeError(`reviveFit: curves has no ${origin.name}`);
  return (typeof made === "function" ? made(...origin.arguments) : made) as Model;
}
