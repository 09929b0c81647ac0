// Cases of crowds: cars, birds, insects, people, oscillators, players.
import { random } from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import { birdCases } from "./birds.mjs";
import { insects } from "./insects.mjs";
import { across, at, crowd, mean, overSeeds, range, sum, watched } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

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

const { termites, ...ofBeesAndAnts } = insects;
export const crowds = { traffic, ...birdCases, ...ofBeesAndAnts, cascade: people, kuramoto, dilemma: game, termites };
