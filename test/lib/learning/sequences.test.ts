import { unwrap } from "@emergence/lib/core";
import {
  adamW,
  addition,
  distanceWeights,
  examplesOf,
  inductionAttention,
  lossByPosition,
  markovChains,
  markovLines,
  mlp,
  outputs,
  sgd,
  sparseParity,
  type Trained,
  tinyTransformer,
  train,
  trainRun,
} from "@emergence/lib/learning";
import { describe, expect, it } from "vitest";

describe("addition", () => {
  it("writes sums least digit first, and asks for each digit after the ones before it", () => {
    const { train, test } = examplesOf(addition({ digits: 3 }), 1);
    expect([train.inputs.length, test.inputs.length]).toEqual([1000, 1000]);
    const read = (digits: readonly number[]) => Number([...digits].reverse().join(""));
    test.inputs.forEach((tokens, i) => {
      expect(tokens.length).toBe(11);
      expect([tokens[3], tokens[7]]).toEqual([10, 11]);
      const sum = test.targets[i] as number[];
      expect(read(tokens.slice(0, 3)) + read(tokens.slice(4, 7))).toBe(read(sum));
      expect(tokens.slice(8)).toEqual(sum.slice(0, 3));
    });
  });

  it("is learned exactly by a transformer of 13,504 weights", { tags: ["slow"] }, () => {
    // In eight other seeds at this width, every sum of the test was right at the end.
    const run = unwrap(
      trainRun({
        model: tinyTransformer({ width: 32 }),
        task: addition({ digits: 4 }),
        optimizer: adamW({ rate: 0.005, beta2: 0.98, warmup: 100, finalRate: 0.1 }),
        steps: 2000,
        record: 100,
        untilAccuracy: 0.9999,
        seed: 11,
      }),
    ) as Trained;
    const count = Object.values(run.weights).reduce((sum, rows) => sum + rows.length * (rows[0]?.length ?? 0), 0);
    expect(count).toBe(13_504);
    expect(run.curves.testExact.at(-1)).toBeGreaterThan(0.99);
    // A whole sum is right less often than a digit.
    run.curves.testExact.forEach((exact, i) => {
      expect(exact).toBeLessThanOrEqual(run.curves.testAccuracy[i] as number);
    });
  });
});

describe("markovChains", () => {
  const { test } = examplesOf(markovChains({ testExamples: 4000, length: 200 }), 1);

  it("asks for the next symbol", () => {
    for (const [i, row] of test.inputs.entries()) expect(test.targets[i]?.slice(0, -1)).toEqual(row.slice(1));
  });

  it("has the entropies of its chains in the long run", () => {
    // Means over uniform rows: the bigram entropy is that of a uniform probability, 1/2 nat, weighted by the stationary distribution: .4809;
    // the unigram entropy is .5638 (by numerical integration). Counting costs (1/2) ln n / n per free probability, and more.
    const tail = 100;
    const { unigram, bigram } = markovLines(test.inputs, test.targets, 2);
    const shorter = markovLines(
      test.inputs.map((row) => row.slice(0, tail)),
      test.targets.map((row) => row.slice(0, tail)),
      2,
    );
    const late = { unigram: 2 * unigram - shorter.unigram, bigram: 2 * bigram - shorter.bigram };
    expect(late.bigram).toBeGreaterThan(0.4809);
    expect(late.bigram).toBeLessThan(0.4809 + 0.025);
    expect(late.unigram).toBeGreaterThan(0.5638 - 0.005);
    expect(late.unigram).toBeLessThan(0.5638 + 0.025);
    expect(shorter.bigram).toBeGreaterThan(bigram);
  });

  it("takes more states than two", () => {
    const { inputs, targets } = examplesOf(markovChains({ states: 4, testExamples: 500 }), 2).test;
    expect(new Set(inputs.flat())).toEqual(new Set([0, 1, 2, 3]));
    const { uniform, unigram, bigram } = markovLines(inputs, targets, 4);
    expect(bigram).toBeLessThan(unigram);
    expect(unigram).toBeLessThan(uniform);
  });

  it("gives the lines by place: the first guess after one symbol, the mean over places the whole", () => {
    const { inputs, targets } = examplesOf(markovChains({ testExamples: 300 }), 3).test;
    const { unigram, bigram, byPosition } = markovLines(inputs, targets, 2);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(byPosition.unigram).toHaveLength(100);
    expect(mean(byPosition.unigram)).toBeCloseTo(unigram, 12);
    expect(mean(byPosition.bigram)).toBeCloseTo(bigram, 12);
    expect(byPosition.bigram[0]).toBeCloseTo(Math.LN2, 12); // nothing has followed anything yet
    const stays = mean(inputs.map((row, i) => Number(row[0] === targets[i]?.[0])));
    expect(byPosition.unigram[0]).toBeCloseTo(-stays * Math.log(2 / 3) - (1 - stays) * Math.log(1 / 3), 12);
    expect(() => markovLines([[0, 1], [1]], [[1, 0], [1]], 2)).toThrow("markovLines: sequences[1] has 1 numbers");
  });

  it("has a loss at each place, whose mean is the loss of the run", () => {
    const task = markovChains({ testExamples: 50 });
    const { inputs, targets } = examplesOf(task, 4).test;
    const options = { model: inductionAttention(), task, optimizer: sgd({ rate: 1, clip: 1 }), steps: 20, record: 20 };
    const run = unwrap(trainRun({ ...options, seed: 4 })) as Trained;
    const byPlace = lossByPosition(run, inputs, targets);
    const mean = byPlace.reduce((sum, value) => sum + value, 0) / byPlace.length;
    expect(Math.abs(mean - (run.curves.testLoss.at(-1) as number))).toBeLessThan(1e-6);
    const indifferent = { ...run, weights: { ...run.weights, matrix: [0, 0].map(() => [0, 0]) } };
    for (const loss of lossByPosition(indifferent, inputs, targets)) expect(loss).toBeCloseTo(Math.LN2, 12);
    expect(() => lossByPosition(run, inputs, targets.slice(1))).toThrow("lossByPosition: 50 inputs but 49 targets");
    expect(() => lossByPosition(run, [], [])).toThrow("lossByPosition: targets is empty");
    const wrong = targets.map((row) => row.map(() => 2));
    expect(() => lossByPosition(run, inputs, wrong)).toThrow("lossByPosition: targets[0][0]");
  });

  it("is learned in context by a transformer of two layers: past the unigram line, near the bigram line", {
    tags: ["slow"],
  }, () => {
    const task = markovChains();
    const { inputs, targets } = examplesOf(task, 21).test;
    const { unigram, bigram } = markovLines(inputs, targets, 2);
    const run = unwrap(
      trainRun({
        model: tinyTransformer({ width: 16, layers: 2, heads: 1 }),
        task,
        optimizer: adamW({ rate: 0.01, beta2: 0.98 }),
        steps: 600,
        batch: 32,
        record: 600,
        seed: 21,
      }),
    ) as Trained;
    const loss = run.curves.testLoss.at(-1) as number;
    expect(loss).toBeLessThan((unigram + bigram) / 2);
    expect(loss).toBeGreaterThan(bigram - 0.002); // the Bayes optimum, but for the scatter of what was learned on these sequences
  });
});

describe("inductionAttention", () => {
  it("comes to look one symbol back, crosses the unigram line, and stops short of the bigram line", {
    tags: ["slow"],
  }, () => {
    // Five other seeds: weight on distance 1 .010, .015 (100), .23 (400), .47 (600), .757 (1,600); the loss ends some 40 % of the way.
    const task = markovChains();
    const { inputs, targets } = examplesOf(task, 31).test;
    const { unigram, bigram } = markovLines(inputs, targets, 2);
    const optimizer = sgd({ rate: 1, clip: 1 });
    const run = train({
      model: inductionAttention(),
      task,
      optimizer,
      steps: 600,
      batch: 64,
      record: [100, 400],
      seed: 31,
    });
    const back = Array.from(run, () => distanceWeights(unwrap(run.result()) as Trained)[1] as number);
    for (const [i, weight] of [0.01, 0.015, 0.23, 0.47].entries()) {
      expect(Math.abs((back[i] as number) / weight - 1)).toBeLessThan(0.15);
    }
    const losses = (unwrap(run.result()) as Trained).curves.testLoss;
    expect(losses[1]).toBeGreaterThan(unigram);
    expect(losses[3]).toBeLessThan(unigram);
    expect(losses[3]).toBeGreaterThan((unigram + bigram) / 2);
  });

  it("is an induction head at its solution: logits count what has followed the present symbol", () => {
    const length = 12;
    const { inputs } = examplesOf(markovChains({ length, states: 3, testExamples: 5 }), 1).test;
    const far = Array.from({ length }, (_, s) => (s === 1 ? 60 : 0));
    const network = {
      model: inductionAttention(),
      input: { kind: "tokens", positions: length, vocabulary: 3 },
      output: { kind: "classes", groups: length, classes: 3 },
      weights: { distances: [far], matrix: [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0))) },
    } as const;
    outputs(network, inputs).forEach((row, i) => {
      const x = inputs[i] as number[];
      for (let t = 0; t < length; t++) {
        for (let c = 0; c < 3; c++) {
          // The first symbol has nothing before it, and counts itself.
          const pairs = x.slice(0, t + 1).filter((symbol, u) => symbol === c && x[Math.max(0, u - 1)] === x[t]);
          expect(row[3 * t + c]).toBeCloseTo(pairs.length, 6);
        }
      }
    });
  });
});

describe("sparseParity", () => {
  it("is all or none from fresh strings: accuracies in two heaps, 7/8 and 1", { tags: ["slow"] }, () => {
    // At width 5, 39 of 50 other seeds reached 99 %, and none of 500 runs ended between .93 and .99.
    const ends = Array.from({ length: 20 }, (_, i) => {
      const optimizer = adamW({ rate: 0.01, beta2: 0.98, decay: 0.01 });
      const options = { model: mlp({ widths: [5] }), task: sparseParity(), optimizer, steps: 2000, record: 2000 };
      return (unwrap(trainRun({ ...options, seed: 301 + i })) as Trained).curves.testAccuracy.at(-1) as number;
    });
    expect(ends.filter((end) => end > 0.93 && end < 0.99)).toEqual([]);
    const met = ends.filter((end) => end >= 0.99).length;
    expect(met).toBeGreaterThanOrEqual(8); // of 20 at a rate of .78, fewer once in ten thousand choices of seeds
  });
});
