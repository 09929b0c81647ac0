// Cases of language models: abilities over size, compute, training and loss.
import { abilityCurves, load, openLmCurves, sameAnswers } from "@emergence/data";
import { at, mean, overSeeds, range } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

const model = /** @type {const} */ ({
  subject: "language model",
  observable: "behavior",
  interacting: true,
  logScale: true,
});
const coupled = "Units of a network are coupled by its weights.";
const unasked = `The objective is the next word of running text, not this task: not taught. ${coupled}`;

/** @typedef {ReturnType<typeof abilityCurves>[number]} Ability */

/**
 * The family with the most models; among equals, that with the widest range of compute.
 * @template {{ flops: number[] }} Family
 * @param {Family[]} curves
 */
const longest = (curves) => {
  const reach = (/** @type {{ flops: number[] }} */ { flops }) => Number(flops.at(-1)) / at(flops, 0);
  return at(
    [...curves].sort((a, b) => b.flops.length - a.flops.length || reach(b) - reach(a)),
    0,
  );
};

/** Of the families with five models or more, that whose largest model took the most compute. @param {Ability[]} curves */
const furthest = (curves) => {
  const long = curves.filter(({ flops }) => flops.length >= 5);
  return at(
    [...long].sort((a, b) => Number(b.flops.at(-1)) - Number(a.flops.at(-1))),
    0,
  );
};

const few = ["2-digit addition", "3-digit addition", "3-digit subtraction", "2-digit multiplication"];
/** Tasks of the paper on emergence, two-shot, and what they are called here. @type {Record<string, string>} */
const twoShot = {
  ...Object.fromEntries(few.map((task) => [task, task.replace(/(\d)-digit (\w+)/, "$2-$1")])),
  ...{ "unscrambling words": "unscrambling", transliteration: "transliteration", Persian: "persian" },
};
/** Tasks scored by options, what they are called here, and in the table. @type {Record<string, [string, string]>} */
const chosen = {
  narrative: ["narrative", "abstract_narrative_understanding"],
  analogies: ["analogies", "analogical_similarity"],
  MMLU: ["mmlu", "mmlu"],
  ARC: ["arc", "arc"],
  concepts: ["concepts", "conceptual_combinations"],
  HellaSwag: ["hellaswag", "hellaswag"],
  "Hindu knowledge": ["hindu-knowledge", "hindu_knowledge"],
};

/** Scores of the same answers by a smooth metric, by the compute of the model, where there are any. */
function smoothOf(/** @type {Ability} */ { task, family, flops }) {
  const [, named] = chosen[task] ?? [];
  const rows = task === "transliteration" ? sameAnswers("transliteration") : sameAnswers("options");
  const own = rows.find((row) => row.family === family && row.task === (named ?? task));
  const smooth = own && flops.map((one) => own.smooth[own.scale.indexOf(one)]);
  return smooth?.every((one) => one !== undefined) ? smooth.map(Number) : undefined;
}

/**
 * Whether the objective trains the task, by what is known of a family's corpus.
 * @returns {{ taught?: boolean, taughtNote: string }}
 */
function teaching(/** @type {Ability} */ { task, family }) {
  if (family.startsWith("Qwen"))
    return { taughtNote: "What its corpus holds of the task is not published: whether it was taught is open." };
  if (few.includes(task))
    return {
      taughtNote:
        "Its corpus holds a set of school mathematics, by its model card, in a share that is not known: whether sums were taught is open.",
    };
  return { taught: false, taughtNote: "The objective is the next word of running text, not this task: not taught." };
}

/** @param {Ability} ability @param {string} which why this family @returns {Case} */
function abilityCase(ability, which) {
  const { task, family, metric, constant, flops, asked, share } = ability;
  const [name, table] = [
    twoShot[task] ?? chosen[task]?.[0],
    task in twoShot ? "obscaling-emergent" : "question-groups",
  ];
  const smooth = smoothOf(ability);
  const { taughtNote, ...taught } = teaching(ability);
  const smoothMetric = task in twoShot ? "BLEU (percent)" : "minus Brier score of the right option";
  return {
    about: {
      ...{ id: `${name}-${family.toLowerCase().replace(/[^a-z0-9]+/g, "")}`, name: `${task} (${family})`, ...model },
      ...{ ...taught, ...(task in twoShot ? { examples: 2 } : {}), scaleName: "training compute (FLOPs)" },
      ...{ metric, chance: constant, ...(smooth ? { smoothMetric } : {}) },
      ...{ notebook: "06-emergent-abilities", from: `abilityCurves (${table})` },
      note: `${which} Base models. ${taughtNote} ${coupled} Chance: the best constant answer, else guessing.${task in twoShot ? "" : " The table does not say how many examples stood in the prompt."}`,
    },
    curve: { scale: flops, score: share, trials: asked, ...(smooth ? { smooth } : {}) },
  };
}

const longestNote = "The family with the most models; among equals the widest range of compute.";
const furthestNote = "Of the families with five models or more, that which reaches the most compute.";

/** Abilities of open models over compute: each in one family, and those of the paper on emergence in a second. */
function abilities() {
  const curves = abilityCurves();
  const of = (/** @type {string} */ task) => curves.filter((one) => one.task === task);
  const some = [...Object.keys(twoShot), ...Object.keys(chosen)].map((task) =>
    abilityCase(longest(of(task)), longestNote),
  );
  const more = Object.keys(twoShot).map((task) => abilityCase(furthest(of(task)), furthestNote));
  return [...some, ...more];
}

/**
 * A standard benchmark of open models over compute, in the family with the most models; among equals the widest range.
 * @param {"gsm8k" | "truthfulQa"} test
 * @param {{ id: string, name: string, metric: string, chance?: number, trials?: number, why: string }} which
 * @returns {Case}
 */
function benchmark(test, { id, name, metric, chance, trials, why }) {
  const rows = load("obscaling").flatMap((row) =>
    row.flops === null || row[test] === null
      ? []
      : [{ family: row.family, flops: row.flops, score: Number(row[test]) }],
  );
  const families = [...new Set(rows.map(({ family }) => family))].map((family) => {
    const own = rows.filter((row) => row.family === family).sort((a, b) => a.flops - b.flops);
    return { family, own, flops: own.map(({ flops }) => flops) };
  });
  const { family, own, flops } = longest(families);
  return {
    about: {
      ...{ id, name: `${name} (${family})`, ...model, scaleName: "training compute (FLOPs)", metric },
      ...(chance === undefined ? {} : { chance }),
      ...{ notebook: "12-jumps", from: "obscaling" },
      note: `${longestNote} Base models. ${why} The table does not say how many examples stood in the prompt; whether the corpus held such questions is not known. ${coupled}`,
    },
    curve: {
      scale: flops,
      score: own.map(({ score }) => score),
      ...(trials ? { trials: flops.map(() => trials) } : {}),
    },
  };
}

const lambadaNote = `Predicting the last word of a passage is the very task that is trained. ${coupled}`;
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
 * One construction while ten seeds of Pythia 160M learn; with the other paradigms of the phenomenon, and its plainest as structure.
 * @param {{ id: string, name: string, paradigm: string, tasks?: string[], structure?: string[], why: string }} which
 * @returns {Case}
 */
function construction({ id, name, paradigm, tasks = [], structure, why }) {
  const rows = load("blimp-pythia-seeds").filter((row) => row.step > 0);
  const tokens = [...new Set(rows.map((row) => row.tokens))].sort((a, b) => a - b);
  const seeds = [...new Set(rows.map((row) => row.seed))];
  const right = new Map(rows.map((row) => [`${row.paradigm} ${row.seed} ${row.tokens}`, row.correct / 1000]));
  const of = (/** @type {string} */ own) =>
    seeds.map((seed) => tokens.map((when) => Number(right.get(`${own} ${seed} ${when}`))));
  const middle = (/** @type {string[]} */ some) => {
    const curves = some.map((own) => overSeeds(tokens, of(own)).score);
    return tokens.map((_, i) => mean(curves.map((score) => at(score, i))));
  };
  return {
    about: {
      ...{
        id,
        name,
        ...model,
        taught: false,
        examples: 0,
        scaleName: "training (tokens)",
        metric: "minimal pairs right",
        chance: 0.5,
      },
      ...{ notebook: "07-minimal-pairs", from: "blimp-pythia-seeds" },
      note: `Ten seeds of Pythia 160M, 1,000 pairs each, step 0 left out; no checkpoint lies between steps 128 and 1,000. ${unasked} ${why}`,
    },
    curve: overSeeds(tokens, of(paradigm)),
    seeds: of(paradigm),
    tasks: tasks.map((own) => middle([own])),
    ...(structure ? { structure: middle(structure) } : {}),
  };
}

const nouns = [
  "2",
  "irregular_1",
  "irregular_2",
  "with_adjective_1",
  "with_adj_2",
  "with_adj_irregular_1",
  "with_adj_irregular_2",
];
const polarity = ["only_npi_scope", "only_npi_licensor_present", "sentential_negation_npi_scope"];
const constructions = [
  {
    ...{ id: "npi", name: "not, really ... ever", paradigm: "sentential_negation_npi_licensor_present" },
    tasks: [...polarity, "matrix_question_npi_licensor_present", "npi_present_1", "npi_present_2"],
    structure: ["sentential_negation_npi_licensor_present"],
    why: "Tasks: the other six paradigms of the phenomenon. Structure, by our choice: its plainest case, that negation licenses.",
  },
  {
    ...{ id: "noun-agreement", name: "this lamp, this lamps", paradigm: "determiner_noun_agreement_1" },
    tasks: nouns.map((own) => `determiner_noun_agreement_${own}`),
    structure: ["determiner_noun_agreement_1"],
    why: "Tasks: the other seven paradigms of the phenomenon. Structure, by our choice: its plainest case, a noun beside its determiner.",
  },
  {
    ...{ id: "filler-gap", name: "that or who, with a gap", paradigm: "wh_vs_that_with_gap" },
    tasks: ["wh_vs_that_with_gap_long_distance", "wh_questions_object_gap", "wh_questions_subject_gap"],
    structure: ["wh_vs_that_no_gap", "wh_vs_that_with_gap"],
    why: "Tasks: other paradigms with a gap. Structure: the mean of both halves of the rule, which a mere taste for one word leaves at one half.",
  },
  {
    ...{ id: "anaphor-gender", name: "herself, himself", paradigm: "anaphor_gender_agreement" },
    why: "A bet of the notebook.",
  },
  {
    ...{ id: "quantifiers", name: "each cat was there", paradigm: "existential_there_quantifiers_2" },
    why: "A bet of the notebook.",
  },
  {
    ...{ id: "npi-scope", name: "only ... ever, in its scope", paradigm: "only_npi_scope" },
    why: "Scope of a licensor.",
  },
];

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
      note: `One small transformer on five-digit sums that are new at each step, the very task that is trained. ${coupled} Score: exp of minus the six losses' sum. Tasks: probability of a digit, exp of minus its loss. Loss: mean of the six.`,
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
const benchmarks = {
  gsm8k: () =>
    benchmark("gsm8k", {
      id: "gsm8k",
      name: "GSM8K",
      metric: "exact match",
      chance: 0,
      trials: 1319,
      why: "1,319 questions, of which all scores are whole shares.",
    }),
  truthfulqa: () =>
    benchmark("truthfulQa", {
      id: "truthfulqa",
      name: "TruthfulQA",
      metric: "probability of the true answers",
      why: "A mean of probabilities, which has no number of trials; guessing depends on the question, so no chance is stated.",
    }),
};
const grammar = Object.fromEntries(constructions.map((which) => [which.id, () => construction(which)]));
const bed = {
  "open-lm-cs-algorithms": () => overLoss("bigbench_cs_algorithms", "cs-algorithms"),
  "open-lm-squad": () => overLoss("squad", "squad"),
  "open-lm-jeopardy": () => overLoss("jeopardy", "jeopardy"),
  "open-lm-mmlu": () => overLoss("mmlu", "mmlu"),
  "open-lm-lambada": () => overLoss("lambada_openai", "lambada"),
};
const open = Object.fromEntries(abilities().map((one) => [one.about.id, () => one]));

/** @type {Record<string, () => Case>} */
export const languageModels = {
  ...open,
  ...words,
  ...arithmetic,
  ...choices,
  ...benchmarks,
  ...grammar,
  ...bed,
  "sums-digit-by-digit": digitLosses,
};
