import { briefly } from "@emergence/lib/core";
/**
 * The register of reference values: whatever a notebook quotes stands here once, with its source, and is recomputed
 * beside it (`reproduce` in @emergence/plot). The values stand in reference/, a file per subject, in the seminar's order.
 */
import { lambada } from "./reference/00-lambada";
import { ising } from "./reference/01-ising";
import { oscillators } from "./reference/02-oscillators";
import { totalCorrelations } from "./reference/02-total-correlation";
import { flocks } from "./reference/03-flocks";
import { traffic } from "./reference/03-traffic";
import { vanDerWaals } from "./reference/03-van-der-waals";
import { adopters } from "./reference/04-adopters";
import { grokking } from "./reference/05-grokking";
import { parityAgain } from "./reference/05-parity";
import { abilities } from "./reference/06-abilities";
import { minimalPairs } from "./reference/07-minimal-pairs";
import { scalingLaws } from "./reference/08-scaling-laws";
import { losses } from "./reference/09-loss";
import { metrics } from "./reference/09-metrics";
import { seeds } from "./reference/09-seeds";
import { onDemand } from "./reference/10-on-demand";
import { inContext } from "./reference/11-in-context";
import { openModels } from "./reference/12-open-models";
import { attention } from "./reference/13-attention";
import { percolation } from "./reference/13-percolation";
import { satisfiability } from "./reference/13-satisfiability";
import { causalEmergence } from "./reference/14-causal-emergence";
import { closure } from "./reference/14-closure";
import { epsilonMachines } from "./reference/14-epsilon-machines";
import type { Entry } from "./reference/entry";

export type { Entry, ReferenceClass } from "./reference/entry";

const register = {
  ...lambada,
  ...ising,
  ...oscillators,
  ...totalCorrelations,
  ...traffic,
  ...vanDerWaals,
  ...flocks,
  ...adopters,
  ...grokking,
  ...parityAgain,
  ...abilities,
  ...minimalPairs,
  ...scalingLaws,
  ...metrics,
  ...losses,
  ...seeds,
  ...onDemand,
  ...inContext,
  ...openModels,
  ...attention,
  ...percolation,
  ...satisfiability,
  ...epsilonMachines,
  ...causalEmergence,
  ...closure,
};

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
