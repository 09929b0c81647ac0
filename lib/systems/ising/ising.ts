import type { ReadonlyTyped } from "../../core/numbers";
import { type Kinds, optionsOf, requireFinite, requirePositive, requireWhole } from "../../core/require";
import { briefly, shown } from "../../core/shown";
import { type Random, random } from "../../stats";
import type { Lattice } from "./lattice";
import { metropolis } from "./metropolis";
import { packedMetropolis } from "./packed";
import { wolff } from "./wolff";

/** Options of an Ising model. */
export interface IsingOptions {
  /** L, spins per side, >= 2; the lattice is a torus of L x L. */
  readonly size: number;
  /** T, in units of J / k_B, > 0. */
  readonly temperature: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
  /** Update of the spins. "metropolis" (default) flips single spins; "wolff" flips clusters, which is faster near Tc but not a physical motion. */
  readonly algorithm?: "metropolis" | "wolff";
  /** Initial state: all +1 ("up", default), random, or L^2 spins of 1 and -1, row by row, such as the `spins` of another lattice (copied). */
  readonly start?: "up" | "random" | ArrayLike<number>;
  /** h, in units of J, in the term -h sum s of the energy; only with "metropolis". Default 0. */
  readonly field?: number;
  /** Metropolis with 32 spins per word ("packed", for even sizes >= 4 without a field), or with sites drawn one by one ("plain"). Default "packed" if possible. Both have the same averages, but not the same sequence of states. */
  readonly layout?: "packed" | "plain";
}

/** Kinds of the options, for their check. */
export const isingOptions: Kinds<IsingOptions> = {
  size: "number",
  temperature: "number",
  seed: "number",
  algorithm: ["metropolis", "wolff"],
  start: "any",
  field: "number",
  layout: ["packed", "plain"],
};

/** A lattice of spins. */
export interface Ising {
  readonly size: number;
  readonly temperature: number;
  /** All spins, row by row, each 1 or -1, length L^2. The same array each time, brought up to date when read. */
  readonly spins: ReadonlyTyped<Int8Array>;
  /** m, mean spin, -1 to 1. */
  readonly magnetization: number;
  /** u = (-sum s s' - h sum s) / N, in units of J. */
  readonly energy: number;
  /** Makes `count` sweeps; default 1. Metropolis: as many attempts as spins; packed, each spin once, one color of the checkerboard after the other. Wolff: a fixed number of clusters, which by theory hold about N spins. */
  sweep(count?: number): void;
  /** The spins as they are now, in an array of the caller's own; fit to be another lattice's `start`. */
  copy(): Int8Array;
  /** The same as `sweep`. */
  step(count?: number): void;
}

/**
 * Ising model on a square lattice with periodic borders, J = k_B = 1:
 *
 *     E = -sum over bonds of s s' - h sum s,  s = 1 or -1
 *
 * @param options `size`, `temperature`, `seed`; `algorithm`, `start`, `field`, `layout`
 * @throws RangeError for an option out of range, a field with Wolff, a packed layout with an odd size, size 2 or a field
 * @example
 * import { ising } from "@emergence/lib/systems";
 * const magnet = ising({ size: 8, temperature: 0.1, seed: 1 });
 * magnet.sweep(10);
 * magnet.magnetization; // => 1
 *
 * Sources: Ising 1925, Z. Phys. 31, 253-258; Metropolis et al. 1953; Wolff 1989.
 */
export function ising(options: IsingOptions): Ising {
  optionsOf("ising", options, isingOptions);
  return isingFor("ising", options);
}

/** The same, with errors that name the caller. */
export function isingFor(caller: string, options: IsingOptions): Ising {
  const { size, temperature, seed, start = "up", field = 0 } = options;
  requireWhole(caller, "size", size, 2);
  requirePositive(caller, "temperature", temperature);
  requireFinite(caller, "field", field);
  const source = random(seed, caller);
  const spins = startFor(caller, start, size * size, source);
  const lattice = latticeFor(caller, options, spins, source);
  const view = new Int8Array(size * size);
  const sweep = (count = 1) => {
    requireWhole(caller, "count", count, 0);
    for (let done = 0; done < count; done++) lattice.sweep();
  };
  return {
    size,
    temperature,
    get spins() {
      view.set(lattice.spins());
      return view;
    },
    copy: () => lattice.spins(),
    get magnetization() {
      return lattice.total() / (size * size);
    },
    get energy() {
      const bonds = lattice.bonds();
      return (field === 0 ? bonds : bonds - field * lattice.total()) / (size * size);
    },
    sweep,
    step: sweep,
  };
}

function startFor(caller: string, start: unknown, sites: number, source: Random): Int8Array {
  if (start === "up") return new Int8Array(sites).fill(1);
  if (start === "random") return Int8Array.from({ length: sites }, () => (source.int32() < 0 ? -1 : 1));
  if (!Array.isArray(start) && !ArrayBuffer.isView(start)) {
    throw new RangeError(`${caller}: start ${briefly(start)}, needs "up", "random" or ${sites} spins`);
  }
  const given = Array.from(start as ArrayLike<number>);
  if (given.length !== sites) throw new RangeError(`${caller}: start of ${given.length} spins, needs ${sites}`);
  const wrong = given.findIndex((spin) => spin !== 1 && spin !== -1);
  if (wrong >= 0) throw new RangeError(`${caller}: start has ${shown(given[wrong])} at ${wrong}, needs 1 or -1`);
  return Int8Array.from(given);
}

function latticeFor(caller: string, options: IsingOptions, spins: Int8Array, source: Random): Lattice {
  const { size, temperature, field = 0, algorithm = "metropolis" } = options;
  const canPack = size % 2 === 0 && size > 2 && field === 0;
  const { layout = canPack ? "packed" : "plain" } = options;
  if (algorithm === "wolff") {
    if (field !== 0) throw new RangeError(`${caller}: field ${field} with "wolff", needs 0 or "metropolis"`);
    if (options.layout === "packed")
      throw new RangeError(`${caller}: layout "packed" with algorithm "${algorithm}", needs "metropolis"`);
    return wolff(spins, { size, temperature }, source);
  }
  if (layout === "plain") return metropolis(spins, { size, temperature, field }, source);
  if (!canPack) {
    throw new RangeError(
      `${caller}: layout "packed" with size ${size} and field ${field}, needs an even size from 4 and no field`,
    );
  }
  return packedMetropolis(spins, size, temperature, source);
}
