import { min } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { random } from "../../stats/random";
import type { BestFit, Model, Shape } from "../model/model";
import { toFreeParameters } from "../problem/freeParameters";
import { leastSquares, type Observations } from "../problem/leastSquares";
import { toObservations, toShape } from "../problem/observations";
import { defaults } from "../problem/options";
import { bestOf, Descender, type Descent } from "../solver/descend";
import type { SolverOptions } from "../solver/minimize";
import type { FreeParameters, ProblemFactory } from "../solver/problem";
import { rankStarts } from "./rankStarts";

/** Number of candidates that are refined by a few steps, of those followed to the end, and of further ones if none of these converges. */
const refined = 24;
const chosen = 3;
const spare = 6;

/** A descent just long enough to tell the basins apart. */
const rough: SolverOptions = { tolerance: 1e-3, maxIterations: 8, settled: 1e-3 };

/** Specification of a search: the problem, and the caller's options. */
export interface SearchSpec<Name extends string> extends Pick<SolverOptions, "tolerance" | "maxIterations"> {
  readonly problemOf: ProblemFactory;
  readonly model: Model<Name>;
  readonly data: Observations;
  /** Values set in every start, at the positions of their parameters. */
  readonly pinned: readonly (number | undefined)[];
  /** Number of additional random starts. */
  readonly multistart: number;
  readonly seed: number;
}

/** Starts of a search. */
interface Starts {
  readonly first: readonly Float64Array[];
  /** Used if none of the first converges. */
  readonly spare: readonly Float64Array[];
  /** A reachable cost: that of the best simpler curve, of the best start of a curve that bends, or Infinity. */
  readonly ceiling: number;
}

/** The best of the given descents and those from the model's own starts. */
export function searchWide<Name extends string>(
  spec: SearchSpec<Name>,
  posed: Descender,
  given: readonly Descent[] = [],
): Descent | undefined {
  const { tolerance, maxIterations } = spec;
  const from = (start: Float64Array) => posed.descend(start, { tolerance, maxIterations });
  const { first, spare: further, ceiling } = ownStarts(spec, posed);
  const ends = [...given, ...first.map(from)];
  for (const start of further) {
    if (ends.some(({ stop }) => stop === "converged")) break;
    ends.push(from(start));
  }
  return bestOf(ends, ceiling);
}

/**
 * The model's own starts: its best candidates after a few steps each (a candidate's own cost is a poor guide to the depth of its basin); the
 * best fits of the simpler curves that the model contains, so that it never ends above one of them; and random mixtures of candidates if
 * `multistart` is above 0.
 */
function ownStarts<Name extends string>(spec: SearchSpec<Name>, posed: Descender): Starts {
  const { model, data, pinned, multistart, seed } = spec;
  const { free } = posed;
  const isPinned = (index: number) => pinned[index] !== undefined;
  const solved = free.indices.filter((j) => model.linear.includes(model.parameters[j] as Name) && !isPinned(j));
  const candidates = model
    .initialGuesses(toShape(data, rangeIn(model, free)), bestFit)
    .map((candidate) => model.parameters.map((_, j) => pinned[j] ?? (candidate[j] as number)));
  const ranked = (from: readonly Numbers[]) => rankStarts(model, data, free, from, solved);
  const ends = distinct(ranked(candidates), refined)
    .map(({ parameters }) => posed.descend(parameters, rough))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost);
  const simpler = simplerFits(spec, free);
  const drawn = ranked(mixtures(candidates, multistart, seed));
  const [best, next] = [distinct(ends, chosen), distinct(ends, chosen + spare).slice(chosen)];
  const places = (from: readonly { readonly parameters: Float64Array }[]) => from.map(({ parameters }) => parameters);
  return {
    first: places([...best, ...simpler, ...drawn]),
    spare: places(next),
    ceiling:
      min(model.bends ? [...simpler, ...ends.slice(0, 1)] : simpler, ({ cost }) => cost) ?? Number.POSITIVE_INFINITY,
  };
}

/** Range of each parameter: its bounds, or the value at which it is held. */
function rangeIn({ parameters }: Model, { all, indices, lower, upper }: FreeParameters): Shape["range"] {
  return (name) => {
    const index = parameters.indexOf(name);
    const j = indices.indexOf(index);
    const held = all[index] as number;
    return j < 0 ? [held, held] : [lower[j] as number, upper[j] as number];
  };
}

/** The best fit of each simpler curve that the model contains and the caller's bounds and fixed values allow. */
function simplerFits<Name extends string>(spec: SearchSpec<Name>, free: FreeParameters): Descent[] {
  const { model, pinned } = spec;
  return (model.specialCases ?? []).flatMap((values) => {
    const held = hold(model, free, values, pinned);
    if (held === undefined) return [];
    const best = searchWide({ ...spec, multistart: 0 }, new Descender(spec.problemOf, held));
    return best === undefined ? [] : [best];
  });
}

/** The free parameters without those held at the values of a simpler curve; undefined if the caller's options forbid that. */
function hold<Name extends string>(
  { parameters }: Model<Name>,
  { all, indices, lower, upper }: FreeParameters,
  values: NonNullable<Model<Name>["specialCases"]>[number],
  pinned: SearchSpec<Name>["pinned"],
): FreeParameters | undefined {
  const at = all.slice();
  for (const [index, name] of parameters.entries()) {
    const value = values[name];
    if (value === undefined) continue;
    const j = indices.indexOf(index);
    if (j < 0 || pinned[index] !== undefined) return undefined;
    if (!(value >= (lower[j] as number) && value <= (upper[j] as number))) return undefined;
    at[index] = value;
  }
  const stays = (_: unknown, j: number) => values[parameters[indices[j] as number] as Name] === undefined;
  return { all: at, indices: indices.filter(stays), lower: lower.filter(stays), upper: upper.filter(stays) };
}

/** Random points, each between two random candidates. */
function mixtures(candidates: readonly number[][], count: number, seed: number): number[][] {
  const { integer, uniform } = random(seed);
  const pick = () => candidates[integer(0, candidates.length - 1)] as number[];
  return Array.from({ length: candidates.length === 0 ? 0 : count }, () => {
    const [a, b, share] = [pick(), pick(), uniform()];
    return a.map((value, j) => value + share * ((b[j] as number) - value));
  });
}

/** The first `count` starts whose costs differ by more than one percent. */
function distinct<T extends { readonly cost: number }>(starts: readonly T[], count: number): T[] {
  const taken: T[] = [];
  for (const start of starts) {
    if (taken.length === count) break;
    if (taken.every((other) => Math.abs(start.cost - other.cost) > 0.01 * other.cost)) taken.push(start);
  }
  return taken;
}

/** The simpler model that a self-start asks for. */
const bestFit: BestFit = (model, x, y) => {
  if (x.length < model.parameters.length) return undefined;
  const data = toObservations("fit", model, x, y, {});
  const pinned = model.parameters.map(() => undefined);
  const problemOf: ProblemFactory = (moved) => leastSquares(model, data, moved);
  const posed = new Descender(problemOf, toFreeParameters("fit", model, {}));
  const best = searchWide({ ...defaults, problemOf, model, data, pinned }, posed);
  return best?.stop === "converged" || best?.stop === "stalled" ? best.parameters : undefined;
};
