// What a forecast is worth, in plain words, by what such forecasts did on the curve itself.
import { max, min } from "d3-array";
import { numberText } from "../core/numberText";
import type { Curve } from "../definitions/evidence/curve";
import { binomialSurvival } from "../stats/binomialSurvival";
import { isShare } from "./forecastAt";
import type { ForecastPoint } from "./types";

/** How such forecasts did on the scores that are there. */
export interface ForecastRecord {
  readonly near: { readonly tried: number; readonly inside: number };
  readonly far: { readonly tried: number; readonly inside: number };
  readonly miss?: number;
  readonly missAsNow?: number;
}

/** A band as wide as this share of all that a score can be excludes little. */
const wide = 0.5;
/** A miss above this share of the miss of who says that all stays as it is, is hardly better. */
const hardly = 0.8;
/** Forecasts below which nothing can be said of their worth. */
const few = 5;
/** A band of 95 %, and the level at which so many outside are no accident. */
const [outside, alpha] = [0.05, 0.05];

const text = (value: number): string => numberText(value, { digits: 2 });

export function worthOf(curve: Curve, points: readonly ForecastPoint[], record: ForecastRecord): string {
  const { near, far, miss, missAsNow } = record;
  const [next, last] = [points[0] as ForecastPoint, points.at(-1) as ForecastPoint];
  const range = isShare(curve) ? 1 : (max(curve.y) as number) - (min(curve.y) as number);
  const vague =
    next.upper - next.lower >= wide * range ? ` The band at ${next.step} is so wide that it excludes little.` : "";
  if (miss === undefined || missAsNow === undefined)
    return `Nobody knows: with ${curve.y.length} scores no such forecast could be tried.${vague}`;
  const tried = `Tried on the scores that are there, each from those before it: ${near.inside} of ${near.tried} came inside their 95 % bands, and the forecasts missed by ${text(miss)} on average; who says that all stays as it is misses by ${text(missAsNow)}.`;
  const further =
    far.tried === 0
      ? `Nothing as far as ${last.step} could be tried.`
      : `Over some ${curve.log ? "ten times the scale" : "three steps"}, ${far.inside} of ${far.tried} came inside.`;
  return `${tried} ${further} ${judged(record, miss, missAsNow)}${vague}`;
}

function judged({ near, far }: ForecastRecord, miss: number, missAsNow: number): string {
  if (isTooOften(near))
    return "So not much: the bands were too narrow for this curve, and are so again if it bends as it did.";
  if (miss >= missAsNow) return "So not much: to say that all stays as it is was as good or better.";
  if (miss > hardly * missAsNow) return "So little: to say that all stays as it is was nearly as good.";
  if (near.tried < few) return `So something perhaps: ${near.tried} tries are few.`;
  if (isTooOften(far))
    return "So something for the next step, and not for the far one, where the bands were too narrow.";
  return "So something, as long as the curve goes on as it did.";
}

const isTooOften = ({ tried, inside }: { tried: number; inside: number }): boolean =>
  tried > 0 && binomialSurvival(tried - inside, tried, outside) < alpha;
