/** Scores over scale: tasks that were called emergent, ordinary tests, and the same tests over training. */

import { optionsOf, requireNonNegative, requireWhole } from "@emergence/lib/core";
import { max } from "d3-array";
import { load } from "./load";
import { familiesByFlops } from "./views";

/** One task's scores over scale, in one family of models or in one model over its training. */
export interface TaskCurve {
  /**
   * "claimed": called emergent, over training compute; "ordinary": a standard test, over training compute; "training": a standard test over
   * the tokens that one model had read.
   */
  kind: "claimed" | "ordinary" | "training";
  /** The family, or for "training" the model. */
  family: string;
  task: string;
  /** Share right by guessing. */
  chance: number;
  questions: number;
  /** Power of ten of FLOPs, or for "training" of tokens. */
  x: number[];
  /** Share right. BLEU is no share of right answers; it is given as if it were, from 0 to 1. */
  y: number[];
  /** `y` times `questions`, rounded: whole numbers of right answers. */
  right: number[];
}

type About = Pick<TaskCurve, "kind" | "task" | "chance" | "questions">;
type Spot = { x: number; y: number };

/** Questions of the tasks that were called emergent: each score is a whole number of right answers (test/data). */
const claimedTasks = {
  wordUnscramble: ["unscrambling words", 0, 2000],
  ipaExactMatch: ["transliteration, exact match", 0, 1003],
  ipaBleu: ["transliteration, BLEU", 0, 1003],
  persianQa: ["Persian questions", 0.25, 1050],
  addition2: ["2-digit sums", 0, 2000],
  addition3: ["3-digit sums", 0, 2000],
  subtraction3: ["3-digit differences", 0, 2000],
  multiplication2: ["2-digit products", 0, 2000],
} as const;

const ordinaryTasks = {
  lambada_openai: ["LAMBADA", 0, 5153],
  sciq: ["SciQ", 0.25, 1000],
  piqa: ["PIQA", 0.5, 1838],
  winogrande: ["WinoGrande", 0.5, 1267],
  arc_easy: ["ARC easy", 0.25, 2376],
  arc_challenge: ["ARC challenge", 0.25, 1172],
} as const;

const namesOf = <Key extends string>(named: Record<Key, unknown>) => Object.keys(named) as Key[];

function curveOf(about: About, family: string, spots: readonly Spot[]): TaskCurve {
  const sorted = [...spots].sort((a, b) => a.x - b.x);
  const y = sorted.map((spot) => spot.y);
  const right = y.map((share) => Math.round(share * about.questions));
  return { ...about, family, x: sorted.map((spot) => spot.x), y, right };
}

function rises({ y, questions }: TaskCurve, errors: number): boolean {
  const [a, b] = [y[0] as number, max(y) as number];
  return b - a > errors * Math.sqrt((a * (1 - a) + b * (1 - b)) / questions);
}

function claimedCurves(): TaskCurve[] {
  return familiesByFlops(load("obscaling-emergent")).flatMap(({ family, rows }) =>
    namesOf(claimedTasks).map((key) => {
      const [task, chance, questions] = claimedTasks[key];
      const scored = rows.flatMap((row) => {
        const score = row.ipaSuspect && key.startsWith("ipa") ? null : row[key];
        return score === null ? [] : [{ x: Math.log10(row.flops), y: key === "ipaBleu" ? score / 100 : score }];
      });
      return curveOf({ kind: "claimed", task, chance, questions }, family, scored);
    }),
  );
}

function standardCurves(kind: TaskCurve["kind"], family: string, rows: readonly (Spot & { task: string })[]) {
  return namesOf(ordinaryTasks).map((key) => {
    const [task, chance, questions] = ordinaryTasks[key];
    const own = rows.filter((row) => row.task === key);
    return curveOf({ kind, task, chance, questions }, family, own);
  });
}

/** Zero-shot accuracies of the OPT models over the compute that `obscaling-emergent` gives for their sizes. */
function optRows(): (Spot & { task: string })[] {
  const flops = new Map(load("obscaling-emergent").map((row) => [`${row.family} ${row.parameters}`, row.flops]));
  return load("open-models").flatMap(({ family, metric, parameters, task, value }) => {
    const own = flops.get(`${family} ${parameters}`);
    return family === "OPT" && metric === "accuracy" && own ? [{ task, x: Math.log10(own), y: value }] : [];
  });
}

/**
 * Scores over scale, for sharpness and forecasts: eight tasks of BIG-bench that were called emergent, over the training compute of each
 * family (`obscaling-emergent`); six standard tests over the compute of the OPT and Pythia models (`open-models`, `pythia-tasks`: last
 * step, 6 FLOPs per parameter and token); and the same six over the tokens that each Pythia model had read, from step 1 on.
 *
 * The two transliteration scores marked as suspect, models whose compute is not published, and the models trained on deduplicated data are
 * left out ("claimed" curves of Pythia are of the deduplicated ones).
 *
 * @param options `least`: fewest points of a curve, default 5. `rising`: only curves whose best score lies above their first by more than so
 * many standard errors of the difference, sqrt((a (1 - a) + b (1 - b)) / questions); default: all curves
 * @returns curves: claimed, family by family in the order of their largest model; ordinary; training
 * @throws RangeError unless `least` is a whole number of 1 or more, and `rising` is not negative
 * @example
 * import { taskCurves } from "@emergence/data";
 * taskCurves().filter(({ kind }) => kind === "claimed").length; // => 31
 */
export function taskCurves(options: { readonly least?: number; readonly rising?: number } = {}): TaskCurve[] {
  const { least = 5, rising } = optionsOf("taskCurves", options, { least: "number", rising: "number" });
  requireWhole("taskCurves", "least", least, 1);
  if (rising !== undefined) requireNonNegative("taskCurves", "rising", rising);
  const trained = load("pythia-tasks")
    .filter(({ metric, shots, deduped, step }) => metric === "accuracy" && shots === 0 && !deduped && step > 0)
    .map((row) => ({ ...row, y: row.value }));
  const last = max(trained, ({ step }) => step);
  const ended = trained
    .filter(({ step }) => step === last)
    .map((row) => ({ ...row, x: Math.log10(6 * row.parameters * row.tokens) }));
  const models = [...new Set(ended.sort((a, b) => a.parameters - b.parameters).map(({ model }) => model))];
  const during = models.flatMap((model) => {
    const own = trained.filter((row) => row.model === model);
    return standardCurves(
      "training",
      model,
      own.map((row) => ({ ...row, x: Math.log10(row.tokens) })),
    );
  });
  const curves = [
    ...claimedCurves(),
    ...standardCurves("ordinary", "OPT", optRows()),
    ...standardCurves("ordinary", "Pythia", ended),
    ...during,
  ];
  return curves.filter((one) => one.y.length >= least && (rising === undefined || rises(one, rising)));
}
