import { inNameOf, optionsOf, partsOf, requireFunction, requireString, requireWhole } from "../../core/require";
import { wilsonScore } from "../../stats/wilsonScore";
import { definitions as all } from "../definitions";
import { forOneRound } from "../evidence/ready";
import { countsOf, type VerdictCounts } from "../matrix/counts";
import { checkDefinitions } from "../matrix/verdictMatrix";
import type { Definition } from "../types";
import type { Control } from "./control";

/** How often a definition says what of a control. */
export interface FalsePositives extends VerdictCounts {
  readonly control: string;
  readonly definition: string;
  readonly seeds: number;
  /** Share of yes, with Wilson's 95 % interval. */
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How often each operational definition says yes to a control over its seeds 1, 2, ... A yes to an additive or a shuffled control is a false positive.
 *
 * @param control of `controls`, or one of your own: `{ id, make(seed) }`
 * @param options `seeds`, default 200; `definitions`, default all
 * @returns a row per operational definition
 * @throws RangeError for a control without id or make, or seeds that are no whole number from 1
 * @example
 * import { controls, definitions, falsePositives } from "@emergence/lib/definitions";
 * const lewes = definitions.filter(({ id }) => id === "lewes");
 * const [control] = controls.filter(({ id }) => id === "commonCause");
 * falsePositives(control, { seeds: 5, definitions: lewes })[0].yes; // => 5
 *
 * Source: ours; interval: Wilson 1927, J. Am. Stat. Assoc. 22, 209.
 */
export function falsePositives(
  control: Pick<Control, "id" | "make">,
  options: { readonly seeds?: number; readonly definitions?: readonly Definition[] } = {},
): FalsePositives[] {
  const caller = "falsePositives";
  const { seeds = 200, definitions = all } = optionsOf(caller, options, { seeds: "number", definitions: "list" });
  partsOf(caller, control, { id: "text", make: "function" }, "control");
  requireFunction(caller, "control.make", control.make);
  requireWhole(caller, "seeds", seeds);
  checkDefinitions(caller, definitions);
  const asked = definitions.filter(({ operational }) => operational === true);
  requireString(caller, "control.id", control.id);
  const judged = Array.from({ length: seeds }, (_, i) => {
    const made = control.make(i + 1);
    return inNameOf(`${caller}, control ${control.id}, seed ${i + 1}`, () => {
      const evidence = forOneRound(made);
      return asked.map((definition) => definition.judge(evidence));
    });
  });
  return asked.map(({ id }, d) => {
    const counts = countsOf(judged.map((row) => row[d] as (typeof row)[0]));
    return {
      control: control.id,
      definition: id,
      seeds,
      ...counts,
      rate: counts.yes / seeds,
      ...wilsonScore(counts.yes, seeds, 0.95),
    };
  });
}
