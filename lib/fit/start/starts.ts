import { min } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { random } from "../../stats/random";
import type { BestFit, Model, Shape } from "../model/model";
import type { Observations } from "../problem/leastSquares";
import { toShape } from "../problem/observations";
import type { Descender } from "../solver/descend";
import type { SolverOptions } from "../solver/minimize";
import type { FreeParameters, ProblemFactory } from "../solver/problem";
import type { Explorer, Start } from "./explorer";

/** Number of candidates that are refined by a few steps, of those followed to the end, and of further ones if none of these converges. */
const refined = 24;
const chosen = 3;
/** Number of candidates of a built-in curve that are refined with the linear parameters solved for: fewer are needed, and each costs more. */
const fewer = 8;
const spare = 6;
/** Number of candidates from which a formula with views is tried by itself. */
const aside = 150;
/** Number of nonlinear parameters from which on starts are bred, of generations for each (less the same number), and of children in each. */
const several = 3;
const generations = 2;
const broods = 200;
/** Number of times that each parameter of the best start is exchanged, at most. */
const sweeps = 3;
/** Number of random mixtures in a further round. */
const mixed = 24;

/** Relative difference of costs up to which two starts are taken to lie in one basin. */
const alikeCosts = 0.01;
/** Number of candidates of a formula whose costs differ more, and how much: a wide basin would fill all places with its own. */
const apart = 16;
const apartCosts = 0.15;

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

/** Relative difference of costs up to which two forms of a curve are the same curve. */
const mirrorCosts = 1e-6;

/** Places from which to descend. */
export interface Places {
  readonly first: readonly Float64Array[];
  /** Used if none of the first converges; followed only then. */
  readonly spare: readonly (() => Float64Array)[];
  /** The best candidate. */
  readonly candidate: Float64Array | undefined;
}

/** Ends of projected descents from a place. */
export function nearby(explorers: readonly Explorer[], start: Float64Array): Float64Array[] {
  return explorers.flatMap(({ rank, descend, back }) => {
    const [first] = rank([start]);
    return first === undefined || descend === undefined ? [] : [back(descend(first.parameters, near).parameters)];
  });
}

/**
 * The model's own starts: for each way of looking at it, the best candidates after a few steps each (a candidate's own cost is a poor guide to the
 * depth of its basin), followed with the linear parameters solved for; and random mixtures of candidates if `multistart` is above 0.
 */
export function ownStarts<Name extends string>(
  spec: SearchSpec<Name>,
  posed: Descender,
  explorers: readonly Explorer[],
  bestFit: BestFit,
  round: number,
): Places {
  const { model, data, pinned, multistart, seed } = spec;
  const guesses = model
    .initialGuesses(toShape(data, rangeIn(model, posed.free)), bestFit, round)
    .map((candidate) => model.parameters.map((_, j) => pinned[j] ?? (candidate[j] as number)));
  // A model without candidates of its own to draw offers the same ones again.
  const candidates = round === 0 || model.views !== undefined ? guesses : mixtures(guesses, mixed, seed + round);
  const drawn = round > 0 ? [] : mixtures(guesses, multistart, seed);
  const places = explorers.map((explorer, way) => {
    const { rank, descend, back, others } = explorer;
    // A formula with views is rarely found better by itself; and a drawn start is followed once.
    const seldom = way === 0 && explorers.length > 1;
    const last = way === explorers.length - 1;
    const step = (start: Float64Array, options: SolverOptions) =>
      (descend ?? posed.descend.bind(posed))(start, options);
    const ranked = rank(seldom ? candidates.slice(0, aside) : candidates);
    const better =
      seldom || model.views === undefined || others.length < several
        ? ranked
        : bred(ranked, candidates, explorer, seed + round);
    const taken =
      model.views === undefined
        ? distinct(better, descend === undefined ? refined : fewer)
        : [...distinct(better, refined), ...distinct(better, apart, apartCosts)];
    const ends = [...new Set(taken)]
      .map(({ parameters }) => step(parameters, rough))
      .filter(({ cost }) => Number.isFinite(cost))
      .sort((a, b) => a.cost - b.cost);
    const follow = ({ parameters }: Start) =>
      back(descend === undefined ? parameters : descend(parameters, near).parameters);
    return {
      candidate: ranked[0] && back(ranked[0].parameters),
      first: [...withMirrored(distinct(ends, chosen), ends, explorer), ...(last ? rank(drawn) : [])].map(follow),
      spare: distinct(ends, chosen + spare)
        .slice(chosen)
        .map((start) => () => follow(start)),
    };
  });
  return {
    first: places.flatMap(({ first }) => first),
    spare: places.flatMap((place) => place.spare),
    candidate: places[0]?.candidate,
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

/**
 * Starts of a formula with several nonlinear parameters, improved over some generations: a child has most parameters of one of the best starts and the
 * others of any candidate. A second peak, or a second wave, is found beside the first sooner than both at once.
 */
function bred(ranked: readonly Start[], candidates: readonly Numbers[], explorer: Explorer, seed: number): Start[] {
  const { rank, back, others } = explorer;
  const { integer, uniform } = random(seed);
  let best: Start[] = [...ranked];
  for (let generation = 0; generation < generations * others.length - several && best.length > 0; generation++) {
    const parents = distinct(best, refined).map(({ parameters }) => back(parameters));
    const children = Array.from({ length: broods }, () => {
      const parent = parents[integer(0, parents.length - 1)] as Float64Array;
      const donor = candidates[integer(0, candidates.length - 1)] as Numbers;
      const share = 0.15 + 0.5 * uniform();
      return parent.map((value, j) => (uniform() < share ? (donor[j] as number) : value));
    });
    best = [...best, ...rank(children)].sort((a, b) => a.cost - b.cost);
  }
  return [...swept(best, candidates, explorer), ...best].sort((a, b) => a.cost - b.cost);
}

/** The best start with one parameter after another taken from any candidate, for as long as that is better: a third wave beside two. */
function swept(best: readonly Start[], candidates: readonly Numbers[], { rank, back, others }: Explorer): Start[] {
  let [first] = best;
  const met: Start[] = [];
  for (let round = 0; round < sweeps && first !== undefined; round++) {
    const before: Start = first;
    for (const index of others) {
      const from = back(first.parameters);
      const [found] = rank(
        candidates
          .slice(0, broods)
          .map((donor) => from.map((value, j) => (j === index ? (donor[j] as number) : value))),
      );
      if (found === undefined || found.cost >= first.cost) continue;
      met.push(found);
      first = found;
    }
    if (first === before) break;
  }
  return met;
}

/** The chosen ends, and for each the one of about its cost that has the fewest negative parameters: it may be another form of the same curve. */
function withMirrored(taken: readonly Start[], ends: readonly Start[], explorer: Explorer): Start[] {
  const mirrored = taken.flatMap((start) => unmirrored(start, explorer));
  const twins = taken.flatMap((start) => {
    const alike = ends.filter(({ cost }) => Math.abs(cost - start.cost) <= alikeCosts * start.cost);
    const fewest = min(alike, negatives) as number;
    const twin = alike.find((other) => negatives(other) === fewest);
    return twin === undefined || negatives(start) <= fewest ? [] : [twin];
  });
  return [...new Set([...taken, ...twins, ...mirrored])];
}

/** The same curve with fewer negative parameters, if changing the signs of some that are not solved for gives one. */
function unmirrored(start: Start, { rank, back, others }: Explorer): Start[] {
  const [first] = rank([back(start.parameters)]);
  let best = first;
  for (const index of others) {
    if (best === undefined || (best.parameters[index] as number) >= 0) continue;
    const [flipped] = rank([back(best.parameters).map((value, j) => (j === index ? -value : value))]);
    if (flipped === undefined || flipped.cost > best.cost * (1 + mirrorCosts)) continue;
    if (negatives(flipped) < negatives(best)) best = flipped;
  }
  return best === undefined || best === first ? [] : [best];
}

/** Number of negative parameters. */
export function negatives({ parameters }: Pick<Start, "parameters">): number {
  return parameters.filter((value) => value < 0).length;
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

/** The first `count` starts whose costs differ by more than a share of them. */
function distinct<T extends { readonly cost: number }>(starts: readonly T[], count: number, share = alikeCosts): T[] {
  const taken: T[] = [];
  for (const start of starts) {
    if (taken.length === count) break;
    if (taken.every((other) => Math.abs(start.cost - other.cost) > share * other.cost)) taken.push(start);
  }
  return taken;
}
