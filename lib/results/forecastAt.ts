import { median, min } from "d3-array";
import { questionsOf } from "../definitions/curves/forecasts";
import type { Curve } from "../definitions/evidence/curve";
import { fit } from "../fit/fit";
import { line } from "../fit/model/curves/line";
import { extrapolateScore, type ScoreForecast } from "../forecast/extrapolateScore";

const confidence = 0.95;
const normal95 = 1.959963984540054;
/** Trials where nothing is said of them. */
const supposed = 100;

/** Whether all scores lie between 0 and 1, where a straight line would leave the ends. */
export const isShare = ({ y, chance = 0 }: Curve): boolean =>
  y.every((score) => score >= 0 && score <= 1) && chance >= 0 && chance < 1;

/**
 * The score at a place, from the first n: of shares by a straight line in log odds above chance, or in the score itself while most of them are at
 * chance, where log odds have nothing to tell; of other scores by a straight line. The band is no narrower than a new score's own error.
 */
export function forecastAt(curve: Curve, n: number, at: number): ScoreForecast {
  const { chance = 0, uncertainty } = curve;
  const [x, y] = [curve.x.slice(0, n), curve.y.slice(0, n)];
  if (!isShare(curve)) {
    const fitted = fit(line, x, y);
    if (fitted.kind === "failed") return { kind: "failed", reason: fitted.reason };
    const error = uncertainty.kind === "errors" ? (median(uncertainty.error.slice(0, n)) ?? 0) : 0;
    return widened({ kind: "forecast", ...fitted.band(at, { confidence, interval: "prediction" }) }, error, [
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  }
  const trials = trialsOf(curve, n);
  const atChance = y.filter((score) => score <= chance).length > n / 2;
  const method = atChance && chance > 0 ? "line" : "logit";
  const told = extrapolateScore(method, x, y, at, { chance, confidence, questions: questionsOf(chance, trials) });
  if (told.kind === "failed") return told;
  const p = (told.value * trials + 1) / (trials + 2);
  return widened(told, Math.sqrt((p * (1 - p)) / trials), [0, 1]);
}

/** Trials behind a score: the fewest counted, or as many as would have the errors that are given. */
function trialsOf({ y, uncertainty }: Curve, n: number): number {
  if (uncertainty.kind === "counts") return min(uncertainty.trials.slice(0, n)) as number;
  if (uncertainty.kind === "none") return supposed;
  const error = median(uncertainty.error.slice(0, n)) ?? 0;
  const mean = y.slice(0, n).reduce((sum, one) => sum + one, 0) / n;
  return error > 0 ? Math.max(1, (mean * (1 - mean)) / error ** 2) : supposed;
}

function widened(told: ScoreForecast, error: number, [low, high]: readonly [number, number]): ScoreForecast {
  if (told.kind === "failed") return told;
  const half = normal95 * error;
  const { value } = told;
  return {
    ...told,
    lower: Math.max(low, Math.min(told.lower, value - half)),
    upper: Math.min(high, Math.max(told.upper, value + half)),
  };
}
