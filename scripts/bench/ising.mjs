// Speed of @emergence/lib/systems, Ising: 32 spins a word against one spin after the other, with the same random numbers; a part of npm run bench.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "lib", "dist");
const load = createRequire(import.meta.url);
const { ising, isingExact } = load(join(dist, "systems", "index.js"));
const { random } = load(join(dist, "stats", "index.js"));

/**
 * The loop that one writes by hand, with care: typed array, row by row, chances in a table, no random number where none is needed.
 * @param {number} size
 * @param {number} temperature
 * @param {number} seed
 */
function plainLoop(size, temperature, seed) {
  const spins = new Int8Array(size * size).fill(1);
  const { uniform } = random(seed);
  const chances = new Float64Array([1, 1, 1, Math.exp(-4 / temperature), Math.exp(-8 / temperature)]);
  const sweep = () => {
    for (let y = 0; y < size; y++) {
      const row = y * size;
      const above = (y === 0 ? size - 1 : y - 1) * size;
      const below = (y === size - 1 ? 0 : y + 1) * size;
      for (let x = 0; x < size; x++) {
        const spin = /** @type {number} */ (spins[row + x]);
        const sum =
          /** @type {number} */ (spins[row + (x === 0 ? size - 1 : x - 1)]) +
          /** @type {number} */ (spins[row + (x === size - 1 ? 0 : x + 1)]) +
          /** @type {number} */ (spins[above + x]) +
          /** @type {number} */ (spins[below + x]);
        const cost = spin * sum;
        if (cost <= 0 || uniform() < /** @type {number} */ (chances[2 + (cost >> 1)])) spins[row + x] = -spin;
      }
    }
  };
  return { sweep, spins };
}

/**
 * Nanoseconds a spin, the best of five turns, after some to warm up; both take turns, so that other work on the machine meets both.
 * @param {(() => void)[]} sweeps
 * @param {number} size
 */
function nanoseconds(sweeps, size) {
  const best = sweeps.map(() => Number.POSITIVE_INFINITY);
  const count = Math.ceil(4e6 / size ** 2);
  for (let turn = 0; turn < 6; turn++) {
    for (const [i, sweep] of sweeps.entries()) {
      const before = performance.now();
      for (let done = 0; done < count; done++) sweep();
      const time = ((performance.now() - before) * 1e6) / count / size ** 2;
      if (turn > 0) best[i] = Math.min(/** @type {number} */ (best[i]), time);
    }
  }
  return best;
}

console.log("\n| Ising, Metropolis, one lattice | T | ns a spin, packed | ns a spin, plain loop | ours is faster by |");
console.log("| --- | --- | --- | --- | --- |");
const { criticalTemperature } = isingExact(1);
for (const size of [128, 100, 32]) {
  for (const temperature of [1.5, criticalTemperature, 4]) {
    const packed = ising({ size, temperature, seed: 1 });
    const plain = plainLoop(size, temperature, 1);
    const [ours, theirs] = nanoseconds([() => packed.sweep(), plain.sweep], size);
    const [a, b] = [/** @type {number} */ (ours), /** @type {number} */ (theirs)];
    console.log(
      `| ${size} x ${size} | ${temperature.toFixed(2)} | ${a.toPrecision(3)} | ${b.toPrecision(3)} | ${(b / a).toFixed(1)} |`,
    );
  }
}
