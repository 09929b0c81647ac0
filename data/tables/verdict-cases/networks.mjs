// Cases of small networks: two units, grokking, parity, a phone book, addition, images, attention, learning in context.
import { digitImages, load } from "@emergence/data";
import { unwrap } from "@emergence/lib/core";
import * as learning from "@emergence/lib/learning";
import { random } from "@emergence/lib/stats";
import { across, at, mean, median, overSeeds, range, sum } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

const network = /** @type {const} */ ({ subject: "network", observable: "behavior", interacting: true });
const coupled = "Units are coupled by the weights.";

const trained = (/** @type {import("@emergence/lib/learning").TrainOptions} */ options) =>
  unwrap(learning.trainRun(options));

/** Two units that learn what two others do, forty times: steps, and by step difference of weights, and loss. */
function forks() {
  const answer = (/** @type {number[]} */ net, /** @type {number} */ x) =>
    sum(net.map((weight) => Math.tanh(weight * x)));
  return range(40).map((i) => {
    const { normal } = random(i + 1);
    const inputs = range(50).map(() => 2 * normal());
    const first = Math.abs(normal());
    let student = [first, first + 1e-6 * normal()];
    return range(300).map(() => {
      const errors = inputs.map((x) => answer(student, x) - answer([3, 0.3], x));
      const order = (at(student, 0) - at(student, 1)) / sum(student.map(Math.abs));
      student = student.map((w) => w - mean(inputs.map((x, j) => (at(errors, j) * x) / Math.cosh(w * x) ** 2)));
      return { order, loss: mean(errors.map((error) => error ** 2)) };
    });
  });
}

/** @returns {Case} */
function fork() {
  const steps = [...range(29).map((i) => 10 * (i + 1)), 299];
  const runs = forks();
  const seeds = runs.map((run) => steps.map((step) => Math.abs(at(run, step).order)));
  const losses = runs.map((run) => steps.map((step) => at(run, step).loss));
  return {
    about: {
      ...{
        id: "two-units",
        name: "Two units part",
        ...network,
        observable: "attribute",
        taught: false,
        scaleName: "step",
        logScale: false,
      },
      ...{ metric: "difference of weights over their sum", chance: 0, smoothMetric: "minus squared error (mean)" },
      ...{ units: 2, notebook: "01-more-is-different", from: "the notebook's rule, run anew" },
      note: `40 networks that start a millionth apart. The objective asks for the answers; it does not ask who does what. ${coupled} Signed order: first weight less second over the sum of their sizes.`,
    },
    curve: {
      ...overSeeds(steps, seeds),
      smooth: across(losses).map((all) => -mean(all)),
      loss: across(losses).map(mean),
    },
    seeds,
    symmetry: runs.map((run) => at(run, 299).order),
  };
}

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
      note: `Addition modulo 31, 40 percent of the pairs, five seeds; held-out pairs of the very task that is trained. ${coupled} Tasks: held-out pairs by thirds of their answers. Structure: share of power in each neuron's strongest wave. Loss: on the pairs it learns.`,
    },
    curve: { ...overSeeds(steps, seeds), smooth: by(({ right }) => right), loss: by(({ loss }) => loss) },
    seeds,
    tasks: range(3).map((third) => by(({ thirds }) => at(thirds, third))),
    structure: by(({ wave }) => wave),
  };
}

/** @returns {Case} */
function moduli() {
  const rows = load("grokking-seeds").filter((row) => row.step > 0);
  const steps = [...new Set(rows.map((row) => row.step))];
  const runs = [...new Set(rows.map((row) => row.run))];
  const of = new Map(rows.map((row) => [`${row.run} ${row.step}`, row]));
  const all = steps.map((step) => runs.map((run) => /** @type {typeof rows[number]} */ (of.get(`${run} ${step}`))));
  return {
    about: {
      ...{
        id: "modular-addition",
        name: "Modular addition, 450 networks",
        ...network,
        taught: true,
        scaleName: "step",
      },
      ...{ logScale: true, metric: "share of networks with held-out loss below .001", chance: 0 },
      ...{ smoothMetric: "minus logarithm of held-out loss (mean)", notebook: "05-luck-again", from: "grokking-seeds" },
      note: `Held-out pairs of the very task that is trained. ${coupled} Seeds: minus the base-10 logarithm of the held-out loss, the first sixty networks. Loss: on the pairs they learn.`,
    },
    curve: {
      scale: steps,
      score: all.map((some) => mean(some.map(({ testLoss }) => Number(testLoss < 0.001)))),
      trials: all.map((some) => some.length),
      smooth: all.map((some) => -mean(some.map(({ testLoss }) => Math.log(testLoss)))),
      loss: all.map((some) => mean(some.map(({ trainLoss }) => trainLoss))),
    },
    seeds: across(all.map((some) => some.slice(0, 60).map(({ testLoss }) => -Math.log10(testLoss)))),
  };
}

/**
 * Sparse parity in the published nets, over one of two scales.
 * @param {{ id: string, name: string, over: "width" | "examples", setting: { examples?: number, width?: number, weightDecay: number } }} which
 * @returns {Case}
 */
function luck({ id, name, over, setting }) {
  const rows = load("parity-seeds").filter((row) =>
    /** @type {(keyof typeof setting)[]} */ (Object.keys(setting)).every((key) => row[key] === setting[key]),
  );
  const scale = [...new Set(rows.map((row) => row[over]))].sort((a, b) => a - b);
  const losses = scale.map((size) => rows.filter((row) => row[over] === size).map((row) => row.leastTestLoss));
  const fixed = Object.entries(setting).map(([key, value]) => `${key === "weightDecay" ? "decay" : key} ${value}`);
  return {
    about: {
      ...{
        id,
        name,
        ...network,
        taught: true,
        scaleName: over === "width" ? "width (neurons)" : "examples",
        logScale: true,
      },
      ...{
        metric: "share of networks with a test loss below .1",
        chance: 0,
        smoothMetric: "minus least test loss (mean)",
      },
      ...{ notebook: "09-luck-of-the-seed", from: "parity-seeds" },
      note: `Nine networks at each size (${fixed.join(", ")}); the least test loss of the training. Held-out examples of the very task that is trained. ${coupled} Seeds: minus its base-10 logarithm.`,
    },
    curve: {
      scale,
      score: losses.map((some) => mean(some.map((loss) => Number(loss < 0.1)))),
      trials: losses.map((some) => some.length),
      smooth: losses.map((some) => -mean(some)),
    },
    seeds: across(losses.map((some) => some.map((loss) => -Math.log10(loss)))),
  };
}

/** @returns {Case} */
function book() {
  const widths = [2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91];
  const plan = {
    task: learning.phoneBook(),
    optimizer: learning.adamW({ rate: 0.01, decay: 0, finalRate: 0 }),
    steps: 800,
  };
  const nets = range(5).map((seed) =>
    widths.map(
      (width) => trained({ ...plan, model: learning.mlp({ widths: [width] }), record: 800, seed: seed + 1 }).curves,
    ),
  );
  const last = (/** @type {"testExact" | "testAccuracy" | "testLoss" | "trainLoss"} */ of) =>
    nets.map((row) => row.map((curves) => at(curves[of], curves[of].length - 1)));
  const exact = last("testExact");
  return {
    about: {
      ...{
        id: "phone-book",
        name: "Phone book",
        ...network,
        taught: true,
        scaleName: "width (neurons)",
        logScale: true,
      },
      ...{ metric: "whole numbers right", chance: 1e-6, smoothMetric: "minus loss of a digit (mean)" },
      ...{ notebook: "10-emergence-on-demand", from: "phoneBook, trainRun" },
      note: `Five networks of each width recall the numbers they were taught. ${coupled} Chance: six digits guessed.`,
    },
    curve: {
      ...overSeeds(widths, exact),
      smooth: across(last("testLoss")).map((all) => -mean(all)),
      loss: across(last("trainLoss")).map(mean),
    },
    seeds: exact,
  };
}

/** Answers of the adders of the two tables, of one width, seed by seed. */
function adders(/** @type {number} */ width) {
  const answers = load("addition-answers").filter((row) => row.width === width);
  const places = load("addition-positions").filter((row) => row.width === width);
  return [...new Set(answers.map((row) => row.seed))].map((seed) => ({
    whole: answers.filter((row) => row.seed === seed),
    places: range(9).map((place) => places.filter((row) => row.seed === seed && row.position === place)),
  }));
}

const sumNote = `Sums of eight digits that it was not taught, of the very task that is trained. ${coupled} Smooth: the nine tokens' log-probabilities, summed.`;
const sums = {
  ...network,
  ...{
    taught: true,
    metric: "whole sums right",
    chance: 0.5 * 1e-8,
    smoothMetric: "log-probability of the sum (mean, nats)",
  },
};

/** @returns {Case} */
function additionSteps() {
  const nets = adders(32);
  const moments = range(25).map((i) => i + 1); // after step 0
  const steps = moments.map((i) => at(at(nets, 0).whole, i).step);
  const seeds = nets.map(({ whole }) => moments.map((i) => at(whole, i).exact));
  const place = (/** @type {number} */ p) =>
    moments.map((i) => mean(nets.map(({ places }) => at(at(places, p), i).right)));
  const logs = moments.map((i) =>
    mean(nets.map(({ places }) => sum(places.map((rows) => at(rows, i).logProbability)))),
  );
  return {
    about: {
      ...{
        id: "addition-steps",
        name: "Adding eight digits, by training",
        ...sums,
        scaleName: "step",
        logScale: false,
      },
      ...{ notebook: "10-addition", from: "addition-answers, addition-positions" },
      note: `Ten networks of width 32, the width that the notebook shows. ${sumNote} Tasks: each of the eight digits. Structure: the carry out of the first, which all digits take part in.`,
    },
    curve: {
      ...overSeeds(steps, seeds),
      smooth: logs,
      loss: moments.map((i) => mean(nets.map(({ whole }) => at(whole, i).loss))),
    },
    seeds,
    tasks: range(8).map(place),
    structure: place(8),
  };
}

/** The first five seeds, which all widths have. @returns {Case} */
function additionWidths() {
  const widths = [8, 16, 24, 32, 48];
  const nets = widths.map((width) => adders(width).slice(0, 5));
  const end = 25;
  const seeds = across(nets.map((some) => some.map(({ whole }) => at(whole, end).exact)));
  return {
    about: {
      ...{
        id: "addition-widths",
        name: "Adding eight digits, by width",
        ...sums,
        scaleName: "width (numbers)",
        logScale: true,
      },
      ...{ notebook: "10-addition", from: "addition-answers, addition-positions" },
      note: `Five networks of each width after 2,500 steps. ${sumNote}`,
    },
    curve: {
      ...overSeeds(widths, seeds),
      smooth: nets.map((some) =>
        mean(some.map(({ places }) => sum(places.map((rows) => at(rows, end).logProbability)))),
      ),
      loss: nets.map((some) => mean(some.map(({ whole }) => at(whole, end).loss))),
    },
    seeds,
  };
}

/** @returns {Case} */
function images() {
  const widths = [1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64];
  const drawn = digitImages();
  const task = learning.digits({ images: drawn.map((d) => d.pixels), labels: drawn.map((d) => d.digit) });
  const plan = { task, optimizer: learning.adam({ rate: 0.01, finalRate: 0 }), batch: 64, steps: 1260, record: 1260 };
  const errors = range(5).map((i) =>
    widths.map((width) => {
      const net = trained({ ...plan, model: learning.autoencoder({ width }), seed: i + 1 });
      const { inputs } = learning.examplesOf(task, i + 1).test;
      return learning.outputs(net, inputs).map((back, j) => sum(back.map((x, k) => (x - at(at(inputs, j), k)) ** 2)));
    }),
  );
  const bar = median(errors.flatMap((row) => at(row, widths.indexOf(16))));
  const seeds = errors.map((row) => row.map((all) => mean(all.map((error) => Number(error < bar)))));
  const smooth = across(errors.map((row) => row.map(mean))).map((all) => -mean(all));
  return {
    about: {
      ...{
        id: "digits",
        name: "Digits given back",
        ...network,
        taught: true,
        scaleName: "width (numbers in the code)",
      },
      ...{
        logScale: true,
        metric: "share given back within the price",
        chance: 0,
        smoothMetric: "minus squared error (mean)",
      },
      ...{ notebook: "10-emergence-on-demand", from: "autoencoder, trainRun" },
      note: `Five autoencoders of each width, held-out images; the price is what half of the images meet at a width of 16, as ordered in the notebook. The objective lowers the very error that the price is set on: taught. ${coupled}`,
    },
    curve: { ...overSeeds(widths, seeds), smooth, loss: smooth.map((one) => -one) },
    seeds,
  };
}

/** @returns {Case} */
function attention() {
  const scale = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5];
  const ends = scale.map((alpha, i) =>
    unwrap(learning.attentionRun({ dimension: 56, alpha, replicates: 60, seed: 13 + i })),
  );
  const gaps = ends.map(({ semantic, positional }) =>
    semantic.map((one, i) => at(positional, i).descended - one.descended),
  );
  return {
    about: {
      ...{
        id: "attention",
        name: "Attention turns to meaning",
        ...network,
        observable: "attribute",
        taught: true,
        scaleName: "examples per dimension",
      },
      ...{ logScale: false, metric: "share of pairs in which meaning ends lower", chance: 0.5 },
      ...{ smoothMetric: "lead of meaning in the loss (mean)", notebook: "13-phase-transitions", from: "attentionRun" },
      note: `60 pairs at dimension 56, one started at meaning and one at place, 2,000 steps. The loss that is compared is the loss that descends: taught. ${coupled} Seeds: that lead, pair by pair. Structure: overlap with the meaning, from its start. Chance: a coin.`,
    },
    curve: {
      scale,
      score: ends.map(({ lower }) => lower.descended / 60),
      trials: scale.map(() => 60),
      smooth: gaps.map(mean),
    },
    seeds: across(gaps),
    structure: ends.map(({ semantic }) => mean(semantic.map((end) => end.semantic))),
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
      note: `Five networks of 104 numbers. 0: as good as counting symbols, 1: as counting pairs. Every training sequence asks for this: taught. ${coupled} Tasks: minus the loss at places 11 to 30, 31 to 60, 61 to 100. Structure: weight on the symbol before. Loss: of the training batch.`,
    },
    curve: { ...overSeeds(record, seeds), smooth: by(({ test }) => -test), loss: by(({ train }) => train) },
    seeds,
    tasks: range(3).map((part) => by(({ parts }) => at(parts, part))),
    structure: by(({ look }) => look),
  };
}

const parities = {
  "parity-width": () =>
    luck({ id: "parity-width", name: "Parity, by width", over: "width", setting: { examples: 1250, weightDecay: 1 } }),
  "parity-width-inverse": () =>
    luck({
      id: "parity-width-inverse",
      name: "Parity, by width, small decay",
      over: "width",
      setting: { examples: 1250, weightDecay: 0.01 },
    }),
  "parity-examples": () =>
    luck({
      id: "parity-examples",
      name: "Parity, by examples",
      over: "examples",
      setting: { width: 16, weightDecay: 0.03 },
    }),
};
const adding = { "addition-steps": additionSteps, "addition-widths": additionWidths };
const rest = { "phone-book": book, digits: images, attention, "in-context-live": context };

export const networks = { "two-units": fork, grokking, "modular-addition": moduli, ...parities, ...adding, ...rest };
