import { max } from "d3-array";
import { binomialSurvival } from "../../stats/binomialSurvival";
import { normalCdf, normalQuantile } from "../../stats/distributions";
import { wilsonScore } from "../../stats/wilsonScore";
import type { Curve } from "../evidence/curve";
import { pText, text } from "../judging/answers";

/** Scores of some neighboring scales together, held against chance. */
export interface Presence {
  readonly mean: number;
  /** Probability of so high a score by chance. */
  readonly p: number;
  /** "above" chance; "at" chance, if the score is surely within a tenth of the way to the top; else "unclear". */
  readonly verdict: "above" | "at" | "unclear";
}

/** Share of the way from chance to the top that counts as none: what the width from 10 to 90 % leaves out at its foot. */
const negligible = 0.1;

/** Of the scores from index `from` to before `to`; undefined without chance, or without trials and errors. */
export function presenceOf(curve: Curve, from: number, to: number, alpha: number): Presence | undefined {
  const { chance, uncertainty, y } = curve;
  if (chance === undefined) return undefined;
  const n = to - from;
  if (uncertainty.kind === "counts") {
    const sum = (values: readonly number[]) => values.slice(from, to).reduce((total, one) => total + one, 0);
    const [k, trials] = [sum(uncertainty.successes), sum(uncertainty.trials)];
    const p = binomialSurvival(k, trials, chance);
    const upper = wilsonScore(k, trials, 1 - 2 * alpha).upper;
    return { mean: k / trials, p, verdict: verdictOf(p, upper, chance + negligible * (1 - chance), alpha) };
  }
  if (uncertainty.kind === "none") return undefined;
  const mean = y.slice(from, to).reduce((total, one) => total + one, 0) / n;
  const error = Math.sqrt(uncertainty.error.slice(from, to).reduce((total, one) => total + one * one, 0)) / n;
  const p = pAbove(mean, error, chance);
  const top = Math.max(max(y) ?? chance, chance);
  return {
    mean,
    p,
    verdict: verdictOf(p, mean + normalQuantile(1 - alpha) * error, chance + negligible * (top - chance), alpha),
  };
}

/** Of the score at the largest scale, and its numbers in words; undefined as above. */
export function presenceAtLargest(curve: Curve, alpha: number): (Presence & { readonly said: string }) | undefined {
  const n = curve.y.length;
  const found = presenceOf(curve, n - 1, n, alpha);
  if (found === undefined) return undefined;
  const said = `at the largest scale ${text(found.mean)}, chance ${text(curve.chance as number)}, ${pText(found.p)}`;
  return { ...found, said };
}

function verdictOf(p: number, upper: number, limit: number, alpha: number): Presence["verdict"] {
  if (p <= alpha) return "above";
  return upper <= limit ? "at" : "unclear";
}

/** One-sided p of a normal estimate above a level. */
export function pAbove(value: number, error: number, level: number): number {
  if (error === 0) return value > level ? 0 : 1;
  return normalCdf((level - value) / error);
}
