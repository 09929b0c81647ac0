// What a report says, in which order.
import { numberText } from "../../core/numberText";
import { definitions, type Verdict } from "../../definitions/index";
import type { ReportedVerdict, ResultReport } from "../types";
import { type Block, heading, paragraph } from "./blocks";
import { curveBlocks } from "./curve";

/** What stands above the curves. */
export interface DocumentOptions {
  readonly title?: string;
  /** Name of the file that the curves are from. */
  readonly file?: string;
  /** What was taken for granted when it was read. */
  readonly remarks?: readonly string[];
}

export const verdicts: readonly Verdict[] = ["yes", "no", "undecided", "does not apply"];

export const counted = (all: readonly ReportedVerdict[], verdict: Verdict): number =>
  all.filter((one) => one.operational && one.verdict === verdict).length;

export function documentOf(reports: readonly ResultReport[], options: DocumentOptions): Block[] {
  const { title = "Does it emerge?", file, remarks = [] } = options;
  const what = reports.length === 1 ? "One curve" : `${numberText(reports.length)} curves`;
  const operational = definitions.filter((one) => one.operational === true).length;
  return [
    heading(1, title),
    paragraph(
      `${what}${file === undefined ? "" : ` from ${file}`}, judged by ${definitions.length} definitions of emergence, of which ${operational} can be put to a test. They mean different things by one word: a yes says that the curve is as that definition asks, and no more. Thresholds were fixed before any curve was judged.`,
    ),
    ...(remarks.length === 0 ? [] : [heading(2, "How the file was read"), { kind: "list", items: remarks } as const]),
    ...(reports.length < 2 ? [] : overview(reports)),
    ...reports.flatMap(curveBlocks),
    heading(2, "What each definition asks"),
    {
      kind: "table",
      wide: true,
      folded: `${definitions.length} definitions in our words, with thresholds and sources`,
      head: ["definition", "in our words", "threshold", "source"],
      rows: definitions.map((one) => [
        `${one.author} ${one.year}: ${one.name}`,
        one.paraphrase,
        one.operational === true
          ? (one.threshold ?? "none: what is declared decides")
          : `not operational: ${one.operational.because}`,
        one.source,
      ]),
    },
  ];
}

function overview(reports: readonly ResultReport[]): Block[] {
  return [
    heading(2, "All curves"),
    {
      kind: "table",
      head: ["curve", "scores", ...verdicts, "says yes"],
      rows: reports.map((one) => [
        one.name,
        numberText(one.scores.length),
        ...verdicts.map((verdict) => numberText(counted(one.verdicts, verdict))),
        one.verdicts
          .filter(({ verdict }) => verdict === "yes")
          .map(({ label }) => label)
          .join("; ") || "nobody",
      ]),
    },
  ];
}
