import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Cache, cacheFolder, openCache } from "./cache";
import { fingerprint } from "./fingerprint";
import { type Grid, gridPoints, type PointOf } from "./grid";
import { onInterrupt } from "./interrupt";
import { plainText } from "./plainText";
import { pointSeed } from "./pointSeed";
import { Interrupted, runPool } from "./pool";
import { isKitName, taskSource } from "./task";

/** How far a sweep is, in points. */
export interface SweepProgress {
  /** Points whose value is there, those from the cache included. */
  readonly done: number;
  readonly total: number;
  /** Points whose value came from the cache. */
  readonly cached: number;
}

export interface SweepOptions {
  /** Whole number from -2^31 to 2^31 - 1; each point has a seed of its own derived from it, see `pointSeed`. */
  readonly seed: number;
  /** Threads, from 1; by default as many as the machine has processors. The rows do not depend on it. */
  readonly workers?: number;
  /** Called after each point, or a bar: `progress("sweep", gridPoints(grid).length)` of @emergence/plot. */
  readonly onProgress?: ((state: SweepProgress) => void) | { set(done: number): void; done?(): void };
  /** Where values are kept for the next run: true (the default) for `.cache/sweeps` in the kit, a folder, or false for nowhere. */
  readonly cache?: boolean | string;
}

/** One point of a sweep. */
export interface Row<P, V> {
  readonly point: P;
  /** The point's own seed, which the task was called with. */
  readonly seed: number;
  /** What the task returned. */
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
  throw new RangeError(`sweep: workers is ${JSON.stringify(workers)}, needs a whole number from 1`);
}

/** Called with each state; a bar is ended whatever comes. */
function reporter(onProgress: unknown): { tell(state: SweepProgress): void; end(): void } {
  if (onProgress === undefined) return { tell: () => {}, end: () => {} };
  if (typeof onProgress === "function") return { tell: (state) => onProgress(state), end: () => {} };
  const bar = onProgress as { set?: unknown; done?: () => void } | null;
  const set = bar?.set;
  if (typeof set !== "function") throw new TypeError("sweep: onProgress needs a function, or a bar with `set(done)`");
  return { tell: ({ done }) => set.call(bar, done), end: () => bar?.done?.() };
}

/** A function of the kit that was imported before a rebuild is not found in its module, and fails like one of a cell. */
function hinted(error: unknown, name: string): unknown {
  if (error instanceof Error && /^sweep: the task uses /.test(error.message) && isKitName(name)) {
    error.message += ` (if ${name} is the kit's: it was rebuilt meanwhile, so run the import cell again)`;
  }
  return error;
}

async function run(
  task: unknown,
  grid: Grid,
  options: SweepOptions,
  interrupted: () => void,
): Promise<Row<unknown, unknown>[]> {
  await null; // out of the cell's own stretch of code, for onInterrupt
  const points = gridPoints(grid) as object[];
  if (typeof options !== "object" || options === null)
    throw new TypeError("sweep: needs options with a seed: { seed: 1 }");
  const { seed, workers, onProgress, cache } = options;
  if (!Number.isInteger(seed) || seed !== (seed | 0)) {
    throw new RangeError(`sweep: seed ${seed}, needs a whole number from -2^31 to 2^31 - 1`);
  }
  const threads = workerCount(workers);
  const folder = cacheFolder("sweep", cache);
  const source = taskSource(task);
  const report = reporter(onProgress);
  const file = workerFile();
  if (file === undefined) throw new Error("sweep: the package @emergence/run is not built; npm run build");

  const name = (task as { readonly name: string }).name;
  const kept: Cache | undefined = folder === undefined ? undefined : openCache(folder, name, fingerprint(source));
  const seeds = points.map((point) => pointSeed(seed, point));
  const keys = points.map((point, i) => `${plainText(point, name)} ${seeds[i]}`);
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
        start: { task: source },
        workers: threads,
        describe: (index) => inWords(points[index] as object),
        onValue(index, value) {
          kept?.write(keys[index] as string, value);
          values[index] = { value };
          done += 1;
          tell();
        },
      });
      const ignore = onInterrupt(() => pool.stop(new Interrupted()));
      try {
        await pool.finished;
      } catch (error) {
        if (!(error instanceof Interrupted)) throw hinted(error, name);
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
  return points.map((point, i) => ({ point, seed: seeds[i] as number, value: values[i]?.value }));
}

/**
 * Calls a task at every point of a grid, on worker threads, and gives a row for each, in the order of the grid. The rows
 * depend on the task, the grid and the seed alone: not on the number of workers, on what was kept from earlier runs, or on
 * which point was ready first.
 *
 * The task is called with `{ ...point, seed }`, where `seed` is the point's own (see `pointSeed`), and may be
 * - a function of the kit or of any other module, such as `isingRun`: a worker loads the module and calls it by name;
 * - a function of a cell, which is sent as text. It may call functions that the notebook has imported; any other name from
 *   around it is an error that says which (values go into the grid).
 * It returns numbers, strings, arrays, typed arrays and plain objects of them, or a promise of such.
 *
 * Each finished point is kept in a file, written whole or not at all, under a key of the task's code, the point and its
 * seed: a second run reads it, an interrupted one goes on where it stopped, and after a change of the code (of any module
 * that the task's module requires) or of Node nothing old is found. A damaged file is computed again, with a warning.
 * What a task reads from files by itself is not seen: say `cache: false` there. `clearCache()` removes all.
 *
 * Interrupt (Ctrl-C, or Jupyter's button) ends the threads. One that dies is replaced and its point tried once more.
 *
 * @param grid all combinations of the values of each parameter, the last one fastest, or a list of points
 * @throws (the promise rejects) RangeError or TypeError for a bad grid, task or option; an Error that names the point
 * where the task fails (nothing further is started; what is finished is kept), or where a worker died at it twice; an
 * Error named "Interrupted"
 * @example
 * import { sweep } from "@emergence/run";
 * const rows = await sweep(({ a, b }) => a * b, { a: [1, 2], b: [10, 20] }, { seed: 1, workers: 1, cache: false });
 * rows.map(({ value }) => value); // => [10, 20, 20, 40]
 */
export function sweep<const G extends Grid, R>(
  task: (point: PointOf<G> & { seed: number }) => R,
  grid: G,
  options: SweepOptions,
): Promise<Row<PointOf<G>, Awaited<R>>[]> {
  // Who interrupts need not also be told of a promise that no cell waits for any more.
  const rows = run(task, grid, options, () => rows.catch(() => {}));
  return rows as Promise<Row<PointOf<G>, Awaited<R>>[]>;
}
