import { max, min } from "d3-array";
import { type Curve, curveOf } from "../evidence/curve";
import type { Ready } from "../evidence/ready";
import { isAnswer, no, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition, Judgement } from "../types";
import { forecastsOf } from "./forecasts";

/** Level at which a score lies above the end of its band, beyond its own error. */
const alpha = 0.05;
/** A band wider than this share of the way from chance to the top holds nearly whatever comes. */
const widest = 0.5;

/** Whether a score came above its forecast. */
export function unforeseen(known: Ready, curve: Curve, confidence: number): Judgement {
  const all = forecastsOf(known, curve, confidence);
  if (all.length === 0) return undecided("No forecast: the smaller scales determine no curve.");
  const place = (at: number) => (curve.log ? `scale 10^${text(at)}` : `scale ${text(at)}`);
  const surprise = all.find(({ came, upper, p }) => came > upper && p <= alpha);
  if (surprise !== undefined) {
    const { at, came, value, upper } = surprise;
    return yes(
      `Unforeseen at ${place(at)}: ${text(came)} came, the smaller scales said ${text(value)}, at most ${text(upper)}.`,
      came - upper,
    );
  }
  const last = all.at(-1) as (typeof all)[0];
  const said = `at the largest scale ${text(last.came)} came, forecast ${text(last.value)}, ${text(last.lower)} to ${text(last.upper)}`;
  const { chance = 0, uncertainty, y } = curve;
  const top = uncertainty.kind === "counts" ? 1 - chance : (max(y) as number) - (min(y) as number);
  if (last.upper - last.lower > widest * top) return undecided(`The band leaves no room for a surprise: ${said}.`);
  return no(`As the smaller scales foretold, within their bands: ${said}.`, last.came - last.upper);
}

/** Confidence of the bands, as both definitions that ask for a surprise use it. */
export const foretold = {
  value: 0.95,
  unit: "confidence",
  text: "A score above the 95 % prediction bands of forecasts from all smaller scales, and beyond its own error: what a careful reader would not have put into the range. The bands hold together, so that more scales give no more chances; each scale is a next one once, since surprise comes when the score does. Without one the answer is no if the band at the largest scale excludes half of what could have come.",
} as const;

/** Spontaneous and unanticipated. */
export const hendrycks: Definition = operational({
  id: "hendrycks",
  author: "Hendrycks et al.",
  year: 2021,
  name: "unanticipated",
  sense: "machineLearning",
  rogers: 1,
  paraphrase:
    "Learned systems are like self-organizing ones: capabilities turn up in them by themselves, not anticipated by those who made them.",
  source:
    "Hendrycks, Carlini, Schulman & Steinhardt 2021, Unsolved problems in ML safety, arXiv 2109.13916, as quoted and explained by Haimes 2024; only its opening read. That the forecast is one from smaller scales is our reading",
  threshold: foretold,
  rule(known, confidence) {
    const curve = curveOf(known);
    return isAnswer(curve) ? curve : unforeseen(known, curve, confidence);
  },
});
