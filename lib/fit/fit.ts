import type { Numbers } from "../core/numbers";
import { optionsOf } from "../core/require";
import { type Model, type Predictors, toValues } from "./model/model";
import { requireModel } from "./model/requireModel";
import { edgeIn, whyNotFinite } from "./problem/edges";
import { toFreeParameters } from "./problem/freeParameters";
import type { Observations } from "./problem/leastSquares";
import { countPoints, largestOf, toObservations } from "./problem/observations";
import type { FitOptions } from "./problem/options";
import { fitOptions, requireSearch } from "./problem/options";
import type { FitResult } from "./result/result";
import { squaresFit } from "./result/squaresFit";
import type { FreeParameters } from "./solver/problem";
import { edgeWarnings } from "./start/edgeWarnings";
import { search } from "./start/search";

/**
 * Fits a curve by nonlinear least squares: the parameters that make the weighted sum of squared residuals
 *
 *     rss = sum w_i (y_i - f(x_i))^2
 *
 * smallest (or, with `loss`, a robust sum in which large residuals count less), with standard errors, intervals and bands.
 *
 * @param model a curve of `curves`, or one made by `curve(text)`
 * @param x n numbers, or n rows if the model has several predictors
 * @param y n numbers
 * @param options start, bounds, fixed, weights or sigma, loss, multistart ...: see FitOptions
 * @returns a fit (`kind: "fit"`) or, if there is none, `kind: "failed"` with a reason
 * @throws RangeError for ragged, empty, non-finite or too few data, TypeError for a name that is no parameter
 * @example
 * import { curves, fit } from "@emergence/lib/fit";
 * const line = fit(curves.line, [0, 1, 2, 3], [1.1, 2.9, 5.1, 6.9]);
 * line.parameters.slope.toFixed(2); // => "1.96"
 *
 * Source: More 1978, The Levenberg-Marquardt algorithm; Seber & Wild 2003, Nonlinear Regression, chapters 2, 5 and 14.
 */
export function fit<Name extends string>(
  model: Model<Name>,
  x: Predictors,
  y: Numbers,
  options: FitOptions<Name> = {},
): FitResult<Name> {
  requireModel("fit", model);
  requireSearch("fit", optionsOf("fit", options, fitOptions));
  const data = toObservations("fit", model, x, y, options);
  if (options.absoluteSigma === true && options.sigma === undefined && options.weights === undefined)
    throw new RangeError(
      "fit: absoluteSigma is true but sigma is not given, needs the standard deviation of each y; without absoluteSigma the scatter of the points gives it",
    );
  const free = toFreeParameters("fit", model, options);
  const counted = countPoints(data);
  if (counted < free.indices.length)
    throw new RangeError(`fit: ${counted} points for ${free.indices.length} parameters`);
  const hopeless = degenerate(data, free);
  if (hopeless !== "") {
    return { kind: "failed", name: model.name, reason: hopeless, parameters: toValues(model.parameters, free.all) };
  }
  const { descent, warnings: met, robustness, posed, unreached } = search(model, data, free, options);
  if (unreached !== undefined || descent === undefined || descent.stop === "overflow") {
    const reason = unreached?.reason ?? whyNotFinite(model, data, free, descent === undefined ? "any" : "the");
    const parameters = toValues(model.parameters, descent?.parameters ?? free.all);
    const known = unreached === undefined ? {} : { rss: unreached.cost * data.unit * data.unit };
    return { kind: "failed", name: model.name, reason, parameters, ...known };
  }
  const record = {
    model,
    data,
    options: withOwnArrays(options),
    posed,
    // In the unit of y the cost may be 0 or Infinity, and so in a copy: reviveFit takes it from the parameters, as is done here.
    descent: data.unit === 1 ? descent : { ...descent, cost: posed.costAt(descent.parameters) },
    warnings() {
      const edge = edgeIn(model, data, descent.parameters, free);
      return [...met, ...(edge === "" ? [] : [edge]), ...edgeWarnings(model, data, free, options)];
    },
  };
  const found = squaresFit(record, robustness);
  if (descent.stop === "converged" || descent.stop === "stalled") return found;
  const reason =
    edgeIn(model, data, descent.parameters, free) ||
    `the sum of squares still fell after ${descent.iterations} iterations${lost(found.direction)}; hold a parameter, bound it, or start nearer`;
  return { kind: "failed", name: model.name, reason, parameters: found.parameters };
}

/** The options with copies of the weights, which a fit must not see change. */
function withOwnArrays<Name extends string>(options: FitOptions<Name>): FitOptions<Name> {
  const { weights, sigma } = options;
  if (weights !== undefined) return { ...options, weights: Array.from(weights) };
  return sigma === undefined ? options : { ...options, sigma: Array.from(sigma) };
}

/** Reason why no fit of these data can mean anything; "" if there is none. */
function degenerate({ points, y, rootWeights }: Observations, free: FreeParameters): string {
  if (largestOf({ y, rootWeights }) === Number.POSITIVE_INFINITY)
    return "y in units of its weights is larger than a number can be: give y, or its weights, in another unit";
  if (free.indices.length === 0 || y.length < 2) return "";
  const counted = (i: number) => (rootWeights[i] as number) > 0;
  const first = rootWeights.findIndex((root) => root > 0);
  if (y.every((value, i) => value === y[first] || !counted(i))) {
    return `y is constant (${y[first]} at all ${y.length} points): its mean describes it fully`;
  }
  if (points instanceof Float64Array && points.every((value, i) => value === points[first] || !counted(i))) {
    return `all ${y.length} x are equal (${points[first]}): they determine no curve`;
  }
  return "";
}

/** What ran away, where something did: the best curve is then a limit that no finite parameters reach. */
function lost(direction: string): string {
  return direction === "" ? "" : `, the best curve may lie at infinity: ${direction}`;
}
