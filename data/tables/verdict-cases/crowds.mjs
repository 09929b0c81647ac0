// Cases of crowds: cars, birds, ants, bees, people, oscillators, players.
import { random } from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import { across, at, mean, overSeeds, range, sum, watched } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

const crowd = /** @type {const} */ ({ subject: "crowd", observable: "behavior", interacting: true });

/** @returns {Case} */
function traffic() {
  const scale = [0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6];
  const runs = scale.map((density) => systems.trafficRun({ cells: 1000, density, steps: 10_000, seed: 1 }).jammedShare);
  const road = systems.traffic({ cells: 60, density: 0.2, seed: 1 });
  road.step(500);
  const look = () => {
    const stands = range(6).map((block) => Number(road.road.slice(10 * block, 10 * block + 10).includes(0)));
    return { micro: stands.join(""), macro: sum(stands) };
  };
  return {
    about: {
      ...{ id: "traffic", name: "Cars to traffic", ...crowd, scaleName: "density (cars per cell)", logScale: false },
      ...{
        metric: "share of cars that stand",
        chance: 0,
        notebook: "03-quantity-into-quality",
        from: "trafficRun, traffic",
      },
      note: "1,000 cells. A car yields to the one ahead. States: 60 cells at a density of .2, 3,000 steps, six blocks of ten cells, whether a car stands there; macro: blocks in which one does.",
    },
    curve: { scale, score: runs.map((one) => one.mean), error: runs.map((one) => one.standardError) },
    system: watched(3000, () => road.step(), look),
  };
}

/** Six birds, whether each flies east. */
function birds(/** @type {number} */ radius) {
  const flock = systems.vicsek({ birds: 6, box: 1.5, radius, speed: 0.3, noise: 3, seed: 1 });
  flock.step(200);
  const look = () => {
    const east = Array.from(flock.heading, (angle) => Number(Math.cos(angle) > 0));
    return { micro: east.join(""), macro: sum(east) };
  };
  return watched(3000, () => flock.step(), look);
}

const sky = { box: 20, noise: 2, speed: 0.3, steps: 1500, warmup: 500, seed: 2 };
const densities = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2];
const birdNote =
  "States: six birds in a box of 1.5, noise 3, 3,000 steps, whether each flies east; macro: how many do.";

function polarization(/** @type {number} */ radius) {
  const runs = densities.map((density) => systems.vicsekRun({ birds: 400 * density, radius, ...sky }).polarization);
  return { scale: densities, score: runs.map((one) => one.mean), error: runs.map((one) => one.standardError) };
}

/** Length of the mean heading, with the sign of its eastward part. */
function sided(/** @type {number} */ radius, /** @type {number} */ seed) {
  const flock = systems.vicsek({ birds: 400, density: 4, radius, speed: 0.15, noise: 1, seed });
  flock.step(400);
  return flock.polarization * Math.sign(mean(Array.from(flock.heading, Math.cos)));
}

/** @returns {Case} */
const flock = () => ({
  about: {
    ...{
      id: "flock",
      name: "Flock",
      ...crowd,
      scaleName: "birds in a unit of area",
      logScale: true,
      metric: "polarization",
    },
    ...{ units: 400, notebook: "03-flocks", from: "vicsekRun, vicsek" },
    note: `Birds turn to the mean heading in sight. Disorder has no one chance: it falls with the number of birds, so none is stated. Signed order: 40 flocks of 400 birds at noise 1, polarization with the sign of its eastward part. ${birdNote}`,
  },
  curve: polarization(1),
  symmetry: range(40).map((i) => sided(1, i + 1)),
  system: birds(1),
});

/** @returns {Case} */
const blind = () => ({
  about: {
    ...{
      id: "blind-birds",
      name: "Birds that see nobody",
      ...crowd,
      interacting: false,
      scaleName: "birds in a unit of area",
    },
    ...{ logScale: true, metric: "polarization", units: 400, notebook: "14-flocks", from: "vicsekRun, vicsek" },
    note: `The flock with a radius of sight of 1e-9: nobody is seen, no coupling. Signed order as for the flock. ${birdNote}`,
  },
  curve: polarization(1e-9),
  symmetry: range(40).map((i) => sided(1e-9, i + 1)),
  system: birds(1e-9),
});

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

/** Share of people whom one start moves: thresholds among friends of a random graph. */
function cascade(/** @type {number} */ people, /** @type {number} */ friendly, /** @type {number} */ seed) {
  const { integer } = random(seed);
  const anyone = () => integer(0, people - 1);
  /** @type {number[][]} */
  const friends = range(people).map(() => []);
  for (let i = 0; i < (people * friendly) / 2; i++) {
    const [a, b] = [anyone(), anyone()];
    at(friends, a).push(b);
    at(friends, b).push(a);
  }
  const has = new Set([anyone()]);
  const moved = (/** @type {number[]} */ all) => all.filter((one) => has.has(one)).length >= 0.18 * all.length;
  for (const one of has) for (const you of at(friends, one)) if (moved(at(friends, you))) has.add(you);
  return has.size / people;
}

/** @returns {Case} */
function people() {
  const scale = [0.5, 0.8, 1.2, 1.6, 2, 3, 4, 5, 5.5, 6, 6.5, 7, 8];
  const seeds = range(200).map((seed) => scale.map((friendly) => cascade(2000, friendly, seed)));
  return {
    about: {
      ...{
        id: "cascade",
        name: "Cascade among people",
        ...crowd,
        scaleName: "mean number of friends",
        logScale: false,
      },
      ...{
        metric: "share of starts that move a tenth",
        chance: 0,
        notebook: "03-people",
        from: "the notebook's rule, run anew",
      },
      note: "200 starts among 2,000 people with a threshold of .18. Who is moved moves friends. Seeds: share of people moved, start by start. A cascade runs once, so no series of states.",
    },
    curve: {
      scale,
      score: across(seeds).map((all) => mean(all.map((one) => Number(one > 0.1)))),
      trials: scale.map(() => 200),
    },
    seeds,
  };
}

/** @returns {Case} */
function kuramoto() {
  const scale = [0, 0.4, 0.8, 1.2, 1.4, 1.5, 1.6, 1.7, 1.8, 2, 2.4, 3, 4];
  const options = { distribution: /** @type {const} */ ("gaussian"), width: 1 };
  const runs = scale.map((coupling) => systems.kuramotoRun({ oscillators: 400, coupling, ...options, seed: 1 }).order);
  const signed = range(40).map((i) => {
    const all = systems.kuramoto({ oscillators: 400, coupling: 4, ...options, seed: i + 1 });
    all.step(1000);
    return all.order * Math.sign(Math.cos(all.meanPhase));
  });
  const six = systems.kuramoto({ oscillators: 6, coupling: 1, ...options, seed: 1 });
  six.step(1000);
  const look = () => {
    const right = Array.from(six.phases, (phase) => Number(Math.cos(phase) > 0));
    return { micro: right.join(""), macro: sum(right) };
  };
  return {
    about: {
      ...{
        id: "kuramoto",
        name: "Oscillators fall into step",
        ...crowd,
        scaleName: "coupling",
        logScale: false,
        metric: "order r",
      },
      ...{
        chance: Math.sqrt(Math.PI / 400) / 2,
        units: 400,
        notebook: "02-four-systems",
        from: "kuramotoRun, kuramoto",
      },
      note: "400 oscillators, Gaussian frequencies at quantiles. Chance: order of as many free phases. Signed order: 40 starts at coupling 4, order with the sign of the mean phase's cosine. States: six oscillators at coupling 1, every half unit of time, 3,000 times, whether the cosine is positive; macro: how many are. That motion draws no random number.",
    },
    curve: { scale, score: runs.map((one) => one.mean), error: runs.map((one) => one.standardError) },
    symmetry: signed,
    system: watched(3000, () => six.step(10), look),
  };
}

/** @returns {Case} */
function game() {
  const scale = range(20).map((i) => 1.0625 + i * 0.0625);
  const seeds = range(8).map((seed) =>
    scale.map(
      (temptation) => 1 - systems.spatialGameRun({ size: 48, temptation, steps: 50, warmup: 150, seed }).share.mean,
    ),
  );
  const lattice = systems.spatialGame({ size: 24, temptation: 1.9, seed: 1 });
  lattice.step(300);
  const look = () => {
    const high = range(6).map((block) => {
      const [top, left] = [8 * Math.floor(block / 2), 12 * (block % 2)];
      const own = range(8).flatMap((row) =>
        Array.from(lattice.sites.slice(24 * (top + row) + left, 24 * (top + row) + left + 12)),
      );
      return Number(sum(own) >= 32);
    });
    return { micro: high.join(""), macro: sum(high) };
  };
  return {
    about: {
      ...{
        id: "dilemma",
        name: "Prisoners on a lattice",
        ...crowd,
        scaleName: "what a defector gets from a cooperator",
        logScale: false,
      },
      ...{ metric: "share of defectors", chance: 0.1, notebook: "03-games", from: "spatialGameRun, spatialGame" },
      note: "48 x 48 players, eight random starts with nine tenths cooperators: chance is the start. Players copy their best neighbor. States: 24 x 24 players at 1.9, 3,000 rounds, six blocks of 8 x 12, whether a third cooperates; macro: blocks in which it does. That motion draws no random number.",
    },
    curve: overSeeds(scale, seeds),
    seeds,
    system: watched(3000, () => lattice.step(), look),
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

const first = { traffic, flock, "blind-birds": blind, "ants-bridge": bridge, "ants-trails": trails, bees };

export const crowds = { ...first, cascade: people, kuramoto, dilemma: game, termites };
