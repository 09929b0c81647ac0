import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test, vi } from "vitest";
import { Interrupted, runPool } from "../../run/pool";

const file = join(import.meta.dirname, "..", "..", "run", "dist", "worker.js");
const tasks = join(import.meta.dirname, "tasks.cjs");

/** Runs a task at the numbers, and gives what was reported, in the order of the reports. */
function pool(name: string, numbers: number[], workers = 2, megabytes?: number) {
  const seen: [number, unknown][] = [];
  const running = runPool(
    numbers.map((n, index) => ({ index, input: { n } })),
    {
      file,
      task: { file: tasks, name },
      workers,
      ...(megabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
      onValue: ({ index, value }) => void seen.push([index, value]),
      describe: (index) => `point ${index}`,
    },
  );
  return { ...running, seen };
}

describe("runPool", () => {
  test("answers each job once, whatever the number of threads", async () => {
    for (const workers of [1, 3, 50]) {
      const { finished, seen } = pool("plusOne", [5, 6, 7, 8, 9], workers);
      await finished;
      expect(seen.sort(([a], [b]) => a - b)).toEqual([6, 7, 8, 9, 10].map((n, i) => [i, n]));
    }
  });

  test("names the job at which the threads run out of memory", async () => {
    const { finished, seen } = pool("hoards", [0, 1, 2, 3, 4], 1, 32);
    await expect(finished).rejects.toThrow(/^sweep: the worker died twice at point 2: Error: .*memory/);
    expect(seen.map(([index]) => index)).toEqual(expect.arrayContaining([0, 1]));
    expect(seen.map(([index]) => index)).not.toContain(2);
  });

  test.each(["waits", "loops"])(
    "stops, and tries nothing again, if somebody else ends one of its threads: %s",
    async (task) => {
      const terminate = vi.spyOn(Worker.prototype, "terminate");
      const post = vi.spyOn(Worker.prototype, "postMessage");
      const { finished, seen } = pool(task, [1, 2, 3]);
      const started = new Set(post.mock.contexts as Worker[]);
      expect(started.size).toBe(2);
      await [...started][0]?.terminate();
      await expect(finished).rejects.toThrow(Interrupted);
      expect(seen).toEqual([]);
      expect(post).toHaveBeenCalledTimes(2);
      expect(new Set(terminate.mock.contexts)).toEqual(started);
      post.mockRestore();
      terminate.mockRestore();
    },
  );

  test("is stopped with the reason given, once all threads have ended", async () => {
    const { finished, stop } = pool("loops", [1, 2]);
    setTimeout(stop, 100, new Error("enough"));
    setTimeout(stop, 100, new Error("too late"));
    await expect(finished).rejects.toThrow("enough");
  });

  test("says that the task cannot be loaded", async () => {
    const { finished } = pool("none", [1]);
    await expect(finished).rejects.toThrow(/^sweep: the task cannot be loaded: TypeError: .*exports no function none/);
  });
});
