// The same answers of a family of models scored twice: all or nothing, and by a smooth metric.
import { requireOneOf } from "@emergence/lib/core";
import { load } from "./load";
import { familiesByFlops } from "./views";

/** One task in one model family under two metrics, model by model; higher is better under both. */
export interface SameAnswers {
  task: string;
  family: string;
  /** Training compute, 6 x parameters x tokens; for `lambada`, whose families saw one number of tokens each, the parameters. */
  scale: number[];
  /** By the metric that is all or nothing, answer by answer: exact match, or accuracy. */
  sharp: number[];
  /** By the other: BLEU (percent), minus the loss (nats), or minus the Brier score of the right option. */
  smooth: number[];
  /** Standard errors of `smooth`; null where none were published. */
  smoothErrors: number[] | null;
}

type Row = { task: string; family: string; flops: number | null; sharp: number; smooth: number; error?: number };

function transliteration(): Row[] {
  return load("obscaling-emergent").flatMap(({ family, flops, ipaSuspect, ipaExactMatch: sharp, ipaBleu: smooth }) => {
    const sound = !ipaSuspect && sharp !== null && smooth !== null;
    return sound ? [{ task: "transliteration", family, flops, sharp, smooth }] : [];
  });
}

function lambada(): Row[] {
  const open = load("open-models").filter(({ task }) => task === "lambada_openai");
  const perplexities = new Map(open.flatMap((row) => (row.metric === "perplexity" ? [[row.model, row]] : [])));
  const others = open.flatMap(({ metric, model, family, parameters, value: accuracy }) => {
    const { value: perplexity, standardError } = perplexities.get(model) as (typeof open)[number];
    return metric === "accuracy"
      ? [{ family, parameters, accuracy, perplexity, error: standardError ?? Number.NaN }]
      : [];
  });
  const end = load("pythia-lambada").filter((row) => row.step === 143000 && !row.deduped);
  const pythia = end.map((row) => ({ ...row, family: "Pythia", error: row.perplexityStandardError }));
  return [...others, ...pythia].map(({ family, parameters, accuracy, perplexity, error }) => ({
    ...{ task: "LAMBADA", family, flops: parameters, sharp: accuracy },
    ...{ smooth: -Math.log(perplexity), error: error / perplexity },
  }));
}

/** The scores over all questions stand in each row of a model and a task; groups of questions are not needed. */
function options(): Row[] {
  const once = load("question-groups").filter(({ groups, group }) => groups === 3 && group === 1);
  return once.map(({ task, family, flops, accuracy, brier }) => ({
    task,
    family,
    flops,
    sharp: accuracy,
    smooth: -brier,
  }));
}

const sources = { transliteration, lambada, options } as const;

/**
 * Answers that were scored twice, by a metric that is all or nothing and by a smooth one, in families of four models or more: the
 * comparison that Schaeffer et al. 2023 ask for.
 *
 * `transliteration`: exact match and BLEU, without the two scores marked as suspect. `lambada`: accuracy and minus the loss of the last
 * word, at the end of training. `options`: accuracy and minus the Brier score on nine tasks. The same models stand in all nine.
 *
 * @param of which answers
 * @returns task by task, families by their largest model, models by compute
 * @throws RangeError for other answers: names those that are there
 * @example
 * import { sameAnswers } from "@emergence/data";
 * sameAnswers("lambada").map(({ family, sharp }) => `${family} ${sharp.length}`); // => ["Pythia 8", "OPT 8"]
 */
export function sameAnswers(of: keyof typeof sources): SameAnswers[] {
  requireOneOf("sameAnswers", "of", of, Object.keys(sources));
  const rows = sources[of]();
  return [...new Set(rows.map(({ task }) => task))].flatMap((task) =>
    familiesByFlops(rows.filter((row) => row.task === task))
      .filter(({ rows: models }) => models.length >= 4)
      .map(({ family, rows: models }) => ({
        task,
        family,
        scale: models.map(({ flops }) => flops),
        sharp: models.map(({ sharp }) => sharp),
        smooth: models.map(({ smooth }) => smooth),
        smoothErrors: models.every(({ error }) => error !== undefined)
          ? models.map(({ error }) => error as number)
          : null,
      })),
  );
}
