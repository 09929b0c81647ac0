import { normalCdf, studentCdf } from "../../stats/distributions";
import type { Curve } from "../evidence/curve";
import type { Ready } from "../evidence/ready";

/** The last third of the scores against the first. */
export interface Change {
  readonly first: number;
  readonly last: number;
  readonly difference: number;
  readonly standardError: number;
  /** Probability of a last third so far above the first if nothing changes. */
  readonly up: number;
  /** The same for a change of either sign. */
  readonly either: number;
}

interface Third {
  readonly mean: number;
  /** Variance of the mean by counts or errors; undefined if neither is known. */
  readonly counted: number | undefined;
  /** Variance of the mean by the scatter of the scores; undefined of a single one. */
  readonly scattered: number | undefined;
  readonly n: number;
}

/**
 * The larger of two variances counts: that of trials, and that of the scatter of the scores within a third, since models differ by more than their
 * counts do. Undefined where neither is known: fewer than 6 scores without trials or errors.
 */
export function changeOf(known: Ready, curve: Curve): Change | undefined {
  return known.once("change", () => {
    const m = Math.floor(curve.y.length / 3);
    const [a, b] = [thirdOf(curve, 0, m), thirdOf(curve, curve.y.length - m, curve.y.length)];
    const difference = b.mean - a.mean;
    const both = (one: "counted" | "scattered") => {
      const [first, second] = [a[one], b[one]];
      return first === undefined || second === undefined ? undefined : first + second;
    };
    const [counted, scattered] = [both("counted"), both("scattered")];
    if (counted === undefined && scattered === undefined) return undefined;
    const variance = Math.max(counted ?? 0, scattered ?? 0);
    const byScatter = scattered !== undefined && scattered >= (counted ?? 0);
    const standardError = Math.sqrt(variance);
    const t = variance > 0 ? difference / standardError : difference === 0 ? 0 : difference * Number.POSITIVE_INFINITY;
    const below = (value: number) => (byScatter && variance > 0 ? studentCdf(value, 2 * (m - 1)) : normalCdf(value));
    return { first: a.mean, last: b.mean, difference, standardError, up: below(-t), either: 2 * below(-Math.abs(t)) };
  });
}

function thirdOf({ y, uncertainty }: Curve, from: number, to: number): Third {
  const some = y.slice(from, to);
  const n = some.length;
  const mean = some.reduce((sum, one) => sum + one, 0) / n;
  const squares = some.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  let counted: number | undefined;
  if (uncertainty.kind === "errors")
    counted = uncertainty.error.slice(from, to).reduce((sum, one) => sum + one * one, 0) / (n * n);
  if (uncertainty.kind === "counts") {
    // One success and one failure more, so that a share of 0 or 1 has an error too.
    const each = some.map((_, i) => {
      const [k, of] = [uncertainty.successes[from + i] as number, uncertainty.trials[from + i] as number];
      const p = (k + 1) / (of + 2);
      return (p * (1 - p)) / of;
    });
    counted = each.reduce((sum, one) => sum + one, 0) / (n * n);
  }
  return { mean, counted, scattered: n < 2 ? undefined : squares / (n - 1) / n, n };
}
