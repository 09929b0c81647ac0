import { type Definition, definitions, type VerdictCase, verdictMatrix } from "../definitions/index";
import { needsOf } from "./needs";
import type { FalsePositiveRate, ReportedVerdict } from "./types";

/** Controls that are curves; a curve of scores is no system, and what definitions of systems say of those tells nothing of it. */
const curveControls: readonly string[] = ["additiveCurve", "shuffledCurve"];

const labelOf = ({ author, year, name }: Definition): string => {
  const own = definitions.filter((one) => one.author === author && one.year === year);
  return `${author} ${year}${own.length > 1 ? ` (${name})` : ""}`;
};

/** The verdict of every definition. */
export function verdictsOf(
  { id, name, evidence }: VerdictCase,
  chance: number | undefined,
  rates: readonly FalsePositiveRate[],
): ReportedVerdict[] {
  const matrix = verdictMatrix([{ id, name, evidence }]);
  return definitions.map((definition): ReportedVerdict => {
    const { verdict, why } = matrix.of(definition.id, id);
    const needs = definition.operational === true ? needsOf(definition.id, verdict, evidence, chance) : undefined;
    const own = rates.filter((rate) => rate.definition === definition.id && curveControls.includes(rate.control));
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
      falsePositives: verdict === "yes" ? own : [],
    };
  });
}
