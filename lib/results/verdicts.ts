import { forOneRound } from "../definitions/evidence/ready";
import { type Definition, definitions, type Evidence } from "../definitions/index";
import { wilsonScore } from "../stats/wilsonScore";
import { needsOf } from "./needs";
import type { FalsePositiveCount, FalsePositiveRate, ReportedVerdict } from "./types";

/** Controls that are curves; a curve of scores is no system, and what definitions of systems say of those tells nothing of it. */
const curveControls: readonly string[] = ["additiveCurve", "shuffledCurve"];

const rateOf = ({ control, yes, seeds }: FalsePositiveCount): FalsePositiveRate => ({
  control,
  rate: yes / seeds,
  ...wilsonScore(yes, seeds, 0.95),
});

const labelOf = ({ author, year, name }: Definition): string => {
  const own = definitions.filter((one) => one.author === author && one.year === year);
  return `${author} ${year}${own.length > 1 ? ` (${name})` : ""}`;
};

/** The verdict of every definition. */
export function verdictsOf(
  evidence: Evidence,
  chance: number | undefined,
  counts: readonly FalsePositiveCount[],
): ReportedVerdict[] {
  const once = forOneRound(evidence);
  return definitions.map((definition): ReportedVerdict => {
    const { verdict, why } = definition.judge(once);
    const needs = definition.operational === true ? needsOf(definition.id, verdict, evidence, chance) : undefined;
    const own = counts.filter((one) => one.definition === definition.id && curveControls.includes(one.control));
    return {
      id: definition.id,
      author: definition.author,
      year: definition.year,
      name: definition.name,
      label: labelOf(definition),
      sense: definition.sense,
      paraphrase: definition.paraphrase,
      operational: definition.operational === true,
      verdict,
      why,
      ...(needs === undefined ? {} : { needs }),
      falsePositives: verdict === "yes" ? own.map(rateOf) : [],
    };
  });
}
