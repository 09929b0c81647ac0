import { requireCounts } from "../core/counts";
import type { Numbers } from "../core/numbers";
import { optionsOf, requireChance } from "../core/require";
import { type Model, type Predictors, toValues } from "./model/model";
import { requireModel } from "./model/requireModel";
import { countsProblem, withChance } from "./problem/counts";
import { whyNotFinite } from "./problem/edges";
import { toFreeParameters } from "./problem/freeParameters";
import { toObservations } from "./problem/observations";
import type { BinomialOptions } from "./problem/options";
import { binomialOptions, requireSearch } from "./problem/options";
import { countsFit } from "./result/countsFit";
import type { BinomialResult, FailedFit } from "./result/result";
import { searchOn } from "./start/search";

/**
 * Fits a curve of probabilities to accuracies as counts, by maximum likelihood:
 *
 *     maximize sum_i k_i ln p(x_i) + (n_i - k_i) ln(1 - p(x_i))
 *
 * `k` successes of `n` trials at each x. Points with more trials weigh more, and proportions near 0 and 1 are fitted more tightly, as they should be.
 * With `chance` it is the psychometric function. Parameters named `L` and `floor` are kept within [0, 1].
 *
 * `trials` may be one number, if it is the same at each x. Counts come from printed accuracies by `countsFromShares` of @emergence/lib/stats.
 *
 * @throws RangeError for ragged or empty data, counts that are not whole, or more successes than trials
 * @example
 * import { curves, fitBinomial } from "@emergence/lib/fit";
 * const result = fitBinomial(curves.logistic, [1, 2, 3, 4, 5], [1, 5, 25, 44, 49], [50, 50, 50, 50, 50], { fixed: { L: 1 } });
 * result.parameters.x0.toFixed(2); // => "3.02"
 *
 * Source: Wichmann & Hill 2001, Perception & Psychophysics 63, 1293-1313, eq. 1 and 5; McCullagh & Nelder 1989, sections 4.4 and 4.5.
 */
export function fitBinomial<Name extends string>(
  model: Model<Name>,
  x: Predictors,
  successes: Numbers,
  trials: Numbers | number,
  options: BinomialOptions<Name> = {},
): BinomialResult<Name> {
  requireModel("fitBinomial", model);
  requireSearch("fitBinomial", optionsOf("fitBinomial", options, binomialOptions));
  const counts = requireCounts("fitBinomial", successes, trials);
  if (options.chance !== undefined) requireChance("fitBinomial", "chance", options.chance);
  const shares = counts.successes.map((count, i) => count / (counts.trials[i] as number));
  const data = toObservations("fitBinomial", model, x, shares, { weights: counts.trials });
  const { chanced, settings } = withChance(model, options);
  const free = toFreeParameters("fitBinomial", chanced, settings);
  if (shares.length < free.indices.length) {
    throw new RangeError(`fitBinomial: ${shares.length} points for ${free.indices.length} parameters`);
  }
  const failed = (reason: string, at: ArrayLike<number>): FailedFit<Name> => ({
    kind: "failed",
    name: model.name,
    reason,
    parameters: toValues(model.parameters, at),
  });
  if (free.indices.length > 1 && shares.length > 1 && shares.every((share) => share === shares[0])) {
    return failed(`the share is ${shares[0]} at all ${shares.length} x: it determines no curve`, free.all);
  }
  const problemOf = countsProblem(chanced, data, counts.successes, counts.trials);
  const { descent, warnings, posed } = searchOn(problemOf, chanced, data, free, settings);
  if (descent === undefined || descent.stop === "overflow") {
    return failed(whyNotFinite(chanced, data, free, "any"), free.all);
  }
  if (descent.stop === "iterations") {
    return failed(
      `the likelihood still rose after ${descent.iterations} iterations: hold a parameter, or bound it`,
      descent.parameters,
    );
  }
  return countsFit(
    { model: chanced, data, options: settings, posed, descent, warnings: () => warnings },
    counts.successes,
    counts.trials,
  );
}
