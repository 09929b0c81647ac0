// Cases of birds: those that see each other, and those that see nobody.
import * as systems from "@emergence/lib/systems";
import { crowd, mean, range, sum, watched } from "./parts.mjs";

/** @typedef {import("./parts.mjs").Case} Case */

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

export const birdCases = { flock, "blind-birds": blind };
