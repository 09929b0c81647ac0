import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { scoreCurves } from "../../data/scoreCurves";

const curves = scoreCurves();
const of = (metric: string) => curves.filter((curve) => curve.metric === metric);

describe("scoreCurves", () => {
  it("has each triplet of table, task, metric and family once, over six or more increasing sizes", () => {
    const keys = curves.map(({ table, task, metric, family }) => [table, task, metric, family].join("|"));
    expect(new Set(keys).size).toBe(curves.length);
    for (const { parameters, score } of curves) {
      expect(parameters.length).toBeGreaterThanOrEqual(6);
      expect(score.length).toBe(parameters.length);
      expect(score.every(Number.isFinite)).toBe(true);
      expect([...new Set(parameters)].sort((a, b) => a - b)).toEqual(parameters);
    }
  });
  it("asks for as many sizes as wanted", () => {
    const enough = curves.filter(({ parameters }) => parameters.length >= 8);
    expect(scoreCurves({ least: 8 })).toEqual(enough);
    expect(() => scoreCurves({ least: 0 })).toThrow("scoreCurves: least 0");
  });
  it("calls exact match what is scored all or nothing, whatever its table calls it", () => {
    const tasks = new Set(of("exact match").map(({ task }) => task));
    for (const task of ["GSM8K", "HumanEval", "MATH Lvl 5", "math_algebra_hard", "addition2"])
      expect([...tasks]).toContain(task);
    // What a later count of these tables found: 33 triplets of exact match, 18 of them chosen.
    expect([tasks.has("MMLU"), tasks.has("ARC"), tasks.has("persianQa")]).toEqual([false, false, false]);
    expect(of("exact match").filter(({ chosen }) => !chosen).length).toBe(15);
    expect(of("exact match").filter(({ chosen }) => chosen).length).toBe(18);
  });
  it("turns a perplexity round, so that higher is better", () => {
    const pythia = of("minus loss").find(({ table, task }) => table === "pythia-tasks" && task.startsWith("lambada"));
    const end = load("pythia-tasks").filter(
      (row) => row.step === 143000 && !row.deduped && row.metric === "perplexity",
    );
    const zeroShot = end.filter(({ shots }) => shots === Number(pythia?.task.match(/(\d)-shot/)?.[1]));
    const sorted = zeroShot.sort((a, b) => a.parameters - b.parameters).map(({ value }) => -Math.log(value));
    expect(pythia?.score).toEqual(sorted);
  });
  it("leaves out transliteration scores that are marked as suspect", () => {
    const suspect = load("obscaling-emergent").filter(({ ipaSuspect }) => ipaSuspect);
    const kept = curves.filter(({ task }) => task.startsWith("ipa"));
    for (const { family, parameters } of suspect)
      for (const curve of kept.filter((one) => one.family === family))
        expect(curve.parameters).not.toContain(parameters);
  });
});
