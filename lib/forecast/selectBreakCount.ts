import type { Failure } from "../core/failure";
import type { Numbers } from "../core/numbers";
import { inNameOf, type Kinds, optionsOf, requireFiniteNumbers, requireWhole } from "../core/require";
import { fit } from "../fit/fit";
import { type ComparisonRow, compare } from "../fit/inference/compare";
import { type BreakName, brokenPowerLaw } from "../fit/model/curves/brokenPowerLaw";
import { type FitOptions, fitOptions } from "../fit/problem/options";
import type { Fit } from "../fit/result/result";

/** Options of `selectBreakCount`. */
export interface BreakCountOptions extends FitOptions<BreakName> {
  /** Largest number of breaks tried. Default 3. */
  readonly most?: number;
  /** Criterion that is minimized. Default "aicc". */
  readonly criterion?: "aic" | "aicc" | "bic";
}

/** Kinds of the options, for their check. */
const breakOptions: Kinds<BreakCountOptions> = { ...fitOptions, most: "number", criterion: ["aic", "aicc", "bic"] };

/** The selected number of breaks, with all broken power laws that could be fitted. */
export interface BreakCount {
  readonly kind: "breaks";
  readonly breaks: number;
  readonly best: Fit<BreakName>;
  readonly fits: readonly Fit<BreakName>[];
  readonly comparison: readonly ComparisonRow[];
}

/**
 * Number of breaks of a broken power law: fits 0, 1, 2 ... breaks and selects the fit with the smallest criterion.
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
export function selectBreakCount(x: Numbers, y: Numbers, given: BreakCountOptions = {}): BreakCount | Failure {
  const caller = "selectBreakCount";
  const { most = 3, criterion = "aicc", ...options } = optionsOf(caller, given, breakOptions);
  requireWhole(caller, "most", most, 0, 5);
  requireFiniteNumbers(caller, "x", x);
  requireFiniteNumbers(caller, "y", y);
  const tried = Array.from({ length: most + 1 }, (_, breaks) => {
    const model = brokenPowerLaw(breaks);
    // At least one more point than parameters, so that there is an error to judge by.
    if (y.length <= model.parameters.length) return [];
    const result = inNameOf(caller, () => fit(model, x, y, options));
    return result.kind === "fit" ? [{ breaks, result }] : [];
  }).flat();
  const [first] = tried;
  if (first === undefined) return { kind: "failed", reason: `no broken power law fits these ${y.length} points` };
  const best = tried.reduce((a, b) => (b.result[criterion] < a.result[criterion] ? b : a), first);
  const fits = tried.map(({ result }) => result);
  return { kind: "breaks", breaks: best.breaks, best: best.result, fits, comparison: compare(fits) };
}
