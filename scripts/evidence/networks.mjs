// Cases of small networks: two units, a phone book, images, attention, and those of two more files.
import { digitImages } from "@emergence/data";
import { unwrap } from "@emergence/lib/core";
import * as learning from "@emergence/lib/learning";
import { random } from "@emergence/lib/stats";
import { loggedNetworks } from "./loggedNetworks.mjs";
import { across, at, mean, median, network, overSeeds, range, sum, weighed } from "./parts.mjs";
import { watchedNetworks } from "./watchedNetworks.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

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
      note: `40 networks that start a millionth apart. The objective asks for the answers; it does not ask who does what. ${weighed} Signed order: first weight less second over the sum of their sizes.`,
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
      note: `Five networks of each width recall the numbers they were taught. ${weighed} Chance: six digits guessed.`,
    },
    curve: {
      ...overSeeds(widths, exact),
      smooth: across(last("testLoss")).map((all) => -mean(all)),
      loss: across(last("trainLoss")).map(mean),
    },
    seeds: exact,
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
      note: `Five autoencoders of each width, held-out images; the price is what half of the images meet at a width of 16, as ordered in the notebook. The objective lowers the very error that the price is set on: taught. ${weighed}`,
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
      note: `60 pairs at dimension 56, one started at meaning and one at place, 2,000 steps. The loss that is compared is the loss that descends: taught. ${weighed} Seeds: that lead, pair by pair. Structure: overlap with the meaning, from its start. Chance: a coin.`,
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

const { grokking, ...context } = watchedNetworks;
const trainedHere = { "phone-book": book, digits: images, attention };

export const networks = { "two-units": fork, grokking, ...loggedNetworks, ...trainedHere, ...context };
