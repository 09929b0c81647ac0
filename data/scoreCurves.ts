// Every score over the size of the model that the tables hold, for a search over triplets of task, metric and family.
import { optionsOf, requireWhole } from "@emergence/lib/core";
import { load } from "./load";
import type { ObscalingEmergent } from "./schema";

/** A triplet of task, metric and model family, from the smallest model to the largest. */
export interface ScoreCurve {
  table: "open-models" | "pythia-tasks" | "sloth" | "obscaling-emergent";
  family: string;
  /** With the number of examples in the prompt, where the table has several. */
  task: string;
  /** "exact match" for whatever is scored all or nothing, whatever its table calls it; "minus loss" where the table has a perplexity. */
  metric: string;
  /** Whether the task is in its table because it had been called emergent. */
  chosen: boolean;
  /** Whether the task is a single subject of MMLU: hundreds of triplets of one kind. */
  subject: boolean;
  parameters: number[];
  /** Higher is better. */
  score: number[];
}

type Row = Omit<ScoreCurve, "parameters" | "score" | "chosen" | "subject"> & { size: number; score: number };

/** Tasks with free answers that are right as a whole or wrong; most tables call their score "accuracy". */
const allOrNothing = /^(GSM8K|gsm8k|HumanEval|MATH Lvl 5|math_\w+_hard|arithmetic_)/;

const emergent = {
  persianQa: "accuracy",
  wordUnscramble: "exact match",
  ipaExactMatch: "exact match",
  ipaBleu: "BLEU",
  subtraction3: "exact match",
  addition3: "exact match",
  multiplication2: "exact match",
  addition2: "exact match",
} as const satisfies Partial<Record<keyof ObscalingEmergent, string>>;

/** What a score is called here, and its value so that higher is better. */
function scored(task: string, metric: string, value: number): Pick<Row, "metric" | "score"> {
  if (metric === "perplexity") return { metric: "minus loss", score: -Math.log(value) };
  const exact = allOrNothing.test(task) || metric === "exact string match";
  return { metric: exact ? "exact match" : metric, score: value };
}

function rowsOf(): Row[] {
  const open = load("open-models").map((row) => ({
    ...{ table: "open-models" as const, family: row.family, task: `${row.task} ${row.shots}-shot` },
    ...{ size: row.parameters, ...scored(row.task, row.metric, row.value) },
  }));
  const pythia = load("pythia-tasks")
    .filter((row) => row.step === 143000 && !row.deduped)
    .map((row) => ({
      ...{ table: "pythia-tasks" as const, family: "Pythia", task: `${row.task} ${row.shots}-shot` },
      ...{ size: row.parameters, ...scored(row.task, row.metric, row.value) },
    }));
  const sloth = load("sloth").flatMap(({ instruct, parameters: size, family, benchmark: task, value }) =>
    instruct || size === null
      ? []
      : [{ table: "sloth" as const, family, task, size, ...scored(task, "accuracy", value) }],
  );
  const columns = Object.keys(emergent) as (keyof typeof emergent)[];
  const obscaling = load("obscaling-emergent").flatMap((row) =>
    columns.flatMap((task) => {
      const score = task.startsWith("ipa") && row.ipaSuspect ? null : row[task];
      const of = { table: "obscaling-emergent" as const, family: row.family, task, metric: emergent[task] };
      return score === null ? [] : [{ ...of, size: row.parameters, score }];
    }),
  );
  return [...open, ...pythia, ...sloth, ...obscaling];
}

/**
 * Every triplet of task, metric and model family in `open-models`, `pythia-tasks` (at the end of training), `sloth` (base models) and
 * `obscaling-emergent` (without the two transliteration scores marked as suspect): the input for a search such as the meta-analysis of
 * Schaeffer et al. 2023.
 *
 * Of models of equal size the first in the table counts. Triplets share models and questions, so they are not independent.
 *
 * @param options `least`: the fewest sizes (default 6, what `changePointTest` needs)
 * @throws RangeError for a `least` that is not a whole number above 0
 * @example
 * import { scoreCurves } from "@emergence/data";
 * scoreCurves().length; // => 482
 */
export function scoreCurves(options: { least?: number } = {}): ScoreCurve[] {
  const { least = 6 } = optionsOf("scoreCurves", options, { least: "number" });
  requireWhole("scoreCurves", "least", least, 1);
  const triplets = new Map<string, Row[]>();
  for (const row of rowsOf()) {
    const key = [row.table, row.family, row.task, row.metric].join("|");
    const found = triplets.get(key);
    if (found === undefined) triplets.set(key, [row]);
    else found.push(row);
  }
  return [...triplets.values()].flatMap((rows) => {
    const [{ table, family, task, metric }] = rows as [Row];
    const sorted = rows.sort((a, b) => a.size - b.size);
    const sizes = sorted.filter(({ size }, i) => i === 0 || size > (sorted[i - 1] as Row).size);
    if (sizes.length < least) return [];
    return {
      ...{ table, family, task, metric, chosen: table === "obscaling-emergent", subject: /mmlu|hendrycks/i.test(task) },
      parameters: sizes.map(({ size }) => size),
      score: sizes.map(({ score }) => score),
    };
  });
}
