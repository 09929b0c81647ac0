import { median } from "d3-array";
import type { Model, Point } from "../model/model";
import type { Observations, Robustness } from "./leastSquares";
import { type LossName, losses } from "./loss";
import { defaults } from "./options";

/** The curve at every point. */
export function valuesAt(model: Model, { points, y }: Observations, parameters: Float64Array): number[] {
  const gradient = new Float64Array(parameters.length);
  const values: number[] = [];
  for (let i = 0; i < y.length; i++) values.push(model.point(points[i] as Point, parameters, gradient));
  return values;
}

/** Weighted residuals of a fitted curve, sqrt(w) (y - f). */
export function weigh({ y, rootWeights }: Observations, fitted: readonly number[]): Float64Array {
  const weighted = new Float64Array(y.length);
  for (let i = 0; i < weighted.length; i++) {
    const root = rootWeights[i] as number;
    // The model need not be defined at a point of weight 0.
    if (root !== 0) weighted[i] = root * ((y[i] as number) - (fitted[i] as number));
  }
  return weighted;
}

/** The loss of a fit, its scale in the unit of the data. */
export function lossOf(loss: LossName | undefined, scale: number, { unit }: Observations): Robustness {
  const known = loss ?? defaults.loss;
  return { loss: known, scale: known === "linear" ? 1 : scale / unit };
}

/** Robust scale of the residuals in the unit of the data, 1.4826 median |r|; never 0. */
export function residualScale(model: Model, data: Observations, parameters: Float64Array): number {
  const sizes = weigh(data, valuesAt(model, data, parameters))
    .map(Math.abs)
    .filter((_, i) => data.rootWeights[i] !== 0);
  const largest = data.y.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  const smallest = Number.EPSILON * (largest / data.unit);
  return 1.4826 * (median(sizes) ?? 0) || smallest || 1;
}

/** Sum of a robust loss over residuals, in units of its scale. */
function lossSum(residuals: Float64Array, { loss, scale }: Robustness): number {
  if (loss === "linear") return residuals.reduce((total, r) => total + r * r, 0);
  const out = new Float64Array(3);
  return residuals.reduce((total, r) => {
    losses[loss]((r / scale) ** 2, out);
    return total + (out[0] as number);
  }, 0);
}

/** Whether the median of y has a smaller sum of a robust loss than weighted residuals have. Squares would blame a curve for the outliers that it rightly leaves out. */
export function medianLoses(data: Observations, residuals: Float64Array, robustness: Robustness): boolean {
  const middle = median(data.y.filter((_, i) => data.rootWeights[i] !== 0)) ?? 0;
  const around = weigh(
    data,
    Array.from(data.y, () => middle),
  );
  return lossSum(around, robustness) * (1 + 1e-9) >= lossSum(residuals, robustness);
}

/**
 * Ratio of the errors of a robust fit to sigma (J'J)^-1/2 with the solver's J: Huber's
 *
 *     s^2 = K^2 (sum psi^2 / (n - p)) / mean(psi')^2,   K = 1 + (p / n) var(psi') / mean(psi')^2
 *
 * with psi = r rho'(z), over sigma^2 (Huber 1981, Robust Statistics, eq. 7.6.5). The solver's J'J contains mean(psi') once already. 1 for squares.
 */
export function robustFactor(residuals: Float64Array, { loss, scale }: Robustness, parameters: number): number {
  if (loss === "linear") return 1;
  const out = new Float64Array(3);
  const n = residuals.length;
  let squares = 0;
  let scores = 0;
  let slope = 0;
  let slopeSquares = 0;
  for (const r of residuals) {
    const z = (r / scale) ** 2;
    losses[loss](z, out);
    const bend = (out[1] as number) + 2 * z * (out[2] as number);
    squares += r * r;
    scores += (r * (out[1] as number)) ** 2;
    slope += bend / n;
    slopeSquares += (bend * bend) / n;
  }
  if (!(squares > 0 && slope > 0)) return 1;
  const correction = 1 + (parameters / n) * (slopeSquares / (slope * slope) - 1);
  return correction * Math.sqrt(scores / squares / slope);
}
