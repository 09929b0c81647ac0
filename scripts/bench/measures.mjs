// Speed and memory of @emergence/lib/measures, and of dit beside it where PEERS_PYTHON has it: a part of npm run bench.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const { distribution, oInformation } = createRequire(import.meta.url)(
  join(folder, "..", "..", "lib", "dist", "measures", "index.js"),
);

/** Every state of n bits with a chance of its own: no zeros, no structure to lean on. */
function everyState(/** @type {number} */ n) {
  const outcomes = Array.from({ length: 2 ** n }, (_, row) => row.toString(2).padStart(n, "0"));
  const weights = outcomes.map((_, row) => 1 + Math.sin(12.9898 * row) ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { outcomes, probabilities: weights.map((weight) => weight / sum) };
}

/** Seconds of the fastest of several runs. */
function fastest(/** @type {() => void} */ task, /** @type {number} */ runs) {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = performance.now();
    task();
    best = Math.min(best, (performance.now() - before) / 1e3);
  }
  return best;
}

const own = process.argv[1] === fileURLToPath(import.meta.url) ? Number(process.argv[2]) : Number.NaN;
if (own > 0) {
  const { outcomes, probabilities } = everyState(own);
  const before = process.memoryUsage();
  const d = distribution(outcomes, probabilities);
  const bytes =
    d.probabilities.byteLength +
    d.columns.reduce((/** @type {number} */ sum, /** @type {Uint32Array} */ c) => sum + c.byteLength, 0);
  const time = fastest(() => oInformation(d), own > 16 ? 3 : 20);
  const peak = process.resourceUsage().maxRSS * 1024 - before.rss;
  const megabytes = (/** @type {number} */ size) => (size / 2 ** 20).toPrecision(3);
  console.log(
    `| ${own} | ${2 ** own} | ${(1e3 * time).toPrecision(3)} | ${megabytes(bytes)} | ${megabytes(Math.max(0, peak))} |`,
  );
  process.exit(0);
}

const ten = everyState(10);
const made = distribution(ten.outcomes, ten.probabilities);
const warm = fastest(() => oInformation(made), 200);
const fromNothing = fastest(() => oInformation(distribution(ten.outcomes, ten.probabilities)), 100);
const value = oInformation(made);

console.log(
  "\n| O-information of 10 binary variables, 1,024 states | milliseconds | ours is faster by |\n| --- | --- | --- |",
);
console.log(`| @emergence/lib/measures | ${(1e3 * warm).toPrecision(3)} | 1 |`);
console.log(`| @emergence/lib/measures, distribution made anew | ${(1e3 * fromNothing).toPrecision(3)} | |`);
const python = process.env.PEERS_PYTHON;
if (python !== undefined) {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const peer = spawnSync(python, [join(folder, "dit_time.py")], { input: JSON.stringify(ten), env, encoding: "utf8" });
  if (peer.status === 0) {
    const { seconds, made: making, value: theirs, version } = JSON.parse(peer.stdout);
    if (Math.abs(theirs - value) > 1e-9) throw new Error(`bench: O-information ${value}, but dit has ${theirs}`);
    console.log(`| dit ${version} | ${(1e3 * seconds).toPrecision(3)} | ${(seconds / warm).toFixed(0)} |`);
    const [both, ratio] = [seconds + making, (seconds + making) / fromNothing];
    console.log(`| dit ${version}, distribution made anew | ${(1e3 * both).toPrecision(3)} | ${ratio.toFixed(0)} |`);
  } else console.log(`| dit | not there: ${peer.stderr.trim().split("\n").at(-1)} | |`);
}

console.log(
  "\n| O-information of n binary variables, all states | states | milliseconds | megabytes of the distribution | megabytes at the peak |",
);
console.log("| --- | --- | --- | --- | --- |");
for (let n = 4; n <= 20; n += 2) {
  // Each in a process of its own, so that memory is its own.
  const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(n)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`bench: ${run.stderr}`);
  console.log(run.stdout.trim());
}
