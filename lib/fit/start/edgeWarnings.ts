import type { Model } from "../model/model";
import { edgesOf, pointNames, undefinedAt, without } from "../problem/edges";
import type { Observations } from "../problem/leastSquares";
import { countPoints } from "../problem/observations";
import type { FitOptions } from "../problem/options";
import type { FreeParameters } from "../solver/problem";
import { search } from "./search";

/**
 * A warning where a point at the edge of the domain (x = 0 of a power law) decides on the curve: without it the best curve would be one that is
 * not defined there.
 */
export function edgeWarnings<Name extends string>(
  model: Model<Name>,
  data: Observations,
  free: FreeParameters,
  options: FitOptions<Name>,
): string[] {
  const { sometimes } = edgesOf(model, data, free);
  const rest = without(data, sometimes);
  if (sometimes.length === 0 || countPoints(rest) < free.indices.length) return [];
  const { descent } = search(model, rest, free, options);
  if (descent === undefined || undefinedAt(model, data, descent.parameters, free).length === 0) return [];
  const one = sometimes.length === 1;
  return [
    `${pointNames(data, sometimes)} ${one ? "lies" : "lie"} at the edge of the domain: without ${one ? "it" : "them"} the best curve is one that is not defined there. If that curve is meant, leave ${one ? "the point" : "the points"} out (weight 0) or shift x`,
  ];
}
