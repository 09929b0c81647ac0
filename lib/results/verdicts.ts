import { definitions, type Evidence, verdictMatrix } from "../definitions/index";
import { needsOf } from "./needs";
import type { FalsePositiveRate, ReportedVerdict } from "./types";

/** Controls that are curves; a curve of scores is no system, and what definitions of systems say of those tells nothing of it. */
const curveControls: readonly string[] = ["additiveCurve", "shuffledCurve"];

/** The verdict of every definition. */
export function verdictsOf(
  id: string,
  name: string,
  evidence: Evidence,
  rates: readonly FalsePositiveRate[],
): ReportedVerdict[] {
  const matrix = verdictMatrix([{ id, name, evidence }]);
  return definitions.map((definition): ReportedVerdict => {
    const { verdict, why } = matrix.of(definition.id, id);
    const needs = definition.operational === true ? needsOf(definition.id, verdict, evidence) : undefined;
    const own = rates.filter((rate) => rate.definition === definition.id && curveControls.includes(rate.control));
    return {
      id: definition.id,
      author: definition.author,
      year: definition.year,
      name: definition.name,
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
