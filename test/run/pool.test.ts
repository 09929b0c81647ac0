import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test, vi } from "vitest";
import { Interrupted, runPool } from "../../run/pool";

const file = join(import.meta.dirname, "..", "..", "run", "dist", "worker.js");

/** Runs a function as written here at the numbers, and gives what was reported, in the order of the reports. */
function pool(task: (input: { n: number }) => unknown, numbers: number[], workers = 2, megabytes?: number) {
  const seen: [number, unknown][] = [];
  const running = runPool(
    numbers.map((n, index) => ({ index, input: { n } })),
    {
      file,
      start: { task: { kind: "text", text: task.toString(), folder: process.cwd(), references: [] } },
      workers,
      ...(megabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
      onValue: (index, value) => void seen.push([index, value]),
      describe: (index) => `point ${index}`,
    },
  );
  return { ...running, seen };
}

describe("runPool", () => {
  test("answers each job once, whatever the number of threads", async () => {
    for (const workers of [1, 3, 50]) {
      const { finished, seen } = pool(({ n }) => n, [5, 6, 7, 8, 9], workers);
      await finished;
      expect(seen.sort(([a], [b]) => a - b)).toEqual([5, 6, 7, 8, 9].map((n, i) => [i, n]));
    }
  });

  test("names the job at which the threads run out of memory", async () => {
    const hoard = ({ n }: { n: number }) => {
      const all: number[][] = [];
      while (n === 2) all.push(new Array(1000).fill(n));
      return n;
    };
    const { finished, seen } = pool(hoard, [0, 1, 2, 3, 4], 1, 32);
    await expect(finished).rejects.toThrow(/^sweep: the worker died twice at point 2: Error: .*memory/);
    expect(seen.map(([index]) => index)).toEqual(expect.arrayContaining([0, 1]));
    expect(seen.map(([index]) => index)).not.toContain(2);
  });

  test("stops, and tries nothing again, where somebody else ends its threads", async () => {
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    const own: Worker[] = [];
    const on = vi.spyOn(Worker.prototype, "on").mockImplementation(function (this: Worker, ...args) {
      if (!own.includes(this)) own.push(this);
      return Object.getPrototypeOf(Worker.prototype).on.apply(this, args);
    });
    const { finished, seen } = pool(() => new Promise(() => {}), [1, 2, 3]);
    on.mockRestore();
    expect(own).toHaveLength(2);
    await own[0]?.terminate();
    await expect(finished).rejects.toThrow(Interrupted);
    expect(seen).toEqual([]);
    expect(new Set(terminate.mock.contexts)).toEqual(new Set(own));
    terminate.mockRestore();
  });

  test("is stopped with the reason given, once all threads have ended", async () => {
    const { finished, stop } = pool(() => {
      for (;;);
    }, [1, 2]);
    setTimeout(stop, 100, new Error("enough"));
    setTimeout(stop, 100, new Error("too late"));
    await expect(finished).rejects.toThrow("enough");
  });

  test("says where the task cannot be loaded", async () => {
    const { finished } = pool({ toString: () => "({ method() {} }" } as never, [1]);
    await expect(finished).rejects.toThrow("sweep: the task cannot be loaded: SyntaxError");
  });
});
