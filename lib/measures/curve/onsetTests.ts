import type { Random } from "../../stats/random";
import { bestLogistic, bestOnset, lineCurve, logistics, type Models, onsetCurve, squares } from "./onset";

/** Tests of four curves of score over loss, each by data sets drawn from the curve that is asked about. */
export interface CurveTests {
  /** Chance at every loss: the relative reduction of the residual sum of squares by a threshold, and its p. */
  readonly flat: { readonly statistic: number; readonly p: number };
  /** Straight line: the relative reduction of the residual sum of squares by a threshold, and its p. */
  readonly line: { readonly statistic: number; readonly p: number };
  /** Logistic curve from chance: ln of its residual sum of squares over the threshold's, and the p of so large a value. */
  readonly smooth: { readonly statistic: number; readonly p: number };
  /** Threshold curve: the p of so small a value of `smooth.statistic`. */
  readonly threshold: { readonly p: number };
}

interface Setting {
  readonly models: Models;
  /** Scores above chance. */
  readonly y: Float64Array;
  /** Places of the threshold. */
  readonly at: readonly number[];
  readonly replicates: number;
  readonly source: Random;
}

/** Residuals below this share of the scores' squares are rounding. */
const rounding = 1e-20;

export function againstCurves({ models, y, at, replicates, source }: Setting): CurveTests {
  const { weights, loss } = models;
  const smoothColumns = logistics(models, y);
  const none = y.map(() => 0);
  const tiny = rounding * squares(weights, y, none) + Number.MIN_VALUE;
  const left = (values: Float64Array, curve: Float64Array) => squares(weights, values, curve) + tiny;
  const ofThreshold = (values: Float64Array) => bestOnset(models, values, at).rss + tiny;
  const reduction = (values: Float64Array, plain: Float64Array) => left(values, plain) / ofThreshold(values) - 1;
  const againstFlat = (values: Float64Array) => reduction(values, none);
  const againstLine = (values: Float64Array) => reduction(values, lineCurve(models, values));
  const againstSmooth = (values: Float64Array) =>
    Math.log(left(values, bestLogistic(smoothColumns, values)) / ofThreshold(values));
  const seen = { flat: againstFlat(y), line: againstLine(y), smooth: againstSmooth(y) };
  const fitted = {
    line: lineCurve(models, y),
    smooth: bestLogistic(smoothColumns, y),
    threshold: onsetCurve(bestOnset(models, y, at), loss),
  };
  /** Share of data sets drawn from a curve that are as extreme: its residuals, widened by what its parameters take of them, get random signs. */
  const share = (curve: Float64Array, parameters: number, extreme: (values: Float64Array) => boolean) => {
    const widened = Math.sqrt(y.length / (y.length - parameters));
    const scatter = curve.map((value, i) => widened * ((y[i] as number) - value));
    const sign = () => (source.uniform() < 0.5 ? -1 : 1);
    let count = 0;
    for (let r = 0; r < replicates; r++) {
      if (extreme(curve.map((value, i) => value + sign() * (scatter[i] as number)))) count++;
    }
    return (1 + count) / (1 + replicates);
  };
  return {
    flat: { statistic: seen.flat, p: share(none, 0, (one) => againstFlat(one) >= seen.flat) },
    line: { statistic: seen.line, p: share(fitted.line, 2, (one) => againstLine(one) >= seen.line) },
    smooth: { statistic: seen.smooth, p: share(fitted.smooth, 3, (one) => againstSmooth(one) >= seen.smooth) },
    threshold: { p: share(fitted.threshold, 3, (one) => againstSmooth(one) <= seen.smooth) },
  };
}
