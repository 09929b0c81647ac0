// Speed of cars on a ring, and of numba beside it where PEERS_PYTHON has it: a part of npm run bench.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const { traffic } = createRequire(import.meta.url)(join(folder, "..", "..", "lib", "dist", "systems", "index.js"));
const common = { maxSpeed: 5, slowdown: 0.25 };

/** Nanoseconds a car and step, the fastest of several runs; and the flow, so that both sides are seen to do the same. */
function timed(/** @type {number} */ cars, /** @type {number} */ steps, /** @type {number} */ runs) {
  const cells = 5 * cars;
  const road = traffic({ ...common, cells, density: cars / cells, seed: 1 });
  road.step(steps);
  let best = Number.POSITIVE_INFINITY;
  let flow = 0;
  for (let run = 0; run < runs; run++) {
    const before = performance.now();
    road.step(steps);
    best = Math.min(best, performance.now() - before);
    flow += road.flow / runs;
  }
  return { nanoseconds: (1e6 * best) / (cars * steps), flow };
}

const ours = timed(2000, 2000, 20);
console.log(
  "\n| Traffic, 2,000 cars on 10,000 cells, maxSpeed 5, slowdown .25, one thread | nanoseconds a car and step | ours is faster by |",
);
console.log("| --- | --- | --- |");
console.log(`| @emergence/lib/systems | ${ours.nanoseconds.toFixed(1)} | 1 |`);
const python = process.env.PEERS_PYTHON;
if (python !== undefined) {
  const env = { ...process.env, NUMBA_NUM_THREADS: "1" };
  const input = JSON.stringify({ ...common, cells: 10_000, cars: 2000, warmup: 2000, steps: 2000, runs: 20 });
  const peer = spawnSync(python, [join(folder, "traffic.py")], { input, env, encoding: "utf8" });
  if (peer.status === 0) {
    const { seconds, flow, version } = JSON.parse(peer.stdout);
    if (Math.abs(flow - ours.flow) > 0.02) throw new Error(`bench: flow ${ours.flow}, but numba has ${flow}`);
    const theirs = (1e9 * seconds) / (2000 * 2000);
    console.log(`| numba ${version} | ${theirs.toFixed(1)} | ${(theirs / ours.nanoseconds).toFixed(1)} |`);
  } else console.log(`| numba | not there: ${peer.stderr.trim().split("\n").at(-1)} | |`);
}

console.log("\n| Traffic: cars, a fifth as many as cells | nanoseconds a car and step |\n| --- | --- |");
for (const cars of [1000, 10_000, 100_000, 1_000_000]) {
  console.log(`| ${cars} | ${timed(cars, 1e7 / cars, 5).nanoseconds.toFixed(1)} |`);
}
