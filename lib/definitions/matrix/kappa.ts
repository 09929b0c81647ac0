import { normalQuantile } from "../../stats/distributions";

/** Two raters on the same items: both yes, first only, second only, both no. */
export interface FourCounts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/** Cohen's kappa with its large-sample interval, cut at -1 and 1; undefined if chance alone would make them agree on everything. */
export function cohensKappa(
  { both, first, second, neither }: FourCounts,
  confidence: number,
):
  | { readonly kappa: number; readonly standardError: number; readonly lower: number; readonly upper: number }
  | undefined {
  const n = both + first + second + neither;
  const [a, b, c, d] = [both / n, first / n, second / n, neither / n];
  // Shares of yes and no by either rater.
  const [yes1, yes2] = [a + b, a + c];
  const [no1, no2] = [c + d, b + d];
  const agree = a + d;
  const chance = yes1 * yes2 + no1 * no2;
  if (n === 0 || !(chance < 1)) return undefined;
  const kappa = (agree - chance) / (1 - chance);
  const off = 1 - kappa;
  const onDiagonal = a * (1 - (yes1 + yes2) * off) ** 2 + d * (1 - (no1 + no2) * off) ** 2;
  const beside = off ** 2 * (b * (yes2 + no1) ** 2 + c * (no2 + yes1) ** 2);
  const variance = Math.max(0, onDiagonal + beside - (kappa - chance * off) ** 2) / ((1 - chance) ** 2 * n);
  const standardError = Math.sqrt(variance);
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  return { kappa, standardError, lower: Math.max(-1, kappa - half), upper: Math.min(1, kappa + half) };
}
