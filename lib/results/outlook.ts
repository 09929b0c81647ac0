// Forecasts of the next scales, and what such forecasts were worth on the curve itself.
import type { Failure } from "../core/failure";
import { numberText } from "../core/numberText";
import type { Curve } from "../definitions/evidence/curve";
import { fit } from "../fit/fit";
import { line } from "../fit/model/curves/line";
import { extrapolateScore, type ScoreForecast } from "../forecast/extrapolateScore";
import { binomialSurvival } from "../stats/binomialSurvival";
import type { ForecastPoint, Outlook } from "./types";

const confidence = 0.95;
/** Scores that the first forecast knows. */
const fewest = 3;
/** Factors of scale, or steps of mean length where ratios mean nothing. */
const [factors, steps] = [
  [2, 10],
  [1, 3],
];
/** A band as wide as this share of all that a score can be excludes little. */
const wide = 0.5;

const text = (value: number): string => numberText(value, { digits: 2 });

/** Forecasts for twice and ten times the largest scale, or for one and three steps more. */
export function outlookOf(curve: Curve): Outlook | Failure {
  const { x, y, log, scale } = curve;
  if (y.length < fewest) return { kind: "failed", reason: `${y.length} scores, and a forecast takes ${fewest}` };
  const next = log
    ? factors.map((factor) => ({ scale: (scale.at(-1) as number) * factor, step: `× ${factor}` }))
    : steps.map((n) => ({
        scale: (scale.at(-1) as number) + (n * curve.span) / (y.length - 1),
        step: n === 1 ? "1 step on" : `${n} steps on`,
      }));
  const points: ForecastPoint[] = [];
  for (const one of next) {
    const told = forecastAt(curve, y.length, log ? Math.log10(one.scale) : one.scale);
    if (told.kind === "failed") return told;
    const { value, lower, upper } = told;
    points.push({ ...one, value, lower, upper });
  }
  const tries = x.slice(fewest).flatMap((at, i) => {
    const told = forecastAt(curve, i + fewest, at);
    return told.kind === "failed"
      ? []
      : [{ ...told, came: y[i + fewest] as number, before: y[i + fewest - 1] as number }];
  });
  const inside = tries.filter(({ came, lower, upper }) => came >= lower && came <= upper).length;
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const miss = mean(tries.map(({ came, value }) => Math.abs(came - value)));
  const missAsNow = mean(tries.map(({ came, before }) => Math.abs(came - before)));
  const record = { tried: tries.length, inside, ...(tries.length > 0 ? { miss, missAsNow } : {}) };
  return {
    kind: "outlook",
    method: isShare(curve) ? "log odds" : "straight line",
    points,
    ...record,
    worth: worthOf(curve, points, { tried: tries.length, inside, miss, missAsNow }),
  };
}

/** Whether all scores lie between 0 and 1, where a straight line would leave the ends. */
const isShare = ({ y }: Curve): boolean => y.every((score) => score >= 0 && score <= 1);

/** The score at a place, from the first n: log odds above chance for shares, else a straight line. */
function forecastAt(curve: Curve, n: number, at: number): ScoreForecast {
  const { x, y, chance = 0, uncertainty } = curve;
  const [xs, ys] = [x.slice(0, n), y.slice(0, n)];
  if (isShare(curve) && chance >= 0 && chance < 1) {
    const trials = uncertainty.kind === "counts" ? Math.min(...uncertainty.trials) : undefined;
    return extrapolateScore("logit", xs, ys, at, { chance, confidence, ...questions(chance, trials) });
  }
  const fitted = fit(line, xs, ys);
  if (fitted.kind === "failed") return { kind: "failed", reason: fitted.reason };
  return { kind: "forecast", ...fitted.band(at, { confidence, interval: "prediction" }) };
}

/** Questions so few that log odds above chance tell nothing finer than the noise of guessing; without trials, a hundred. */
function questions(chance: number, trials: number = 100): { questions: number } {
  if (chance === 0) return { questions: trials };
  const error = Math.sqrt((chance * (1 - chance)) / trials) / (1 - chance);
  return { questions: Math.max(1, 1 / (2 * error)) };
}

interface Record {
  readonly tried: number;
  readonly inside: number;
  readonly miss: number;
  readonly missAsNow: number;
}

/** The plain words: what was tried, how it went, and what follows. */
function worthOf(curve: Curve, points: readonly ForecastPoint[], { tried, inside, miss, missAsNow }: Record): string {
  const near = points[0] as ForecastPoint;
  const range = isShare(curve) ? 1 : Math.max(...curve.y) - Math.min(...curve.y);
  const vague =
    near.upper - near.lower >= wide * range ? ` The band at ${near.step} is so wide that it excludes little.` : "";
  if (tried === 0) return `Nobody knows: with ${curve.y.length} scores no such forecast could be tried.${vague}`;
  const said = `Tried on the scores that are there, each from those before it: ${inside} of ${tried} came inside their 95 % bands, and the forecasts missed by ${text(miss)} on average; who says that all stays as it is misses by ${text(missAsNow)}.`;
  return `${said} ${judged(curve, { tried, inside, miss, missAsNow })}${vague}`;
}

function judged({ log, span, y }: Curve, { tried, inside, miss, missAsNow }: Record): string {
  // So many outside their bands by accident, if 95 % were true.
  if (binomialSurvival(tried - inside, tried, 1 - confidence) < 0.05)
    return "Not much: the bands were too narrow for this curve, and are so again if it bends as it did.";
  if (miss >= missAsNow) return "Not much: to say that all stays as it is was as good or better.";
  if (tried < 5) return `Something perhaps: ${tried} tries are few.`;
  const step = log ? `a factor of ${text(10 ** (span / (y.length - 1)))}` : "one step";
  return `Something, for steps as they are in the file, ${step} on average; what lies further is beyond what was tried.`;
}
