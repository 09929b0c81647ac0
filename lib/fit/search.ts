import { type Descent, descend } from "./descend";
import type { Model } from "./model";
import { defaults, type FitOptions } from "./options";
import { type FreeParameters, leastSquares, type Observations, type ProblemFactory, type Robustness } from "./problem";
import { residualScale } from "./robust";
import { searchWide } from "./starts";

/** What a search found. */
export interface Search {
  readonly descent: Descent | undefined;
  readonly warnings: string[];
  readonly robustness: Robustness;
}

/** Least squares, then, where a robust loss is asked for, that loss from there. */
export function search<Name extends string>(
  model: Model<Name>,
  data: Observations,
  free: FreeParameters,
  options: FitOptions<Name>,
): Search {
  const { loss = defaults.loss, tolerance = defaults.tolerance, maxIterations = defaults.maxIterations } = options;
  const { descent, warnings } = searchOn((moved) => leastSquares(model, data, moved), model, data, free, options);
  if (descent === undefined || loss === "linear")
    return { descent, warnings, robustness: { loss: "linear", scale: 1 } };
  let best = descent;
  let scale = options.lossScale ?? residualScale(model, data, best.parameters);
  // The scale is read off residuals that the outliers have bent; two more rounds straighten it.
  const rounds = options.lossScale === undefined ? 3 : 1;
  for (let round = 1; round <= rounds; round++) {
    best = descend(leastSquares(model, data, free, { loss, scale }), free, best.parameters, {
      tolerance,
      maxIterations,
    });
    if (round < rounds) scale = residualScale(model, data, best.parameters);
  }
  return { descent: best, warnings, robustness: { loss, scale } };
}

/**
 * Descends from the caller's start; from the model's own where there is none, or where that one leads nowhere; and from
 * further random ones where `multistart` asks for them. The best end counts.
 */
export function searchOn<Name extends string>(
  problemOf: ProblemFactory,
  model: Model<Name>,
  data: Observations,
  free: FreeParameters,
  options: FitOptions<Name>,
): Pick<Search, "descent" | "warnings"> {
  const { multistart = defaults.multistart, seed = defaults.seed } = options;
  const { tolerance = defaults.tolerance, maxIterations = defaults.maxIterations } = options;
  const problem = problemOf(free);
  const from = (start: ArrayLike<number>) => descend(problem, free, start, { tolerance, maxIterations });
  const named: FitOptions<Name>["start"] = options.start;
  const given = model.parameters.map((name) => named?.[name]);
  const complete = free.indices.every((index) => given[index] !== undefined);
  const first = complete ? from(given.map((value, j) => value ?? (free.all[j] as number))) : undefined;
  if (first?.stop === "converged" && multistart === 0) return { descent: first, warnings: [] };

  // A start that names some parameters holds those in every candidate; one that failed as a whole holds none.
  const pinned = complete ? [] : given;
  const spec = { problemOf, model, data, pinned, multistart, seed, tolerance, maxIterations };
  const best = searchWide(spec, free, first === undefined ? [] : [first]);
  const replaced = first !== undefined && first.stop !== "converged" && best !== first;
  return {
    descent: best,
    warnings: replaced ? ["the start that was given led nowhere: the model's own start was taken"] : [],
  };
}
