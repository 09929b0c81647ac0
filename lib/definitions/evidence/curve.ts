// The curve of a case, with its counts or errors, as the definitions read it.
import { needs, undecided } from "../judging/answers";
import type { Judgement } from "../types";
import type { Ready } from "./ready";

/** How a score is known: as a share of trials, with a standard error, or by itself. */
export type Uncertainty =
  | { readonly kind: "counts"; readonly successes: readonly number[]; readonly trials: readonly number[] }
  | { readonly kind: "errors"; readonly error: readonly number[] }
  | { readonly kind: "none" };

/** A curve of scores. */
export interface Curve {
  /** log10 of the scales, or the scales themselves. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly scale: readonly number[];
  readonly log: boolean;
  readonly uncertainty: Uncertainty;
  /** Score of guessing or of disorder; undefined if nothing tells. */
  readonly chance: number | undefined;
  /** Range of x. */
  readonly span: number;
}

/** Metrics that nobody scores on by guessing. */
const unguessable = /exact|string match|bleu|rouge|edit distance/i;

/** The curve, or the answer of a definition that needs `fewest` of its points. */
export function curveOf(known: Ready, fewest: number = 4): Curve | Judgement {
  const { scale, score } = known.evidence;
  if (scale === undefined || score === undefined) return needs("a curve of scores over scale");
  if (scale.length < fewest) return undecided(`${scale.length} points, and it takes ${fewest} or more.`);
  return known.once("curve", () => made(known, scale, score));
}

function made({ evidence }: Ready, scale: readonly number[], y: readonly number[]): Curve {
  const log = evidence.logScale ?? (scale[0] as number) > 0;
  const x = log ? scale.map(Math.log10) : scale;
  const guessed = evidence.metric !== undefined && unguessable.test(evidence.metric) ? 0 : undefined;
  return {
    x,
    y,
    scale,
    log,
    uncertainty: uncertaintyOf(evidence.trials, evidence.error, y),
    chance: evidence.chance ?? guessed,
    span: (x.at(-1) as number) - (x[0] as number),
  };
}

/** Shares as printed are rounded, so a count is the nearest whole number. */
function uncertaintyOf(
  trials: number | readonly number[] | undefined,
  error: readonly number[] | undefined,
  y: readonly number[],
): Uncertainty {
  if (error !== undefined) return { kind: "errors", error };
  if (trials === undefined) return { kind: "none" };
  const each = typeof trials === "number" ? y.map(() => trials) : trials;
  return { kind: "counts", trials: each, successes: y.map((share, i) => Math.round(share * (each[i] as number))) };
}
