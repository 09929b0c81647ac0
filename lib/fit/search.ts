import { type Descent, descend } from "./descend";
import type { Model } from "./model";
import { defaults, type FitOptions } from "./options";
import { type FreeParameters, leastSquares, type Observations, type ProblemFactory, type Robustness } from "./problem";
import { residualScale } from "./robust";
import { searchWide } from "./starts";

/** Result of a search. */
export interface Search {
  readonly descent: Descent | undefined;
  readonly warnings: string[];
  readonly robustness: Robustness;
}

/** Least squares, followed by the robust loss if there is one. */
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
  // The first scale is that of residuals distorted by outliers; two more rounds correct it.
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
 * The best descent from the caller's start; from the model's own if there is none or it does not converge; and from
 * `multistart` additional random ones.
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

  // A start for some parameters sets those in every candidate; a complete start that failed sets none.
  const pinned = complete ? [] : given;
  const spec = { problemOf, model, data, pinned, multistart, seed, tolerance, maxIterations };
  const best = searchWide(spec, free, first === undefined ? [] : [first]);
  const replaced = first !== undefined && first.stop !== "converged" && best !== first;
  return {
    descent: best,
    warnings: replaced ? ["the given start did not converge: the model's own start was used"] : [],
  };
}
