// What a report says of one curve.
import { numberText } from "../../core/numberText";
import { aSystem } from "../needs";
import type { ReportedVerdict, ResultReport } from "../types";
import { type Block, heading, paragraph } from "./blocks";

const text = (value: number | undefined): string => (value === undefined ? "" : numberText(value, { digits: 3 }));
/** With a blank that no line breaks at. */
const percent = (rate: number): string => `${numberText(100 * rate, { digits: 2 })}\u00a0%`;

export function curveBlocks(report: ResultReport): Block[] {
  const { id, name, measures } = report;
  return [
    heading(2, name),
    paragraph(openingOf(report)),
    { kind: "figure", id, text: figureText(report) },
    heading(3, "Scores"),
    scoreTable(report),
    ...(measures.length === 0
      ? []
      : [
          heading(3, "What the measures say"),
          { kind: "table", head: ["measure", "says"], rows: measures.map((one) => [one.name, one.said]) } as const,
        ]),
    heading(3, "What comes next"),
    ...outlookBlocks(report),
    heading(3, "Verdicts"),
    ...verdictBlocks(report.verdicts),
  ];
}

const list = (some: readonly ReportedVerdict[]): string => some.map(({ label }) => label).join("; ");

function openingOf({ falls, scores, metric, scaleName, chance, interval, verdicts }: ResultReport): string {
  const [first, last] = [scores[0], scores.at(-1)];
  const asked = verdicts.filter(({ operational }) => operational);
  const [yes, no] = (["yes", "no"] as const).map((verdict) => asked.filter((one) => one.verdict === verdict));
  const guess = chance === undefined ? "the score of guessing is not known" : `guessing scores ${text(chance)}`;
  const intervals = { Wilson: "counts of right answers", "standard errors": "standard errors", none: "no errors" }[
    interval
  ];
  const split =
    yes?.length && no?.length
      ? "Whether it emerges depends on what is meant."
      : yes?.length || no?.length
        ? "Those that decide agree."
        : "No definition decides.";
  return `${scores.length} scores (${metric}) over ${scaleName} from ${text(first?.scale)} to ${text(last?.scale)}: ${text(first?.score)} at the smallest, ${text(last?.score)} at the largest; ${guess}; ${intervals}. Yes: ${list(yes ?? []) || "nobody"}. No: ${list(no ?? []) || "nobody"}. The other ${asked.length - (yes?.length ?? 0) - (no?.length ?? 0)} cannot tell. ${split}${falls ? ` The score falls over ${scaleName}: a definition that asks for something to come to be says no to that, and may say yes over a scale that runs the other way, such as 1 / ${scaleName}.` : ""}`;
}

/** One sentence for those who do not see the figure. */
export function figureText({ scores, scaleName, metric, chance, outlook }: ResultReport): string {
  const [first, last] = [scores[0], scores.at(-1)];
  const next =
    outlook.kind === "failed"
      ? "no forecast"
      : outlook.points
          .map((one) => `${text(one.value)} (${text(one.lower)} to ${text(one.upper)}) at ${one.step}`)
          .join(", ");
  return `${metric} over ${scaleName}: ${text(first?.score)} at ${text(first?.scale)}, ${text(last?.score)} at ${text(last?.scale)}${chance === undefined ? "" : `; chance ${text(chance)}`}; forecast: ${next}.`;
}

/** Rows of scores that a page shows unfolded. */
const longest = 20;

function scoreTable({ scores, scaleName, interval }: ResultReport): Block {
  const known = interval !== "none";
  const counts = scores.some(({ trials }) => trials !== undefined);
  const runs = scores.some(({ seeds }) => seeds !== undefined);
  return {
    kind: "table",
    ...(scores.length > longest ? { folded: `${scores.length} scores` } : {}),
    head: [
      scaleName,
      "score",
      ...(known ? ["95 % interval"] : []),
      ...(counts ? ["trials"] : []),
      ...(runs ? ["runs"] : []),
    ],
    rows: scores.map((one) => [
      text(one.scale),
      text(one.score),
      ...(known ? [`${text(one.lower)} to ${text(one.upper)}`] : []),
      ...(counts ? [text(one.trials)] : []),
      ...(runs ? [text(one.seeds)] : []),
    ]),
  };
}

function outlookBlocks({ outlook, scaleName }: ResultReport): Block[] {
  if (outlook.kind === "failed") return [paragraph(`No forecast: ${outlook.reason}.`)];
  return [
    {
      kind: "table",
      head: [scaleName, "", "forecast", "95 % band for one new score"],
      rows: outlook.points.map((one) => [
        text(one.scale),
        one.step,
        text(one.value),
        `${text(one.lower)} to ${text(one.upper)}`,
      ]),
    },
    paragraph(
      `A straight line ${outlook.method === "log odds" ? "in log odds above chance" : "through the scores"}. What is it worth? ${outlook.worth}`,
    ),
  ];
}

function verdictBlocks(verdicts: readonly ReportedVerdict[]): Block[] {
  const asked = verdicts.filter(({ operational }) => operational);
  const decided = asked.filter(({ verdict }) => verdict === "yes" || verdict === "no");
  const systems = asked.filter(({ verdict, needs }) => verdict === "does not apply" && needs === aSystem);
  const open = asked.filter((one) => !decided.includes(one) && !systems.includes(one));
  const who = (one: ReportedVerdict) => `${one.author} ${one.year}: ${one.name}`;
  const order = (some: ReportedVerdict[], first: string) =>
    [...some].sort((a, b) => Number(b.verdict === first) - Number(a.verdict === first));
  return [
    {
      kind: "table",
      wide: true,
      head: ["definition", "verdict", "why", "a yes where nothing emerges"],
      rows: order(decided, "yes").map((one) => [who(one), one.verdict, one.why, falseText(one)]),
    },
    ...(decided.some(({ id, verdict }) => verdict === "yes" && byDeclaration.includes(id))
      ? [paragraph(declarations)]
      : []),
    {
      kind: "table",
      wide: true,
      head: ["definition", "verdict", "why", "what would let it decide"],
      rows: order(open, "undecided").map((one) => [who(one), one.verdict, one.why, one.needs ?? ""]),
    },
    ...(systems.length === 0
      ? []
      : [paragraph(`Does not apply, of ${systems.length} more. ${aSystem} ${systems.map(who).join("; ")}.`)]),
    paragraph(
      `Not operational, so that no curve can fail them: ${list(verdicts.filter(({ operational }) => !operational))}.`,
    ),
  ];
}

/** Definitions that go by what is declared of a case, as controls declare it too. */
const byDeclaration: readonly string[] = ["bommasani", "lu", "systemsTheory"];
const declarations =
  "Bommasani et al., Lu et al. and systems theory go by what is declared: sums of small skills were trained for, shuffled scores were not, and of parts that interact neither says anything. Their rates follow from that.";

const controlNames: Readonly<Record<string, string>> = {
  additiveCurve: "sums of small skills",
  shuffledCurve: "shuffled scores",
};

function falseText({ verdict, falsePositives }: ReportedVerdict): string {
  if (verdict !== "yes") return "";
  if (falsePositives.length === 0) return "not known";
  return falsePositives
    .map(
      (one) =>
        `${controlNames[one.control] ?? one.control} ${percent(one.rate)} (${percent(one.lower)} to ${percent(one.upper)})`,
    )
    .join("; ");
}
