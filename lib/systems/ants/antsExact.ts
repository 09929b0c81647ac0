import { type Kinds, optionsOf, requireNonNegative, requirePositive, requireWhole } from "../../core/require";

/** Kinds of the options, for their check. */
const antsExactOptions: Kinds<{ readonly ants: number; readonly k?: number; readonly n?: number }> = {
  ants: "number",
  k: "number",
  n: "number",
};

/**
 * Exact distribution of the number of ants on the first of two equal branches: the probability that j of them choose it, j = 0 ... ants.
 *
 *     P(j, i + 1) = P(j, i) (1 - p(j, i - j)) + P(j - 1, i) p(j - 1, i - j + 1),  p(A, B) = (k + A)^n / ((k + A)^n + (k + B)^n)
 *
 * It holds if marks act at once (`ants` with `crossing` 0). For n = 1 this is Polya's urn: the fraction converges to a Beta(k, k) distribution, which has
 * a finite width and no peaks at its ends. For n > 1 one branch gets all but finitely many ants.
 *
 * @param options `ants`, a whole number >= 1 (time grows with its square, memory linearly); `k` > 0, default 20; `n` >= 0, default 2
 * @throws RangeError for a number out of range
 * @example
 * import { antsExact } from "@emergence/lib/systems";
 * antsExact({ ants: 2, k: 1, n: 1 })[0]; // => 1 / 3
 *
 * Source: Deneubourg et al. 1990 (choice); Polya 1930, Ann. Inst. H. Poincare 1, 117-161 (n = 1); Davis 1990, Probab. Theory Relat. Fields 84, 203-229
 * (n > 1).
 */
export function antsExact(options: { readonly ants: number; readonly k?: number; readonly n?: number }): Float64Array {
  const { ants, k = 20, n = 2 } = optionsOf("antsExact", options, antsExactOptions);
  requireWhole("antsExact", "ants", ants);
  requirePositive("antsExact", "k", k);
  requireNonNegative("antsExact", "n", n);
  // Attractions relative to the strongest. If the weakest underflows, only their ratio is used.
  const pulls = Float64Array.from({ length: ants + 1 }, (_, passed) => ((k + passed) / (k + ants)) ** n);
  const small = (pulls[0] as number) < 1e-300;
  const chances = new Float64Array(ants + 1);
  chances[0] = 1;
  for (let i = 0; i < ants; i++) {
    for (let j = i; j >= 0; j--) {
      const here = chances[j] as number;
      const odds = small ? ((k + i - j) / (k + j)) ** n : (pulls[i - j] as number) / (pulls[j] as number);
      const first = here / (1 + odds);
      chances[j + 1] = (chances[j + 1] as number) + first;
      chances[j] = here - first;
    }
  }
  return chances;
}
