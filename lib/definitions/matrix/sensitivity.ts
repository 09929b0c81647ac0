import { inNameOf, optionsOf, requireFiniteNumbers, requireKind } from "../../core/require";
import { definitions as all } from "../definitions";
import { forOneRound } from "../evidence/ready";
import type { Definition, VerdictCase } from "../types";
import { countsOf, type VerdictCounts } from "./counts";
import { checkCases, checkDefinitions } from "./verdictMatrix";

/** A definition at one threshold, over all cases. */
export interface SensitivityRow extends VerdictCounts {
  readonly definition: string;
  readonly threshold: number;
  /** Whether this is the committed threshold. */
  readonly committed: boolean;
  /** Cases whose verdict differs from that at the committed threshold. */
  readonly changed: readonly string[];
}

/** Options of `sensitivity`. */
export interface VerdictSensitivityOptions {
  readonly definitions?: readonly Definition[];
  /** Thresholds by id of the definition. Default: a quarter, half, twice and four times the committed one. */
  readonly thresholds?: Readonly<Record<string, readonly number[]>>;
}

/** Units whose numbers end at 1. */
const parts: readonly Definition["thresholdUnit"][] = ["share", "linearity"];
const factors = [1 / 4, 1 / 2, 1, 2, 4];
/** Steps about a threshold of 0, in its unit. */
const steps = [-0.1, -0.05, 0, 0.05, 0.1];

/**
 * How verdicts move with the threshold of each definition that has one.
 *
 * Defaults: levels, widths and other limits times 1/4, 1/2, 1, 2 and 4; of a confidence what it lacks to 1, times the same; about a threshold of 0
 * from -.1 to .1. Shares and linearity end at 1.
 *
 * @param cases as for `verdictMatrix`
 * @param options `definitions`, default all; `thresholds`, lists by id
 * @returns rows by definition and threshold, the committed one among them
 * @throws RangeError as `verdictMatrix`, and for thresholds of an id that is unknown or has none
 * @example
 * import { sensitivity } from "@emergence/lib/definitions";
 * const evidence = { scale: [1, 10, 100, 1000, 10000], score: [0, 0, 0, 0.4, 0.9], trials: 200, chance: 0 };
 * sensitivity([{ id: "jump", name: "a jump", evidence }]).filter(({ definition, yes }) => definition === "wei" && yes === 1).length; // => 5
 *
 * Source: ours.
 */
export function sensitivity(cases: readonly VerdictCase[], options: VerdictSensitivityOptions = {}): SensitivityRow[] {
  const caller = "sensitivity";
  const { definitions = all, thresholds = {} } = optionsOf(caller, options, {
    definitions: "list",
    thresholds: "object",
  });
  checkCases(caller, cases);
  checkDefinitions(caller, definitions);
  const movable = definitions.filter(({ thresholdValue }) => thresholdValue !== undefined);
  const ids = movable.map(({ id }) => id);
  for (const [id, some] of Object.entries(thresholds)) {
    requireKind(caller, `thresholds of`, id, ids);
    requireFiniteNumbers(caller, `thresholds.${id}`, some);
  }
  const rounds = cases.map(({ id, evidence }) => ({
    id,
    evidence: inNameOf(`${caller}, case ${id}`, () => forOneRound(evidence)),
  }));
  return movable.flatMap((definition) => {
    const judged = (threshold: number) => rounds.map(({ evidence }) => definition.judge(evidence, { threshold }));
    const committed = definition.thresholdValue as number;
    const base = judged(committed);
    const asked = thresholds[definition.id] ?? gridOf(definition);
    return [...new Set([...asked, committed])]
      .sort((a, b) => a - b)
      .map((threshold) => {
        const found = inNameOf(caller, () => (threshold === committed ? base : judged(threshold)));
        const changed = rounds.flatMap(({ id }, c) => (found[c]?.verdict === base[c]?.verdict ? [] : [id]));
        return {
          definition: definition.id,
          threshold,
          committed: threshold === committed,
          changed,
          ...countsOf(found),
        };
      });
  });
}

function gridOf({ thresholdValue, thresholdUnit }: Definition): number[] {
  const value = thresholdValue as number;
  if (value === 0) return steps;
  // Rounded, since 1 - (1 - .95) / 2 in floating point is no number that a reader would write.
  const round = (one: number) => Number(one.toPrecision(12));
  if (thresholdUnit === "confidence") return factors.map((factor) => round(1 - (1 - value) * factor));
  return factors.map((factor) => round(value * factor)).filter((one) => !parts.includes(thresholdUnit) || one <= 1);
}
