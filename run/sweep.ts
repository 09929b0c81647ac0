import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { inNameOf, type Kinds, optionsOf, shown } from "@emergence/lib/core";
import { type Cache, cacheFolder, openCache } from "./cache";
import { withMethods } from "./fits";
import { type Grid, gridPoints, type PointOf } from "./grid";
import { onInterrupt } from "./interrupt";
import { plainText } from "./plainText";
import { pointSeed } from "./pointSeed";
import { Interrupted, runPool } from "./pool";
import { taskOf } from "./task";

/** Progress of a sweep, in points. */
export interface SweepProgress {
  /** Points with a value, including those from the cache. */
  readonly done: number;
  readonly total: number;
  /** Points with a value from the cache. */
  readonly cached: number;
}

export interface SweepOptions {
  /** Whole number from -2^31 to 2^31 - 1. Each point has its own seed, derived from this one, see `pointSeed`. */
  readonly seed: number;
  /** Number of threads, >= 1. Default: the number of processors. The rows do not depend on it. */
  readonly workers?: number;
  /** Function called after each point, or a bar: `progress("sweep", gridPoints(grid).length)` of @emergence/plot. */
  readonly onProgress?: ((state: SweepProgress) => void) | { set(done: number): void; done?(): void };
  /** Where values are kept for the next run: a folder, true for `.cache/sweeps` in the kit, or false for no cache. Default: true. */
  readonly cache?: boolean | string;
}

/** Kinds of the options, for their check; those that are `any` say themselves what they need. */
const sweepOptions: Kinds<SweepOptions> = { seed: "any", workers: "any", onProgress: "any", cache: "any" };

/** One point of a sweep. */
export interface Row<P, V> {
  readonly point: P;
  /** Seed of the point, passed to the task. */
  readonly seed: number;
  /** Value that the task returned. */
  readonly value: V;
}

const inWords = (point: object) =>
  `{ ${Object.entries(point)
    .map(([name, value]) => `${name}: ${plainText(value, name)}`)
    .join(", ")} }`;

// Tests run this file as TypeScript; a thread needs the built one.
const workerFile = () =>
  [join(__dirname, "worker.js"), join(__dirname, "dist", "worker.js")].find((file) => existsSync(file));

function workerCount(workers: unknown): number {
  if (workers === undefined) return Math.max(1, availableParallelism());
  if (Number.isSafeInteger(workers) && (workers as number) >= 1) return workers as number;
  throw new RangeError(`sweep: workers is ${shown(workers)}, needs a whole number from 1`);
}

/** Passes on each state; ends a bar whatever happens. */
function reporter(onProgress: unknown): { tell(state: SweepProgress): void; end(): void } {
  if (onProgress === undefined) return { tell: () => {}, end: () => {} };
  if (typeof onProgress === "function") return { tell: (state) => onProgress(state), end: () => {} };
  const bar = onProgress as { set?: unknown; done?: () => void } | null;
  const set = bar?.set;
  if (typeof set !== "function") throw new TypeError("sweep: onProgress needs a function, or a bar with `set(done)`");
  return { tell: ({ done }) => set.call(bar, done), end: () => bar?.done?.() };
}

async function run(
  task: unknown,
  grid: Grid,
  options: SweepOptions,
  interrupted: () => void,
): Promise<Row<unknown, unknown>[]> {
  await null; // leaves the cell's synchronous code, see onInterrupt
  const points = inNameOf("sweep", () => gridPoints(grid)) as object[];
  const { seed, workers, onProgress, cache } = optionsOf("sweep", options, sweepOptions);
  if (!Number.isInteger(seed) || seed !== (seed | 0)) {
    throw new RangeError(`sweep: seed ${shown(seed)}, needs a whole number from -2^31 to 2^31 - 1`);
  }
  const threads = workerCount(workers);
  const folder = cacheFolder("sweep", cache);
  const found = taskOf(task);
  const report = reporter(onProgress);
  const file = workerFile();
  if (file === undefined) throw new Error("sweep: the package @emergence/run is not built; npm run build");

  // Another V8 may compute a sine with another last digit.
  const group = `${process.versions.v8} ${process.arch}\n${found.file}\n${found.name}`;
  let kept: Cache | undefined = folder === undefined ? undefined : openCache(folder, found.name, group);
  const seeds = points.map((point) => pointSeed(seed, point));
  const keys = points.map((point, i) => `${plainText(point, found.name)} ${seeds[i]}`);
  const values = keys.map((key) => kept?.read(key));
  const jobs = points.flatMap((point, index) =>
    values[index] === undefined ? [{ index, input: { ...point, seed: seeds[index] } }] : [],
  );
  const cached = points.length - jobs.length;
  let done = cached;
  const tell = () => report.tell({ done, total: points.length, cached });

  try {
    tell();
    if (jobs.length > 0) {
      const pool = runPool(jobs, {
        file,
        task: found,
        workers: threads,
        describe: (index) => inWords(points[index] as object),
        onValue({ index, value, code }) {
          if (code === undefined) kept = undefined;
          else kept?.write(keys[index] as string, value, code);
          values[index] = { value };
          done += 1;
          tell();
        },
      });
      const ignore = onInterrupt(() => pool.stop(new Interrupted()));
      try {
        await pool.finished;
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        interrupted();
        error.message = `sweep: stopped with ${done} of ${points.length} points done${
          kept ? "; they are kept, and the same sweep goes on from there" : ""
        }`;
        throw error;
      } finally {
        ignore();
      }
    }
  } finally {
    report.end();
  }
  // Values are plain data here, from a thread or from a file.
  return Promise.all(
    points.map(async (point, i) => ({ point, seed: seeds[i] as number, value: await withMethods(values[i]?.value) })),
  );
}

/**
 * Calls a task at every point of a grid, on worker threads, and returns one row per point, in the order of the grid. The rows
 * depend only on the task, the grid and the seed: not on the number of workers, on cached values, or on which point finishes
 * first.
 *
 * The task is called with `{ ...point, seed }`, where `seed` is the seed of the point (see `pointSeed`). It must be a function
 * that a module exports, such as `isingRun` of the kit, because each worker loads the module and calls the function by name. To
 * use a function of your own, put it into a file and import it: `exports.area = ({ radius }) => …` in my-task.cjs, and
 * `import { area } from "./my-task.cjs"` in the cell. A task returns numbers, strings, arrays, typed arrays, fits, or plain objects of
 * these, or a promise of them. A fit arrives with its methods if its model is a curve of the kit or a formula.
 *
 * Each finished point is kept in a file, written whole or not at all. A second run reads it, and an interrupted sweep continues
 * where it stopped. A point is computed again if the code that computed it has changed (any package of the kit or file of your
 * own that the worker had loaded, or the version of an installed package), if V8 has, or if the file is damaged (with a
 * warning). Files that a task reads are not tracked: use `cache: false` for such a task. Nor are the imports of an ES module, so
 * values of a task in an .mjs file are not kept. `clearCache()` deletes all.
 *
 * Interrupt (Ctrl-C, or Jupyter's button) ends the threads. A thread that dies is replaced, and its point tried once more.
 *
 * @param grid values per parameter, meaning all combinations, the last parameter varying fastest; or a list of points
 * @throws (the promise rejects) RangeError or TypeError for a bad grid, task or option; an Error that names the point if the
 * task throws (no further point is started; finished ones are kept) or if a worker dies twice at the same point; an Error named
 * "Interrupted"
 * @example
 * import { trafficExact } from "@emergence/lib/systems";
 * import { sweep } from "@emergence/run";
 * const grid = { density: [0.25, 0.5], maxSpeed: [1], slowdown: [0] };
 * const rows = await sweep(trafficExact, grid, { seed: 1, workers: 1, cache: false });
 * rows.map(({ value }) => value); // => [0.25, 0.5]
 */
export function sweep<const G extends Grid, R>(
  task: (point: PointOf<G> & { seed: number }) => R,
  grid: G,
  options: SweepOptions,
): Promise<Row<PointOf<G>, Awaited<R>>[]> {
  // After an interrupt no cell waits for the promise: its rejection must not be reported as unhandled.
  const rows = run(task, grid, options, () => rows.catch(() => {}));
  return rows as Promise<Row<PointOf<G>, Awaited<R>>[]>;
}
