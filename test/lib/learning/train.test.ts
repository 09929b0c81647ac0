import { unwrap } from "@emergence/lib/core";
import {
  adamW,
  addition,
  digits,
  inductionAttention,
  mlp,
  modularArithmetic,
  quadraticMlp,
  sgd,
  sparseParity,
  type Trained,
  type TrainOptions,
  tinyTransformer,
  train,
  trainRun,
} from "@emergence/lib/learning";
import { describe, expect, it } from "vitest";
import { runs } from "./specimens";

const trained = (options: TrainOptions): Trained => unwrap(trainRun(options)) as Trained;
const small = runs["squares, squared error, adamW"] as TrainOptions;

describe.each(Object.entries(runs))("train: %s", (_, options) => {
  it("gives the same weights and curves for the same seed, others for another", () => {
    const { hash, curves } = trained(options);
    const again = trained(options);
    expect(again.hash).toBe(hash);
    expect(again.curves).toEqual(curves);
    expect(trained({ ...options, seed: 77 }).hash).not.toBe(hash);
  });

  it("gives the same weights after a break, by way of JSON", () => {
    const run = train({ ...options, record: 13 });
    for (const { step } of run) if (step === 13) break;
    const from = JSON.parse(JSON.stringify(run.save()));
    expect(from.step).toBe(13);
    const whole = trained({ ...options, record: 13 });
    const resumed = trained({ ...options, record: 13, from });
    expect(resumed.hash).toBe(whole.hash);
    expect(resumed.curves).toEqual(whole.curves);
  });

  it("gives the same weights and curves on the plain path, to the last bit", () => {
    const [simd, plain] = (["simd", "plain"] as const).map((path) => trained({ ...options, path }));
    expect([simd?.path, plain?.path]).toEqual(["simd", "plain"]);
    expect(plain?.hash).toBe(simd?.hash);
    expect(plain?.weights).toEqual(simd?.weights);
    expect(plain?.curves).toEqual(simd?.curves);
  });

  it("is not disturbed by another run in between", () => {
    const run = train({ ...options, record: 5 });
    for (const _ of run) trained({ ...small, steps: 3 });
    expect((run.result() as Trained).hash).toBe(trained({ ...options, record: 5 }).hash);
  });

  it("learns something", () => {
    const { trainLoss } = trained(options).curves;
    expect(trainLoss.at(-1)).toBeLessThan(trainLoss[0] as number);
  });
});

describe("train", () => {
  it("may be left by a loop and taken up by another", () => {
    const run = train({ ...small, record: 10 });
    for (const { step } of run) if (step === 10) break;
    expect(Array.from(run, ({ step }) => step)).toEqual([20, 30]);
    expect((run.result() as Trained).hash).toBe(trained(small).hash);
  });

  it("gives the weights that it gave on the processors where these hashes were taken", () => {
    const common = { record: 200, seed: 1 };
    const optimizer = adamW({ rate: 0.01, decay: 0.6, beta2: 0.98 });
    const adds = {
      model: quadraticMlp({ width: 128 }),
      task: modularArithmetic({ modulus: 31 }),
      optimizer,
      steps: 200,
    };
    expect(trained({ ...common, ...adds }).hash).toBe("d06fdd778e8397c7");
    const reads = { model: tinyTransformer({ width: 16 }), task: addition({ digits: 3 }), steps: 20 };
    expect(trained({ ...common, ...reads, optimizer: adamW({ rate: 0.005 }) }).hash).toBe("01807969a6d7a829");
  });

  it("goes on beyond the steps first asked for", () => {
    const run = train({ ...small, steps: 10 });
    for (const _ of run);
    expect(trained({ ...small, from: run.save() }).hash).toBe(trained(small).hash);
  });

  it("scores at the start, the end and when it is asked to", () => {
    expect(trained({ ...small, record: 7 }).curves.step).toEqual([0, 7, 14, 21, 28, 30]);
    expect(trained({ ...small, record: [1, 2, 29] }).curves.step).toEqual([0, 1, 2, 29, 30]);
  });

  it("stops once an accuracy is reached", () => {
    const run = trained({ ...small, steps: 5000, record: 20, untilAccuracy: 0.5 });
    expect(run.curves.testAccuracy.at(-1)).toBeGreaterThanOrEqual(0.5);
    expect(run.step).toBe(run.curves.step.at(-1));
    expect(run.curves.testAccuracy.slice(0, -1).every((accuracy) => accuracy < 0.5)).toBe(true);
  });

  it("says so if it diverges, with the curves that lead there", () => {
    const result = trainRun({ ...small, optimizer: sgd({ rate: 1000 }), steps: 100, record: 1 });
    expect(result.kind).toBe("failed");
    if (result.kind !== "failed") return;
    expect(result.reason).toMatch(/^trainRun: diverged by step \d+: .* try a smaller rate than 1000/);
    expect(result.step).toBeLessThan(100);
    expect(result.curves.step.length).toBe(result.step + 1);
  });

  it("says so too where a relu hides from the loss that weights are no numbers", () => {
    const options = runs["relu, classes of images"] as TrainOptions;
    const run = train({ ...options, optimizer: sgd({ rate: 1e37 }), steps: 50, record: 50 });
    for (const _ of run);
    expect(run.result()).toMatchObject({ kind: "failed", reason: expect.stringContaining("no finite numbers") });
    expect(() => train({ ...options, steps: 50, optimizer: sgd({ rate: 1e37 }), from: run.save() })).toThrow(
      /from\.weights\[\d+\] is (NaN|-?Infinity)/,
    );
  });

  it("goes on from any moment, also one between scores", () => {
    const run = train({ ...small, record: [7, 8] });
    run.next();
    run.next();
    const early = run.save();
    expect(early.step).toBe(7);
    expect(trained({ ...small, from: early }).hash).toBe(trained(small).hash);
  });

  it("reports how many targets are met, and the mean output at the right class", () => {
    const { curves } = trained(small);
    expect(curves.testExact).toEqual(curves.testAccuracy);
    expect(curves.testRight.length).toBe(curves.step.length);
  });

  it("refuses what it cannot do, and says what it needs", () => {
    const saved = train(small).save();
    const cases: [Partial<TrainOptions>, RegExp][] = [
      [{ batch: 0 }, /train: batch 0, needs a whole number from 1/],
      [{ batch: 174 }, /train: batch 174, needs at most 173, the number of training examples/],
      [{ steps: 0 }, /train: steps 0, needs a whole number from 1/],
      [{ record: 0 }, /train: record 0, needs a whole number from 1/],
      [{ record: [3, 2] }, /train: record\[1\] 2, needs finite numbers in increasing order/],
      [{ model: "mlp" as never }, /train: model "mlp" \(text\), needs an object/],
      [
        { model: { kind: "cnn" } as never },
        /train: model of kind "cnn" \(text\), needs what mlp, quadraticMlp, .* returns/,
      ],
      [{ model: { ...quadraticMlp({ width: 8 }), width: -1 } }, /train: model: quadraticMlp: width -1, needs/],
      [{ model: runs["an autoencoder"]?.model as never }, /train: an autoencoder on a task of tokens/],
      [
        { model: tinyTransformer({ width: 8 }), task: sparseParity() },
        /train: tinyTransformer on a task without tokens, needs/,
      ],
      [{ model: inductionAttention() }, /train: inductionAttention on another task, needs markovChains/],
      [{ model: mlp({ widths: [4096, 4096] }) }, /train: a network of \d+ weights, needs at most 16777216/],
      [
        { task: sparseParity({ bits: 1024 }), model: mlp({ widths: [2] }), batch: 1e6 },
        /train: batch 1000000 of 1024 numbers each, needs at most 97656/,
      ],
      [
        {
          model: runs["an autoencoder"]?.model as never,
          task: runs["an autoencoder"]?.task as never,
          untilAccuracy: 1,
        },
        /train: untilAccuracy 1 for targets that are numbers/,
      ],
      [{ task: digits({ images: [[1], [2]] }) }, /train: digits without labels for model quadraticMlp, needs labels/],
      [{ from: { ...saved, kind: "no" as never } }, /train: from is no saved training/],
      [{ from: saved, seed: 2 }, /train: from is a run of .*, needs one of/],
      [{ from: { ...saved, weights: [1] } }, /train: from.weights holds 1 numbers, needs \d+/],
      [{ from: { ...saved, step: 31 } }, /train: from.step 31, needs a whole number from 0 to 30/],
    ];
    for (const [change, message] of cases) expect(() => train({ ...small, ...change })).toThrow(message);
    expect(() => digits({ images: [[1], [2]], labels: [0, 256] })).toThrow(
      "digits: labels[1] 256, needs a whole number from 0 to 255",
    );
    expect(() => digits({ images: [[1], [2]], labels: [0] })).toThrow("digits: 2 images but 1 labels");
    expect(() => sparseParity({ bits: 1024, examples: 1e6 })).toThrow(
      "sparseParity: examples 1000000 of 1024 numbers each",
    );
    expect(() => adamW({ rate: -1 })).toThrow("adamW: rate -1, needs a finite number above 0");
    expect(() => modularArithmetic({ modulus: 9, operation: "divide" })).toThrow(
      'modulus 9 with operation "divide", needs a prime',
    );
  });
});
