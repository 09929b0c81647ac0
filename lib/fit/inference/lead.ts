import { max, min } from "d3-array";
import { inNameOf, type Kinds, optionsOf, requireFinite } from "../../core/require";
import { requireFit } from "../result/requireFit";
import type { Fit } from "../result/result";
import { type InverseOptions, type InversePrediction, inversePrediction } from "./inversePrediction";

/** Options of `lead`. */
export interface LeadOptions extends Partial<InverseOptions> {}

/** Kinds of the options, for their check. */
const leadOptions: Kinds<LeadOptions> = {
  from: "number",
  to: "number",
  confidence: "number",
  interval: ["confidence", "prediction"],
};

/**
 * How far an observation (x, y) is ahead of a trend, along x: the x at which the trend reaches y, less its own,
 *
 *     lead = inversePrediction(fitted, y) - x
 *
 * 0 is on the trend, 1 is one unit of x ahead; over powers of ten of compute a lead of 1 is a factor of ten. `lower` and `upper` hold every lead at
 * which the observation lies within the band, that of single observations unless `interval` says otherwise. An end outside of [from, to] is infinite.
 *
 * @param fitted a fit with one predictor, whose curve is monotonic between `from` and `to`
 * @param x where the observation was made
 * @param y what was observed
 * @param options as for `inversePrediction`; `from` and `to` are by default the least and the greatest x of the fit's data
 * @throws RangeError for x or y that is not finite, and wherever `inversePrediction` does
 * @example
 * import { curves, fit, lead, unwrapFit } from "@emergence/lib/fit";
 * const line = unwrapFit(fit(curves.line, [0, 1, 2, 3, 4], [1.1, 2.9, 5, 7.1, 8.9]));
 * lead(line, 1.5, 5).value.toFixed(3); // => "0.500"
 *
 * Source: Seber & Wild 2003, Nonlinear Regression, section 5.5.
 */
export function lead(fitted: Fit, x: number, y: number, options: LeadOptions = {}): InversePrediction {
  requireFit("lead", "fitted", fitted);
  requireFinite("lead", "x", x);
  requireFinite("lead", "y", y);
  const given = optionsOf("lead", options, leadOptions);
  const data = Array.from(fitted.x as ArrayLike<number>);
  const { from = min(data) as number, to = max(data) as number } = given;
  const at = inNameOf("lead", () => inversePrediction(fitted, y, { ...given, from, to }));
  return { value: at.value - x, lower: at.lower - x, upper: at.upper - x };
}
