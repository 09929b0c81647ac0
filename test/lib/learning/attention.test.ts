import { unwrap } from "@emergence/lib/core";
import {
  attentionOverlaps,
  dotProductAttention,
  modularArithmetic,
  positionalSemantic,
  sgd,
  type Trained,
  trainRun,
} from "@emergence/lib/learning";
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
