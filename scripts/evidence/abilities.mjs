// Abilities of open models over compute: tasks of the paper on emergence, tasks scored by options, two benchmarks.
import { abilityCurves, load, sameAnswers } from "@emergence/data";
import { at, model, wired } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

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
      note: `${which} Base models. ${taughtNote} ${wired} Chance: the best constant answer, else guessing.${task in twoShot ? "" : " The table does not say how many examples stood in the prompt."}`,
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
      note: `${longestNote} Base models. ${why} The table does not say how many examples stood in the prompt; whether the corpus held such questions is not known. ${wired}`,
    },
    curve: {
      scale: flops,
      score: own.map(({ score }) => score),
      ...(trials ? { trials: flops.map(() => trials) } : {}),
    },
  };
}

export const openBenchmarks = {
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

/** @type {Record<string, () => Case>} */
export const openAbilities = Object.fromEntries(abilities().map((one) => [one.about.id, () => one]));
