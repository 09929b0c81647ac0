// Cases of small networks whose training stands in other tables: modular addition, parity, addition of eight digits.
import { load } from "@emergence/data";
import { across, at, mean, network, overSeeds, range, sum, weighed } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

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
      note: `Held-out pairs of the very task that is trained. ${weighed} Seeds: minus the base-10 logarithm of the held-out loss, the first sixty networks. Loss: on the pairs they learn.`,
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
      note: `Nine networks at each size (${fixed.join(", ")}); the least test loss of the training. Held-out examples of the very task that is trained. ${weighed} Seeds: minus its base-10 logarithm.`,
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

/** Answers of the adders of the two tables, of one width, seed by seed. */
function adders(/** @type {number} */ width) {
  const answers = load("addition-answers").filter((row) => row.width === width);
  const places = load("addition-positions").filter((row) => row.width === width);
  return [...new Set(answers.map((row) => row.seed))].map((seed) => ({
    whole: answers.filter((row) => row.seed === seed),
    places: range(9).map((place) => places.filter((row) => row.seed === seed && row.position === place)),
  }));
}

const sumNote = `Sums of eight digits that it was not taught, of the very task that is trained. ${weighed} Smooth: the nine tokens' log-probabilities, summed.`;
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

/** @returns {Case} */
function additionWidths() {
  const widths = [8, 16, 24, 32, 48, 64, 96];
  const nets = widths.map(adders);
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
      note: `Ten networks of each width after 2,500 steps. ${sumNote}`,
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

export const loggedNetworks = { "modular-addition": moduli, ...parities, ...adding };
