import { optionsOf, requireWhole } from "../../core/require";
import { cubeOf, marginalOf } from "./cube";
import type { Distribution } from "./distribution";
import { type CountGroupOptions, codesOf, countGroupOptions, massOf, placesOf } from "./groups";
import { requireDistribution } from "./requireDistribution";

/**
 * Joint entropies of any of `count` groups of variables: all that a measure of information depends on. Discrete and Gaussian variables
 * differ only here.
 */
export interface Entropies {
  readonly count: number;
  /** Joint entropy of the groups with these indices, in the chosen unit; each is computed once. */
  of(places: readonly number[]): number;
}

/** A measure as a formula over joint entropies. */
export type Formula = (entropies: Entropies) => number;

/** Size of a bit in the unit: 1 for bits, ln 2 for nats. Throws for an unknown unit. */
export function unitSize(caller: string, unit: string): number {
  if (unit === "bits") return 1;
  if (unit === "nats") return Math.LN2;
  throw new RangeError(`${caller}: unit ${JSON.stringify(unit)}, needs "bits" or "nats"`);
}

/** - sum p log2 p. In bits, since log2 is exact for the halves and quarters that specimens consist of. */
export function surprise(mass: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mass.length; i++) {
    const p = mass[i] as number;
    if (p > 0) sum -= p * Math.log2(p);
  }
  return sum;
}

/** Entropies of groups from those of variables; each set of variables is computed once. */
export function grouped(
  groups: readonly (readonly number[])[],
  inBits: (variables: number[]) => number,
  size: number,
): Entropies {
  const known = new Map<string, number>();
  return {
    count: groups.length,
    of: (places) => {
      const taken: boolean[] = [];
      for (const place of places) for (const variable of groups[place] as number[]) taken[variable] = true;
      const variables: number[] = [];
      for (let variable = 0; variable < taken.length; variable++) if (taken[variable]) variables.push(variable);
      const key = variables.join();
      const value = known.get(key) ?? (variables.length === 0 ? 0 : inBits(variables) * size);
      known.set(key, value);
      return value;
    },
  };
}

/** What the entropy of shares is too low by on average, to the first order in 1 / n, in bits: the correction of Miller and Madow. */
function millerMadow(caller: string, { samples }: Distribution): (shares: Float64Array) => number {
  if (samples === undefined) {
    throw new RangeError(
      `${caller}: correction "millerMadow" of a distribution without a number of samples, needs one made by \`fromSamples\``,
    );
  }
  requireWhole(caller, "samples", samples);
  return (shares) => (shares.reduce((seen, share) => seen + Number(share > 0), 0) - 1) / (2 * samples * Math.LN2);
}

/** Entropies of groups of variables of a distribution. */
export function discreteEntropies(caller: string, d: Distribution, options: CountGroupOptions): Entropies {
  requireDistribution(caller, d);
  const {
    groups = d.names.map((_, v) => v),
    unit = "bits",
    correction = "none",
  } = optionsOf(caller, options, countGroupOptions);
  if (groups.length === 0) throw new RangeError(`${caller}: no groups, needs at least one`);
  const places = Array.from(groups, (group) => placesOf(caller, d.names, group));
  const cube = cubeOf(d);
  const lost = correction === "millerMadow" ? millerMadow(caller, d) : () => 0;
  const inBits = (variables: number[]) => {
    const mass = cube ? marginalOf(cube, variables) : massOf(codesOf(d, variables), d.probabilities);
    return surprise(mass) + lost(mass);
  };
  return grouped(places, inBits, unitSize(caller, unit));
}

/** 0, 1 ... count - 1. */
export function everyPlace({ count }: Entropies): number[] {
  return Array.from({ length: count }, (_, place) => place);
}
