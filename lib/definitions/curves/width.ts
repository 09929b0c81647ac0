import { max, min } from "d3-array";
import type { Failure } from "../../core/failure";
import { fit } from "../../fit/fit";
import { logistic4 } from "../../fit/model/curves/logistic4";
import { scatteredSharpness } from "../../measures/curve/scatteredSharpness";
import { sharpness } from "../../measures/curve/sharpness";
import type { Curve } from "../evidence/curve";
import type { Ready } from "../evidence/ready";
import { interval, no, text, undecided, yes } from "../judging/answers";
import type { Judgement } from "../types";
import { changeOf } from "./change";

/** 10-90 % width of a rise or fall, in decades on a log scale, else as a share of the observed range. */
export interface RiseWidth {
  readonly kind: "width";
  readonly width: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * More trials than this are taken as so many: models scatter by more than the counts of these, and the likelihood takes time in proportion to the root of
 * the trials. The interval becomes wider by it, never narrower.
 */
const mostTrials = 500;
/** Points from which least squares serve: the likelihood is there for the few models of a family. */
const manyPoints = 50;

/** Of the score: by counts, for models that scatter about the curve, where trials and chance are known; else by least squares. */
export function widthOf(known: Ready, curve: Curve): RiseWidth | Failure {
  return known.once("width", () => {
    const { x, y, uncertainty, chance } = curve;
    if (uncertainty.kind !== "counts" || chance === undefined || y.length >= manyPoints)
      return leastSquares(curve, y, uncertainty.kind === "errors" ? uncertainty.error : undefined);
    // A fall over x is a rise over -x.
    const falls = (changeOf(known, curve)?.difference ?? 0) < 0;
    const along = falls ? x.map((one) => -one) : x;
    const trials = uncertainty.trials.map((n) => Math.min(n, mostTrials));
    const successes = uncertainty.successes.map((k, i) => {
      const n = uncertainty.trials[i] as number;
      return n <= mostTrials ? k : Math.round((k / n) * mostTrials);
    });
    const found = scatteredSharpness(along, successes, trials, { chance, ceiling: "free" });
    return found.kind === "failed" ? found : inUnits(curve, found);
  });
}

/** Of any column of the curve. */
export function leastSquares(curve: Curve, y: readonly number[], error?: readonly number[]): RiseWidth | Failure {
  const { x } = curve;
  if (x.length <= 4) return { kind: "failed", reason: `${x.length} points for the 4 parameters of a rise` };
  const weighed = error?.every((one) => one > 0) ? { sigma: error } : {};
  // A plateau farther beyond the scores than they range was seen by nobody.
  const [low, high] = [min(y) as number, max(y) as number];
  const near: [number, number] = [low - (high - low), high + (high - low)];
  if (low === high) return { kind: "failed", reason: "all values are equal" };
  const found = sharpness(fit(logistic4, x, y, { ...weighed, bounds: { floor: near, L: near } }));
  return found.kind === "failed" ? found : inUnits(curve, found);
}

function inUnits(
  { log, span }: Curve,
  found: { readonly width: number; readonly widthInterval: { readonly lower: number; readonly upper: number } },
): RiseWidth {
  const unit = log ? 1 : span;
  const { lower, upper } = found.widthInterval;
  return { kind: "width", width: found.width / unit, lower: lower / unit, upper: upper / unit };
}

/** Range from which the width in decades is carried over to other scales: a quarter of them for each decade. */
const shareOfDecade = 1 / 4;

/** The committed width: shared by all definitions that ask for sharpness. */
export const decade = {
  value: 1,
  unit: "decades",
  text: "The 10-90 % width of the rise, with its 95 % interval, below one decade of scale: a tenfold step is what neighboring models of a family differ by, so a narrower rise falls between two of them. Where ratios of scale mean nothing, below a quarter of the observed range, as a decade is of the four that model families span.",
} as const;

/** Whether a width lies below the limit, given in decades. */
export function narrow({ log }: Curve, found: RiseWidth, limit: number): Judgement {
  const most = log ? limit : limit * shareOfDecade;
  const unit = log ? "decades" : "of the observed range";
  const said = `10-90 % width ${text(found.width)} ${unit} (95 % ${interval(found)}), limit ${text(most)}`;
  if (found.upper < most) return yes(`Sharp: ${said}.`, found.width);
  if (found.lower > most) return no(`Not sharp: ${said}.`, found.width);
  return undecided(`The interval holds the limit: ${said}.`, found.width);
}

/** Level at which a change must be seen before its width is asked for. */
const alpha = 0.05;
/** A change surely smaller than this share of the way from chance to 1 is none. */
const negligible = 0.1;

/** Whether the score changes, and sharply. */
export function sharp(known: Ready, curve: Curve, limit: number): Judgement {
  const change = changeOf(known, curve);
  if (change === undefined)
    return undecided(`${curve.y.length} scores without trials or errors: whether they change at all is open.`);
  if (!(change.either <= alpha)) {
    const said = `last third ${text(change.last)}, first third ${text(change.first)}, standard error ${text(change.standardError)}`;
    const room = curve.uncertainty.kind === "counts" ? negligible * (1 - (curve.chance ?? 0)) : 0;
    if (Math.abs(change.difference) + 2 * change.standardError < room) return no(`No change: ${said}.`);
    return undecided(`No change is seen: ${said}.`);
  }
  const found = widthOf(known, curve);
  return found.kind === "failed" ? undecided(`No width: ${found.reason}.`) : narrow(curve, found, limit);
}
