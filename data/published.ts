/**
 * The register of published and exact values: whatever a notebook quotes stands here once, with its source, and is
 * recomputed beside it (`reproduce` in @emergence/plot). The entries stand in published/, a file a subject.
 */
import { type AbilitiesId, abilities } from "./published/abilities";
import { type AdoptersId, adopters } from "./published/adopters";
import { type CalculiId, calculi } from "./published/calculi";
import { type DataQualityId, dataQuality } from "./published/dataQuality";
import type { Entry } from "./published/entry";
import { type FlocksId, flocks } from "./published/flocks";
import { type ForecastsId, forecasts } from "./published/forecasts";
import { type InContextId, inContext } from "./published/inContext";
import { type IsingId, ising } from "./published/ising";
import { type LambadaId, lambada } from "./published/lambada";
import { type MinimalPairsId, minimalPairs } from "./published/minimalPairs";
import { type MirageId, mirage } from "./published/mirage";
import { type QuantityId, quantity } from "./published/quantity";
import { type TransitionsId, transitions } from "./published/transitions";
import { type WholesId, wholes } from "./published/wholes";

/** Every id of the register, so that a cell completes them. */
export type PublishedId =
  | LambadaId
  | AdoptersId
  | AbilitiesId
  | MinimalPairsId
  | FlocksId
  | ForecastsId
  | MirageId
  | InContextId
  | DataQualityId
  | CalculiId
  | WholesId
  | TransitionsId
  | IsingId
  | QuantityId;

/** One value that somebody printed, derived or proved. */
export type Published = Entry & {
  /** Name of the entry; a notebook asks for it by this name */
  readonly id: PublishedId;
};

const register: Record<PublishedId, Entry> = {
  ...lambada,
  ...adopters,
  ...abilities,
  ...minimalPairs,
  ...flocks,
  ...forecasts,
  ...mirage,
  ...inContext,
  ...dataQuality,
  ...calculi,
  ...ising,
  ...quantity,
  ...wholes,
  ...transitions,
};

/** Every id of the register, in the order of the seminar. */
export const publishedIds: readonly PublishedId[] = Object.keys(register) as PublishedId[];

/**
 * The entry of the register with this id.
 *
 * @throws RangeError that names the function and the id where the register has none
 * @example
 * import { published } from "@emergence/data";
 * published("pythia-lambada-silent-models").value; // => 15
 */
export function published(id: PublishedId): Published {
  const entry: Entry | undefined = Object.hasOwn(register, id) ? register[id] : undefined;
  if (entry === undefined) throw new RangeError(`published: no entry "${id}"; the ids are ${publishedIds.join(", ")}`);
  return { id, ...entry };
}
