import { briefly } from "@emergence/lib/core";
/**
 * The register of reference values: whatever a notebook quotes stands here once, with its source, and is recomputed
 * beside it (`reproduce` in @emergence/plot). The values stand in reference/, a file per subject, in the seminar's order.
 */
import type { Entry } from "./reference/entry";
import { register } from "./reference/register";

export type { Entry, ReferenceClass } from "./reference/entry";

/** Every id of the register, so that a cell completes them. */
export type ReferenceId = keyof typeof register;

/** A reference value: what it is, who says it and where, its class, and how far from it still counts as the same. */
export type Reference = Entry & {
  /** Name of the value, by which a notebook asks for it */
  readonly id: string;
};

/** Every id of the register, in the order of the seminar. */
export const referenceIds: readonly ReferenceId[] = Object.keys(register) as ReferenceId[];

/**
 * The reference value of this id, with its class: printed, exact, derived (computed once from shipped data: recomputing it
 * is a regression test) or secondary.
 *
 * @throws RangeError for an id that the register does not have
 * @example
 * import { reference } from "@emergence/data";
 * reference("pythia-lambada-silent-models").value; // => 15
 */
export function reference(id: ReferenceId): Reference {
  const entry: Entry | undefined = typeof id === "string" && Object.hasOwn(register, id) ? register[id] : undefined;
  if (entry === undefined)
    throw new RangeError(`reference: no value ${briefly(id)}; the ids are ${referenceIds.join(", ")}`);
  return { id, ...entry };
}
