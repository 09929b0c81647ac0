import type { Numbers } from "../core/numbers";
import {
  inNameOf,
  optionsOf,
  requireFiniteNumbers,
  requireKind,
  requireSameLength,
  requireWhole,
} from "../core/require";
import type { Band } from "../fit/uncertainty/band";
import { type ExtrapolationMethod, type ExtrapolationOptions, extrapolateScore } from "./extrapolateScore";

/** Options of `nextScores`. */
export interface NextScoreOptions extends ExtrapolationOptions {
  /** Scores that the first forecast knows, 3 or more. Default: 3. */
  readonly from?: number;
}

/** A score that came, beside its forecast from the scores at smaller scales. */
export interface NextScore extends Band {
  readonly at: number;
  readonly came: number;
  /** (came - value) / (1 - chance): positive if the score is better than was forecast. */
  readonly surprise: number;
  /** Ends of the surprise, by the band: (came - upper) / (1 - chance) and (came - lower) / (1 - chance). */
  readonly surpriseInterval: { readonly lower: number; readonly upper: number };
  /** Whether the band holds the score that came. */
  readonly inside: boolean;
}

/**
 * Forecasts each score from those before it, and compares it with what came:
 *
 *     surprise_i = (y_i - forecast of y_i from y_0 ... y_{i-1}) / (1 - chance),   i = from ... n - 1
 *
 * A score for which the method has no forecast is left out.
 *
 * @param method as in `extrapolateScore`
 * @param x scales in powers of ten, in increasing order
 * @param y scores from 0 to 1
 * @param options `from`, and those of `extrapolateScore`: `chance`, `questions`, `confidence`
 * @throws RangeError for scales that do not increase, a `from` below 3, and what `extrapolateScore` refuses
 * @example
 * import { nextScores } from "@emergence/lib/forecast";
 * nextScores("last", [1, 2, 3, 4], [0, 0, 0.1, 0.6], { chance: 0 }).map(({ surprise }) => surprise); // => [0.5]
 */
export function nextScores(
  method: ExtrapolationMethod,
  x: Numbers,
  y: Numbers,
  options: NextScoreOptions = {},
): NextScore[] {
  const kinds = { from: "number", chance: "number", questions: "number", confidence: "number" } as const;
  const { from = 3, ...rest } = optionsOf("nextScores", options, kinds);
  requireWhole("nextScores", "from", from, 3);
  requireKind("nextScores", "method", method, ["last", "line", "logit", "logistic", "broken"]);
  requireFiniteNumbers("nextScores", "x", x);
  requireFiniteNumbers("nextScores", "y", y);
  requireSameLength("nextScores", { x, y });
  const [xs, ys] = [Array.from(x), Array.from(y)];
  const bad = ys.findIndex((score) => !(score >= 0 && score <= 1));
  if (bad >= 0) throw new RangeError(`nextScores: y[${bad}] = ${ys[bad]}, needs scores from 0 to 1`);
  const fall = xs.findIndex((at, i) => i > 0 && !(at >= (xs[i - 1] as number)));
  if (fall > 0)
    throw new RangeError(`nextScores: x[${fall}] = ${xs[fall]} after ${xs[fall - 1]}, needs increasing scales`);
  return xs.slice(from).flatMap((at, i) => {
    const [seen, scores] = [xs.slice(0, i + from), ys.slice(0, i + from)];
    const told = inNameOf("nextScores", () => extrapolateScore(method, seen, scores, at, rest));
    if (told.kind === "failed") return [];
    const came = ys[i + from] as number;
    const share = (forecast: number) => (came - forecast) / (1 - (rest.chance ?? 0));
    const { value, lower, upper } = told;
    return {
      at,
      came,
      value,
      lower,
      upper,
      surprise: share(value),
      surpriseInterval: { lower: share(upper), upper: share(lower) },
      inside: came >= lower && came <= upper,
    };
  });
}
