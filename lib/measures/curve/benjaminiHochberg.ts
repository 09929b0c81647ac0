import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireInside, requireList, requireProportion } from "../../core/require";

/** Tests after correction, in the order given. */
export interface Discoveries {
  /** Smallest false discovery rate at which the test would be among the discoveries. */
  readonly adjusted: number[];
  readonly rejected: boolean[];
  readonly count: number;
}

/** Kinds of the options, for their check. */
const benjaminiHochbergOptions: Kinds<{ readonly fdr?: number }> = { fdr: "number" };

/**
 * Benjamini-Hochberg procedure: rejects hypotheses among m tests so that the expected proportion of false rejections is at most `fdr`.
 *
 *     adjusted_(i) = min over j >= i of m p_(j) / j,   p_(1) <= ... <= p_(m);   rejected where adjusted <= fdr
 *
 * Valid for independent and for positively dependent tests.
 *
 * @param p m p values, from 0 to 1
 * @param options `fdr`: false discovery rate, default 0.05
 * @throws RangeError for p or fdr out of range
 * @example
 * import { benjaminiHochberg } from "@emergence/lib/measures";
 * benjaminiHochberg([0.01, 0.04, 0.03, 0.5]).rejected; // => [true, false, false, false]
 *
 * Source: Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57, 289-300.
 */
export function benjaminiHochberg(p: Numbers, options: { readonly fdr?: number } = {}): Discoveries {
  requireList("benjaminiHochberg", "p", p, "an array of numbers");
  const { fdr = 0.05 } = optionsOf("benjaminiHochberg", options, benjaminiHochbergOptions);
  requireInside("benjaminiHochberg", "fdr", fdr);
  for (let i = 0; i < p.length; i++) requireProportion("benjaminiHochberg", `p[${i}]`, p[i] as number);
  const falling = [...p.keys()].sort((a, b) => (p[b] as number) - (p[a] as number));
  const adjusted = new Array<number>(p.length);
  let smallest = 1;
  for (const [rank, i] of falling.entries()) {
    smallest = Math.min(smallest, ((p[i] as number) * p.length) / (p.length - rank));
    adjusted[i] = smallest;
  }
  const rejected = adjusted.map((value) => value <= fdr);
  return { adjusted, rejected, count: rejected.filter(Boolean).length };
}
