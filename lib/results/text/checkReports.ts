import { partsOf, requireList } from "../../core/require";
import type { ResultReport } from "../types";

export function checkReports(caller: string, reports: readonly ResultReport[]): void {
  requireList(caller, "reports", reports, "results of resultReport");
  if (reports.length === 0) throw new RangeError(`${caller}: no reports, needs one or more`);
  for (const [i, report] of Array.from(reports).entries()) {
    const kinds = {
      id: "text",
      name: "text",
      scores: "list",
      measures: "list",
      verdicts: "list",
      outlook: "object",
    } as const;
    partsOf(caller, report, kinds, `reports[${i}]`);
    const odd = Object.keys(kinds).find((part) => report[part as keyof typeof kinds] === undefined);
    if (odd !== undefined)
      throw new RangeError(`${caller}: reports[${i}] has no ${odd}, needs a result of resultReport`);
  }
}
