// A task over loss, size or compute: the three tables of OpenLM's scaling test bed put together.
import { optionsOf, requireOneOf } from "@emergence/lib/core";
import { load } from "./load";
import type { OpenLmModels, OpenLmTasks } from "./schema";

/** Columns of `open-lm-models` that hold a loss. */
export type OpenLmLoss = Extract<keyof OpenLmModels, `${string}Loss`>;

/** One task on one corpus, model by model, from the highest loss to the lowest; all arrays are in that order. */
export interface OpenLmCurve {
  task: OpenLmTasks["task"];
  corpus: OpenLmModels["corpus"];
  /** How an answer is scored: "language modeling" needs the exact continuation. */
  kind: OpenLmTasks["kind"];
  /** Proportion right by guessing, as listed with the scores: 0 for free answers. */
  chance: number;
  /** Proportion right by the best constant answer where it was counted, else `chance`. */
  constant: number;
  models: string[];
  /** Loss in nats per token: on C4's validation set, or as asked for. */
  loss: number[];
  /** Parameters, embeddings included. */
  parameters: number[];
  /** Tokens trained on. */
  tokens: number[];
  /** Tokens over 20 times the parameters. */
  multiplier: number[];
  /** Training compute, 6 x parameters x tokens. */
  flops: number[];
  /** Proportions right. */
  share: number[];
  /** Right answers, and questions asked; null where a score is a mean over parts of the task, which has no binomial error. */
  right: number[] | null;
  asked: number[] | null;
}

const lossColumns = [
  ...(["c4Loss", "palomaC4Loss", "refinedWebLoss", "redPajamaLoss"] as const),
  ...(["codeLoss", "pennTreebankLoss", "germanEnglishLoss", "openLmLoss"] as const),
] satisfies readonly OpenLmLoss[];
const kinds = { loss: lossColumns, suspect: "boolean" } as const;

/**
 * A task of OpenLM's scaling test bed, a curve per corpus (C4, RedPajama, RefinedWeb): 34 or 35 models from 11M to 6.9B, each with its loss,
 * parameters, tokens, compute and score, for a curve over any of them.
 *
 * One seed per model. `chance` is as listed: read what `open-lm-tasks` says of it before you call a rise an ability.
 *
 * @param task a name of `open-lm-tasks`
 * @param options `loss`: which of the eight losses (default "c4Loss"); `suspect`: whether the 14 runs that were made apart from the others
 * are in (default true; see `open-lm-models`)
 * @throws RangeError for a task or a loss that is not there: names those that are
 * @example
 * import { openLmCurves } from "@emergence/data";
 * openLmCurves("lambada_openai").map(({ corpus, share }) => `${corpus} ${share.at(-1)}`); // => ["C4 0.581215", "RedPajama 0.661168", "RefinedWeb 0.62876"]
 */
export function openLmCurves(
  task: OpenLmTasks["task"],
  options: { loss?: OpenLmLoss; suspect?: boolean } = {},
): OpenLmCurve[] {
  const { loss = "c4Loss", suspect = true } = optionsOf("openLmCurves", options, kinds);
  const tasks = load("open-lm-tasks");
  const names = tasks.map((row) => row.task);
  requireOneOf("openLmCurves", "task", task, names);
  const { kind, chance, constant, items, averaged } = tasks[names.indexOf(task)] as OpenLmTasks;
  const accuracies = new Map(
    load("open-lm-scores").flatMap((row) => (row.task === task ? [[row.model, row.accuracy]] : [])),
  );
  const models = load("open-lm-models").filter((row) => suspect || !row.suspect);
  return [...new Set(models.map(({ corpus }) => corpus))].map((corpus) => {
    const rows = models.filter((row) => row.corpus === corpus).sort((a, b) => b[loss] - a[loss]);
    const share = rows.map(({ model }) => accuracies.get(model) as number);
    return {
      task,
      corpus,
      kind,
      chance,
      constant: constant ?? chance,
      models: rows.map(({ model }) => model),
      loss: rows.map((row) => row[loss]),
      parameters: rows.map(({ parameters }) => parameters),
      tokens: rows.map(({ tokens }) => tokens),
      multiplier: rows.map(({ multiplier }) => multiplier),
      flops: rows.map(({ flops }) => flops),
      share,
      right: averaged ? null : share.map((value) => Math.round(value * items)),
      asked: averaged ? null : share.map(() => items),
    };
  });
}
