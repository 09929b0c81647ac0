import { min } from "d3-array";
import { fit } from "../../fit/fit";
import { line } from "../../fit/model/curves/line";
import { nextScores } from "../../forecast/nextScores";
import { binomialSurvival } from "../../stats/binomialSurvival";
import type { Curve } from "../evidence/curve";
import type { Ready } from "../evidence/ready";
import { pAbove } from "./presence";

/** A score beside its forecast from the scores at smaller scales. */
export interface Forecasted {
  readonly at: number;
  readonly came: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Probability of so high a score, by its own trials or error, if the truth were the upper end. */
  readonly p: number;
}

/** Scores that the first forecast knows. */
const fewest = 3;

/**
 * Each score from the fourth on, forecast from all before it. Shares with a known chance in log odds above chance, where a rise from chance to 1 is
 * nearly straight and no band leaves 0 to 1; other scores have no known ends, so by a straight line. The bands hold together with the given
 * confidence (Bonferroni).
 */
export function forecastsOf(known: Ready, curve: Curve, confidence: number): readonly Forecasted[] {
  return known.once(`forecasts ${confidence}`, () => {
    const { x, y, uncertainty, chance } = curve;
    const each = 1 - (1 - confidence) / (y.length - fewest);
    if (uncertainty.kind !== "counts" || chance === undefined) return byLine(curve, each);
    const questions = questionsOf(chance, min(uncertainty.trials) as number);
    return nextScores("logit", x, y, { chance, questions, confidence: each }).map(
      ({ at, came, value, lower, upper }) => {
        const i = x.indexOf(at);
        const [k, n] = [uncertainty.successes[i] as number, uncertainty.trials[i] as number];
        return { at, came, value, lower, upper, p: binomialSurvival(k, n, upper) };
      },
    );
  });
}

/**
 * Questions of which half an answer is the standard error of guessing: log odds above chance tell nothing finer, and without this the noise of scores at
 * chance would spread over them without end, so that no band excluded anything.
 */
export function questionsOf(chance: number, trials: number): number {
  if (chance === 0) return trials;
  const error = Math.sqrt((chance * (1 - chance)) / trials) / (1 - chance);
  return Math.max(1, 1 / (2 * error));
}

function byLine({ x, y, uncertainty }: Curve, confidence: number): Forecasted[] {
  return x.slice(fewest).flatMap((at, i) => {
    const n = i + fewest;
    const fitted = fit(line, x.slice(0, n), y.slice(0, n));
    if (fitted.kind === "failed") return [];
    const { value, lower, upper } = fitted.band(at, { confidence, interval: "prediction" });
    const came = y[n] as number;
    // Rounding leaves residuals to exact lines: a score that far above the band is on the line.
    const error = uncertainty.kind === "errors" ? (uncertainty.error[n] as number) : 1e-9 * Math.max(1, Math.abs(came));
    return [{ at, came, value, lower, upper, p: pAbove(came, error, upper) }];
  });
}
