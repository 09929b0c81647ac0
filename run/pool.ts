import { once } from "node:events";
import { Worker, type WorkerOptions } from "node:worker_threads";
import type { Answer, Job, Task, Thrown } from "./messages";

/** Work given to a worker at a time, in milliseconds: long against the cost of a message, short against human patience. */
const portion = 50;
const largestPortion = 64; // points
const tries = 2;

export interface PoolOptions {
  readonly file: string;
  readonly task: Task;
  readonly workers: number;
  readonly resourceLimits?: WorkerOptions["resourceLimits"];
  onValue(answer: Answer & { readonly kind: "value" }): void;
  /** Text of a point, for errors. */
  describe(index: number): string;
}

export interface Pool {
  /** Resolves when all jobs are answered, rejects with the first error; in both cases after all threads have ended. */
  readonly finished: Promise<void>;
  /** Ends all threads and rejects. */
  stop(reason: Error): void;
}

/** The work was stopped from outside, by a signal or by terminating a thread. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

interface Thread {
  readonly worker: Worker;
  /** Indices of the jobs given and not yet answered, in order. */
  readonly given: number[];
  /** Time at which they were given, and their number then. */
  since: number;
  size: number;
  /** The error that ended it. */
  cause: unknown;
  /** Whether it has announced that it ends by itself. */
  exits: boolean;
}

/** A worker's error as an Error of this thread. */
function asError({ name, message, stack }: Thrown): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}

const failure = (what: string, error: Thrown) =>
  new Error(`sweep: ${what}: ${error.name}: ${error.message}`, { cause: asError(error) });

/**
 * Asks a thread that has nothing to do to end by itself. It rests for a moment first: Node may crash when a thread goes while V8
 * still compiles its code in the background (the assertion `ForIsolate` in node_platform.cc).
 */
function retire(worker: Worker): Promise<unknown> {
  const gone = once(worker, "exit");
  worker.postMessage(undefined);
  return gone;
}

/**
 * Runs jobs on worker threads. A thread that dies (process.exit, out of memory) is replaced, and the job it was working on is
 * tried once more, alone; a second death is an error that names the job. A thread that ends without an error and without
 * announcing it was terminated from outside (as an interrupted kernel does with all threads): then everything stops.
 */
export function runPool(jobs: readonly Job[], options: PoolOptions): Pool {
  const threads = new Set<Thread>();
  const deaths = new Map<number, number>();
  const again: number[] = [];
  const ended: Promise<unknown>[] = [];
  const byIndex = new Map(jobs.map((job) => [job.index, job]));
  let next = 0;
  let left = jobs.length;
  let perJob = portion; // milliseconds, a running mean
  let over = false;
  let settle: { resolve(): void; reject(error: Error): void };
  const finished = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });

  function end(error?: Error): void {
    if (over) return;
    over = true;
    for (const { worker, given } of threads) ended.push(given.length === 0 ? retire(worker) : worker.terminate());
    void Promise.allSettled(ended).then(() => (error === undefined ? settle.resolve() : settle.reject(error)));
  }

  function portionFor(): number[] {
    const suspect = again.findIndex((index) => deaths.has(index));
    if (suspect >= 0) return again.splice(suspect, 1);
    const waiting = again.length + jobs.length - next;
    const fair = Math.ceil(waiting / (2 * options.workers));
    const count = Math.min(waiting, largestPortion, fair, Math.max(1, Math.floor(portion / perJob)));
    const indices = again.splice(0, count);
    while (indices.length < count) indices.push((jobs[next++] as Job).index);
    return indices;
  }

  function give(thread: Thread): void {
    const indices = portionFor();
    if (indices.length === 0) return;
    for (const index of indices) thread.given.push(index);
    thread.since = performance.now();
    thread.size = indices.length;
    thread.worker.postMessage(indices.map((index) => byIndex.get(index) as Job));
  }

  function take(thread: Thread, answer: Answer): void {
    switch (answer.kind) {
      case "exit":
        thread.exits = true;
        return;
      case "unloadable":
        end(failure("the task cannot be loaded", answer.error));
        return;
      case "thrown":
        end(failure(`the task failed at ${options.describe(answer.index)}`, answer.error));
        return;
      case "unsendable":
        end(
          new TypeError(
            `sweep: the task's value${answer.problem} at ${options.describe(answer.index)}, which a worker cannot send: return numbers, arrays and plain objects`,
          ),
        );
        return;
      case "value":
        thread.given.splice(thread.given.indexOf(answer.index), 1);
        options.onValue(answer);
        left -= 1;
        if (left === 0) end();
        else if (thread.given.length === 0) {
          perJob = (perJob + (performance.now() - thread.since) / thread.size) / 2;
          give(thread);
        }
    }
  }

  function bury(thread: Thread, code: number): void {
    threads.delete(thread);
    if (over) return;
    if (!thread.exits && thread.cause === undefined) {
      end(new Interrupted());
      return;
    }
    const [at, ...rest] = thread.given;
    for (const index of rest) again.push(index);
    if (at !== undefined) {
      const count = (deaths.get(at) ?? 0) + 1;
      deaths.set(at, count);
      again.push(at);
      const cause =
        thread.cause instanceof Error ? `${thread.cause.name}: ${thread.cause.message}` : `exit code ${code}`;
      if (count === tries) {
        const message = `sweep: the worker died twice at ${options.describe(at)}: ${cause}`;
        end(new Error(message, { cause: thread.cause }));
        return;
      }
    }
    if (again.length + jobs.length - next > 0) start();
  }

  function start(): void {
    const worker = new Worker(options.file, {
      workerData: options.task,
      execArgv: [],
      ...(options.resourceLimits && { resourceLimits: options.resourceLimits }),
    });
    const thread: Thread = { worker, given: [], since: 0, size: 0, cause: undefined, exits: false };
    threads.add(thread);
    const guarded = (work: () => void) => {
      if (over) return;
      try {
        work();
      } catch (error) {
        end(error instanceof Error ? error : new Error(String(error)));
      }
    };
    worker.on("message", (answer: Answer) => guarded(() => take(thread, answer)));
    worker.on("messageerror", (error) => guarded(() => end(error)));
    worker.on("error", (error) => {
      thread.cause = error;
    });
    worker.on("exit", (code) => bury(thread, code));
    give(thread);
  }

  for (let i = Math.min(options.workers, jobs.length); i > 0; i--) start();
  return { finished, stop: end };
}
