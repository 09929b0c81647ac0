import type { Failure } from "../core/failure";
import type { Numbers } from "../core/numbers";
import { type ComparisonRow, compare } from "../fit/compare";
import { type BreakName, brokenPowerLaw } from "../fit/curves/brokenPowerLaw";
import { fit } from "../fit/fit";
import type { FitOptions } from "../fit/options";
import type { Fit } from "../fit/result";

/** How far to look and by what to choose. */
export interface BreakCountOptions extends FitOptions<BreakName> {
  /** Largest number of breaks. Default 3. */
  readonly most?: number;
  /** Default "aicc". */
  readonly criterion?: "aic" | "aicc" | "bic";
}

/** The broken power laws that could be fitted and the one chosen. */
export interface BreakCount {
  readonly kind: "breaks";
  readonly breaks: number;
  readonly best: Fit<BreakName>;
  readonly fits: readonly Fit<BreakName>[];
  readonly comparison: readonly ComparisonRow[];
}

/**
 * Selects the number of breaks of a broken power law: fits 0, 1, 2 ... breaks and takes the smallest criterion.
 *
 * @returns the number of breaks with its fit, or `kind: "failed"` if not even the law without breaks can be fitted
 * @throws RangeError for ragged or empty data
 * @example
 * import { selectBreakCount } from "@emergence/lib/forecast";
 * const x = [1, 2, 4, 8, 16, 32, 64, 128];
 * const found = selectBreakCount(x, [8.1, 5.6, 4.1, 2.8, 2.03, 1.4, 1.01, 0.7], { most: 1 });
 * found.kind === "breaks" && found.breaks; // => 0
 *
 * Source: Caballero et al. 2023, Broken Neural Scaling Laws, eq. 1; Burnham & Anderson 2002, section 2.4.
 */
export function selectBreakCount(
  x: Numbers,
  y: Numbers,
  { most = 3, criterion = "aicc", ...options }: BreakCountOptions = {},
): BreakCount | Failure {
  const tried = Array.from({ length: most + 1 }, (_, breaks) => {
    const model = brokenPowerLaw(breaks);
    // One point more than parameters: less leaves no error to judge by.
    if (y.length <= model.parameters.length) return [];
    const result = fit(model, x, y, options);
    return result.kind === "fit" ? [{ breaks, result }] : [];
  }).flat();
  const [first] = tried;
  if (first === undefined) return { kind: "failed", reason: `no broken power law fits these ${y.length} points` };
  const best = tried.reduce((a, b) => (b.result[criterion] < a.result[criterion] ? b : a), first);
  const fits = tried.map(({ result }) => result);
  return { kind: "breaks", breaks: best.breaks, best: best.result, fits, comparison: compare(fits) };
}
