// Training steps per second of processor time in @emergence/lib/learning, and in numpy, JAX and tfjs beside it: a part of npm run bench.
// PEERS_PYTHON has numpy and, if it is to be compared, JAX; PEERS_JS is a folder with tfjs:
//   npm install --prefix peers-js @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { tfjsRates } from "./tfjs.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const dist = join(folder, "..", "..", "lib", "dist", "learning");
const load = createRequire(import.meta.url);
const { adamW, modularArithmetic, quadraticMlp, train } = load(join(dist, "index.js"));
const { simdMachine } = load(join(dist, "kernels", "simd.js"));

const setup = { modulus: 31, width: 128, pairs: 481, steps: 200, stretches: 10 };

/** Seconds of processor time that a call takes, on all threads of this process. */
function seconds(/** @type {() => void} */ call) {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Steps per second, best and mean of stretches, and the loss at the end. */
function ours(/** @type {"simd" | "plain"} */ path, { steps, stretches } = setup) {
  const run = train({
    model: quadraticMlp({ width: setup.width }),
    task: modularArithmetic({ modulus: setup.modulus, trainShare: 0.5 }),
    optimizer: adamW({ rate: 0.01, decay: 0.3, beta2: 0.98 }),
    steps: steps * (stretches + 1),
    record: steps,
    path,
    seed: 1,
  });
  run.next();
  run.next(); // warms up
  const taken = Array.from({ length: stretches }, () => seconds(() => run.next()));
  const { curves } = run.result();
  const mean = (steps * stretches) / taken.reduce((sum, time) => sum + time, 0);
  return { best: steps / Math.min(...taken), mean, loss: curves.trainLoss.at(-1) };
}

/** GMAC per second of the product of two matrices of 256 x 256. */
function gemmRate() {
  const machine = simdMachine();
  const [a, b, c] = [0, 0, 0].map(() => machine.reserve(256 * 256));
  const product = () => machine.kernels.gemm(256, 256, 256, a, 256, 1, b, 256, c, 256, 0);
  for (let i = 0; i < 20; i++) product();
  const rates = Array.from(
    { length: 20 },
    () => (20 * 256 ** 3) / 1e9 / seconds(() => Array.from({ length: 20 }, product)),
  );
  return { best: Math.max(...rates), mean: rates.length / rates.reduce((sum, rate) => sum + 1 / rate, 0) };
}

/** @type {Record<string, { best: number, mean: number, loss?: number } | { missing: string }>} */
const rates = {};
const simd = "@emergence/lib/learning";
rates[simd] = ours("simd");
rates[`${simd}, plain path`] = ours("plain", { ...setup, steps: 20 });
if (process.env.PEERS_PYTHON !== undefined) {
  const peer = spawnSync(process.env.PEERS_PYTHON, [join(folder, "learning.py")], {
    input: JSON.stringify(setup),
    encoding: "utf8",
  });
  Object.assign(
    rates,
    peer.status === 0 ? JSON.parse(peer.stdout) : { numpy: { missing: peer.stderr.trim().split("\n").at(-1) } },
  );
}
if (process.env.PEERS_JS !== undefined) {
  const peers = createRequire(pathToFileURL(join(resolve(process.env.PEERS_JS), "package.json")));
  Object.assign(rates, await tfjsRates(peers, setup, seconds));
}
// Once more, so that both sides meet the machine's good and bad moments.
const again = ours("simd");
rates[simd] = {
  best: Math.max(rates[simd].best, again.best),
  mean: (rates[simd].mean + again.mean) / 2,
  loss: again.loss,
};

const { best, mean } = rates[simd];
console.log(
  `\n| Modular addition, p = ${setup.modulus}, width ${setup.width}, ${setup.pairs} pairs: steps per second of processor time | best | mean | ours is faster by (best, mean) | training loss at the end |`,
);
console.log("| --- | --- | --- | --- | --- |");
for (const [name, rate] of Object.entries(rates)) {
  if ("missing" in rate) console.log(`| ${name} | not there: ${rate.missing} | | | |`);
  else {
    const ratios = `${(best / rate.best).toFixed(2)}, ${(mean / rate.mean).toFixed(2)}`;
    console.log(
      `| ${name} | ${rate.best.toFixed(0)} | ${rate.mean.toFixed(0)} | ${ratios} | ${rate.loss?.toExponential(1) ?? ""} |`,
    );
  }
}
const gemm = gemmRate();
console.log(
  `\nProduct of two matrices of 256 x 256 in 32 bits, one thread: ${gemm.best.toFixed(1)} GMAC/s at best, ${gemm.mean.toFixed(1)} on average.`,
);
