import { expect } from "vitest";
import { load } from "../../../data/load";
import { mean, row, total } from "./row";

/** Language models. */
export const models = {
  blimp() {
    const rows = load("blimp");
    const means = (["ngram", "lstm", "transformerXl", "gpt2"] as const).map((model) =>
      mean(rows.map((r) => r[model])).toFixed(4),
    );
    expect(means).toEqual(["0.6124", "0.6981", "0.6963", "0.8302"]);
    expect(mean(rows.map((r) => r.human))).toBeCloseTo(0.886, 3);
  },
  "blimp-pythia"() {
    expect(row("blimp-pythia", { model: "pythia-1.4b", step: 11500, paradigm: "adjunct_island" }).correct).toBe(896);
  },
  "blimp-pythia-seeds"() {
    const rows = load("blimp-pythia-seeds");
    for (let seed = 0; seed < 10; seed++) {
      const at = (step: number) =>
        mean(rows.filter((r) => r.seed === seed && r.step === step).map((r) => r.correct / 1000));
      expect(Math.abs(at(0) - 0.5)).toBeLessThan(0.1);
      expect(at(143000)).toBeGreaterThan(0.7);
    }
  },
  "blimp-roberta"() {
    const rows = load("blimp-roberta");
    const accuracy = (words: number | null) =>
      mean(rows.filter((r) => r.words === words).map((r) => r.correct / r.pairs));
    for (const [i, value] of [0.586, 0.72, 0.78, 0.82].entries())
      expect(Math.abs(accuracy(10 ** (6 + i)) - value)).toBeLessThan(0.006);
    expect(accuracy(null)).toBeCloseTo(0.854, 3);
  },
  "epoch-models"() {
    const rows = load("epoch-models");
    expect(rows.filter(({ parameters }) => parameters !== null)).toHaveLength(679);
    expect(rows.filter(({ flops }) => flops !== null)).toHaveLength(515);
    expect(row("epoch-models", { model: "GPT-3 175B (davinci)" })).toMatchObject({
      parameters: 1.746e11,
      flops: 3.14e23,
      date: "2020-05-28",
    });
  },
  "gpt-lineage"() {
    const told = load("gpt-lineage").filter(({ layers }) => layers !== null);
    const sizes = told.map((r) => 12 * (r.layers ?? 0) * (r.width ?? 0) ** 2 + r.vocabulary * (r.width ?? 0));
    expect(sizes.map((size) => Math.round(size / 1e6))).toEqual([116, 1555, 174564, 20240]);
    const names = ["GPT-1", "GPT-2 (1.5B)", "GPT-3 175B (davinci)", "GPT-NeoX-20B"];
    for (const [i, model] of names.entries()) {
      const known = row("epoch-models", { model }).parameters ?? Number.NaN;
      expect(Math.abs((sizes[i] ?? 0) / known - 1), model).toBeLessThan(0.04);
    }
  },
  "glue-by-size"() {
    const bert = (task: "CoLA" | "MNLI") =>
      load("glue-by-size")
        .filter((r) => r.family === "BERT" && r.task === task)
        .map((r) => r.score);
    expect(bert("CoLA")).toEqual([0, 0, 27.8, 38]);
    expect(bert("MNLI")).toEqual([70.2, 74.8, 77.6, 80]);
  },
  "glue-by-year"() {
    expect(["BiLSTM", "BERT", "ERNIE"].map((model) => row("glue-by-year", { model, task: "CoLA" }).score)).toEqual([
      11.6, 60.5, 75.5,
    ]);
  },
  "gpt3-arithmetic"() {
    const settings = ["zero-shot", "one-shot", "few-shot"] as const;
    const scores = (digits: number, operation: "addition" | "subtraction") =>
      settings.map((setting) => row("gpt3-arithmetic", { digits, operation, setting }).accuracy);
    expect(scores(2, "addition")).toEqual([76.9, 99.6, 100]);
    expect(scores(3, "subtraction")).toEqual([48.3, 78.7, 94.2]);
    expect(scores(5, "addition")).toEqual([0.7, 3.5, 9.3]);
  },
  "gpt3-arithmetic-by-size"() {
    const rows = load("gpt3-arithmetic-by-size");
    const few = rows.filter((one) => one.setting === "few-shot" && one.operation === "addition" && one.digits === 2);
    expect(few.map(({ accuracy }) => accuracy)).toEqual([2, 4.1, 3.5, 4.5, 8.9, 11.9, 55.5, 100]);
    // The largest size is printed in another table too, to one decimal.
    for (const { operation, digits, setting, accuracy } of load("gpt3-arithmetic")) {
      const largest = row("gpt3-arithmetic-by-size", { operation, digits, setting, parameters: 175e9 });
      expect(Math.abs(largest.accuracy - accuracy)).toBeLessThanOrEqual(0.05 + 1e-9);
    }
    // Counts of 2,000 questions, as far as three digits show them.
    for (const { accuracy } of rows.filter((one) => one.accuracy < 10))
      expect(Math.abs(accuracy * 20 - Math.round(accuracy * 20))).toBeLessThan(0.21);
  },
  "gpt3-mmlu"() {
    expect(load("gpt3-mmlu").map(({ accuracy }) => accuracy)).toEqual([25.9, 24.9, 26, 43.9]);
  },
  obscaling() {
    const paper = load("obscaling").filter(({ inPaper }) => inPaper);
    expect(paper).toHaveLength(77);
    expect(new Set(paper.map(({ family }) => family)).size).toBe(21);
    expect(load("obscaling").filter(({ flops }) => flops === null)).toHaveLength(25);
    for (const { model, parameters, tokens, flops } of load("obscaling"))
      if (tokens !== null && flops !== null)
        expect(Math.abs((6 * parameters * tokens) / flops - 1), model).toBeLessThan(0.02);
  },
  "obscaling-emergent"() {
    const sizes = ["125m", "350m", "1.3b", "2.7b", "6.7b", "13b", "30b", "66b"];
    const opt = sizes.map((size) => row("obscaling-emergent", { model: `facebook/opt-${size}` }));
    expect(opt.map(({ ipaExactMatch }) => Number(ipaExactMatch?.toFixed(5)))).toEqual([
      0, 0, 0, 0, 0, 0, 0.00199, 0.00698,
    ]);
    expect(opt.at(-1)?.ipaBleu).toBeCloseTo(2.3626, 4);
  },
  "open-llm-leaderboard-2"() {
    const known = new Map(load("obscaling").map((row) => [row.model, row]));
    const rows = load("open-llm-leaderboard-2");
    expect(rows).toHaveLength(72);
    expect(rows.filter(({ model }) => known.get(model) === undefined)).toEqual([]);
    expect(rows.filter(({ model }) => known.get(model)?.flops === null)).toHaveLength(17);
    const llama = row("open-llm-leaderboard-2", { model: "meta-llama/Llama-2-70b-hf" });
    expect(llama.bbh).toBeCloseTo(0.5460857, 7);
    expect(llama.mmluPro).toBeCloseTo(0.3717586, 7);
    expect(row("open-llm-leaderboard-2", { model: "microsoft/phi-2" }).bbh).toBeCloseTo(0.486895, 6);
  },
  "open-lm-models"() {
    const rows = load("open-lm-models");
    const counts = ["C4", "RedPajama", "RefinedWeb"].map((corpus) => rows.filter((r) => r.corpus === corpus).length);
    expect(counts).toEqual([34, 35, 35]);
    expect(rows.filter(({ suspect }) => suspect)).toHaveLength(14);
    const small = { parameters: 10569312, tokens: 845544960, multiplier: 4, corpus: "RedPajama" } as const;
    expect(row("open-lm-models", { model: "rpj-d=96_l=8_h=4-4.0" })).toMatchObject({ ...small, c4Loss: 4.82312 });
    for (const { model, parameters, multiplier, tokens } of rows)
      expect(Math.abs(tokens / (20 * parameters * multiplier) - 1), model).toBeLessThan(0.01);
    // A run beats one of its size and corpus with twice the tokens only if it is one of those made apart, or the other is at the end of its curve.
    const better = rows.filter((one) =>
      rows.some(
        (other) =>
          other.corpus === one.corpus &&
          other.parameters === one.parameters &&
          other.multiplier === 2 * one.multiplier &&
          other.c4Loss > one.c4Loss,
      ),
    );
    expect(better).toHaveLength(3);
    expect(better.every(({ suspect }) => suspect)).toBe(true);
  },
  "open-lm-scores"() {
    const scores = [4, 8, 16, 32].map((multiplier) => {
      const { model } = row("open-lm-models", { corpus: "RedPajama", parameters: 10569312, multiplier });
      return row("open-lm-scores", { model, task: "bigbench_cs_algorithms" }).accuracy.toFixed(3);
    });
    expect(scores).toEqual(["0.057", "0.394", "0.399", "0.436"]);
  },
  "open-lm-tasks"() {
    const rows = load("open-lm-tasks");
    expect(rows.filter(({ averaged }) => averaged).map(({ task }) => task)).toEqual([
      "bbq",
      "jeopardy",
      "mmlu",
      "mmlu_zeroshot",
    ]);
    expect(row("open-lm-tasks", { task: "lambada_openai" })).toMatchObject({ items: 5153, shots: 0, chance: 0 });
    expect(row("open-lm-tasks", { task: "arc_challenge" }).items).toBe(1172);
    // 568 of 1,320 answers are Invalid; each digit is right 32 times.
    const algorithms = row("open-lm-tasks", { task: "bigbench_cs_algorithms" });
    expect(algorithms.constant).toBe(0.430303);
    const best = Math.max(
      ...load("open-lm-scores").flatMap((r) => (r.task === algorithms.task ? [r.accuracy * algorithms.items] : [])),
    );
    expect(Math.round(best)).toBe(609);
    expect(609 / 1320).toBeCloseTo(0.4614, 4);
  },
  "on-emergence"() {
    const run = { task: "tracking_shuffled_objects", model: "gpt2", prompt: "closed", shots: 0, seed: 2266 } as const;
    expect(row("on-emergence", run).exactMatch).toBe(0.165101);
    expect(load("on-emergence")).toHaveLength(5052);
    expect(new Set(load("on-emergence").map(({ model }) => model)).size).toBe(24);
  },
  "on-emergence-chance"() {
    expect(row("on-emergence-chance", { task: "tracking_shuffled_objects" }).chance).toBeCloseTo(1 / 3, 5);
    expect(row("on-emergence-chance", { task: "figure_of_speech_detection" }).chance).toBe(0.1);
    const tasks = new Set(load("on-emergence").map(({ task }) => task));
    expect(new Set(load("on-emergence-chance").map(({ task }) => task))).toEqual(tasks);
  },
  "open-models"() {
    const opt = (model: string, metric: "accuracy" | "perplexity") =>
      row("open-models", { model, task: "lambada_openai", metric }).value;
    expect([opt("opt-125m", "accuracy"), opt("opt-66b", "accuracy")]).toEqual([0.379003, 0.738987]);
    expect([opt("opt-125m", "perplexity"), opt("opt-66b", "perplexity")]).toEqual([26.021, 3.28776]);
    expect(load("open-models").filter((r) => r.family === "LLaMA" && /lambada|arithmetic/.test(r.task))).toEqual([]);
  },
  "published-scores"() {
    expect(row("published-scores", { benchmark: "mmlu", version: "amazon.nova-lite-v1:0" }).score).toBe(0.77);
  },
  "pythia-lambada"() {
    const rows = load("pythia-lambada");
    const early = rows.filter(({ step, correct }) => step <= 512 && correct > 0);
    expect(new Set(early.map(({ model }) => model))).toEqual(new Set(["pythia-1b-deduped"]));
    expect(Math.max(...early.map(({ correct }) => correct))).toBe(2);
    expect(row("pythia-lambada", { model: "pythia-12b", step: 143000 }).accuracy).toBeCloseTo(0.7046, 4);
  },
  "pythia-tasks"() {
    const end = { model: "pythia-12b", step: 143000, shots: 0, metric: "accuracy" } as const;
    expect(row("pythia-tasks", { ...end, task: "lambada_openai" }).value).toBe(0.704638);
    expect(row("pythia-tasks", { ...end, task: "sciq" }).value).toBe(0.902);
  },
  "pythia-tasks-v0"() {
    const point = { model: "pythia-1.4b", step: 11500, shots: 5, task: "lambada_openai", metric: "accuracy" } as const;
    expect(row("pythia-tasks-v0", point).value).toBe(0.504172);
  },
  "question-groups"() {
    const groups = load("question-groups").filter(
      (r) => r.task === "mmlu" && r.model === "meta-llama/Llama-2-7b-hf" && r.groups === 3,
    );
    expect(groups.map(({ groupBrier }) => groupBrier)).toEqual([0.406276, 0.418469, 0.522597]);
  },
  sloth() {
    expect(row("sloth", { model: "bloom", benchmark: "mmlu_abstract_algebra" })).toMatchObject({
      flops: 3.86496e23,
      value: 0.24,
    });
    expect(new Set(load("sloth").map(({ family }) => family)).size).toBe(35);
  },
  "wei-counts"() {
    const tasks = (benchmark: string) =>
      total(
        load("wei-counts")
          .filter((r) => r.benchmark === benchmark)
          .map((r) => r.tasks),
      );
    expect([tasks("BIG-bench"), tasks("MMLU")]).toEqual([67, 51]);
  },
  "wei-abilities"() {
    const mmlu = row("wei-abilities", { ability: "MMLU (57 topics)" });
    expect(mmlu).toMatchObject({ flops: 3.1e23, parameters: 175e9, family: "GPT-3" });
    expect((6 * mmlu.parameters * 300e9) / mmlu.flops).toBeCloseTo(1, 1);
  },
};
