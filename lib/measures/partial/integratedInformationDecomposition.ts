import { type Kinds, optionsOf, requireList } from "../../core/require";
import type { Distribution } from "../information/distribution";
import { discreteEntropies, unitSize } from "../information/entropies";
import { placesOf, type UnitOptions, unitOptions, type Variables } from "../information/groups";
import { requireDistribution } from "../information/requireDistribution";

/** How two variables carry a piece of information: both of them, only the first, only the second, or only the two together. */
export interface Carriers<Value> {
  readonly redundancy: Value;
  readonly unique1: Value;
  readonly unique2: Value;
  readonly synergy: Value;
}

/** The sixteen atoms: how information is carried now, then how it is carried next. `synergy.unique1` is what both together tell now and only the first tells next. */
export type InformationAtoms = Carriers<Carriers<number>>;

/** Options of `integratedInformationDecomposition`. */
export interface AtomOptions extends UnitOptions {
  /** The two variables now, each one variable or several taken as one. Default the first two. */
  readonly now?: readonly Variables[];
  /** The two variables at the next step. Default the third and fourth. */
  readonly next?: readonly Variables[];
}

/** Kinds of the options, for their check. */
const atomOptions: Kinds<AtomOptions> = { ...unitOptions, now: "list", next: "list" };

/**
 * Integrated information decomposition (PhiID): the information that two variables have about their own next step, by how it is carried before and after. The
 * sixteen atoms solve sixteen equations, one per pair of an antichain now, a, and one next, b, of the lattice {1}{2}, {1}, {2}, {12}:
 *
 *     sum of the atoms below (a, b) = R(a, b),   R(a, b) = min over A in a, B in b of I(X_A ; X'_B)
 *
 * R is the double redundancy by minimum mutual information (MMI). The atoms sum to I(X1, X2 ; X1', X2') and can be negative.
 *
 * MMI has a known fault: the minimum compares amounts, not contents, so two independent bits count as redundant. Two bits that change places show it: beside
 * `unique1.unique2` = `unique2.unique1` = 1, it gives `redundancy.synergy` = `synergy.redundancy` = 1, -1 for each of the four atoms between unique and
 * synergy, and `synergy.synergy` = 2. Read single atoms with care where parts are independent.
 *
 * @param d a joint distribution of both steps
 * @param options `now`, two variables, default [0, 1]; `next`, default [2, 3]; `unit`: "bits" (default) or "nats"
 * @throws RangeError unless there are two variables now and two next, all different and known
 * @example
 * import { distribution, integratedInformationDecomposition } from "@emergence/lib/measures";
 * const parityKept = ["0000", "0011", "1100", "1111", "0101", "0110", "1001", "1010"];
 * integratedInformationDecomposition(distribution(parityKept, parityKept.map(() => 1 / 8))).synergy.synergy; // => 1
 *
 * Source: Mediano, Rosas, Luppi, Jensen, Seth, Barrett, Carhart-Harris & Bor 2021, Towards an extended taxonomy of information dynamics via integrated
 * information decomposition, arXiv 2109.13186; MMI: Barrett 2015, Phys. Rev. E 91, 052802.
 */
export function integratedInformationDecomposition(d: Distribution, options: AtomOptions = {}): InformationAtoms {
  const caller = "integratedInformationDecomposition";
  const { now = [0, 1], next = [2, 3], unit = "bits" } = optionsOf(caller, options, atomOptions);
  requireDistribution(caller, d);
  const size = unitSize(caller, unit);
  const [x1, x2] = pairOf(caller, d, "now", now);
  const [y1, y2] = pairOf(caller, d, "next", next);
  const taken = [x1, x2, y1, y2].flat();
  const twice = taken.find((place, i) => taken.indexOf(place) !== i);
  if (twice !== undefined)
    throw new RangeError(
      `${caller}: variable ${d.names[twice]} occurs twice, needs two variables now and two other ones next`,
    );
  const entropies = discreteEntropies(caller, d, { groups: [x1, x2, y1, y2] });
  const shared = (a: readonly number[], b: readonly number[]) => {
    const { of } = entropies;
    return of(a) + of(b) - of([...a, ...b]);
  };
  const told = (a: readonly number[]): Carriers<number> => {
    const [first, second] = [shared(a, [2]), shared(a, [3])];
    return { redundancy: Math.min(first, second), unique1: first, unique2: second, synergy: shared(a, [2, 3]) };
  };
  const [first, second] = [told([0]), told([1])];
  const either = carriers((place) => Math.min(first[place], second[place]));
  const cumulative: InformationAtoms = { redundancy: either, unique1: first, unique2: second, synergy: told([0, 1]) };
  const rows = carriers((place) => inverted(cumulative[place]));
  const columns = carriers((to) => inverted(carriers((from) => rows[from][to])));
  return carriers((from) => carriers((to) => columns[to][from] * size));
}

function pairOf(caller: string, d: Distribution, name: string, pair: readonly Variables[]): [number[], number[]] {
  requireList(caller, name, pair);
  if (pair.length !== 2) throw new RangeError(`${caller}: ${pair.length} variables ${name}, needs 2`);
  const [a, b] = Array.from(pair, (variables) => placesOf(caller, d.names, variables));
  return [a as number[], b as number[]];
}

type Place = keyof Carriers<unknown>;

function carriers<Value>(at: (place: Place) => Value): Carriers<Value> {
  return { redundancy: at("redundancy"), unique1: at("unique1"), unique2: at("unique2"), synergy: at("synergy") };
}

/** Values of which those below each place sum to its cumulative one: Moebius inversion on {1}{2} < {1}, {2} < {12}. */
function inverted({ redundancy, unique1, unique2, synergy }: Carriers<number>): Carriers<number> {
  return {
    redundancy,
    unique1: unique1 - redundancy,
    unique2: unique2 - redundancy,
    synergy: synergy - unique1 - unique2 + redundancy,
  };
}
