import { unwrap } from "@emergence/lib/core";
import {
  attentionOverlaps,
  attentionRun,
  dotProductAttention,
  modularArithmetic,
  positionalSemantic,
  sgd,
  type Trained,
  trainRun,
} from "@emergence/lib/learning";
import { random as seededRandom } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { farthest, off } from "../chance";

const d = 23;
const n = Math.round(1.5 * d);
const task = positionalSemantic({ dimension: d, examples: n });
const optimizer = sgd({ rate: 0.15 * n, decay: 0.01 / n });

describe("dotProductAttention", () => {
  it("ends where the published runs do, from either start", { tags: ["slow"] }, () => {
    const runs = Array.from({ length: 30 }, (_, i) => {
      const seed = i + 1;
      const [semantic, positional] = (["semantic", "positional"] as const).map((start) => {
        const options = { model: dotProductAttention({ start }), task, optimizer, steps: 5000, record: 5000, seed };
        const run = unwrap(trainRun(options)) as Trained;
        return { ...attentionOverlaps(run, task, seed), loss: run.curves.testLoss.at(-1) as number };
      });
      return [semantic?.semantic, positional?.positional, semantic?.loss, positional?.loss] as number[];
    });
    // Cui et al. 2024, results_scaling.csv of their code, d 23, omega .3, alpha 1.5.
    for (const [k, published] of [0.373, 0.194, 0.00287, 0.00428].entries()) {
      const values = runs.map((run) => run[k] as number);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
      const standardError = Math.sqrt(variance / values.length);
      expect(off({ mean, standardError }, published), `${k}: ${mean}`).toBeLessThan(farthest(4));
    }
  });

  it("starts at the teacher, or at the positions", () => {
    const at = (start: "semantic" | "positional") => {
      const options = {
        model: dotProductAttention({ start }),
        task,
        optimizer: sgd({ rate: 1e-9 }),
        steps: 1,
        seed: 1,
      };
      return attentionOverlaps(unwrap(trainRun(options)) as Trained, task, 1);
    };
    expect(at("positional").positional).toBeCloseTo(1 / Math.sqrt(d), 6);
    expect(Math.abs(at("semantic").semantic - 1)).toBeLessThan(farthest() * Math.sqrt(2 / d)); // mean of d squared normal numbers
  });

  it("refuses other tasks and batches", () => {
    const options = { model: dotProductAttention(), task, optimizer, steps: 1, seed: 1 };
    expect(() => trainRun({ ...options, task: modularArithmetic({ modulus: 5 }) })).toThrow(
      "trainRun: dotProductAttention on another task, needs positionalSemantic",
    );
    expect(() => trainRun({ ...options, batch: 3 })).toThrow("batch 3 for dotProductAttention, needs none");
  });
});

describe("attentionRun", () => {
  it("is trainRun from each start on the same examples, with the decay in what descends", () => {
    const { semantic, positional, random } = unwrap(attentionRun({ dimension: d, alpha: 1.5, replicates: 2, seed: 4 }));
    expect([semantic.length, positional.length, random.length]).toEqual([2, 2, 0]);
    const seeds = seededRandom(4);
    for (const i of [0, 1]) {
      const seed = seeds.int32();
      for (const [start, ends] of Object.entries({ semantic, positional }) as [
        "semantic" | "positional",
        typeof semantic,
      ][]) {
        const options = { model: dotProductAttention({ start }), task, optimizer, steps: 2000, record: 2000, seed };
        const run = unwrap(trainRun(options)) as Trained;
        const length = (run.weights.query?.[0] ?? []).reduce((total, q) => total + q * q, 0);
        const [trainLoss, testLoss] = [run.curves.trainLoss.at(-1) as number, run.curves.testLoss.at(-1)];
        expect(ends[i]).toEqual({
          ...attentionOverlaps(run, task, seed),
          trainLoss,
          testLoss,
          descended: expect.closeTo(trainLoss + (0.005 * length) / n, 12),
        });
      }
    }
  });

  it("counts which start ends lower, by each loss, and which layers end by sense", () => {
    const options = { dimension: d, alpha: 2, replicates: 6, steps: 500, seed: 6 };
    const ends = unwrap(attentionRun({ ...options, starts: ["semantic", "positional", "random"] }));
    for (const loss of ["descended", "trainLoss", "testLoss"] as const) {
      const lower = ends.semantic.filter((end, i) => end[loss] < (ends.positional[i]?.[loss] as number));
      expect(ends.lower[loss]).toBe(lower.length);
    }
    for (const start of ["semantic", "positional", "random"] as const)
      expect(ends.bySense[start]).toBe(ends[start].filter((end) => end.semantic > end.positional).length);
    expect(unwrap(attentionRun({ ...options, starts: ["semantic"] })).lower.descended).toBe(0);
  });

  it("gives the published train error, which has the decay in it", { tags: ["slow"] }, () => {
    const { semantic } = unwrap(attentionRun({ dimension: d, alpha: 1.5, replicates: 40, steps: 5000, seed: 5 }));
    const published = 0.003563; // results_scaling.csv of their code, d 23, semantic start: attention_train_error over d
    const away = (loss: "descended" | "trainLoss") => {
      const values = semantic.map((end) => (end[loss] * n) / d);
      const mean = values.reduce((total, value) => total + value, 0) / values.length;
      const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
      return off({ mean, standardError: Math.sqrt(variance / values.length) }, published);
    };
    expect(away("descended")).toBeLessThan(farthest());
    expect(away("trainLoss")).toBeGreaterThan(farthest());
  });

  it("refuses what it cannot do, by name", () => {
    const options = { dimension: d, alpha: 1, replicates: 1, seed: 1 };
    expect(() => attentionRun({ ...options, alpha: 0 })).toThrow(/^attentionRun: alpha 0, needs/);
    expect(() => attentionRun({ ...options, starts: ["here" as "random"] })).toThrow(/^attentionRun: .*here/);
    expect(() => attentionRun({ ...options, replicates: 0 })).toThrow(/^attentionRun: replicates/);
  });
});
