import { mean } from "d3-array";
import type { Failure } from "../core/failure";
import type { Numbers } from "../core/numbers";
import {
  inNameOf,
  type Kinds,
  optionsOf,
  requireFinite,
  requireFiniteNumbers,
  requireFunction,
  requireInside,
  requireList,
  requireNonNegative,
  requireSameLength,
} from "../core/require";
import { shown } from "../core/shown";
import { fit } from "../fit/fit";
import type { Model } from "../fit/model/model";
import { requireModel } from "../fit/model/requireModel";
import { type FitOptions, fitOptions } from "../fit/problem/options";
import { requireFit } from "../fit/result/requireFit";
import type { Fit } from "../fit/result/result";

/** Options of `forecast`: the cutoff, the confidence of the bands, and the options of `fit`. */
export interface ForecastOptions<Name extends string = string> extends Omit<FitOptions<Name>, "weights"> {
  /** Cutoff: the largest x that is fitted. */
  readonly upTo: number;
  /** Confidence of the bands, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
}

const { weights: _none, ...ofFit } = fitOptions;

/** Kinds of the options, for their check. */
const forecastOptions: Kinds<ForecastOptions> = { ...ofFit, upTo: "number", confidence: "number" };

/** A forecast, compared with the later points. */
export interface Forecast<Name extends string = string> {
  readonly kind: "forecast";
  readonly upTo: number;
  readonly fit: Fit<Name>;
  /** Number of points fitted. */
  readonly seen: number;
  /** The later points, with their forecasts. */
  readonly x: number[];
  readonly y: number[];
  readonly predicted: number[];
  readonly lower: number[];
  readonly upper: number[];
  /** y - predicted. */
  readonly errors: number[];
  readonly rootMeanSquareError: number;
  readonly meanAbsoluteError: number;
  /** Proportion of later points within the band; it should be about `confidence`. */
  readonly coverage: number;
}

/** A forecast that failed, and why. */
export interface FailedForecast extends Failure {
  readonly upTo: number;
}

/** Result of a forecast: tell the two apart by `kind`. */
export type ForecastResult<Name extends string = string> = Forecast<Name> | FailedForecast;

/**
 * Fits the points with x <= upTo, predicts the rest with prediction bands, and scores the predictions.
 *
 * @throws RangeError if no point is left to predict, or the data are invalid
 * @example
 * import { curves } from "@emergence/lib/fit";
 * import { forecast } from "@emergence/lib/forecast";
 * const x = [0, 1, 2, 3, 4, 5];
 * forecast(curves.line, x, [0, 1.1, 1.9, 3.1, 4, 5.1], { upTo: 3 }).coverage; // => 1
 *
 * Source: Seber & Wild 2003, Nonlinear Regression, section 5.1 (band); Young & Ord 1989, Int. J. Forecasting 5, 501-513 (growth curves cut short).
 */
export function forecast<Name extends string>(
  model: Model<Name>,
  x: Numbers,
  y: Numbers,
  given: ForecastOptions<Name>,
): ForecastResult<Name> {
  const { upTo, confidence = 0.95, ...options } = optionsOf("forecast", given, forecastOptions);
  requireModel("forecast", model);
  requireFinite("forecast", "upTo", upTo);
  requireInside("forecast", "confidence", confidence);
  requireFiniteNumbers("forecast", "x", x);
  requireFiniteNumbers("forecast", "y", y);
  requireSameLength("forecast", { x, y });
  const all = Array.from(x.keys());
  const early = all.filter((i) => (x[i] as number) <= upTo);
  const late = all.filter((i) => (x[i] as number) > upTo);
  if (late.length === 0) throw new RangeError(`forecast: no x above upTo = ${upTo}, nothing to predict`);
  const pick = (values: Numbers, places: readonly number[]) => places.map((i) => values[i] as number);
  const moving = model.parameters.length - Object.keys(options.fixed ?? {}).length;
  if (early.length <= moving) {
    return {
      kind: "failed",
      upTo,
      reason: `${early.length} points up to ${upTo} for ${moving} parameters and their error`,
    };
  }
  if (options.sigma !== undefined) requireSameLength("forecast", { x, sigma: options.sigma });
  const sigma = options.sigma === undefined ? {} : { sigma: pick(options.sigma, early) };
  const result = inNameOf("forecast", () =>
    fit(model, pick(x, early), pick(y, early), { ...options, ...sigma } as FitOptions<Name>),
  );
  if (result.kind === "failed") return { kind: "failed", upTo, reason: result.reason };
  const lateX = pick(x, late);
  const lateY = pick(y, late);
  const { value, lower, upper } = result.band(lateX, { confidence, interval: "prediction" });
  const errors = lateY.map((observed, i) => observed - (value[i] as number));
  const within = lateY.filter((observed, i) => observed >= (lower[i] as number) && observed <= (upper[i] as number));
  return {
    kind: "forecast",
    upTo,
    fit: result,
    seen: early.length,
    x: lateX,
    y: lateY,
    predicted: value,
    lower,
    upper,
    errors,
    rootMeanSquareError: Math.sqrt(mean(errors, (error) => error * error) as number),
    meanAbsoluteError: mean(errors, Math.abs) as number,
    coverage: within.length / lateY.length,
  };
}

/**
 * Forecasts from every possible cutoff: one result per x, from the first that leaves a degree of freedom to the last but one.
 *
 * @throws RangeError if the data are invalid
 * @example
 * import { curves } from "@emergence/lib/fit";
 * import { forecastAll } from "@emergence/lib/forecast";
 * const x = [0, 1, 2, 3, 4, 5];
 * forecastAll(curves.line, x, [0, 1.1, 1.9, 3.1, 4, 5.1]).map(({ upTo }) => upTo); // => [2, 3, 4]
 */
export function forecastAll<Name extends string>(
  model: Model<Name>,
  x: Numbers,
  y: Numbers,
  options: Omit<ForecastOptions<Name>, "upTo"> = {},
): ForecastResult<Name>[] {
  optionsOf("forecastAll", options, forecastOptions);
  requireModel("forecastAll", model);
  requireFiniteNumbers("forecastAll", "x", x);
  const cuts = [...new Set(Float64Array.from(x).sort())].slice(0, -1);
  const moving = model.parameters.length - Object.keys(options.fixed ?? {}).length;
  const seen = (cut: number) => Array.from(x).filter((value) => value <= cut).length;
  return cuts
    .filter((cut) => seen(cut) > moving)
    .map((upTo) => inNameOf("forecastAll", () => forecast(model, x, y, { ...options, upTo })));
}

/** Kinds of the options of `earliestReliableCutoff`. */
const cutoffOptions: Kinds<{ readonly final: number; readonly tolerance?: number }> = {
  final: "number",
  tolerance: "number",
};

/** A cutoff from which on a quantity was known. */
export interface Cutoff {
  readonly kind: "cutoff";
  readonly upTo: number;
}

/**
 * The earliest cutoff from which on every forecast has a quantity within a tolerance of its final value: the time from which it could be known.
 *
 * @param results of `forecastAll`
 * @param quantity computed from each fit, such as `({ parameters }) => parameters.L`
 * @param options `final`, the value that it reached; `tolerance`, relative (default 0.1)
 * @returns the cutoff, or `kind: "failed"` if not even the last forecast is within the tolerance
 * @example
 * import { unwrap } from "@emergence/lib/core";
 * import { curves } from "@emergence/lib/fit";
 * import { earliestReliableCutoff, forecastAll } from "@emergence/lib/forecast";
 * const x = [0, 1, 2, 3, 4, 5];
 * const all = forecastAll(curves.line, x, [0, 1.5, 1.9, 3.1, 4, 5.1]);
 * unwrap(earliestReliableCutoff(all, ({ parameters }) => parameters.slope, { final: 1, tolerance: 0.1 })).upTo; // => 2
 */
export function earliestReliableCutoff<Name extends string>(
  results: readonly ForecastResult<Name>[],
  quantity: (fit: Fit<Name>) => number,
  options: { readonly final: number; readonly tolerance?: number },
): Cutoff | Failure {
  const caller = "earliestReliableCutoff";
  const { final, tolerance = 0.1 } = optionsOf(caller, options, cutoffOptions);
  requireFinite(caller, "final", final);
  requireNonNegative(caller, "tolerance", tolerance);
  requireFunction(caller, "quantity", quantity);
  requireList(caller, "results", results, "the results of forecastAll");
  for (let i = 0; i < results.length; i++) {
    const one = results[i] as ForecastResult<Name> | undefined;
    if (one?.kind !== "forecast" && one?.kind !== "failed") {
      throw new RangeError(`${caller}: results[${i}] is ${shown(one)}, needs a result of forecast`);
    }
    requireFinite(caller, `results[${i}].upTo`, one.upTo);
    if (one.kind === "forecast") requireFit(caller, `results[${i}].fit`, one.fit);
  }
  const finite = (value: number): number => {
    requireFinite(caller, "the value of quantity", value);
    return value;
  };
  const good = results.map(
    (one) => one.kind === "forecast" && Math.abs(finite(quantity(one.fit)) - final) <= tolerance * Math.abs(final),
  );
  const first = results[good.lastIndexOf(false) + 1];
  return first === undefined
    ? { kind: "failed", reason: `the last of ${results.length} forecasts is off by more than ${tolerance} of ${final}` }
    : { kind: "cutoff", upTo: first.upTo };
}
