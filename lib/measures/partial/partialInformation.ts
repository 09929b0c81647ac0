import { type Kinds, optionsOf, requireList, requireOneOf } from "../../core/require";
import type { Distribution } from "../information/distribution";
import { discreteEntropies, unitSize } from "../information/entropies";
import { placesOf, type UnitOptions, unitOptions, type Variables } from "../information/groups";
import { mutualInformationFormula } from "../information/mutualInformation";
import { requireDistribution } from "../information/requireDistribution";
import { broja } from "./broja";
import { ccs } from "./ccs";
import { mmi } from "./mmi";
import { type Redundancy, tripleOf } from "./triple";
import { williamsBeer } from "./williamsBeer";

/** Options of `partialInformation`. */
export interface PartialOptions extends UnitOptions {
  /** Two sources, each one variable by index or name, or several variables taken as one. */
  readonly sources: readonly Variables[];
  readonly target: Variables;
  /** Definition of redundancy; the literature has several. */
  readonly redundancy: "williamsBeer" | "mmi" | "broja" | "ccs";
}

/** Kinds of the options, for their check. */
const partialOptions: Kinds<PartialOptions> = {
  ...unitOptions,
  sources: "list",
  target: "any",
  redundancy: "any",
};

/** Decomposition of the information of two sources about a target. */
export interface PartialInformation {
  /** Information that either source provides. */
  readonly redundancy: number;
  /** Information that only the first source provides, and only the second. */
  readonly unique: readonly [number, number];
  /** Information that only both together provide. */
  readonly synergy: number;
}

const redundancies: Readonly<Record<PartialOptions["redundancy"], Redundancy>> = { williamsBeer, mmi, broja, ccs };

/**
 * Partial information decomposition of two sources X and Y about a target T:
 *
 *     I(X ; T) = redundancy + unique_1,   I(Y ; T) = redundancy + unique_2,   I(X, Y ; T) = redundancy + unique_1 + unique_2 + synergy
 *
 * Three equations for four terms: redundancy must be defined separately, and definitions differ ("williamsBeer", "mmi", "broja", "ccs"). Only under "ccs"
 * can terms be negative.
 *
 * @param d a joint distribution
 * @param options `sources` (two), `target`, `redundancy`, `unit`: "bits" (default) or "nats"
 * @throws RangeError unless there are exactly two sources, for an unknown or repeated variable, or an unknown redundancy
 * @example
 * import { partialInformation, specimens } from "@emergence/lib/measures";
 * partialInformation(specimens.xor(), { sources: [0, 1], target: 2, redundancy: "mmi" }); // => ({ redundancy: 0, unique: [0, 0], synergy: 1 })
 *
 * Source: Williams & Beer 2010; Bertschinger et al. 2014; Barrett 2015; Ince 2017.
 */
export function partialInformation(d: Distribution, options: PartialOptions): PartialInformation {
  const caller = "partialInformation";
  const { sources, target, redundancy: name, unit = "bits" } = optionsOf(caller, options, partialOptions);
  requireDistribution(caller, d);
  requireList(caller, "sources", sources);
  if (sources.length !== 2) throw new RangeError(`${caller}: ${sources.length} sources, needs 2`);
  requireOneOf(caller, "redundancy", name, Object.keys(redundancies));
  const measure = redundancies[name];
  const [x = [], y = [], t = []] = [...sources, target].map((variables) => placesOf(caller, d.names, variables));
  const taken = [...x, ...y, ...t];
  const twice = taken.find((place, i) => taken.indexOf(place) !== i);
  if (twice !== undefined) {
    throw new RangeError(`${caller}: variable ${d.names[twice]} occurs twice, needs disjoint sources and target`);
  }
  const informations = ([x, y, [...x, ...y]] as const).map((source) =>
    mutualInformationFormula(discreteEntropies(caller, d, { groups: [source, t] })),
  );
  const [first, second, both] = informations as [number, number, number];
  const shared = measure(tripleOf(d, x, y, t), { first, second });
  const size = unitSize(caller, unit);
  return {
    redundancy: shared * size,
    unique: [(first - shared) * size, (second - shared) * size],
    synergy: (both - first - second + shared) * size,
  };
}
