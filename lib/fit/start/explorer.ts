import type { Numbers } from "../../core/numbers";
import type { Model, Point, View } from "../model/model";
import type { Observations } from "../problem/leastSquares";
import { type Projection, projected } from "../problem/projected";
import { Descender } from "../solver/descend";
import type { SolverOptions } from "../solver/minimize";
import type { FreeParameters } from "../solver/problem";

/** A start, and the sum of squares there. */
export interface Start {
  readonly parameters: Float64Array;
  readonly cost: number;
}

/** A way to look for starts: the formula itself or a view of it, with its linear parameters solved for. */
export interface Explorer {
  /** The candidates that give finite values, best first. */
  rank(candidates: readonly Numbers[]): Start[];
  /** Positions of the free parameters that are not solved for. */
  readonly others: readonly number[];
  /** The end of a descent of the nonlinear parameters; undefined if none is left to descend. */
  descend: ((start: Float64Array, options: SolverOptions) => Start) | undefined;
  /** The formula's own parameters. */
  back(parameters: Float64Array): Float64Array;
}

/** Number of points at which the many candidates of a formula are compared, and at which those of a built-in curve are: they are better. */
const compared = 300;
const comparedOwn = 2000;

/**
 * The ways to look for starts of a model: by itself, and by its views.
 *
 * @param pinned positions of parameters that the caller has set: they are no linear ones to solve for
 */
export function explorersOf<Name extends string>(
  model: Model<Name>,
  data: Observations,
  free: FreeParameters,
  pinned: (index: number) => boolean,
): Explorer[] {
  const solved = free.indices.filter((j) => model.linear.includes(model.parameters[j] as Name) && !pinned(j));
  const thin = thinned(data, model.views === undefined ? comparedOwn : compared);
  const own = explorer(model, data, thin, free, solved, (parameters) => parameters);
  const views = (model.views ?? []).flatMap((view) => {
    const seen = viewed(view, data);
    if (seen === undefined) return [];
    const all = free.all.slice();
    view.forth(all);
    const linear = view.linear.filter((index) => free.indices.includes(index) && !pinned(index));
    return [false, true].map((allPositive) => {
      const positive = (index: number) =>
        view.positive.includes(index) || (allPositive && linear.includes(index) && mayBePositive(free, index));
      const bound = (from: Float64Array, end: number) =>
        from.map((value, j) => {
          const index = free.indices[j] as number;
          if (!positive(index)) return value;
          if (view.positive.includes(index)) return end === 0 ? 0 : Number.POSITIVE_INFINITY;
          return end === 0 ? Math.max(0, value) : value;
        });
      const moved = { ...free, all, lower: bound(free.lower, 0), upper: bound(free.upper, 1) };
      return explorer(view, seen, thinned(seen, compared), moved, linear, view.back, view.forth);
    });
  });
  return [own, ...views];
}

function mayBePositive({ indices, upper }: FreeParameters, index: number): boolean {
  return (upper[indices.indexOf(index)] as number) > 0;
}

function explorer(
  model: Pick<Model, "point">,
  data: Observations,
  thin: Observations,
  free: FreeParameters,
  solved: readonly number[],
  back: (parameters: Float64Array) => void,
  forth: (parameters: Float64Array) => void = () => {},
): Explorer {
  const quick = projected(model, thin, free, solved);
  let whole: Projection | undefined;
  const clip = (parameters: Float64Array, from: Numbers) => {
    for (const [j, index] of free.indices.entries()) {
      parameters[index] = Math.min(free.upper[j] as number, Math.max(free.lower[j] as number, from[index] as number));
    }
  };
  function rank(candidates: readonly Numbers[]): Start[] {
    const starts: Start[] = [];
    for (const candidate of candidates) {
      const from = Float64Array.from(candidate);
      forth(from);
      const parameters = free.all.slice();
      clip(parameters, from);
      const cost = quick.solve(parameters);
      clip(parameters, parameters);
      if (Number.isFinite(cost)) starts.push({ parameters, cost });
    }
    // Costs that agree to seven digits belong to the same curve in two forms: the first candidate comes first.
    const size = ({ cost }: Start) => Math.fround(Math.log(cost));
    return starts.sort((a, b) => (size(a) === size(b) ? 0 : size(a) < size(b) ? -1 : 1));
  }
  function descend(start: Float64Array, options: SolverOptions): Start {
    whole ??= projected(model, data, free, solved);
    const { problem, others, solve } = whole;
    const left = { all: free.all, indices: others, lower: problem.lower, upper: problem.upper };
    const { parameters } = new Descender(() => problem, left).descend(start, options);
    const cost = solve(parameters);
    // At a kink the last step of a descent may lead up.
    const before = start.slice();
    const begun = solve(before);
    return begun < cost ? { parameters: before, cost: begun } : { parameters, cost };
  }
  const { others } = quick;
  return {
    rank,
    others,
    descend: solved.length > 0 && others.length > 0 ? descend : undefined,
    back(parameters) {
      const own = parameters.slice();
      back(own);
      return own;
    },
  };
}

/** The data as a view sees them; undefined if it can see too few. */
function viewed(view: View, data: Observations): Observations | undefined {
  const { points, y, rootWeights } = data;
  const values = new Float64Array(y.length);
  const roots = new Float64Array(y.length);
  let counted = 0;
  for (let i = 0; i < y.length; i++) {
    const { value, slope } = view.undo(y[i] as number, points[i] as Point);
    const root = (rootWeights[i] as number) * slope;
    if (!Number.isFinite(value) || !Number.isFinite(root) || !(root > 0)) continue;
    values[i] = value;
    roots[i] = root;
    counted++;
  }
  return counted > view.linear.length && 2 * counted > y.length
    ? { ...data, y: values, rootWeights: roots }
    : undefined;
}

/** The data, or some points spread over them if there are many. */
function thinned(data: Observations, count: number): Observations {
  const { points, y, rootWeights } = data;
  if (y.length <= 2 * count) return data;
  const order = Array.from({ length: count }, (_, k) => Math.floor((k * y.length) / count));
  const chosen = order.map((i) => points[i] as Point);
  return {
    ...data,
    points: points instanceof Float64Array ? Float64Array.from(chosen as number[]) : chosen,
    y: Float64Array.from(order, (i) => y[i] as number),
    rootWeights: Float64Array.from(order, (i) => rootWeights[i] as number),
  };
}
