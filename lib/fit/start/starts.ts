import { random } from "../../stats/random";
import type { BestFit, Model } from "../model/model";
import { originOf } from "../model/origin";
import { toFreeParameters } from "../problem/freeParameters";
import { leastSquares, type Observations } from "../problem/leastSquares";
import { toObservations, toShape } from "../problem/observations";
import { defaults } from "../problem/options";
import { bestOf, Descender, type Descent } from "../solver/descend";
import type { SolverOptions } from "../solver/minimize";
import type { FreeParameters, ProblemFactory } from "../solver/problem";
import { type Explorer, explorersOf, type Start } from "./explorer";
import { plainSquares, ranAway, squaresAt } from "./trouble";

/** Number of candidates that are refined by a few steps, of those followed to the end, and of further ones if none of these converges. */
const refined = 24;
const chosen = 3;
const spare = 6;
/** Number of further rounds of candidates, where the first leads nowhere, and of random mixtures in each. */
const rounds = 2;
const mixed = 24;

/** A descent just long enough to tell the basins apart, and one that leaves the last digits to the full problem. */
const rough: SolverOptions = { tolerance: 1e-3, maxIterations: 8, settled: 1e-3 };
const near: SolverOptions = { tolerance: 1e-8, maxIterations: 200, settled: 1e-8 };

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

/** Places from which to descend. */
interface Places {
  readonly first: readonly Float64Array[];
  /** Used if none of the first converges. */
  readonly spare: readonly Float64Array[];
}

/** The best of some descents, and all of them. */
export interface Found {
  readonly best: Descent | undefined;
  readonly ends: readonly Descent[];
}

/** The best of the given descents and those from the model's own starts. */
export function searchWide<Name extends string>(
  spec: SearchSpec<Name>,
  posed: Descender,
  given: readonly Descent[] = [],
): Found {
  const { tolerance, maxIterations, model, data } = spec;
  const { free } = posed;
  const from = (start: Float64Array) => posed.descend(start, { tolerance, maxIterations });
  const explorers = explorersOf(model, data, free, (index) => spec.pinned[index] !== undefined);
  const simpler = simplerFits(spec, free);
  const ceiling = Math.min(...simpler.map(({ cost }) => cost));
  const ends = [...given];
  const follow = ({ first, spare: further }: Places) => {
    ends.push(...first.map(from));
    for (const start of further) {
      if (ends.some(({ stop }) => stop === "converged")) break;
      ends.push(from(start));
    }
    return bestOf(ends, ceiling);
  };
  const before = given.flatMap(({ parameters }) => nearby(explorers, parameters));
  const own = ownStarts(spec, posed, explorers, 0);
  const others = [...simpler.map(({ parameters }) => parameters), ...before];
  let best = follow({ first: [...own.first, ...others], spare: own.spare });
  const better = yardstick(model, data);
  for (let round = 1; round <= rounds && inTrouble(spec, posed, best, better); round++) {
    best = follow(ownStarts(spec, posed, explorers, round));
  }
  return { best, ends };
}

/** Ends of projected descents from a place. */
function nearby(explorers: readonly Explorer[], start: Float64Array): Float64Array[] {
  return explorers.flatMap(({ rank, descend, back }) => {
    const [first] = rank([start]);
    return first === undefined || descend === undefined ? [] : [back(descend(first.parameters, near).parameters)];
  });
}

/**
 * The model's own starts: for each way of looking at it, the best candidates after a few steps each (a candidate's own cost is a poor guide to the
 * depth of its basin), followed with the linear parameters solved for; and random mixtures of candidates if `multistart` is above 0.
 */
function ownStarts<Name extends string>(
  spec: SearchSpec<Name>,
  posed: Descender,
  explorers: readonly Explorer[],
  round: number,
): Places {
  const { model, data, pinned, multistart, seed } = spec;
  const guesses = model
    .initialGuesses(toShape(data), bestFit, round)
    .map((candidate) => model.parameters.map((_, j) => pinned[j] ?? (candidate[j] as number)));
  // A model without candidates of its own to draw offers the same ones again.
  const candidates = round === 0 || model.views !== undefined ? guesses : mixtures(guesses, mixed, seed + round);
  const drawn = round > 0 ? [] : mixtures(guesses, multistart, seed);
  const places = explorers.map(({ rank, descend, back }) => {
    const step = (start: Float64Array, options: SolverOptions) =>
      (descend ?? posed.descend.bind(posed))(start, options);
    const ends = distinct(rank(candidates), refined)
      .map(({ parameters }) => step(parameters, rough))
      .filter(({ cost }) => Number.isFinite(cost))
      .sort((a, b) => a.cost - b.cost);
    const follow = ({ parameters }: Start) =>
      back(descend === undefined ? parameters : descend(parameters, near).parameters);
    return {
      first: [...distinct(ends, chosen), ...rank(drawn)].map(follow),
      spare: distinct(ends, chosen + spare)
        .slice(chosen)
        .map(follow),
    };
  });
  return { first: places.flatMap(({ first }) => first), spare: places.flatMap((place) => place.spare) };
}

/** The sum of squares that a curve worth the name stays below: that of a mean, or of a straight line where the model is a formula. */
function yardstick<Name extends string>(model: Model<Name>, data: Observations): () => number {
  let squares: number | undefined;
  return () => {
    squares ??= plainSquares(data, originOf(model)?.kind !== "curve");
    return squares;
  };
}

/** True if a search has led nowhere: no end, or one that a plain mean or line beats, or at which a parameter does nothing. */
function inTrouble<Name extends string>(
  { model, data }: SearchSpec<Name>,
  posed: Descender,
  best: Descent | undefined,
  better: () => number,
): boolean {
  if (best === undefined || best.stop !== "converged") return true;
  return !(squaresAt(model, data, best.parameters) <= better() * (1 + 1e-9)) || ranAway(model, data, posed, best);
}

/** The best fit of each simpler curve that the model contains and the caller's bounds and fixed values allow. */
function simplerFits<Name extends string>(spec: SearchSpec<Name>, free: FreeParameters): Descent[] {
  const { model, pinned } = spec;
  return (model.specialCases ?? []).flatMap((values) => {
    const held = hold(model, free, values, pinned);
    if (held === undefined) return [];
    const { best } = searchWide({ ...spec, multistart: 0 }, new Descender(spec.problemOf, held));
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
  const { best } = searchWide({ ...defaults, problemOf, model, data, pinned }, posed);
  return best?.stop === "converged" || best?.stop === "stalled" ? best.parameters : undefined;
};
