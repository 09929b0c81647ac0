import type { Model } from "../model/model";
import { originOf } from "../model/origin";
import { isFar } from "../problem/far";
import { leastSquares, type Observations, type Robustness } from "../problem/leastSquares";
import { losses } from "../problem/loss";
import { defaults, type FitOptions } from "../problem/options";
import { residualScale, valuesAt, weigh } from "../problem/robust";
import { bestOf, Descender, type Descent } from "../solver/descend";
import type { SolverOptions } from "../solver/minimize";
import type { FreeParameters, ProblemFactory } from "../solver/problem";
import { type Centred, centredFits } from "./centred";
import { explorersOf } from "./explorer";
import { nearby } from "./starts";
import { inTrouble, plainSquares, ranAway, squaresAt, yardstick } from "./trouble";
import { positiveFirst, searchWide } from "./wide";

/** Result of a search. */
export interface Search {
  readonly descent: Descent | undefined;
  /** Ends of all descents. */
  readonly ends: readonly Descent[];
  readonly warnings: string[];
  /** A cost that is known to be reachable, or Infinity. */
  readonly ceiling: number;
  /** The problem that was minimized, as it was posed for the search. */
  readonly posed: Descender;
}

/** A best curve that is out of reach: what keeps it there, and its sum of squares in the unit of the data. */
export interface Unreached {
  readonly reason: string;
  readonly cost: number;
}

/** Result of a search by least squares. */
export interface SquaresSearch extends Omit<Search, "ends" | "ceiling"> {
  /** The best curve, where x lies too far from 0 for its parameters to be held in numbers. */
  readonly unreached: Unreached | undefined;
  /** With its scale in the unit of the data. */
  readonly robustness: Robustness;
}

/** Relative change at which the scale of a robust loss has settled, and the most rounds: an outlier at the end of a line lets go by a factor a round. */
const [settledScale, mostRounds] = [0.05, 60];

/** Least squares, followed by the robust loss if there is one. */
export function search<Name extends string>(
  model: Model<Name>,
  data: Observations,
  free: FreeParameters,
  options: FitOptions<Name>,
): SquaresSearch {
  const { loss = defaults.loss, tolerance = defaults.tolerance, maxIterations = defaults.maxIterations } = options;
  const found = searchOn((moved) => leastSquares(model, data, moved), model, data, free, options);
  let { posed } = found;
  const { descent: followed, unreached } = fromNear(found, model, data, free, options);
  let descent = followed;
  const { warnings } = found;
  if (descent === undefined || loss === "linear")
    return { descent, posed, warnings, unreached, robustness: { loss: "linear", scale: 1 } };
  let scale =
    options.lossScale === undefined ? residualScale(model, data, descent.parameters) : options.lossScale / data.unit;
  const starts = [descent, ...lowest(found.ends, compared).filter((end) => end !== followed)];
  let robust = robustDescents(model, data, free, { loss, scale }, { tolerance, maxIterations });
  // A milder loss first, with the same scale and with one ten times as large: outliers let go one after another.
  for (const share of [10, 1]) {
    const mild = robustDescents(
      model,
      data,
      free,
      { loss: "huber", scale: scale * share },
      { tolerance, maxIterations },
    );
    starts.push(mild.rough((starts.at(-1) as Descent).parameters));
  }
  const places = lowest(
    starts.map((end) => robust.rough(end.parameters)),
    followedOn,
  );
  descent = places.map((end) => robust.whole(end.parameters)).reduce(lower);
  // The first scale is that of residuals distorted by outliers; more rounds correct it, two at least, and until it has settled.
  for (let round = 1; ; round++) {
    robust = robustDescents(model, data, free, { loss, scale }, { tolerance, maxIterations });
    posed = robust.posed;
    descent = robust.whole(descent.parameters);
    if (options.lossScale !== undefined || round === mostRounds) break;
    const next = residualScale(model, data, descent.parameters);
    if (round >= 3 && Math.abs(next - scale) <= settledScale * scale) break;
    scale = next;
  }
  return { descent, posed, warnings, unreached, robustness: { loss, scale } };
}

/**
 * True if a descent ended where it began, on a plain where the curve does not change and a mean is better. Looked at only where it may be so: a fit
 * from a good start has no time for it.
 */
function nowhere<Name extends string>(
  model: Model<Name>,
  data: Observations,
  posed: Descender,
  descent: Descent,
): boolean {
  if (descent.iterations > 1 || !ranAway(model, data, posed, descent)) return false;
  return squaresAt(model, data, descent.parameters) > plainSquares(data, false);
}

/** A search by squares, followed by one from fits to x counted from near the data where x lies far from 0. */
function fromNear<Name extends string>(
  { descent, ends, posed, ceiling }: Search,
  model: Model<Name>,
  data: Observations,
  free: FreeParameters,
  options: FitOptions<Name>,
): { descent: Descent | undefined; unreached: Unreached | undefined } {
  const asked = { descent, unreached: undefined };
  const held = options.start !== undefined || free.indices.length < free.all.length;
  if (held || !isFar(data)) return asked;
  const inNeed = () => inTrouble(model, data, posed, descent, yardstick(model, data));
  if (originOf(model)?.kind === "curve" && !inNeed()) return asked;
  const { tolerance = defaults.tolerance, maxIterations = defaults.maxIterations } = options;
  const steps = { tolerance, maxIterations };
  const posedOn = (moved: Observations) => new Descender((some) => leastSquares(model, moved, some), free);
  const spec = { model, pinned: [], multistart: 0, seed: options.seed ?? defaults.seed, ...steps };
  const fits: Centred[] = centredFits(model, data, {
    search: (moved) => searchWide({ ...spec, data: moved, problemOf: posedOn(moved).problemOf }, posedOn(moved)).best,
    descend: (moved, start) => posedOn(moved).descend(start, steps),
  });
  const explorers = explorersOf(model, data, free, () => false);
  const places = fits.flatMap(({ start }) => (start === undefined ? [] : [start, ...nearby(explorers, start)]));
  const followed = places.map((start) => posed.descend(start, steps));
  const best = bestOf(positiveFirst([...ends, ...followed]), ceiling);
  const lower = fits.filter(({ cost }) => !(cost > 0.99 * (best?.cost ?? Number.POSITIVE_INFINITY)));
  const unheld = lower.find(({ overflow }) => overflow !== "");
  return { descent: best, unreached: unheld && { reason: unheld.overflow, cost: unheld.cost } };
}

/** Number of ends by least squares that are compared by the robust loss: outliers may have put the best one into the wrong valley. */
const compared = 12;
/** Number of these that are followed to the end. */
const followedOn = 6;

function lowest(ends: readonly Descent[], count: number): Descent[] {
  return [...ends].sort((a, b) => a.cost - b.cost).slice(0, count);
}

/** The cheaper of two descents; the first if they are equal. */
function lower(a: Descent, b: Descent): Descent {
  return b.cost < a.cost * (1 - 1e-9) ? b : a;
}

/** Descents of a robust loss, by its curvature and by weights, whichever ends lower. */
function robustDescents<Name extends string>(
  model: Model<Name>,
  data: Observations,
  free: FreeParameters,
  robustness: Robustness,
  options: SolverOptions,
): { posed: Descender; rough(start: Float64Array): Descent; whole(start: Float64Array): Descent } {
  const posed = new Descender((moved) => leastSquares(model, data, moved, robustness), free);
  const weighted = new Descender((moved) => leastSquares(model, data, moved, robustness, "weights"), free);
  const whole = (start: Float64Array) => {
    const direct = posed.descend(start, options);
    const slow = weighted.descend(start, { tolerance: 1e-12, maxIterations: 300, settled: 1e-12 });
    const polished = posed.descend(slow.parameters, options);
    return lower(direct, lower(polished, { ...slow, stop: "stalled" }));
  };
  const few: SolverOptions = { tolerance: 1e-6, maxIterations: 50, settled: 1e-6 };
  return {
    posed,
    rough(start) {
      const best = lower(posed.descend(start, few), weighted.descend(start, few));
      return reweighted(model, data, posed, robustness, best);
    },
    whole(start) {
      const once = whole(start);
      if (once.stop === "converged") return once;
      return lower(once, whole(reweighted(model, data, posed, robustness, once).parameters));
    },
  };
}

/** Number of times that points are weighed anew. */
const reweighings = 8;

/**
 * Descents of the nonlinear parameters by squares, each with the weights that the robust loss gives the points at the end of the one before; for
 * as long as the loss falls. They get through valleys in which a descent of all parameters creeps.
 */
function reweighted<Name extends string>(
  model: Model<Name>,
  data: Observations,
  posed: Descender,
  { loss, scale }: Robustness,
  from: Descent,
): Descent {
  if (loss === "linear") return from;
  const rho = new Float64Array(3);
  let best = from;
  for (let round = 0; round < reweighings; round++) {
    const residuals = weigh(data, valuesAt(model, data, best.parameters));
    const rootWeights = data.rootWeights.map((root, i) => {
      losses[loss](((residuals[i] as number) / scale) ** 2, rho);
      return root * Math.sqrt(rho[1] as number);
    });
    const [own] = explorersOf(model, { ...data, rootWeights }, posed.free, () => false);
    const [next] = own === undefined ? [] : nearby([own], best.parameters);
    if (next === undefined) return best;
    const end = posed.descend(next, { tolerance: 1e-6, maxIterations: 20, settled: 1e-6 });
    if (!(end.cost < best.cost * (1 - 1e-7))) return best;
    best = end;
  }
  return best;
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
): Search {
  const { multistart = defaults.multistart, seed = defaults.seed } = options;
  const { tolerance = defaults.tolerance, maxIterations = defaults.maxIterations } = options;
  const posed = new Descender(problemOf, free);
  const named: FitOptions<Name>["start"] = options.start;
  const given = model.parameters.map((name) => named?.[name]);
  const complete = free.indices.every((index) => given[index] !== undefined);
  const start = complete ? given.map((value, j) => value ?? (free.all[j] as number)) : undefined;
  const first = start && posed.descend(start, { tolerance, maxIterations });
  const leads = first?.stop === "converged" && !nowhere(model, data, posed, first);
  if (leads && multistart === 0)
    return { descent: first, ends: [first], ceiling: Number.POSITIVE_INFINITY, posed, warnings: [] };

  // A start for some parameters sets those in every candidate; a complete start that failed sets none.
  const pinned = complete ? [] : given;
  const spec = { problemOf, model, data, pinned, multistart, seed, tolerance, maxIterations };
  const { best, ends, ceiling } = searchWide(spec, posed, first === undefined ? [] : [first]);
  const replaced = first !== undefined && !leads && best !== first;
  return {
    descent: best,
    ends,
    ceiling,
    posed,
    warnings: replaced ? ["the given start did not converge: the model's own start was used"] : [],
  };
}
