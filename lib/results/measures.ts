// What the measures say of a curve, with the very numbers that the definitions judge by.
import { numberText } from "../core/numberText";
import { changeOf } from "../definitions/curves/change";
import { forecastsOf } from "../definitions/curves/forecasts";
import { wei } from "../definitions/curves/wei";
import { widthOf } from "../definitions/curves/width";
import type { Curve } from "../definitions/evidence/curve";
import type { Ready } from "../definitions/evidence/ready";
import { breakthroughness } from "../measures/curve/breakthroughness";
import { linearity } from "../measures/curve/linearity";
import { straightLineScore } from "../measures/curve/straightLineScore";
import { weiThreshold } from "../measures/curve/weiThreshold";
import type { ReportedMeasure } from "./types";

const text = (value: number): string => numberText(value, { digits: 3 });
const confidence = 0.95;
/** Level at which a change is one, as the definitions have it. */
const level = 0.05;

/** Of a curve of four points or more; each says what it lacks where it cannot say more. */
export function measuresOf(known: Ready, curve: Curve): ReportedMeasure[] {
  return [
    change(known, curve),
    width(known, curve),
    threshold(known, curve),
    surprise(known, curve),
    breakthrough(curve),
  ];
}

function change(known: Ready, curve: Curve): ReportedMeasure {
  const about = { id: "change", name: "Change" } as const;
  const found = changeOf(known, curve);
  if (found === undefined)
    return { ...about, said: "Neither trials nor errors, and too few scores to see how they scatter." };
  const { first, last, difference, either } = found;
  const p = either < 1e-4 ? "p below .0001" : `p ${numberText(either, { digits: 2 })}`;
  return { ...about, said: `First third ${text(first)}, last third ${text(last)}, ${p}.`, value: difference };
}

function width(known: Ready, curve: Curve): ReportedMeasure {
  const about = { id: "width", name: "Width of the rise" } as const;
  const changed = changeOf(known, curve);
  if (changed !== undefined && changed.either > level) return { ...about, said: "None: no change is seen." };
  const found = widthOf(known, curve);
  if (found.kind === "failed") return { ...about, said: `None: ${found.reason}.` };
  const unit = curve.log ? "decades of scale" : "of the observed range";
  return {
    ...about,
    said: `From 10 to 90 % within ${text(found.width)} ${unit} (95 % ${text(found.lower)} to ${text(found.upper)}).`,
    ...(Number.isFinite(found.width) ? { value: found.width } : {}),
  };
}

function threshold({ evidence }: Ready, { x, scale, uncertainty, chance }: Curve): ReportedMeasure {
  const about = { id: "threshold", name: "Threshold" } as const;
  if (chance === undefined) return { ...about, said: "The score of guessing is not known." };
  if (uncertainty.kind !== "counts") return { ...about, said: wei.judge(evidence).why };
  const found = weiThreshold(x, uncertainty.successes, uncertainty.trials, { chance });
  if (found.kind === "failed")
    return { ...about, said: `No scale is above chance ${text(chance)}, at 5 % for all together.` };
  const at = scale[x.indexOf(found.x)] as number;
  const where = found.fromTheStart ? "from the smallest scale on" : `first at scale ${text(at)}`;
  const lasting = found.lasting ? "and at all larger scales" : "but not at all larger scales";
  return { ...about, said: `Above chance ${text(chance)} ${where}, ${lasting}.`, value: at };
}

function surprise(known: Ready, curve: Curve): ReportedMeasure {
  const about = { id: "surprise", name: "Surprise" } as const;
  const all = forecastsOf(known, curve, confidence);
  if (all.length === 0) return { ...about, said: "No forecast: the smaller scales determine no curve." };
  const above = all.filter(({ came, upper }) => came > upper);
  const largest = above.reduce(
    (best, one) => (one.came - one.upper > (best?.came ?? 0) - (best?.upper ?? 0) ? one : best),
    above[0],
  );
  if (largest === undefined)
    return {
      ...about,
      said: `None of ${all.length} scores came above the band of its forecast from the smaller scales.`,
      value: 0,
    };
  const at = text(curve.scale[curve.x.indexOf(largest.at)] as number);
  return {
    ...about,
    said: `${above.length} of ${all.length} scores came above their bands; the most at scale ${at}: ${text(largest.came)} came, at most ${text(largest.upper)} was forecast.`,
    value: largest.came - largest.upper,
  };
}

function breakthrough({ y }: Curve): ReportedMeasure {
  const about = { id: "breakthrough", name: "Breakthrough" } as const;
  const found = breakthroughness(y);
  if (found.kind === "failed") return { ...about, said: "All scores are equal." };
  return {
    ...about,
    said: `Breakthroughness ${text(found.value)} (a straight line ${text(straightLineScore(y.length))}), linearity ${text(linearity(y))}, as BIG-bench pairs them.`,
    ...(Number.isFinite(found.value) ? { value: found.value } : {}),
  };
}
