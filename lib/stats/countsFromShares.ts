import type { Numbers } from "../core/numbers";
import { type Kinds, optionsOf, requireNumbers, requireSameLength, requireWhole } from "../core/require";

/** Options of `countsFromShares`. */
export interface ShareOptions {
  /** True if the shares are percentages, 57 for .57. Default false. */
  readonly percent?: boolean;
}

/** Kinds of the options, for their check. */
const shareOptions: Kinds<ShareOptions> = { percent: "boolean" };

/**
 * Counts of right answers from accuracies as they are printed: the whole number k whose share k / n, rounded to the printed digits, is the
 * given one. With d decimals, those of the longest share, and s significant digits, those of the share that has most,
 *
 *     k = round(n share),   |k / n - share| <= u / 2,   u the larger of 10^-d and the place of the share's digit s
 *
 * (shares in a column may be printed to so many decimals, or to so many significant digits: .581215 beside .000776247). Where n u exceeds 1 several k round to the same share; the middle one is taken, wrong by n u / 2 at most, less than the error of sampling.
 *
 * @param shares proportions from 0 to 1, or percentages with `percent: true`
 * @param trials n, one number for all or one per share
 * @throws RangeError for ragged input, a share outside its range, or one that no whole count of n gives to the printed digits
 * @example
 * import { countsFromShares } from "@emergence/lib/stats";
 * countsFromShares([0.19, 0.39, 0.57], 100); // => [19, 39, 57]
 */
export function countsFromShares(shares: Numbers, trials: number | Numbers, options: ShareOptions = {}): number[] {
  const { percent = false } = optionsOf("countsFromShares", options, shareOptions);
  return countsOf("countsFromShares", shares, trials, percent);
}

/** `countsFromShares` on behalf of another function; `describe` names a share in its errors. */
export function countsOf(
  caller: string,
  shares: Numbers,
  trials: number | Numbers,
  percent: boolean,
  describe: (i: number) => string = (i) => `shares[${i}] ${shares[i]}`,
): number[] {
  requireNumbers(caller, "shares", shares);
  if (typeof trials !== "number") requireNumbers(caller, "trials", trials);
  const all = typeof trials === "number" ? new Array<number>(shares.length).fill(trials) : Array.from(trials);
  requireSameLength(caller, { shares, trials: all });
  const unit = percent ? 100 : 1;
  const { decimals, significant } = printed(shares);
  return Array.from(shares, (share, i) => {
    const n = all[i] as number;
    requireWhole(caller, `trials[${i}]`, n);
    if (!(share >= -1e-9 && share <= unit * (1 + 1e-9))) {
      const cure =
        !percent && share > 1 && share <= 100 ? "; percentages by countsFromShares with { percent: true }" : "";
      throw new RangeError(
        `${caller}: ${describe(i)} is not a proportion of ${n} questions, needs a whole count over ${n}, from 0 to ${unit}${cure}`,
      );
    }
    const count = Math.round((share / unit) * n);
    const place = share > 0 ? 10 ** (Math.floor(Math.log10(share)) - significant + 1) : 0;
    const slack = Math.max(Math.max(10 ** -decimals, place) * (0.5 + 1e-6), 1e-9 * unit);
    if (Math.abs((count / n) * unit - share) > slack) {
      throw new RangeError(
        `${caller}: ${describe(i)} is not a proportion of ${n} questions, needs a whole count over ${n} to the printed digits`,
      );
    }
    return count;
  });
}

/** Largest numbers of decimals and of significant digits of the shares as printed; rounding of arithmetic (56.99999999999999) does not count. */
function printed(shares: Numbers): { decimals: number; significant: number } {
  const most = { decimals: 0, significant: 1 };
  for (let i = 0; i < shares.length; i++) {
    const text = String(Number((shares[i] as number).toPrecision(12)));
    const [, whole = "", digits = "", power = "0"] = /^-?(\d*)\.?(\d*)(?:e([-+]\d+))?$/.exec(text) ?? [];
    most.decimals = Math.max(most.decimals, digits.length - Number(power));
    most.significant = Math.max(most.significant, `${whole}${digits}`.replace(/^0+/, "").length);
  }
  return most;
}
