import { mean } from "d3-array";
import type { Failure } from "../core/failure";
import type { Numbers } from "../core/numbers";
import {
  inNameOf,
  type Kinds,
  optionsOf,
  requireChance,
  requireFinite,
  requireFiniteNumbers,
  requireInside,
  requireKind,
  requireSameLength,
} from "../core/require";
import { fit } from "../fit/fit";
import { brokenPowerLaw } from "../fit/model/curves/brokenPowerLaw";
import { line } from "../fit/model/curves/line";
import { logistic4 } from "../fit/model/curves/logistic4";
import type { Model } from "../fit/model/model";
import type { FitOptions } from "../fit/problem/options";
import type { Band } from "../fit/uncertainty/band";
import { studentQuantile } from "../stats/distributions";

/** Methods of extrapolation. */
export type ExtrapolationMethod = "last" | "line" | "logit" | "logistic" | "broken";

/** Options of `extrapolateScore`. */
export interface ExtrapolationOptions {
  /** Chance level, from 0 to below 1: the score of guessing. Default: 0. */
  readonly chance?: number;
  /** Number of questions per score; the logit of 0 right answers is that of half an answer. Default: 1000. */
  readonly questions?: number;
  /** Confidence of the band, between 0 and 1. Default: 0.95. */
  readonly confidence?: number;
}

/** Kinds of the options, for their check. */
const extrapolationOptions: Kinds<ExtrapolationOptions> = {
  chance: "number",
  questions: "number",
  confidence: "number",
};

/** A forecast score with its band, or the reason why there is none. */
export type ScoreForecast = ({ readonly kind: "forecast" } & Band) | Failure;

/**
 * Extrapolates a score from 0 to 1 to a larger scale. With s = (y - chance) / (1 - chance), the score above chance:
 *
 *     "last"      the last score stays
 *     "line"      y = a + b x
 *     "logit"     ln((s n + 1/2) / (n - s n + 1/2)) = a + b x, n questions
 *     "logistic"  y = chance + (L - chance) / (1 + exp(-k (x - x0))), L at most 1, least squares
 *     "broken"    1 - s = b (1 + (10^x / d)^(1/f))^(-c f): constant error, then a power law
 *
 * The band is the method's prediction band for one new score ("last": Student's t times the root mean square step), cut at 0 and 1 as the value is.
 * If all scores are equal, every method forecasts that score with a band of width 0.
 *
 * @param x scales in powers of ten, in any order, at least 3
 * @param y scores from 0 to 1
 * @param at the scale to forecast for
 * @throws RangeError for an unknown method, ragged or too few data, or scores outside 0 to 1
 * @example
 * import { extrapolateScore } from "@emergence/lib/forecast";
 * const next = extrapolateScore("line", [1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4], 5);
 * next.kind === "forecast" && next.value.toFixed(2); // => "0.50"
 *
 * Source: "logit": Cox 1970, Analysis of Binary Data, section 3.2; "broken": Caballero et al. 2023, eq. 1 with a = c0 = 0; the others are textbook curves.
 */
export function extrapolateScore(
  method: ExtrapolationMethod,
  x: Numbers,
  y: Numbers,
  at: number,
  options: ExtrapolationOptions = {},
): ScoreForecast {
  const {
    chance = 0,
    questions = 1000,
    confidence = 0.95,
  } = optionsOf("extrapolateScore", options, extrapolationOptions);
  const where = "extrapolateScore";
  requireFiniteNumbers(where, "x", x);
  requireFiniteNumbers(where, "y", y);
  requireFinite(where, "at", at);
  requireInside(where, "confidence", confidence);
  requireKind(where, "method", method, ["last", "line", "logit", "logistic", "broken"]);
  requireSameLength(where, { x, y });
  if (x.length < 3) throw new RangeError(`${where}: ${x.length} scores, needs at least 3`);
  requireChance(where, "chance", chance);
  if (!(questions >= 1)) throw new RangeError(`${where}: ${questions} questions, needs at least 1`);
  const order = Array.from(x.keys()).sort((a, b) => (x[a] as number) - (x[b] as number));
  const xs = order.map((i) => x[i] as number);
  const ys = order.map((i) => y[i] as number);
  const bad = ys.find((score) => !(score >= 0 && score <= 1));
  if (bad !== undefined) throw new RangeError(`${where}: a score of ${bad}, needs scores from 0 to 1`);
  const same = ys[0] as number;
  if (ys.every((score) => score === same)) return { kind: "forecast", value: same, lower: same, upper: same };
  const share = (score: number) => Math.min(1, Math.max(0, (score - chance) / (1 - chance)));
  const score = (part: number) => chance + (1 - chance) * part;
  const through = <Name extends string>(
    model: Model<Name>,
    to: (score: number) => number,
    back: (value: number) => number,
    options: FitOptions<Name> = {},
    scale: (x: number) => number = (value) => value,
  ): ScoreForecast => {
    const moving = model.parameters.length - Object.keys(options.fixed ?? {}).length;
    if (xs.length <= moving) {
      return { kind: "failed", reason: `${xs.length} scores for ${moving} parameters and their error` };
    }
    const values = ys.map(to);
    if (values.every((value) => value === values[0])) {
      const same = back(values[0] as number);
      return { kind: "forecast", value: same, lower: same, upper: same };
    }
    const result = inNameOf(where, () => fit(model, xs.map(scale), values, options));
    if (result.kind === "failed") return { kind: "failed", reason: result.reason };
    const { value, lower, upper } = result.band(scale(at), { confidence, interval: "prediction" });
    const clipped = (end: number) => Math.min(1, Math.max(0, end));
    const [a, b] = [clipped(back(lower)), clipped(back(upper))];
    return { kind: "forecast", value: clipped(back(value)), lower: Math.min(a, b), upper: Math.max(a, b) };
  };
  const plain = (value: number) => value;
  switch (method) {
    case "last":
      return lastScore(ys, confidence);
    case "line":
      return through(line, plain, plain);
    case "logit":
      return through(
        line,
        (value) => Math.log((share(value) * questions + 0.5) / (questions - share(value) * questions + 0.5)),
        (logit) => score(1 / (1 + Math.exp(-logit))),
      );
    case "logistic":
      return through(logistic4, plain, plain, { fixed: { floor: chance }, bounds: { L: [chance, 1] } });
    case "broken": {
      const center = mean(xs) as number;
      const scale = (value: number) => 10 ** (value - center);
      return through(
        brokenPowerLaw(1),
        (value) => 1 - share(value),
        (error) => score(1 - error),
        { fixed: { a: 0, c0: 0 } },
        scale,
      );
    }
  }
}

/** The last score, with a band as wide as the steps so far. */
function lastScore(ys: readonly number[], confidence: number): ScoreForecast {
  const value = ys.at(-1) as number;
  const steps = ys.slice(1).map((next, i) => next - (ys[i] as number));
  const size = Math.sqrt(mean(steps, (step) => step * step) as number);
  const half = studentQuantile((1 + confidence) / 2, steps.length) * size;
  return { kind: "forecast", value, lower: Math.max(0, value - half), upper: Math.min(1, value + half) };
}
