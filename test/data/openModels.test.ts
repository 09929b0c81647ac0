import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { openModelPoints, openModelScores, openModelsOn } from "../../data/openModels";

describe("openModelScores", () => {
  const { models, ...told } = openModelScores("mmlu");

  it("gives each model that has a score and a known compute, from the least compute to the most", () => {
    expect(told).toEqual({ test: "mmlu", name: "MMLU", chance: 0.25 });
    const rows = load("obscaling").filter((row) => row.mmlu !== null && row.flops !== null);
    expect(new Set(models.map(({ score }) => score))).toEqual(new Set(rows.map((row) => row.mmlu)));
    expect(models.length).toBe(rows.length);
    expect(models.map(({ flops }) => flops)).toEqual(models.map(({ flops }) => flops).sort((a, b) => a - b));
    for (const { flops, compute } of models) expect(10 ** compute / flops).toBeCloseTo(1, 12);
  });

  it("tells what a model was trained on", () => {
    const kinds = new Map(models.map(({ model, kind }) => [model, kind]));
    expect([kinds.get("phi-2"), kinds.get("CodeLlama-7b-hf"), kinds.get("Llama-2-7b-hf")]).toEqual([
      "phi",
      "code",
      "general",
    ]);
  });

  it("reads the second table too, without the runs that look faulty", () => {
    const suspects = load("obscaling-emergent")
      .filter((row) => row.ipaSuspect)
      .map(({ model }) => model.split("/").at(-1));
    expect(suspects.length).toBe(2);
    const names = openModelScores("ipaExactMatch").models.map(({ model }) => model);
    expect(names.length).toBeGreaterThan(50);
    for (const name of suspects) expect(names).not.toContain(name);
  });

  it("says which tests there are where it is asked for another", () => {
    // @ts-expect-error
    expect(() => openModelScores("mmlus")).toThrow(/test "mmlus".*did you mean "mmlu"\?/s);
  });
});

describe("openModelsOn", () => {
  it("gives the models that have all the scores", () => {
    const rows = load("obscaling").filter((row) => row.mmlu !== null && row.gsm8k !== null && row.flops !== null);
    const found = openModelsOn(["gsm8k", "mmlu"]);
    expect(found.length).toBe(rows.length);
    const scores = new Map(rows.map((row) => [row.model.split("/").at(-1), { gsm8k: row.gsm8k, mmlu: row.mmlu }]));
    for (const { model, scores: own } of found) expect(own).toEqual(scores.get(model));
    expect(openModelsOn(["mmlu"]).map(({ scores: { mmlu } }) => mmlu)).toEqual(
      openModelScores("mmlu").models.map(({ score }) => score),
    );
  });

  it("refuses no test, and one that is not there", () => {
    expect(() => openModelsOn([])).toThrow("openModelsOn: no test, needs at least one");
    // @ts-expect-error
    expect(() => openModelsOn(["mmlus"])).toThrow(/did you mean "mmlu"\?/);
  });
});

describe("openModelPoints", () => {
  it("has each model once, in its group", () => {
    const groups = openModelPoints("mmlu");
    const { models } = openModelScores("mmlu");
    expect(groups.map(({ x }) => x.length).reduce((sum, one) => sum + one)).toBe(models.length);
    expect(groups[1]?.labels).toEqual(["phi-2"]);
    expect(groups[3]?.labels).toEqual(models.filter(({ kind }) => kind === "code").map(({ model }) => model));
  });
});
