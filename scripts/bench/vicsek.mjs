// Speed of Vicsek's flock in @emergence/lib/systems, and of numba beside it where PEERS_PYTHON has it: a part of npm run bench.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const { vicsek } = createRequire(import.meta.url)(join(folder, "..", "..", "lib", "dist", "systems", "index.js"));

// Density and speed as in Vicsek 1995; noise in the ordered phase, short of bands.
const setup = { density: 4, noise: 2, warmup: 200 };

/** Nanoseconds a bird and step, of the fastest of many short stretches: another program may hold the processor. */
function ours(/** @type {number} */ birds) {
  const { density, noise, warmup } = setup;
  const flock = vicsek({ birds, density, noise, seed: 1 });
  flock.step(warmup);
  const count = Math.max(2, Math.floor(40_000 / birds));
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 60; run++) {
    const before = performance.now();
    flock.step(count);
    best = Math.min(best, (1e6 * (performance.now() - before)) / count / birds);
  }
  return best;
}

const python = process.env.PEERS_PYTHON;
function numba(/** @type {number} */ birds) {
  if (python === undefined) return "not asked for | | |";
  const env = { ...process.env, NUMBA_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
  const input = JSON.stringify({ ...setup, birds });
  const peer = spawnSync(python, [join(folder, "vicsek.py")], { input, env, encoding: "utf8" });
  return peer.status === 0 ? JSON.parse(peer.stdout) : `not there: ${peer.stderr.trim().split("\n").at(-1)} | | |`;
}

console.log(
  "\n| Vicsek's flock, one thread, birds | nanoseconds a bird and step | numba, each pair once | numba, twice | ratio |",
);
console.log("| --- | --- | --- | --- | --- |");
// Turns, so that both meet the machine's good and bad moments.
const turns = python === undefined ? 1 : 3;
for (const birds of [1_000, 10_000, 30_000, 100_000]) {
  let mine = ours(birds);
  let row = "| | |";
  if (birds === 10_000) {
    let [pairs, gather] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let turn = 0; turn < turns; turn++) {
      const theirs = numba(birds);
      mine = Math.min(mine, ours(birds));
      if (typeof theirs === "string") row = theirs;
      else {
        pairs = Math.min(pairs, theirs.pairs);
        gather = Math.min(gather, theirs.gather);
        row = `${pairs.toFixed(0)} | ${gather.toFixed(0)} | ${(Math.min(pairs, gather) / mine).toFixed(2)} |`;
      }
    }
  }
  console.log(`| ${birds} | ${mine.toFixed(0)} | ${row}`);
}
