// One test over compute: open base models from the tables obscaling and obscaling-emergent put together.
import { requireList, requireOneOf } from "@emergence/lib/core";
import { load } from "./load";

/** What each test is called, and the proportion right by guessing. */
const tests = {
  hellaSwag: { name: "HellaSwag", chance: 0.25 },
  xWinograd: { name: "XWinograd", chance: 0.5 },
  winogrande: { name: "WinoGrande", chance: 0.5 },
  arcChallenge: { name: "ARC-Challenge", chance: 0.25 },
  mmlu: { name: "MMLU", chance: 0.25 },
  gsm8k: { name: "GSM8K", chance: 0 },
  humanEval: { name: "HumanEval", chance: 0 },
  truthfulQa: { name: "TruthfulQA", chance: 0 },
  addition2: { name: "2-digit addition", chance: 0 },
  multiplication2: { name: "2-digit multiplication", chance: 0 },
  subtraction3: { name: "3-digit subtraction", chance: 0 },
  addition3: { name: "3-digit addition", chance: 0 },
  wordUnscramble: { name: "word unscrambling", chance: 0 },
  ipaExactMatch: { name: "phonetic transliteration", chance: 0 },
} as const;

/** A test of {@link openModelScores}. */
export type OpenModelTest = keyof typeof tests;

const programs = new Set(["CodeLlama", "StarCoder", "StarCoder2", "DeepSeek-Coder", "DeepSeek-Coder-V2"]);
const kindOf = (family: string) => (family === "Phi" ? "phi" : programs.has(family) ? "code" : "general");

/** An open base model. */
export interface OpenModel {
  /** Name without the publisher. */
  model: string;
  family: string;
  /** What it was trained on: textbook-like text, mostly program code, or neither. */
  kind: "general" | "code" | "phi";
  parameters: number;
  /** Training compute, 6 x parameters x tokens. */
  flops: number;
  /** Power of ten of `flops`. */
  compute: number;
}

/** An open base model on one test. */
export interface OpenModelScore extends OpenModel {
  /** Proportion right. */
  score: number;
}

/** One test, with the models that have a score and a known compute, from the least compute to the most. */
export interface OpenModelTestScores {
  test: OpenModelTest;
  /** What it is called in print. */
  name: string;
  /** Proportion right by guessing. For TruthfulQA 0: its options differ in number. */
  chance: number;
  models: OpenModelScore[];
}

/**
 * Scores of open base models on one of fourteen tests, with compute and kind of text, of the tables `obscaling` and `obscaling-emergent`.
 * Models whose compute is unknown are left out, and so are two transliteration runs that look faulty (`ipaSuspect`).
 *
 * @param test a column of scores: "mmlu", "gsm8k", "addition3" and so on
 * @throws RangeError for a test that is not there: names those that are
 * @example
 * import { openModelScores } from "@emergence/data";
 * const { name, chance, models } = openModelScores("mmlu");
 * `${name}: ${models.length} models, ${chance} by guessing`; // => "MMLU: 123 models, 0.25 by guessing"
 */
export function openModelScores(test: OpenModelTest): OpenModelTestScores {
  requireOneOf("openModelScores", "test", test, Object.keys(tests));
  const sound = load("obscaling-emergent").filter((row) => !row.ipaSuspect);
  const rows = [...load("obscaling"), ...sound] as unknown as Record<string, string | number | null>[];
  const models = rows.flatMap(({ model, family, parameters, flops, [test]: score }): OpenModelScore[] => {
    if (typeof flops !== "number" || typeof score !== "number") return [];
    const named = {
      model: String(model).split("/").at(-1) ?? "",
      family: String(family),
      kind: kindOf(String(family)),
    } as const;
    return [{ ...named, parameters: Number(parameters), flops, compute: Math.log10(flops), score }];
  });
  return { test, ...tests[test], models: models.sort((a, b) => a.flops - b.flops) };
}

/**
 * Open base models that have a score on each of several tests, from the least compute to the most.
 *
 * @param asked tests as for {@link openModelScores}, at least one
 * @throws RangeError for no test, and for one that is not there
 * @example
 * import { openModelsOn } from "@emergence/data";
 * const both = openModelsOn(["mmlu", "humanEval"]);
 * both.find(({ model }) => model === "phi-2")?.scores.humanEval.toFixed(3); // => "0.494"
 */
export function openModelsOn<Test extends OpenModelTest>(
  asked: readonly Test[],
): (OpenModel & { scores: Record<Test, number> })[] {
  requireList("openModelsOn", "asked", asked);
  if (asked.length === 0) throw new RangeError("openModelsOn: no test, needs at least one");
  for (const [i, test] of Array.from(asked).entries()) {
    requireOneOf("openModelsOn", `asked[${i}]`, test, Object.keys(tests));
  }
  const [first] = asked as readonly [Test];
  const byName = asked.map((test) => {
    const { models } = openModelScores(test);
    return [test, new Map(models.map(({ model, score }) => [model, score] as const))] as const;
  });
  return openModelScores(first).models.flatMap(({ score: _, ...model }) => {
    const scores = byName.flatMap(([test, scoreOf]) => {
      const score = scoreOf.get(model.model);
      return score === undefined ? [] : [[test, score] as const];
    });
    if (scores.length < asked.length) return [];
    return [{ ...model, scores: Object.fromEntries(scores) as Record<Test, number> }];
  });
}

/** Models of one sort as points of a figure: score over training compute. */
export interface OpenModelPoints {
  name: string;
  /** Training compute in FLOPs. */
  x: number[];
  /** Proportion right. */
  y: number[];
  /** Names of the models. */
  labels: string[];
}

/**
 * Scores on a test over training compute as groups of points: phi-1.5 and phi-2 one by one, the general models, the code models.
 *
 * @throws RangeError for a test that is not there
 * @example
 * import { openModelPoints } from "@emergence/data";
 * openModelPoints("mmlu").map(({ name }) => name); // => ["phi-1.5", "phi-2", "general", "code"]
 */
export function openModelPoints(test: OpenModelTest): OpenModelPoints[] {
  requireOneOf("openModelPoints", "test", test, Object.keys(tests));
  const { models } = openModelScores(test);
  const groupOf = ({ kind, model }: OpenModel) => (kind === "phi" ? model.replace("_", ".") : kind);
  return ["phi-1.5", "phi-2", "general", "code"].map((name) => {
    const some = models.filter((model) => groupOf(model) === name);
    const [x, y] = [some.map(({ flops }) => flops), some.map(({ score }) => score)];
    return { name, x, y, labels: some.map(({ model }) => model) };
  });
}
