// Threads run the built package; the main thread here runs the sources.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, expectTypeOf, test, vi } from "vitest";
import { type Row, type SweepProgress, sweep } from "../../run/index";
import { tasks } from "./tasks";

const require = createRequire(import.meta.url);
const work = mkdtempSync(join(tmpdir(), "emergence-sweep-"));
afterAll(() => rmSync(work, { recursive: true }));
const handlers = process.listenerCount("SIGINT"); // before any sweep
const bare = { seed: 1, workers: 2, cache: false } as const;

describe("rows", () => {
  test("are in the order of the grid, the last parameter fastest", async () => {
    const rows = await sweep(tasks.joined, { a: [1, 2], b: ["x", "y"] }, bare);
    expect(rows.map(({ value }) => value)).toEqual(["1x", "1y", "2x", "2y"]);
    expect(rows[1]).toEqual({ point: { a: 1, b: "y" }, seed: rows[1]?.seed, value: "1y" });
    expectTypeOf(rows).toEqualTypeOf<Row<{ a: number; b: "x" | "y" }, string>[]>();
  });

  test("are in the order of the grid also where later points are ready first", async () => {
    const rows = await sweep(tasks.slow, { wait: [200, 100, 1, 0] }, { ...bare, workers: 4 });
    expect(rows.map(({ value }) => value)).toEqual([200, 100, 1, 0]);
  });

  test("take a list of points", async () => {
    const points = [
      { a: 1, b: "x" },
      { b: "y", a: 5 },
    ];
    const rows = await sweep(tasks.joined, points, bare);
    expect(rows.map(({ value }) => value)).toEqual(["1x", "5y"]);
  });

  test("are the same for 1, 2 and 8 workers", async () => {
    const grid = { mean: [0, 1, 2], count: [1, 10, 100], replicate: [0, 1] };
    const [one, two, eight] = await Promise.all(
      [1, 2, 8].map((workers) => sweep(tasks.noisy, grid, { seed: 5, workers, cache: false })),
    );
    expect(one).toHaveLength(18);
    expect(two).toEqual(one);
    expect(eight).toEqual(one);
    expect(new Set(one?.map(({ value }) => value.last)).size).toBe(18);
    const other = await sweep(tasks.noisy, grid, { seed: 6, workers: 2, cache: false });
    expect(other.map(({ value }) => value.last)).not.toEqual(one?.map(({ value }) => value.last));
  });

  test("keep their values when the grid grows", async () => {
    const few = await sweep(tasks.noisy, { mean: [0, 2], count: [3] }, bare);
    const many = await sweep(tasks.noisy, { count: [2, 3], mean: [0, 1, 2] }, bare);
    for (const { point, value } of few) {
      expect(many.find((row) => row.point.mean === point.mean && row.point.count === point.count)?.value).toEqual(
        value,
      );
    }
  });

  test("carry any number, typed array and nested object exactly", async () => {
    const [row] = await sweep(tasks.odd, { only: [1] }, bare);
    expect(row?.value).toEqual(tasks.odd());
    expect(Object.is(row?.value.numbers[0], -0)).toBe(true);
    const [cyclic] = await sweep(tasks.cyclic, { only: [1] }, bare);
    expect(cyclic?.value.itself).toBe(cyclic?.value);
  });

  test("of a thousand quick points are all there", async () => {
    const n = Array.from({ length: 1000 }, (_, i) => i);
    const rows = await sweep(tasks.square, { n }, bare);
    expect(rows.map(({ value }) => value)).toEqual(n.map((i) => i * i));
  });
});

describe("the task", () => {
  test("may be a function of the kit", async () => {
    const { trafficExact } = require("@emergence/lib/systems") as typeof import("@emergence/lib/systems");
    const rows = await sweep(trafficExact, { density: [0.25, 0.75], maxSpeed: [1], slowdown: [0] }, bare);
    expect(rows.map(({ value }) => value)).toEqual([0.25, 0.25]);
  });

  test("may be handed on by another module", async () => {
    writeModule("inner.cjs", "exports.twice = ({ x }) => 2 * x;");
    const outer = writeModule(
      "outer.cjs",
      'const inner_1 = require("./inner.cjs"); Object.defineProperty(exports, "twice", { enumerable: true, get: () => inner_1.twice });',
    );
    const [row] = await sweep(outer.twice as (point: { x: number }) => number, { x: [4] }, bare);
    expect(row?.value).toBe(8);
  });

  test("may be of an ES module, exported by another name than its own", async () => {
    const { half } = writeModule("half.mjs", "const inner = ({ x }) => x / 2;\nexport { inner as half };");
    const [row] = await sweep(half as (point: { x: number }) => number, { x: [4] }, bare);
    expect(row?.value).toBe(2);
  });

  test.each([
    ["written in place", ({ n }: { n: number }) => n, "exports the task task, so a worker cannot load it"],
    ["of a cell", Object.assign(function flips() {}), 'import { flips } from "./my-task.cjs";'],
    ["bound", Math.max.bind(null), "exports.task = "],
    ["built into the language", Math.sqrt, "exports the task sqrt,"],
    ["a class of a cell", class Model {}, "exports the task Model,"],
    ["of a module that has changed since", fresh(), "the file has changed since: run the import cell again"],
    ["no function", 3, "the task is a number, needs a function"],
    ["nothing", null, "the task is null, needs a function"],
  ])("that is %s is refused, and the error says what helps", async (_, task, message) => {
    await expect(sweep(task as () => unknown, { n: [1] }, bare)).rejects.toThrow(message);
  });

  test("whose file is gone, or has lost it, is an error that says so", async () => {
    const { gone } = writeModule("gone.cjs", "exports.gone = () => 1;");
    writeFileSync(join(work, "gone.cjs"), "exports.other = () => 1;");
    const lost = sweep(gone as () => number, { n: [1] }, bare);
    await expect(lost).rejects.toThrow(/^sweep: the task cannot be loaded: TypeError: .*exports no function gone/);
    rmSync(join(work, "gone.cjs"));
    const missing = sweep(gone as () => number, { n: [1] }, bare);
    await expect(missing).rejects.toThrow("sweep: the task cannot be loaded: Error: Cannot find module");
  });

  test("that fails ends the sweep with the point and the message", async () => {
    const error = await sweep(tasks.failsAtTwo, { n: [1, 2, 3] }, { ...bare, workers: 1 }).catch((thrown) => thrown);
    expect(error.message).toBe("sweep: the task failed at { n: 2 }: RangeError: n is 2, needs another");
    expect(error.cause).toMatchObject({ name: "RangeError", message: "n is 2, needs another" });
  });

  test.each([
    ["a function", tasks.functions, "the task's value.a[0] is a function at { n: 1 }"],
    ["a symbol in a Map", tasks.inMap, "the task's value[0][1].b is a symbol"],
    ["an instance of a class", tasks.instances, "the task's value.a is an instance of Lattice"],
    [
      "a fit of a model of one's own",
      tasks.ownModel,
      "value[0] is a fit of a model of your own: return its numbers alone",
    ],
    ["shared memory", tasks.shared, "the task's value.a is shared memory"],
    ["a proxy", tasks.proxies, "the task failed at { n: 1 }: DataCloneError"],
  ])("that returns %s is refused, with the place", async (_, task, message) => {
    await expect(sweep(task, { n: [1] }, bare)).rejects.toThrow(message);
  });
});

describe("a task that returns fits", () => {
  test.each(["from a thread", "from the cache"])("hands them back with their methods and infinities: %s", async () => {
    const cache = join(work, "fits");
    const [row] = await sweep(tasks.fits, { k: [0.5] }, { ...bare, cache });
    const direct = tasks.fits({ k: 0.5 });
    if (row === undefined) throw new Error("no row");
    const { logistic, others } = row.value;
    for (const [one, expected] of [
      [logistic, direct.logistic],
      [others[0], direct.others[0]],
      [others[1], direct.others[1]],
    ]) {
      if (one?.kind !== "fit" || expected?.kind !== "fit") throw new Error("no fit");
      expect(one.predict([0.5, 9])).toEqual(expected.predict([0.5, 9]));
      expect(one.band(2.5)).toEqual(expected.band(2.5));
      expect(one.profile()).toEqual(expected.profile());
      expect(one.standardErrors).toEqual(expected.standardErrors);
    }
    expect(others[2]).toEqual(direct.others[2]);
  });

  test("of a model of one's own gets their numbers", async () => {
    const [row] = await sweep(tasks.ownModelNumbers, { n: [1] }, bare);
    expect(row?.value[0]).toMatchObject({ kind: "fit", name: "mine", origin: undefined });
  });
});

describe("a worker that dies", () => {
  test("is replaced, and its point is tried once more", async () => {
    const marker = join(work, "died-once");
    // So many that the worker has been given others along with the one it dies at.
    const n = Array.from({ length: 300 }, (_, i) => i);
    const rows = await sweep(tasks.diesOnce, { n, marker: [marker] }, bare);
    expect(existsSync(marker)).toBe(true);
    expect(rows.map(({ value }) => value)).toEqual(n.map((i) => 10 * i));
  });

  test.each([0, 1, 7])(
    "twice at the same point, with code %d, ends the sweep with an error that names it",
    async (exit) => {
      await expect(sweep(tasks.dies, { n: [1, 2, 3, 4], exit: [exit] }, bare)).rejects.toThrow(
        `sweep: the worker died twice at { n: 3, exit: ${exit} }: exit code ${exit}`,
      );
    },
  );

  test("of an error in the background, too", async () => {
    await expect(sweep(tasks.throwsLate, { n: [1] }, bare)).rejects.toThrow("died twice at { n: 1 }: Error: late 1");
  });
});

describe("onProgress", () => {
  test("tells each point", async () => {
    const states: SweepProgress[] = [];
    await sweep(tasks.square, { n: [1, 2, 3] }, { ...bare, onProgress: (state) => void states.push(state) });
    expect(states).toEqual([0, 1, 2, 3].map((done) => ({ done, total: 3, cached: 0 })));
  });

  test("may be a bar, which ends with the sweep also where that fails", async () => {
    const calls: string[] = [];
    const bar = { set: (done: number) => void calls.push(`${done}`), done: () => void calls.push("end") };
    await sweep(tasks.square, { n: [1, 2] }, { ...bare, onProgress: bar });
    expect(calls).toEqual(["0", "1", "2", "end"]);
    await expect(sweep(tasks.failsAtTwo, { n: [2] }, { ...bare, onProgress: bar })).rejects.toThrow();
    expect(calls.slice(4)).toEqual(["0", "end"]);
  });

  test("that throws ends the sweep with its error", async () => {
    const onProgress = ({ done }: SweepProgress) => {
      if (done === 1) throw new Error("no room");
    };
    await expect(sweep(tasks.square, { n: [1, 2] }, { ...bare, onProgress })).rejects.toThrow("no room");
  });
});

test.each([
  ["no options", undefined, "sweep: options undefined, needs an object"],
  ["a seed", { seed: 0.5 }, "seed 0.5, needs a whole number"],
  ["no workers", { seed: 1, workers: 0 }, "workers is 0, needs a whole number from 1"],
  ["half a worker", { seed: 1, workers: 1.5 }, "workers is 1.5, needs"],
  ["a cache", { seed: 1, cache: 3 }, "cache is 3, needs true, false or the name of a folder"],
  ["a bar", { seed: 1, onProgress: {} }, "onProgress needs a function, or a bar"],
])("bad options are refused: %s", async (_, options, message) => {
  await expect(sweep(tasks.square, { n: [1] }, options as never)).rejects.toThrow(message);
});

test("no handler of the signal stays behind", async () => {
  const both = Promise.all([1, 2].map((n) => sweep(tasks.square, { n: [n] }, bare)));
  await both;
  await expect(sweep(tasks.functions, { n: [1] }, bare)).rejects.toThrow();
  expect(process.listenerCount("SIGINT")).toBe(handlers);
});

test("nothing is printed", async () => {
  const out = vi.spyOn(process.stdout, "write");
  const error = vi.spyOn(process.stderr, "write");
  await sweep(tasks.square, { n: [1, 2] }, bare);
  expect([...out.mock.calls, ...error.mock.calls]).toEqual([]);
  out.mockRestore();
  error.mockRestore();
});

test("whatever the grid, the rows are the task at its points", { tags: ["slow"] }, async () => {
  const axis = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(axis, axis, fc.integer({ min: 1, max: 3 }), async (a, b, workers) => {
      const rows = await sweep(tasks.itself, { a, b }, { seed: 1, workers, cache: false });
      expect(rows.map(({ value }) => value)).toEqual(a.flatMap((x) => b.map((y) => ({ a: x, b: y }))));
    }),
    { numRuns: 10 },
  );
});

/** Loads a module that is written now. */
function writeModule(name: string, text: string): Record<string, unknown> {
  writeFileSync(join(work, name), text);
  return require(join(work, name));
}

/** A function of a module that has been loaded anew meanwhile, as kernels do after a build. */
function fresh(): unknown {
  const { old } = writeModule("old.cjs", "exports.old = () => 1;");
  delete require.cache[require.resolve(join(work, "old.cjs"))];
  writeModule("old.cjs", "exports.old = () => 2;");
  return old;
}
