import { requireList } from "../../core/require";
import type { ResultReport } from "../types";
import type { DocumentOptions } from "./document";
import { requireShape, type Shape } from "./requireShape";

const score: Shape = {
  parts: { scale: "number", score: "number", trials: "number?", lower: "number?", upper: "number?", seeds: "number?" },
};

const verdict: Shape = {
  parts: {
    author: "text",
    year: "number",
    name: "text",
    label: "text",
    operational: "flag",
    verdict: "text",
    why: "text",
    needs: "text?",
    falsePositives: { list: { parts: { control: "text", rate: "number", lower: "number", upper: "number" } } },
  },
};

/** The parts of a report that its text is made of. */
const report: Shape = {
  parts: {
    id: "text",
    name: "text",
    scaleName: "text",
    metric: "text",
    interval: "text",
    chance: "number?",
    falls: "flag",
    scores: { list: score },
    measures: { list: { parts: { name: "text", said: "text" } } },
    verdicts: { list: verdict },
    outlook: { parts: { kind: "text" } },
  },
};

const outlooks: Readonly<Record<string, Shape>> = {
  failed: { parts: { reason: "text" } },
  outlook: {
    parts: {
      method: "text",
      worth: "text",
      points: { list: { parts: { scale: "number", step: "text", value: "number", lower: "number", upper: "number" } } },
    },
  },
};

/** Throws a RangeError for what is no report, or no option of a document. */
export function checkReports(caller: string, reports: readonly ResultReport[], options: DocumentOptions): void {
  requireList(caller, "reports", reports, "results of resultReport");
  if (reports.length === 0) throw new RangeError(`${caller}: no reports, needs one or more`);
  for (let i = 0; i < reports.length; i++) {
    requireShape(caller, `reports[${i}]`, reports[i], report);
    const { outlook, scores, interval } = reports[i] as ResultReport;
    const shape = Object.hasOwn(outlooks, outlook.kind) ? outlooks[outlook.kind] : undefined;
    if (shape === undefined)
      throw new RangeError(`${caller}: reports[${i}].outlook.kind is ${outlook.kind}, needs outlook or failed`);
    requireShape(caller, `reports[${i}].outlook`, outlook, shape);
    if (scores.length === 0) throw new RangeError(`${caller}: reports[${i}] has no scores, needs one or more`);
    if (!["Wilson", "standard errors", "none"].includes(interval))
      throw new RangeError(`${caller}: reports[${i}].interval is ${interval}, needs Wilson, standard errors or none`);
  }
  if (options.remarks !== undefined) requireShape(caller, "remarks", options.remarks, { list: "text" });
}
