// Cases of small networks that are looked into while they train: grokking, learning in context.
import { unwrap } from "@emergence/lib/core";
import * as learning from "@emergence/lib/learning";
import { at, mean, network, overSeeds, range, weighed } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

/** Held-out pairs of one grokking net by step, of all and by thirds of the answers; its waves; its losses. */
function grokked(/** @type {number} */ seed) {
  const task = learning.modularArithmetic({ modulus: 31, trainShare: 0.4, seed });
  const optimizer = learning.adamW({ rate: 0.01, decay: 0.6, beta2: 0.98 });
  const record = range(25).map((i) => Math.round(10 * 600 ** (i / 24)));
  const model = learning.quadraticMlp({ width: 128 });
  const training = learning.train({ model, task, optimizer, record, steps: 6000, seed });
  const { inputs, targets } = learning.examplesOf(task, seed).test;
  return Array.from(training, ({ step, train, test }) => {
    const net = unwrap(training.result());
    const hits = learning.outputs(net, inputs).map((scores, i) => ({
      answer: Number(at(targets, i)),
      right: Number(
        scores.every((score, c) => c === Number(at(targets, i)) || score < at(scores, Number(at(targets, i)))),
      ),
    }));
    const thirds = range(3).map((third) =>
      mean(hits.filter(({ answer }) => Math.floor((3 * answer) / 31) === third).map(({ right }) => right)),
    );
    const wave = learning.fourierPower(at([net.weights.input ?? []], 0).slice(0, 31)).meanShare;
    return {
      step,
      accuracy: test.accuracy ?? Number.NaN,
      right: test.right ?? Number.NaN,
      loss: train.loss,
      thirds,
      wave,
    };
  }).slice(1);
}

/** @returns {Case} */
function grokking() {
  const runs = range(5).map((i) => grokked(i + 1));
  const steps = at(runs, 0).map(({ step }) => step);
  const by = (/** @type {(one: ReturnType<typeof grokked>[number]) => number} */ of) =>
    range(steps.length).map((i) => mean(runs.map((run) => of(at(run, i)))));
  const seeds = runs.map((run) => run.map(({ accuracy }) => accuracy));
  return {
    about: {
      ...{ id: "grokking", name: "Grokking", ...network, taught: true, scaleName: "step", logScale: true },
      ...{ metric: "held-out accuracy", chance: 1 / 31, smoothMetric: "mean score of the right answer" },
      ...{ notebook: "05-grokking", from: "train, fourierPower" },
      note: `Addition modulo 31, 40 percent of the pairs, five seeds; held-out pairs of the very task that is trained. ${weighed} Tasks: held-out pairs by thirds of their answers. Structure: share of power in each neuron's strongest wave. Loss: on the pairs it learns.`,
    },
    curve: { ...overSeeds(steps, seeds), smooth: by(({ right }) => right), loss: by(({ loss }) => loss) },
    seeds,
    tasks: range(3).map((third) => by(({ thirds }) => at(thirds, third))),
    structure: by(({ wave }) => wave),
  };
}

/** @returns {Case} */
function context() {
  const task = learning.markovChains({ testExamples: 1000, seed: 11 });
  const { inputs, targets } = learning.examplesOf(task, 1).test;
  const { unigram, bigram } = learning.markovLines(inputs, targets, 2);
  const record = range(32).map((i) => 50 * (i + 1));
  const plan = {
    model: learning.inductionAttention(),
    task,
    optimizer: learning.sgd({ rate: 1, clip: 1 }),
    steps: 1600,
    record,
  };
  const runs = range(5).map((i) => {
    const training = learning.train({ ...plan, seed: i + 1 });
    return Array.from(training, ({ step, train, test }) => {
      const net = unwrap(training.result());
      const places = learning.lossByPosition(net, inputs, targets);
      const parts = [10, 30, 60].map((from, k) => -mean(places.slice(from, at([30, 60, 100], k))));
      return { step, test: test.loss, train: train.loss, look: at(learning.distanceWeights(net), 1), parts };
    }).slice(-32);
  });
  const way = (/** @type {number} */ loss) => (unigram - loss) / (unigram - bigram);
  const by = (/** @type {(one: { train: number, test: number, look: number, parts: number[] }) => number} */ of) =>
    range(32).map((i) => mean(runs.map((run) => of(at(run, i)))));
  const seeds = runs.map((run) => run.map(({ test }) => way(test)));
  return {
    about: {
      ...{
        id: "in-context-live",
        name: "Learning in context, live",
        ...network,
        taught: true,
        scaleName: "step",
        logScale: true,
      },
      ...{
        metric: "way from the unigram line to the bigram line",
        chance: 0,
        smoothMetric: "minus loss (nats per symbol)",
      },
      ...{ notebook: "11-in-context-learning", from: "train, markovLines" },
      note: `Five networks of 104 numbers. 0: as good as counting symbols, 1: as counting pairs. Every training sequence asks for this: taught. ${weighed} Tasks: minus the loss at places 11 to 30, 31 to 60, 61 to 100. Structure: weight on the symbol before. Loss: of the training batch.`,
    },
    curve: { ...overSeeds(record, seeds), smooth: by(({ test }) => -test), loss: by(({ train }) => train) },
    seeds,
    tasks: range(3).map((part) => by(({ parts }) => at(parts, part))),
    structure: by(({ look }) => look),
  };
}

export const watchedNetworks = { grokking, "in-context-live": context };
