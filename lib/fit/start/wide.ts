import { min } from "d3-array";
import type { BestFit, Model } from "../model/model";
import { toFreeParameters } from "../problem/freeParameters";
import { leastSquares } from "../problem/leastSquares";
import { toObservations } from "../problem/observations";
import { defaults } from "../problem/options";
import { bestOf, Descender, type Descent } from "../solver/descend";
import type { FreeParameters, ProblemFactory } from "../solver/problem";
import { explorersOf } from "./explorer";
import { nearby, negatives, ownStarts, type Places, type SearchSpec } from "./starts";
import { inTrouble, yardstick } from "./trouble";

/** Number of further rounds of candidates, where the first leads nowhere. */
const rounds = 2;

/** The best of some descents, and all of them. */
export interface Found {
  readonly best: Descent | undefined;
  readonly ends: readonly Descent[];
  /** A reachable cost: that of the best simpler curve, of the best start of a curve that bends, or Infinity. */
  readonly ceiling: number;
}

/** The best of the given descents and those from the model's own starts. */
export function searchWide<Name extends string>(
  spec: SearchSpec<Name>,
  posed: Descender,
  given: readonly Descent[] = [],
): Found {
  const { tolerance, maxIterations, model, data } = spec;
  const { free } = posed;
  const from = (start: Float64Array) =>
    ends.find((end) => end.stop === "converged" && same(end.parameters, start)) ??
    posed.descend(start, { tolerance, maxIterations });
  const explorers = explorersOf(model, data, free, (index) => spec.pinned[index] !== undefined);
  const simpler = simplerFits(spec, free);
  let ceiling = min(simpler, ({ cost }) => cost) ?? Number.POSITIVE_INFINITY;
  const ends = [...given];
  let nested = false;
  const simplerFit: BestFit = (...asked) => {
    nested = true;
    return bestFit(...asked);
  };
  const follow = ({ first, spare: further }: Omit<Places, "candidate">) => {
    for (const start of first) ends.push(from(start));
    for (const start of further) {
      if (ends.some(({ stop }) => stop === "converged")) break;
      ends.push(from(start()));
    }
    return bestOf(positiveFirst(ends), ceiling);
  };
  const before = given.flatMap(({ parameters }) => nearby(explorers, parameters));
  const own = ownStarts(spec, posed, explorers, simplerFit, 0);
  // Candidates that begin at the best simpler curve hold that one too; the best start of a curve that bends may lie at a place where no descent converges.
  const reachable = [
    ...(nested && own.candidate !== undefined ? [own.candidate] : []),
    ...(model.bends ? own.first : []),
  ];
  for (const start of reachable)
    ceiling = Math.min(ceiling, posed.descend(start, { tolerance, maxIterations: 0 }).cost);
  const others = [...simpler.map(({ parameters }) => parameters), ...before];
  let best = follow({ first: [...own.first, ...others], spare: own.spare });
  const better = yardstick(model, data);
  for (let round = 1; round <= rounds && inTrouble(model, data, posed, best, better); round++) {
    best = follow(ownStarts(spec, posed, explorers, bestFit, round));
  }
  return { best, ends, ceiling };
}

/** True if a place is the end of an earlier descent, to the digits that a projected descent finds. */
function same(end: Float64Array, place: Float64Array): boolean {
  return end.every((value, j) => Math.abs(value - (place[j] as number)) <= 1e-6 * Math.abs(value));
}

/** Of two forms of the same curve the one with fewer negative parameters comes first. */
export function positiveFirst(ends: readonly Descent[]): Descent[] {
  return [...ends].sort((a, b) => negatives(a) - negatives(b));
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
