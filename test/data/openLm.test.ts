import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { openLmCurves } from "../../data/openLm";

const lambada = openLmCurves("lambada_openai");

describe("openLmCurves", () => {
  it("gives each model once, on its corpus, from the highest loss to the lowest", () => {
    expect(lambada.map(({ corpus, models }) => `${corpus} ${models.length}`)).toEqual([
      "C4 34",
      "RedPajama 35",
      "RefinedWeb 35",
    ]);
    for (const { loss } of lambada) expect(loss).toEqual([...loss].sort((a, b) => b - a));
    const models = lambada.flatMap((curve) => curve.models);
    expect(new Set(models)).toEqual(new Set(load("open-lm-models").map(({ model }) => model)));
  });
  it("gives back what the tables say of each model", () => {
    const models = new Map(load("open-lm-models").map((row) => [row.model, row]));
    const scores = new Map(load("open-lm-scores").map((row) => [`${row.model} ${row.task}`, row.accuracy]));
    for (const curve of openLmCurves("squad", { loss: "codeLoss" }))
      for (const [i, model] of curve.models.entries()) {
        expect(models.get(model)).toMatchObject({
          corpus: curve.corpus,
          codeLoss: curve.loss[i],
          parameters: curve.parameters[i],
          tokens: curve.tokens[i],
          multiplier: curve.multiplier[i],
          flops: curve.flops[i],
        });
        expect(curve.share[i]).toBe(scores.get(`${model} squad`));
      }
  });
  it("counts whole answers that give back the score, and none where a score is a mean over subjects", () => {
    for (const { share, right, asked } of lambada)
      for (const [i, value] of share.entries()) {
        expect(Number.isInteger(right?.[i])).toBe(true);
        expect(asked?.[i]).toBe(5153);
        expect(Math.abs((right?.[i] ?? Number.NaN) / 5153 - value)).toBeLessThan(1e-6);
      }
    for (const { right, asked } of openLmCurves("mmlu")) expect([right, asked]).toEqual([null, null]);
  });
  it("takes the constant answer where it was counted, else chance", () => {
    expect(new Set(openLmCurves("bigbench_cs_algorithms").map(({ constant }) => constant))).toEqual(
      new Set([0.430303]),
    );
    expect(openLmCurves("piqa")[0]).toMatchObject({ chance: 0.5, constant: 0.5 });
  });
  it("leaves out the runs made apart from the others if asked to", () => {
    const counts = openLmCurves("piqa", { suspect: false }).map(({ models }) => models.length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(90);
  });
  it("names the tasks and the losses there are", () => {
    // @ts-expect-error no such task
    expect(() => openLmCurves("lambada_openia")).toThrow(/task "lambada_openia".*did you mean "lambada_openai"\?/s);
    // @ts-expect-error no such loss
    expect(() => openLmCurves("piqa", { loss: "loss" })).toThrow(/openLmCurves: loss/);
  });
});
