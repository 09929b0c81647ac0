// Cases of ants, bees and termites.
import { random } from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import { across, at, crowd, mean, overSeeds, range, sum, watched } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

/** @returns {Case} */
function bridge() {
  const scale = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
  const runs = scale.map((n, i) => systems.antsRun({ n, ants: 1000, replicates: 60, seed: 11 + i }));
  const signed = runs.map(({ lastShares }) => Array.from(lastShares, (share) => 2 * share - 1));
  return {
    about: {
      ...{
        id: "ants-bridge",
        name: "Ants at a bridge",
        ...crowd,
        scaleName: "n, how steeply marks are answered",
        logScale: false,
      },
      ...{ metric: "share on the busier branch", chance: 0.5 + Math.sqrt(1 / (2 * Math.PI * 100)), units: 100 },
      ...{ notebook: "03-ants", from: "antsRun" },
      note: "60 bridges of 1,000 ants at each n; the last hundred count. Chance: the busier branch of a hundred coins. Ants couple through the marks. Signed order: first branch less second, n = 3. A bridge settles once, so no series of states.",
    },
    curve: {
      scale,
      score: runs.map(({ majority }) => majority.mean),
      error: runs.map(({ majority }) => majority.standardError),
    },
    seeds: across(signed.map((all) => all.map((one) => (1 + Math.abs(one)) / 2))),
    symmetry: at(signed, scale.length - 1),
  };
}

const wall = ["............", "..########.."];
const map = [wall[0], wall[0], wall[1], "N.########.F", wall[1], wall[1], wall[0], wall[0]].map(String);

/** @returns {Case} */
function trails() {
  const scale = [1, 2, 4, 8, 16, 32, 64];
  const seeds = range(24).map((seed) =>
    scale.map((ants) => {
      const colony = systems.antTrails({ map, ants, seed, n: 1 });
      colony.step(200);
      const { lengths, shortest } = colony;
      return mean(Array.from(lengths, (length) => Number(length === shortest)));
    }),
  );
  return {
    about: {
      ...{
        id: "ants-trails",
        name: "Ants find the short way",
        ...crowd,
        scaleName: "ants on the way at a time",
        logScale: true,
      },
      ...{ metric: "share on a shortest way", notebook: "03-ants", from: "antTrails" },
      note: "24 colonies of each size after 200 rounds. Ants couple through the marks. Chance is not known exactly and is left open. Marks fill a map: no small states.",
    },
    curve: overSeeds(scale, seeds),
    seeds,
  };
}

/** Scouts for two sites alike in value 2, with a stop signal; times of .05. */
function swarm(/** @type {number} */ bees, /** @type {number} */ stop, /** @type {number} */ seed) {
  const { binomial } = random(seed);
  let counts = [0, 0];
  for (let time = 0; time < 2000; time++) {
    const [a, b] = [at(counts, 0), at(counts, 1)];
    const come = [a, b].map((own) => 0.05 * 2 * (1 + own / bees));
    const both = binomial(bees - a - b, sum(come));
    const toFirst = binomial(both, at(come, 0) / sum(come));
    const left = [a, b].map((own, i) => own - binomial(own, 0.05 * (1 / 2 + (stop * (i === 0 ? b : a)) / bees)));
    counts = [at(left, 0) + toFirst, at(left, 1) + both - toFirst];
  }
  return (at(counts, 0) - at(counts, 1)) / bees;
}

/** Four scouts one by one: 0 free, 1 for the first site, 2 for the second. */
function scouts() {
  const { uniform } = random(1);
  let all = [0, 0, 0, 0];
  const step = () => {
    const of = [0, 1, 2].map((site) => all.filter((own) => own === site).length / 4);
    all = all.map((own) => {
      if (own > 0) return uniform() < 0.05 * (1 / 2 + 6 * at(of, 3 - own)) ? 0 : own;
      const come = [1, 2].map((site) => 0.05 * 2 * (1 + at(of, site)));
      const drawn = uniform();
      return drawn < at(come, 0) ? 1 : drawn < sum(come) ? 2 : 0;
    });
  };
  const look = () => ({ micro: all.join(""), macro: sum(all.map((own) => at([0, 1, -1], own))) });
  const advance = () => range(5).forEach(step);
  range(100).forEach(advance);
  return watched(3000, advance, look);
}

/** @returns {Case} */
function bees() {
  const scale = [0, 1, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 8];
  const leads = range(40).map((seed) => scale.map((stop) => swarm(800, stop, seed)));
  const seeds = leads.map((all) => all.map(Math.abs));
  return {
    about: {
      ...{
        id: "bees",
        name: "Bees choose a site",
        ...crowd,
        scaleName: "strength of the stop signal",
        logScale: false,
      },
      ...{ metric: "lead of one site", units: 800, notebook: "03-crowds", from: "the notebook's rule, run anew" },
      note: "40 swarms of 800 scouts, two sites alike, until time 100, at any lead. Scouts recruit and stop each other. Signed order: first site less second. States: four scouts one by one, stop signal 6, every quarter of a unit of time, 3,000 times; macro: first site less second.",
    },
    curve: overSeeds(scale, seeds),
    seeds,
    symmetry: leads.map((all) => at(all, scale.length - 1)),
    system: scouts(),
  };
}

/** @returns {Case} */
function termites() {
  const scale = [1, 3, 10, 30, 100, 300];
  const runs = scale.map(
    (count) => systems.termitesRun({ termites: count, steps: 5000, replicates: 16, seed: 1 }).largestShare,
  );
  return {
    about: {
      ...{
        id: "termites",
        name: "Termites heap chips",
        ...crowd,
        scaleName: "termites",
        logScale: true,
        metric: "share of chips in the largest pile",
      },
      ...{ notebook: "03-crowds", from: "termitesRun" },
      note: "16 colonies of each size after 5,000 steps. Termites couple through the chips. Piles come and stay, so no stationary series of states.",
    },
    curve: { scale, score: runs.map((one) => one.mean), error: runs.map((one) => one.standardError) },
  };
}

export const insects = { "ants-bridge": bridge, "ants-trails": trails, bees, termites };
