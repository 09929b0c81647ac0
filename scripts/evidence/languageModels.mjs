// Cases of language models: abilities over size, compute, training and loss.
import { load, openLmCurves } from "@emergence/data";
import { openAbilities, openBenchmarks } from "./abilities.mjs";
import { grammar } from "./constructions.mjs";
import { at, mean, model, range, unasked, wired } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

const lambadaNote = `Predicting the last word of a passage is the very task that is trained. ${wired}`;
const lambada = {
  ...model,
  ...{
    taught: true,
    examples: 0,
    metric: "last words right",
    chance: 0,
    smoothMetric: "minus loss of the last word (nats)",
  },
  ...{ notebook: "09-the-mirage", from: "pythia-lambada" },
};

/** @param {{ id: string, name: string, scaleName: string }} which @param {"tokens" | "parameters"} over @returns {Case} */
function lastWords(which, over) {
  const rows = load("pythia-lambada").filter((row) =>
    over === "tokens"
      ? row.model === "pythia-12b" && row.step > 0 && !row.deduped
      : row.step === 143000 && !row.deduped,
  );
  const sorted = [...rows].sort((a, b) => a[over] - b[over]);
  return {
    about: {
      ...lambada,
      ...which,
      note: `${over === "tokens" ? "Pythia 12B, step 0 left out." : "Eight sizes of Pythia at the end of training."} ${lambadaNote}`,
    },
    curve: {
      scale: sorted.map((row) => row[over]),
      score: sorted.map((row) => row.accuracy),
      trials: sorted.map((row) => row.items),
      smooth: sorted.map((row) => -Math.log(row.perplexity)),
    },
  };
}

/**
 * GPT-3 on one kind of sum, by size.
 * @param {string} id
 * @param {"addition" | "subtraction" | "multiplication"} operation
 * @param {number} digits
 * @param {"few-shot" | "zero-shot"} setting
 * @returns {Case}
 */
function gpt3(id, operation, digits, setting) {
  const rows = load("gpt3-arithmetic-by-size")
    .filter((row) => row.operation === operation && row.digits === digits && row.setting === setting)
    .sort((a, b) => a.parameters - b.parameters);
  const chance = operation !== "multiplication" ? 10 ** -digits : (2 * 10 ** digits - 1) / 100 ** digits;
  return {
    about: {
      ...{
        id,
        name: `GPT-3, ${digits}-digit ${operation}, ${setting}`,
        ...model,
        taught: false,
        examples: setting === "few-shot" ? 50 : 0,
      },
      ...{
        scaleName: "parameters",
        metric: "exact match",
        chance,
        notebook: "06-gpt-3",
        from: "gpt3-arithmetic-by-size",
      },
      note: `2,000 questions at each size, typed from copies of the published table. Few-shot is up to 50 examples. Chance: the best constant answer. ${unasked}`,
    },
    curve: {
      scale: rows.map((row) => row.parameters),
      score: rows.map((row) => row.accuracy / 100),
      trials: rows.map(() => 2000),
    },
  };
}

/** @returns {Case} */
function gpt3Mmlu() {
  const rows = load("gpt3-mmlu");
  return {
    about: {
      ...{ id: "gpt3-mmlu", name: "GPT-3, MMLU", ...model, taught: false, examples: 5, scaleName: "parameters" },
      ...{ metric: "options", chance: 0.25, notebook: "06-emergent-abilities", from: "gpt3-mmlu" },
      note: `Four sizes. An average over subjects, which has no number of trials. ${unasked}`,
    },
    curve: { scale: rows.map((row) => row.parameters), score: rows.map((row) => row.accuracy / 100) },
  };
}

/**
 * MMLU by Pythia at the end of training.
 * @param {0 | 5} shots
 * @returns {Case}
 */
function pythiaMmlu(shots) {
  const rows = load("pythia-tasks")
    .filter((row) => row.task === "mmlu" && row.metric === "accuracy" && row.step === 143000)
    .filter((row) => row.shots === shots && !row.deduped)
    .sort((a, b) => a.parameters - b.parameters);
  return {
    about: {
      ...{
        id: `pythia-mmlu-${shots}`,
        name: `Pythia, MMLU, ${shots} examples`,
        ...model,
        taught: false,
        examples: shots,
      },
      ...{
        scaleName: "parameters",
        metric: "options",
        chance: 0.25,
        notebook: "11-in-context-learning",
        from: "pythia-tasks",
      },
      note: `Eight sizes at the end of training; a mean over subjects, with its published standard error. ${unasked}`,
    },
    curve: {
      scale: rows.map((row) => row.parameters),
      score: rows.map((row) => row.value),
      error: rows.map((row) => Number(row.standardError)),
    },
  };
}

/** Six base models without examples, by two rulers. @returns {Case} */
function social() {
  const base = ["t5-small", "gpt2", "t5-large", "gpt2-xl", "EleutherAI/gpt-j-6b", "davinci"];
  const asked = load("on-emergence").filter(
    (row) => row.prompt === "closed" && row.task === "social_iqa" && row.shots === 0,
  );
  const rows = base.map((name) => asked.filter((row) => row.model === name));
  return {
    about: {
      ...{
        id: "social-iqa",
        name: "Social IQa without examples",
        ...model,
        taught: false,
        examples: 0,
        scaleName: "parameters",
      },
      ...{ metric: "exact match", chance: 1 / 3, smoothMetric: "form forgiven (share nearest to the right option)" },
      ...{ notebook: "11-in-context-learning", from: "on-emergence" },
      note: `The notebook's six models, of four families, options named in the prompt; a mean over seeds where there are several, rounded to whole answers. ${unasked} The smooth metric forgives form but is itself a share of right answers.`,
    },
    curve: {
      scale: rows.map((some) => Number(at(some, 0).parameters)),
      score: rows.map((some) => Math.round(mean(some.map((row) => row.exactMatch * row.items))) / at(some, 0).items),
      trials: rows.map((some) => at(some, 0).items),
      smooth: rows.map((some) => mean(some.map((row) => Number(row.bertScoreAccuracy)))),
    },
  };
}

/**
 * A task of OpenLM's test bed on RedPajama, over compute, with the loss of each model.
 * @param {Parameters<typeof openLmCurves>[0]} task
 * @param {string} name
 * @returns {Case}
 */
function overLoss(task, name) {
  const curve = openLmCurves(task).find(({ corpus }) => corpus === "RedPajama");
  if (!curve) throw new Error(`overLoss: ${task} has no curve on RedPajama`);
  const order = range(curve.flops.length).sort((a, b) => at(curve.flops, a) - at(curve.flops, b));
  const sorted = (/** @type {number[]} */ values) => order.map((i) => at(values, i));
  const shots = at(
    load("open-lm-tasks").filter((row) => row.task === task),
    0,
  ).shots;
  return {
    about: {
      ...{
        id: `open-lm-${name}`,
        name: `OpenLM, ${name}`,
        ...model,
        taught: false,
        examples: shots,
        scaleName: "training compute (FLOPs)",
      },
      ...{ metric: curve.kind, chance: curve.constant, notebook: "09-threshold-in-loss", from: "openLmCurves" },
      note: `35 models trained on RedPajama, 11M to 6.9B, of several amounts of data. Loss: on C4. Chance: the best constant answer where it was counted, else as listed.${curve.asked ? "" : " A mean over parts of the task, which has no number of trials."} ${unasked}`,
    },
    curve: {
      scale: sorted(curve.flops),
      score: sorted(curve.share),
      ...(curve.asked ? { trials: sorted(curve.asked) } : {}),
      loss: sorted(curve.loss),
    },
  };
}

/** Whole sums and their digits while a small transformer trains: the notebook's own measure, from losses. @returns {Case} */
function digitLosses() {
  const rows = load("small-task-losses").filter((row) => row.task.endsWith("per_token") && row.step > 0);
  const steps = [...new Set(rows.map((row) => row.step))];
  const digits = range(6).map((i) =>
    steps.map((step) => Number(rows.find((row) => row.series === `token ${i}` && row.step === step)?.loss)),
  );
  const total = steps.map((_, i) => digits.reduce((sum, own) => sum + at(own, i), 0));
  return {
    about: {
      ...{
        id: "sums-digit-by-digit",
        name: "Sums, digit by digit",
        ...model,
        subject: "network",
        taught: true,
        scaleName: "training step",
      },
      ...{ metric: "probability of the whole sum", chance: 0.5 * 1e-5, smoothMetric: "minus loss of the sum (nats)" },
      ...{ notebook: "09-the-mirage", from: "small-task-losses" },
      note: `One small transformer on five-digit sums that are new at each step, the very task that is trained. ${wired} Score: exp of minus the six losses' sum. Tasks: probability of a digit, exp of minus its loss. Loss: mean of the six.`,
    },
    curve: {
      scale: steps,
      score: total.map((one) => Math.exp(-one)),
      smooth: total.map((one) => -one),
      loss: total.map((one) => one / 6),
    },
    tasks: digits.map((own) => own.map((loss) => Math.exp(-loss))),
  };
}

const words = {
  "lambada-training": () =>
    lastWords({ id: "lambada-training", name: "Last words, by training", scaleName: "training (tokens)" }, "tokens"),
  "lambada-size": () =>
    lastWords({ id: "lambada-size", name: "Last words, by size", scaleName: "parameters" }, "parameters"),
};
const arithmetic = {
  "gpt3-addition-2": () => gpt3("gpt3-addition-2", "addition", 2, "few-shot"),
  "gpt3-addition-2-zero": () => gpt3("gpt3-addition-2-zero", "addition", 2, "zero-shot"),
  "gpt3-addition-3": () => gpt3("gpt3-addition-3", "addition", 3, "few-shot"),
  "gpt3-subtraction-3": () => gpt3("gpt3-subtraction-3", "subtraction", 3, "few-shot"),
  "gpt3-multiplication-2": () => gpt3("gpt3-multiplication-2", "multiplication", 2, "few-shot"),
};
const choices = {
  "gpt3-mmlu": gpt3Mmlu,
  "pythia-mmlu-0": () => pythiaMmlu(0),
  "pythia-mmlu-5": () => pythiaMmlu(5),
  "social-iqa": social,
};

const bed = {
  "open-lm-cs-algorithms": () => overLoss("bigbench_cs_algorithms", "cs-algorithms"),
  "open-lm-squad": () => overLoss("squad", "squad"),
  "open-lm-jeopardy": () => overLoss("jeopardy", "jeopardy"),
  "open-lm-mmlu": () => overLoss("mmlu", "mmlu"),
  "open-lm-lambada": () => overLoss("lambada_openai", "lambada"),
};

/** @type {Record<string, () => Case>} */
export const languageModels = {
  ...openAbilities,
  ...words,
  ...arithmetic,
  ...choices,
  ...openBenchmarks,
  ...grammar,
  ...bed,
  "sums-digit-by-digit": digitLosses,
};
