import { adamW, modularArithmetic, quadraticMlp, type TrainOptions, trainRun } from "@emergence/lib/learning";
import { describe, expect, it } from "vitest";

/** Every step while the training pairs are learned, then every twentieth. */
const record = [...Array.from({ length: 100 }, (_, i) => i), ...Array.from({ length: 300 }, (_, i) => 100 + 20 * i)];

const recipe = (seed: number): TrainOptions => ({
  model: quadraticMlp({ width: 128 }),
  task: modularArithmetic({ modulus: 31, trainShare: 0.4 }),
  optimizer: adamW({ rate: 0.01, decay: 0.6, beta2: 0.98 }),
  steps: 6000,
  record,
  untilAccuracy: 0.99,
  seed,
});

/** The first step at which an accuracy of 99 % is read. */
const reached = (step: readonly number[], accuracy: readonly number[]) =>
  step[accuracy.findIndex((value) => value >= 0.99)];

describe("modular addition, p = 31, width 128, 40 % of the pairs, decay .6", () => {
  // Fifty other seeds: training at 42 to 71 steps, the rest at 1,700 to 4,240. Each seed here is one that was not among them.
  it.each([101, 102, 103])(
    "generalizes at least ten times later than it memorizes: seed %i",
    { tags: ["slow"] },
    (seed) => {
      const { curves } = trainRun(recipe(seed));
      const memorized = reached(curves.step, curves.trainAccuracy) as number;
      const generalized = reached(curves.step, curves.testAccuracy) as number;
      expect(memorized).toBeLessThan(100);
      expect(generalized).toBeGreaterThanOrEqual(10 * memorized);
      // While it has only memorized, it does not do better than chance.
      const early = curves.testAccuracy[curves.step.indexOf(memorized)] as number;
      expect(early).toBeLessThan(1 / 31);
    },
  );

  it("never generalizes without decay, nor on 30 % of the pairs", { tags: ["slow"] }, () => {
    const { task, optimizer, ...rest } = recipe(101);
    const controls = [
      trainRun({ ...rest, task, optimizer: adamW({ ...strip(optimizer), decay: 0 }) }),
      trainRun({ ...rest, task: modularArithmetic({ modulus: 31, trainShare: 0.3 }), optimizer }),
    ];
    for (const { curves } of controls) {
      expect(curves.trainAccuracy.at(-1)).toBe(1);
      expect(Math.max(...curves.testAccuracy)).toBeLessThan(0.5); // at most .32 after 9,000 steps, in forty other seeds of each
    }
  });
});

function strip({ kind: _, ...options }: TrainOptions["optimizer"]) {
  return options;
}
