// Accuracy on NIST StRD and speed of @emergence/lib/fit beside its peers, in one run: npm run bench
// Peers are no dependencies of the kit. To have them in the comparison, put them anywhere and say where:
//   python3 -m venv peers && peers/bin/pip install scipy==1.17.1 lmfit==1.3.4      PEERS_PYTHON=peers/bin/python
//   (dit==2.3 with it: for the measures of information too)
//   mkdir peers-js && npm install --prefix peers-js ml-levenberg-marquardt@5.1.0   PEERS_JS=peers-js
// What training is compared with: the first lines of scripts/bench/learning.mjs.
// Times are wall-clock times on one thread, the fastest of many batches; those in JavaScript take turns, before and after scipy's.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const built = join(root, "lib", "dist", "fit", "index.js");
if (!existsSync(built)) throw new Error("bench: the library is not built: npm run build");
const { bootstrap, curve, curves, fit } = require(built);
const nist = join(root, "test", "fixtures", "fit", "nist.json");

/**
 * @typedef {{ name: string, expression: string, predictors: string[], parameters: string[], starts: number[][],
 *   certified: number[], deviations: number[], x: number[] | number[][], y: number[] }} Problem
 * @typedef {[parameters: number, deviations: number]} Run digits of agreement
 */
/** @type {Problem[]} */
const problems = JSON.parse(readFileSync(nist, "utf8"));

/** Digits in the worst of several numbers. */
function digits(/** @type {number[]} */ got, /** @type {number[]} */ certified) {
  const error = Math.max(...certified.map((value, j) => Math.abs((got[j] ?? Number.NaN) - value) / Math.abs(value)));
  return Number.isNaN(error) ? 0 : Math.max(0, Math.min(11, -Math.log10(error)));
}

/** @returns {Run[]} */
function own() {
  return problems.flatMap(({ expression, predictors, parameters, starts, certified, deviations, x, y }) =>
    starts.map((values) => {
      const start = Object.fromEntries(parameters.map((name, j) => [name, values[j]]));
      const result = fit(curve(expression, { predictors }), x, y, { start });
      const read = (/** @type {Record<string, number>} */ record) =>
        parameters.map((name) => record[name] ?? Number.NaN);
      /** @type {Run} */
      const run = [
        digits(read(result.parameters), certified),
        result.kind === "fit" ? digits(read(result.standardErrors), deviations) : 0,
      ];
      return run;
    }),
  );
}

const truth = { floor: 0.25, L: 0.9, k: 2.5, x0: 22.6 };
const x = Array.from({ length: 27 }, (_, i) => 20 + 0.2 * i);
const y = x.map((value, i) => curves.logistic4.value(value, truth) + 0.025 * Math.sin(12.9898 * i * i));
const start = { floor: 0.2, L: 1, k: 1, x0: 22 };
const fitted = fit(curves.logistic4, x, y, { start });

/** @type {Record<string, { task: () => void, count: number }>} */
const tasks = {
  // curve_fit returns a covariance, so the errors are read here too.
  "@emergence/lib/fit: fit": {
    task: () => {
      const result = fit(curves.logistic4, x, y, { start });
      if (!(result.kind === "fit" && result.standardErrors.k > 0)) throw new Error("bench: no fit");
    },
    count: 1000,
  },
  "@emergence/lib/fit: 1,000 refits": { task: () => bootstrap(fitted, { kind: "residuals" }), count: 1 },
};
/** @type {Record<string, number>} */
const times = {};

/** Seconds of each task, the fastest of several batches in turn, since other work on the machine only ever adds. */
function takeTimes() {
  for (let batch = 0; batch <= 15; batch++) {
    for (const [name, { task, count }] of Object.entries(tasks)) {
      const before = performance.now();
      for (let i = 0; i < count; i++) task();
      const taken = (performance.now() - before) / 1e3 / count;
      times[name] = Math.min(times[name] ?? taken, taken);
    }
  }
}

/** @type {Record<string, Run[]>} */
const accuracy = { "@emergence/lib/fit, defaults": own() };

const folder = process.env.PEERS_JS;
if (folder !== undefined) await runJavaScriptPeer(folder);

takeTimes();
const python = process.env.PEERS_PYTHON;
if (python !== undefined) {
  const input = JSON.stringify({ x, y, start: Object.values(start) });
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const peers = spawnSync(python, [join(root, "scripts", "bench", "peers.py"), nist], {
    input,
    env,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (peers.status !== 0) throw new Error(`bench: ${python} failed: ${peers.stderr}`);
  const { seconds: taken, ...scores } = JSON.parse(peers.stdout);
  Object.assign(accuracy, scores);
  times["scipy curve_fit with jacobian: fit"] = taken.fit;
  times["scipy curve_fit with jacobian: 1,000 refits"] = taken.bootstrap;
  takeTimes();
}

/** The peer in JavaScript, by its defaults; its gradient is by differences, and it takes one predictor. */
async function runJavaScriptPeer(/** @type {string} */ place) {
  const entry = createRequire(pathToFileURL(join(resolve(place), "package.json"))).resolve("ml-levenberg-marquardt");
  const { levenbergMarquardt } = await import(pathToFileURL(entry).href);
  accuracy["ml-levenberg-marquardt, defaults"] = problems.flatMap((problem) => {
    const { point } = curve(problem.expression, { predictors: problem.predictors });
    const gradient = new Float64Array(problem.parameters.length);
    const rows = problem.x.map((row) => (typeof row === "number" ? row : Float64Array.from(row)));
    // Several predictors: the peer is given row numbers as x.
    const places = problem.predictors.length > 1 ? rows.map((_, i) => i) : rows;
    const model = (/** @type {number[]} */ p) => (/** @type {number} */ at) =>
      point(problem.predictors.length > 1 ? rows[at] : at, Float64Array.from(p), gradient);
    return problem.starts.map((values) => {
      /** @type {Run} */
      let run = [0, 0];
      try {
        const { parameterValues } = levenbergMarquardt({ x: places, y: problem.y }, model, { initialValues: values });
        run = [digits(parameterValues, problem.certified), 0];
      } catch {
        // No fit, no digits.
      }
      return run;
    });
  });
  const model =
    (/** @type {number[]} */ [floor = 0, L = 0, k = 0, x0 = 0]) =>
    (/** @type {number} */ at) =>
      floor + (L - floor) / (1 + Math.exp(-k * (at - x0)));
  // As many iterations as it takes to come to six digits.
  const options = { initialValues: Object.values(start), maxIterations: 100 };
  tasks["ml-levenberg-marquardt, 100 iterations: fit"] = {
    task: () => levenbergMarquardt({ x, y }, model, options),
    count: 50,
  };
}

const count = (/** @type {Run[]} */ runs, /** @type {0 | 1} */ which, /** @type {number} */ least) =>
  runs.filter((run) => run[which] >= least).length;
console.log(
  "\n| NIST StRD, 27 problems x 2 starts | 4 digits | 6 digits | 9 digits | standard deviations, 4 digits |\n| --- | --- | --- | --- | --- |",
);
for (const [name, runs] of Object.entries(accuracy)) {
  const errors = runs.some(([, errorDigits]) => errorDigits > 0) ? count(runs, 1, 4) : "none given";
  console.log(`| ${name} | ${count(runs, 0, 4)} | ${count(runs, 0, 6)} | ${count(runs, 0, 9)} | ${errors} |`);
}
console.log(
  "\n| time of one thread, 4-parameter logistic on 27 points | microseconds | ours is faster by |\n| --- | --- | --- |",
);
for (const [name, time] of Object.entries(times)) {
  const ours = times[name.endsWith("refits") ? "@emergence/lib/fit: 1,000 refits" : "@emergence/lib/fit: fit"] ?? time;
  console.log(`| ${name} | ${(1e6 * time).toPrecision(3)} | ${(time / ours).toFixed(1)} |`);
}
if (python === undefined || folder === undefined)
  console.log("\nTo run the peers too, see the first lines of scripts/bench.mjs.");

await import("./bench/measures.mjs");
await import("./bench/ising.mjs");
await import("./bench/traffic.mjs");
await import("./bench/vicsek.mjs");
await import("./bench/learning.mjs");
