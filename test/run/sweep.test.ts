// Threads run the built package; the main thread here runs the sources.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, expectTypeOf, test } from "vitest";
import { type Row, type SweepProgress, sweep } from "../../run/index";

const require = createRequire(import.meta.url);
const { random } = require("@emergence/lib/stats") as typeof import("@emergence/lib/stats");
const work = mkdtempSync(join(tmpdir(), "emergence-sweep-"));
afterAll(() => rmSync(work, { recursive: true }));
const handlers = process.listenerCount("SIGINT"); // before any sweep
const bare = { seed: 1, workers: 2, cache: false } as const;

/** A number that depends on the seed, by the kit's own generator. */
const noisy = ({ mean, count, seed }: { mean: number; count: number; seed: number }) => {
  const { random } = require("@emergence/lib/stats");
  const stream = random(seed);
  const values = Float64Array.from({ length: count }, () => mean + stream.normal());
  return { values, last: values.at(-1) };
};

describe("rows", () => {
  test("are in the order of the grid, the last parameter fastest", async () => {
    const rows = await sweep(({ a, b }) => `${a}${b}`, { a: [1, 2], b: ["x", "y"] }, bare);
    expect(rows.map(({ value }) => value)).toEqual(["1x", "1y", "2x", "2y"]);
    expect(rows[1]).toEqual({ point: { a: 1, b: "y" }, seed: rows[1]?.seed, value: "1y" });
    expectTypeOf(rows).toEqualTypeOf<Row<{ a: number; b: "x" | "y" }, string>[]>();
  });

  test("are in the order of the grid also where later points are ready first", async () => {
    const slowFirst = ({ wait }: { wait: number }) => new Promise<number>((done) => setTimeout(done, wait, wait));
    const rows = await sweep(slowFirst, { wait: [200, 100, 1, 0] }, { ...bare, workers: 4 });
    expect(rows.map(({ value }) => value)).toEqual([200, 100, 1, 0]);
  });

  test("take a list of points", async () => {
    const rows = await sweep(
      ({ a, b }) => a - b,
      [
        { a: 1, b: 2 },
        { b: 7, a: 5 },
      ],
      bare,
    );
    expect(rows.map(({ value }) => value)).toEqual([-1, -2]);
  });

  test("are the same for 1, 2 and 8 workers", async () => {
    const grid = { mean: [0, 1, 2], count: [1, 10, 100], replicate: [0, 1] };
    const [one, two, eight] = await Promise.all(
      [1, 2, 8].map((workers) => sweep(noisy, grid, { seed: 5, workers, cache: false })),
    );
    expect(one).toHaveLength(18);
    expect(two).toEqual(one);
    expect(eight).toEqual(one);
    expect(new Set(one?.map(({ value }) => value.last)).size).toBe(18);
    const other = await sweep(noisy, grid, { seed: 6, workers: 2, cache: false });
    expect(other.map(({ value }) => value.last)).not.toEqual(one?.map(({ value }) => value.last));
  });

  test("keep their values when the grid grows", async () => {
    const few = await sweep(noisy, { mean: [0, 2], count: [3] }, bare);
    const many = await sweep(noisy, { count: [2, 3], mean: [0, 1, 2] }, bare);
    for (const { point, value } of few) {
      expect(many.find((row) => row.point.mean === point.mean && row.point.count === point.count)?.value).toEqual(
        value,
      );
    }
  });

  test("carry any number, typed array and nested object exactly", async () => {
    const odd = () => ({
      numbers: [-0, Number.NaN, Infinity, 0.1 + 0.2, undefined],
      typed: new Int8Array([1, -1]),
      map: new Map([["a", 1n]]),
    });
    const [row] = await sweep(odd, { only: [1] }, bare);
    expect(row?.value).toEqual(odd());
    expect(Object.is(row?.value.numbers[0], -0)).toBe(true);
  });

  test("of a thousand quick points are all there", async () => {
    const n = Array.from({ length: 1000 }, (_, i) => i);
    const rows = await sweep((point) => point.n ** 2, { n }, bare);
    expect(rows.map(({ value }) => value)).toEqual(n.map((i) => i * i));
  });
});

describe("the task", () => {
  test("may be a function of the kit", async () => {
    const { binomialSurvival } = require("@emergence/lib/stats") as typeof import("@emergence/lib/stats");
    expect(binomialSurvival).toBeTypeOf("function");
    const { hyperbolic } = writeModule("own", "exports.hyperbolic = ({ x }) => Math.cosh(x);");
    const rows = await sweep(hyperbolic as (point: { x: number }) => number, { x: [0, 1] }, bare);
    expect(rows.map(({ value }) => value)).toEqual([1, Math.cosh(1)]);
  });

  test("may hand on a function of the kit through another module", async () => {
    writeModule("inner", "exports.twice = ({ x }) => 2 * x;");
    const outer = writeModule(
      "outer",
      'const inner_1 = require("./inner.cjs"); Object.defineProperty(exports, "twice", { enumerable: true, get: () => inner_1.twice });',
    );
    const [row] = await sweep(outer.twice as (point: { x: number }) => number, { x: [4] }, bare);
    expect(row?.value).toBe(8);
  });

  test.each([
    ["a variable", (() => random(1)) as () => unknown, /^sweep: the task uses `\w+`, which a worker does not have/],
    [
      "a name of an earlier cell",
      new Function("point", "return exports.area(point)") as () => number,
      /the task uses `area`,/,
    ],
    [
      "an import of its cell",
      new Function("p", "return (0, systems_1.isingRun)(p)") as () => number,
      /the task uses `isingRun`,/,
    ],
  ])("that uses %s from around it is refused by name", async (_, task, message) => {
    await expect(sweep(task, { n: [1] }, bare)).rejects.toThrow(message);
  });

  test("that the kit has under the same name may be of before a rebuild, and the error says so", async () => {
    const old = new Function("point", "return (0, options_1.requireCount)(point)") as () => number;
    Object.defineProperty(old, "name", { value: "binomialSurvival" });
    await expect(sweep(old, { n: [1] }, bare)).rejects.toThrow("rebuilt meanwhile, so run the import cell again");
  });

  test("that fails ends the sweep with the point and the message", async () => {
    const task = ({ n }: { n: number }) => {
      if (n === 2) throw new RangeError("n is 2, needs another");
      return n;
    };
    const error = await sweep(task, { n: [1, 2, 3] }, { ...bare, workers: 1 }).catch((thrown) => thrown);
    expect(error.message).toBe("sweep: the task failed at { n: 2 }: RangeError: n is 2, needs another");
    expect(error.cause).toMatchObject({ name: "RangeError", message: "n is 2, needs another" });
  });

  test.each([
    ["a function", () => ({ a: [() => 1] }), "the value.a[0] is a function"],
    ["an instance of a class", () => ({ a: new (class Lattice {})() }), "the value.a is an instance of Lattice"],
    ["shared memory", () => new Float64Array(new SharedArrayBuffer(8)), "the value.buffer is a SharedArrayBuffer"],
  ])("that returns %s is refused, with the place", async (_, task, message) => {
    await expect(sweep(task as () => unknown, { n: [1] }, bare)).rejects.toThrow(message);
  });

  test.each([
    ["no function", 3, "the task is a number, needs a function"],
    ["a bound one", Math.max.bind(null), "has no text"],
    ["a native one", Math.sqrt, "has no text"],
    ["a class", class Model {}, "is the class Model"],
  ])("that is %s is refused", async (_, task, message) => {
    await expect(sweep(task as () => unknown, { n: [1] }, bare)).rejects.toThrow(message);
  });
});

describe("a worker that dies", () => {
  test("is replaced, and its point is tried once more", async () => {
    const marker = join(work, "died-once");
    const task = ({ n, marker }: { n: number; marker: string }) => {
      const { existsSync, writeFileSync } = require("node:fs");
      if (n === 200 && !existsSync(marker)) {
        writeFileSync(marker, "");
        process.exit(7);
      }
      return 10 * n;
    };
    // So many that the worker has been given others along with the one it dies at.
    const n = Array.from({ length: 300 }, (_, i) => i);
    const rows = await sweep(task, { n, marker: [marker] }, bare);
    expect(existsSync(marker)).toBe(true);
    expect(rows.map(({ value }) => value)).toEqual(n.map((i) => 10 * i));
  });

  test("twice at the same point ends the sweep with an error that names it", async () => {
    const task = ({ n }: { n: number }) => (n === 3 ? process.exit(7) : n);
    await expect(sweep(task, { n: [1, 2, 3, 4] }, bare)).rejects.toThrow(
      "sweep: the worker died twice at { n: 3 }: exit code 7",
    );
  });

  test("of an error in the background, too", async () => {
    const task = ({ n }: { n: number }) =>
      new Promise(() => {
        setTimeout(() => {
          throw new Error(`late ${n}`);
        });
      });
    await expect(sweep(task, { n: [1] }, bare)).rejects.toThrow("died twice at { n: 1 }: Error: late 1");
  });
});

describe("onProgress", () => {
  test("tells each point", async () => {
    const states: SweepProgress[] = [];
    await sweep(({ n }) => n, { n: [1, 2, 3] }, { ...bare, onProgress: (state) => void states.push(state) });
    expect(states).toEqual([0, 1, 2, 3].map((done) => ({ done, total: 3, cached: 0 })));
  });

  test("may be a bar, which ends with the sweep also where that fails", async () => {
    const calls: string[] = [];
    const bar = { set: (done: number) => void calls.push(`${done}`), done: () => void calls.push("end") };
    await sweep(({ n }) => n, { n: [1, 2] }, { ...bare, onProgress: bar });
    expect(calls).toEqual(["0", "1", "2", "end"]);
    const failing = () => {
      throw new Error("no");
    };
    await expect(sweep(failing, { n: [1] }, { ...bare, onProgress: bar })).rejects.toThrow();
    expect(calls.slice(4)).toEqual(["0", "end"]);
  });

  test("that throws ends the sweep with its error", async () => {
    const onProgress = ({ done }: SweepProgress) => {
      if (done === 1) throw new Error("no room");
    };
    await expect(sweep(({ n }) => n, { n: [1, 2] }, { ...bare, onProgress })).rejects.toThrow("no room");
  });
});

test.each([
  ["no options", undefined, "needs options with a seed"],
  ["a seed", { seed: 0.5 }, "seed 0.5, needs a whole number"],
  ["no workers", { seed: 1, workers: 0 }, "workers is 0, needs a whole number from 1"],
  ["half a worker", { seed: 1, workers: 1.5 }, "workers is 1.5, needs"],
  ["a cache", { seed: 1, cache: 3 }, "cache is 3, needs true, false or the name of a folder"],
  ["a bar", { seed: 1, onProgress: {} }, "onProgress needs a function, or a bar"],
])("bad options are refused: %s", async (_, options, message) => {
  await expect(sweep(({ n }) => n, { n: [1] }, options as never)).rejects.toThrow(message);
});

test("no handler of the signal stays behind", async () => {
  const both = Promise.all([1, 2].map((n) => sweep((point) => point.n, { n: [n] }, bare)));
  await both;
  await expect(sweep(() => Math.sqrt, { n: [1] }, bare)).rejects.toThrow();
  expect(process.listenerCount("SIGINT")).toBe(handlers);
});

test("whatever the grid, the rows are the task at its points", async () => {
  const axis = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(axis, axis, fc.integer({ min: 1, max: 3 }), async (a, b, workers) => {
      const rows = await sweep((point) => [point.a, point.b], { a, b }, { seed: 1, workers, cache: false });
      expect(rows.map(({ value }) => value)).toEqual(a.flatMap((x) => b.map((y) => [x, y])));
    }),
    { numRuns: 10 },
  );
});

function writeModule(name: string, text: string): Record<string, unknown> {
  writeFileSync(join(work, `${name}.cjs`), text);
  expect(readdirSync(work)).toContain(`${name}.cjs`);
  return require(join(work, `${name}.cjs`));
}
