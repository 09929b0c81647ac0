// Power and false alarms of the measures over seeds and over loss, as their doc comments give them: npm run build && node scripts/bench/power.mjs [MEASURE ...]
// Each row counts verdicts among simulated experiments of the sizes of the shipped tables, with a seed of their own each. All measures take a quarter of an hour.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(import.meta.url);
const built = join(root, "lib", "dist", "measures", "index.js");
if (!existsSync(built)) throw new Error("power: the library is not built: npm run build");
const { acceleration, bimodality, lossThreshold, simultaneity, successProbability } = require(built);
const { random } = require(join(root, "lib", "dist", "stats", "index.js"));

/** @typedef {import("../../lib/dist/stats/random.js").Random} Random */
/** @typedef {{ kind: string, verdict?: string }} Result */

const replicates = 199;

/** Counts verdicts of experiments and prints them as shares. */
function row(
  /** @type {string} */ label,
  /** @type {number} */ experiments,
  /** @type {(source: Random, seed: number) => Result} */ experiment,
) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let seed = 1; seed <= experiments; seed++) {
    const { kind, verdict } = experiment(random(seed), seed);
    const name = kind === "failed" ? kind : (verdict ?? kind);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const shares = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, k]) => `${name} ${(k / experiments).toFixed(3)}`);
  console.log(`  ${label.padEnd(58)} ${shares.join(", ")}`);
}

const times = (/** @type {number} */ n, /** @type {(i: number) => number} */ make) =>
  Array.from({ length: n }, (_, i) => make(i));

/** @type {Record<string, () => void>} */
const measures = {
  bimodality() {
    /** @type {Record<string, (source: Random) => number>} */
    const heaps = {
      "two heaps 30 deviations apart, half the seeds above": (s) => s.normal() + (s.uniform() < 1 / 2 ? 30 : 0),
      "two heaps 30 deviations apart, a third above": (s) => s.normal() + (s.uniform() < 1 / 3 ? 30 : 0),
      "two heaps, half the seeds above": (s) => s.normal() + (s.uniform() < 1 / 2 ? 6 : 0),
      "two heaps, a third above": (s) => s.normal() + (s.uniform() < 1 / 3 ? 6 : 0),
      "two heaps, a tenth above": (s) => s.normal() + (s.uniform() < 1 / 10 ? 6 : 0),
      "two heaps only 3 deviations apart, half above": (s) => s.normal() + (s.uniform() < 1 / 2 ? 3 : 0),
      "one heap, normal": (s) => s.normal(),
      "one heap, uniform": (s) => s.uniform(),
      "one heap, exponential": (s) => -Math.log(1 - s.uniform()),
    };
    for (const n of [9, 10, 25, 50])
      for (const [name, draw] of Object.entries(heaps))
        row(`${n} seeds, ${name}`, 500, (s, seed) =>
          bimodality(
            times(n, () => draw(s)),
            { replicates, seed },
          ),
        );
    for (const [name, draw] of Object.entries(heaps).filter(([name]) => /tenth|normal|exponential/.test(name)))
      row(`450 seeds, ${name}`, 100, (s, seed) =>
        bimodality(
          times(450, () => draw(s)),
          { replicates, seed },
        ),
      );
  },
  successProbability() {
    /** @type {Record<string, readonly number[]>} */
    const curves = {
      "smooth: .03 .2 .5 .8 .97": [0.03, 0.2, 0.5, 0.8, 0.97],
      "smooth and steep: 0 .07 .5 .93 1": [0, 0.07, 0.5, 0.93, 1],
      "step from 0 to 1": [0, 0, 1, 1, 1],
      "step from .1 to .9": [0.1, 0.1, 0.9, 0.9, 0.9],
      "step from .2 to .7": [0.2, 0.2, 0.7, 0.7, 0.7],
      "no trend, .5": [0.5, 0.5, 0.5, 0.5, 0.5],
    };
    for (const n of [9, 10, 25, 50, 90])
      for (const [name, p] of Object.entries(curves))
        row(`5 scales x ${n} seeds, ${name}`, 200, (s, seed) => {
          const runs = p.flatMap((share, scale) =>
            times(n, () => s.uniform()).map((u) => ({ scale, success: u < share })),
          );
          return successProbability(runs, { replicates, seed });
        });
  },
  acceleration() {
    const n = 10_000;
    for (const sizes of [5, 9])
      for (const scatter of [0, 0.1])
        for (const [name, curvature] of /** @type {const} */ ([
          ["the law", 0],
          ["accelerated, curvature -.1", -0.1],
          ["sub-scaling, curvature .1", 0.1],
        ]))
          row(`${sizes} sizes over 2 decades, scatter of F ${scatter}, ${name}`, 1000, (s) => {
            const z = times(sizes, (i) => Math.log(100) * (i / (sizes - 1) - 0.5));
            const f = z.map((one) => 0.5 - 0.5 * one + (curvature * one * one) / 2 + scatter * s.normal());
            const rates = f.map((one) => s.binomial(n, Math.exp(-Math.exp(one))) / n);
            const scale = z.map((one) => 1e9 * Math.exp(one));
            return acceleration(scale, rates, { trials: n });
          });
  },
  simultaneity() {
    const tasks = 5;
    for (const n of [24, 51]) {
      const curve = (/** @type {Random} */ s, /** @type {number} */ place, width = 0, memory = 0) => {
        let error = s.normal();
        return times(n, (i) => {
          error = memory * error + Math.sqrt(1 - memory ** 2) * s.normal();
          const up = width === 0 ? Number(i >= place) : 1 / (1 + Math.exp(-(i + 0.5 - place) / width));
          return 0.25 + 0.5 * up + 0.05 * error;
        });
      };
      const anywhere = (/** @type {Random} */ s) => s.integer(3, n - 3);
      const run = (
        /** @type {string} */ label,
        /** @type {(place: number, s: Random) => number} */ placeOf,
        width = 0,
        memory = 0,
      ) =>
        row(`${n} checkpoints, ${tasks} tasks, ${label}`, 200, (s, seed) => {
          const place = anywhere(s);
          const curves = Array.from({ length: tasks }, () => curve(s, placeOf(place, s), width, memory));
          return simultaneity(curves, curve(s, place, width, memory), { replicates, seed });
        });
      run("jumps at one place", (place) => place);
      run("sigmoids at one place, 10 to 90 % in 4 checkpoints", (place) => place, 0.9);
      run("jumps at one place, noise with memory .7", (place) => place, 0, 0.7);
      run("jumps that follow by 2 checkpoints", (place) => Math.min(n - 3, place + 2));
      run("jumps anywhere", (_, s) => anywhere(s));
      row(`${n} checkpoints, ${tasks} tasks, jumps together, elsewhere`, 200, (s, seed) => {
        const [place, other] = [anywhere(s), anywhere(s)];
        return simultaneity(
          Array.from({ length: tasks }, () => curve(s, other)),
          curve(s, place),
          { replicates, seed },
        );
      });
      for (const memory of [0, 0.7])
        row(`${n} checkpoints, ${tasks} tasks, straight lines, memory ${memory}`, 200, (s, seed) => {
          const line = () => curve(s, n, 0, memory).map((one, i) => one + (0.5 * i) / n);
          return simultaneity(Array.from({ length: tasks }, line), line(), { replicates, seed });
        });
    }
  },
  lossThreshold() {
    const [chance, trials] = [0.25, 1000];
    /** Loss from 5.5 to 2.5. @type {Record<string, (loss: number) => number>} */
    const curves = {
      "threshold at 3.8, then straight to .6": (l) => 0.27 * Math.max(0, 3.8 - l),
      "threshold at 3.8, then bent": (l) => 0.54 * (1 - Math.exp(-Math.max(0, 3.8 - l))),
      "threshold at 3, few models after it": (l) => 0.3 * Math.max(0, 3 - l),
      "logistic about 3.2, width .25": (l) => 0.5 / (1 + Math.exp((l - 3.2) / 0.25)),
      "exponential in loss": (l) => 0.4 * Math.exp(-(l - 2.5) / 0.6),
      "straight line": (l) => 0.12 * (5.5 - l),
      "chance everywhere": () => 0,
    };
    const test = (
      /** @type {number} */ models,
      /** @type {(loss: number) => number} */ above,
      /** @type {Random} */ s,
      /** @type {number} */ seed,
    ) => {
      const loss = times(models, () => 2.5 + 3 * s.uniform() ** 1.5);
      const score = loss.map((l) => {
        const scattered = chance + above(l) * (1 + 0.08 * s.normal());
        return s.binomial(trials, Math.min(1, Math.max(0, scattered))) / trials;
      });
      return lossThreshold(loss, score, { chance, trials, replicates, seed });
    };
    for (const models of [35, 104]) {
      for (const [name, above] of Object.entries(curves))
        row(`${models} models, ${name}`, 200, (s, seed) => test(models, above, s, seed));
      row(`${models} models, interval of the straight curve's threshold`, 200, (s, seed) => {
        const found = test(models, (l) => 0.27 * Math.max(0, 3.8 - l), s, seed);
        if (found.kind === "failed") return found;
        return { kind: found.interval.lower <= 3.8 && found.interval.upper >= 3.8 ? "covers" : "misses" };
      });
    }
  },
};

const asked = process.argv.slice(2);
for (const [name, run] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`${name}, ${replicates} replicates`);
  run();
}
