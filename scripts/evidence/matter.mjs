// Cases of matter: water, magnets, urns, lattices that fill up, formulas that break.
import { load } from "@emergence/data";
import { random } from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import { at, mean, range, sum, watched } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

const spins = {
  subject: /** @type {const} */ ("matter"),
  observable: /** @type {const} */ ("attribute"),
  interacting: true,
};

/** Steam's pressure as it is in the table. @returns {Case} */
function steam() {
  const rows = load("steam").filter((row) => !row.suspect);
  return {
    about: {
      ...{ id: "steam", name: "Vapor over water", ...spins, scaleName: "temperature (degrees C)", logScale: false },
      ...{ metric: "pressure (mmHg)", notebook: "03-quantity-into-quality", from: "steam" },
      note: "Rows marked as suspect left out. The law couples molecules by their attraction. No states of molecules: a measurement.",
    },
    curve: { scale: rows.map((row) => row.temperature), score: rows.map((row) => row.pressure) },
  };
}

/** Volume at the pressure of the air, by van der Waals. @returns {Case} */
function water() {
  const pressure = 0.101325 / 22.064;
  const scale = range(21).map((i) => 0.3 + 0.01 * i);
  return {
    about: {
      ...{
        id: "water",
        name: "Water that boils",
        ...spins,
        scaleName: "temperature (of the critical one)",
        logScale: false,
      },
      ...{
        metric: "volume (of the critical one)",
        notebook: "03-quantity-into-quality",
        from: "vanDerWaals.stableVolume",
      },
      note: "The notebook's equation at the pressure of air, water's critical pressure 22.064 MPa. The molecules attract and exclude each other. An equation: no states of molecules, no scatter.",
    },
    curve: { scale, score: scale.map((temperature) => systems.vanDerWaals.stableVolume({ pressure, temperature })) },
  };
}

/** Six spins a block, 6 x 6 spins: which blocks have most spins up. */
function blocks(/** @type {ArrayLike<number>} */ lattice) {
  const signs = range(6).map((block) => {
    const [row, column] = [2 * Math.floor(block / 2), 3 * (block % 2)];
    const own = range(6).map((i) => at(lattice, 6 * (row + Math.floor(i / 3)) + column + (i % 3)));
    return sum(own) > 0 || (sum(own) === 0 && own[0] === 1) ? 1 : 0;
  });
  return { micro: signs.join(""), macro: sum(signs) };
}

function blockSeries(/** @type {number} */ temperature, steps = 3000) {
  const magnet = systems.ising({ size: 6, temperature, seed: 1, layout: "plain" });
  magnet.sweep(500);
  return watched(
    steps,
    () => magnet.sweep(),
    () => blocks(magnet.spins),
  );
}

const blockNote =
  "Neighbors on the lattice are coupled. States: 6 x 6 spins after each of 3,000 sweeps, six blocks of 2 x 3, the sign of each (a tie: its first spin); macro: blocks that are up.";

/** @returns {Case} */
function magnet() {
  const scale = [4, 3.5, 3, 2.7, 2.5, 2.4, 2.35, 2.3, 2.25, 2.2, 2.1, 2, 1.8, 1.6].map(
    (temperature) => 1 / temperature,
  );
  const runs = scale.map((coupling) =>
    systems.isingRun({ size: 32, temperature: 1 / coupling, sweeps: 4000, warmup: 1000, algorithm: "wolff", seed: 1 }),
  );
  const symmetry = range(48).map((i) => {
    const one = systems.ising({ size: 64, temperature: 1.6, seed: i + 1, start: "random" });
    one.sweep(1000);
    return one.magnetization;
  });
  return {
    about: {
      ...{
        id: "magnet",
        name: "Magnet",
        ...spins,
        scaleName: "coupling (J / T)",
        logScale: false,
        metric: "order |m|",
      },
      ...{
        chance: Math.sqrt(2 / Math.PI) / 32,
        units: 64 ** 2,
        notebook: "01-more-is-different",
        from: "isingRun, ising",
      },
      note: `Order: 32 x 32 spins. Chance: mean |m| of as many free spins. Signed order: 48 lattices of 64 x 64 from random starts after 1,000 sweeps at the largest coupling. ${blockNote} At T = 2.3.`,
    },
    curve: {
      scale,
      score: runs.map(({ absMagnetization }) => absMagnetization.mean),
      error: runs.map(({ absMagnetization }) => absMagnetization.standardError),
    },
    symmetry,
    system: blockSeries(2.3),
  };
}

/** @returns {Case} */
const cold = () => ({
  about: {
    ...{ id: "magnet-cold", name: "Magnet, cold", ...spins, notebook: "01-more-is-different", from: "ising" },
    note: `Below the critical temperature of 2.27, at T = 2. ${blockNote}`,
  },
  system: blockSeries(2),
});

/** @returns {Case} */
const hot = () => ({
  about: {
    ...{ id: "magnet-hot", name: "Magnet, hot", ...spins, notebook: "14-crowds", from: "ising" },
    note: `Above the critical temperature of 2.27, at T = 4. ${blockNote}`,
  },
  system: blockSeries(4),
});

const bits = (/** @type {number} */ state, /** @type {number} */ units) => range(units).map((i) => (state >> i) & 1);

/** A run of a chain whose states are bits, and a macro value of those. */
function bitSeries(
  /** @type {{ tpm: readonly Float64Array[] | readonly number[][] }} */ chain,
  /** @type {number} */ units,
  /** @type {(own: number[]) => number} */ macroOf,
  steps = 3000,
) {
  const states = Array.from(systems.chainRun(chain, { steps: steps - 1, seed: 1 }), (state) => bits(state, units));
  return { micro: states.map((own) => own.join("")), macro: states.map(macroOf) };
}

/** @returns {Case} */
const ring = () => ({
  about: {
    ...{
      id: "spin-ring",
      name: "Ring of spins",
      ...spins,
      notebook: "14-closure-in-the-wild",
      from: "glauberChain, chainRun",
    },
    note: "Six spins on a ring, neighbors coupled, at T = 2.5; one may turn over at a step; all 3,000 steps. Units: spins. Macro: spins up.",
  },
  system: bitSeries(systems.glauberChain({ spins: 6, coupling: "ring", temperature: 2.5 }), 6, sum),
});

/** @returns {Case} */
const all = () => ({
  about: {
    ...{
      id: "spins-all",
      name: "Spins, all coupled alike",
      ...spins,
      notebook: "14-closure-in-the-wild",
      from: "glauberChain, chainRun",
    },
    note: "Six spins, each coupled to all, at T = 2.5; one may turn over at a step; all 3,000 steps. Units: spins. Macro: spins up.",
  },
  system: bitSeries(systems.glauberChain({ spins: 6, coupling: "all", temperature: 2.5 }), 6, sum),
});

/** @returns {Case} */
const urn = () => ({
  about: {
    ...{ id: "urn", name: "Ehrenfest's urns", subject: "matter", observable: "attribute", interacting: false },
    ...{ notebook: "14-closure", from: "ehrenfestUrn, chainRun" },
    note: "Six balls; one that is drawn changes urns at each of 3,000 steps. Which ball is drawn depends on no other ball: no coupling. Units: balls. Macro: balls in the second urn.",
  },
  system: bitSeries(systems.ehrenfestUrn({ balls: 6 }), 6, sum),
});

/** Many short runs, since all switches stay on once they are. @returns {Case} */
function switches() {
  const runs = range(750).map((seed) =>
    systems.chainRun(systems.chainSpecimens.andNetwork, { steps: 3, seed, discard: 0 }),
  );
  const states = runs.flatMap((run) => Array.from(run, (state) => bits(state, 4)));
  return {
    about: {
      ...{
        id: "and-network",
        name: "Four noisy switches",
        subject: "network",
        observable: "attribute",
        interacting: true,
      },
      ...{ notebook: "14-three-numbers", from: "chainSpecimens.andNetwork, chainRun" },
      note: "Each pair of switches is turned on by the other pair. All on, they stay so: 750 runs of four steps, each from a state drawn, all alike. Units: switches. Macro: which pairs are on, 0 to 3.",
    },
    system: {
      micro: states.map((own) => own.join("")),
      macro: states.map(([a = 0, b = 0, c = 0, d = 0]) => 2 * a * b + c * d),
      starts: range(750).map((run) => 4 * run),
    },
  };
}

/** Three bits drawn anew at each step, such that their parity is that of the step before, 99 times of 100. @returns {Case} */
function parity() {
  const { uniform } = random(1);
  let now = [0, 0, 0];
  const advance = () => {
    const kept = uniform() < 0.99 ? sum(now) % 2 : 1 - (sum(now) % 2);
    const [a, b] = [Number(uniform() < 0.5), Number(uniform() < 0.5)];
    now = [a, b, (a + b + kept) % 2];
  };
  return {
    about: {
      ...{
        id: "kept-parity",
        name: "Parity that is kept",
        subject: "network",
        observable: "attribute",
        interacting: true,
      },
      ...{ notebook: "14-three-numbers", from: "the notebook's rule, run anew" },
      note: "The rule couples the bits through their parity alone. 3,000 steps. Units: bits. Macro: the parity.",
    },
    system: watched(3000, advance, () => ({ micro: now.join(""), macro: sum(now) % 2 })),
  };
}

/** @returns {Case} */
const even = () => ({
  about: {
    ...{ id: "even-process", name: "Even process", subject: "matter", observable: "behavior" },
    ...{ notebook: "14-calculi-of-emergence", from: "chainSpecimens.evenProcess, chainRun" },
    note: "Ones in runs of even length, 3,000 symbols. The states behind them are hidden, so there are no units, and nothing is said of a coupling.",
  },
  system: {
    macro: Array.from(systems.chainRun(systems.chainSpecimens.evenProcess, { steps: 2999, seed: 1 }), (state) =>
      Number(state > 0),
    ),
  },
});

/** Six logistic maps that hear the mean of all. @returns {Case} */
function maps() {
  const six = systems.logisticMaps({ maps: 6, r: 4, coupling: 0.2, seed: 1 });
  six.step(500);
  const look = () => {
    const high = Array.from(six.states, (x) => Number(x > 0.5));
    return { micro: high.join(""), macro: sum(high) };
  };
  return {
    about: {
      ...{
        id: "coupled-maps",
        name: "Coupled chaotic maps",
        ...spins,
        notebook: "02-four-systems",
        from: "logisticMaps",
      },
      note: "Six maps at r = 4 that hear the mean of all with a weight of .2. 3,000 steps. Units: maps, whether above one half. Macro: how many are.",
    },
    system: watched(3000, () => six.step(), look),
  };
}

/** @returns {Case} */
function percolation() {
  const scale = range(16).map((i) => 0.5 + i / 80);
  const points = systems.percolationRun({ size: 64, replicates: 1600, seed: 13, shares: [] }).wrappingShares;
  return {
    about: {
      ...{ id: "percolation", name: "Percolation", subject: "matter", observable: "attribute", interacting: false },
      ...{ scaleName: "share of occupied sites", logScale: false, metric: "share of lattices that wrap", chance: 0 },
      ...{ notebook: "13-phase-transitions", from: "percolationRun" },
      note: "1,600 lattices of 64 x 64; one lattice that fills up serves at all shares, so points are not independent. Sites are occupied independently: the law couples none.",
    },
    curve: {
      scale,
      score: scale.map((share) => mean(points.map((point) => Number(point <= share)))),
      trials: scale.map(() => 1600),
    },
  };
}

/** @returns {Case} */
function satisfiability() {
  const scale = range(15).map((i) => 2.6 + 0.2 * i);
  const unsolved = scale.map((ratio, i) => {
    const run = systems.satisfiabilityRun({ variables: 50, k: 3, ratio, replicates: 400, seed: 13 + i });
    return Math.round(400 * (1 - run.share.mean)) / 400;
  });
  return {
    about: {
      ...{ id: "k-sat", name: "Random 3-SAT", subject: "matter", observable: "attribute", interacting: true },
      ...{ scaleName: "clauses per variable", logScale: false, metric: "share without a solution", chance: 0 },
      ...{ notebook: "13-phase-transitions", from: "satisfiabilityRun" },
      note: "400 formulas of 50 variables at each ratio. A clause couples its three variables. No motion, so no states.",
    },
    curve: { scale, score: unsolved, trials: scale.map(() => 400) },
  };
}

const makers = { steam, water, magnet, "magnet-cold": cold, "magnet-hot": hot, "spin-ring": ring, "spins-all": all };
const more = { urn, "and-network": switches, "kept-parity": parity, "even-process": even, "coupled-maps": maps };

export const matter = { ...makers, ...more, percolation, "k-sat": satisfiability };
