import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serialize } from "node:v8";
import { afterAll, describe, expect, test, vi } from "vitest";
import { clearCache, type SweepProgress, sweep } from "../../run/index";
import { tasks } from "./tasks";

const require = createRequire(import.meta.url);
const work = mkdtempSync(join(tmpdir(), "emergence-cache-"));
afterAll(() => rmSync(work, { recursive: true }));

let folders = 0;
/** A cache of its own, and a log with a line for each call of the task. */
function fresh() {
  const cache = join(work, `cache-${folders++}`);
  const log = `${cache}.log`;
  writeFileSync(log, "");
  return { cache, log, calls: () => readFileSync(log, "utf8").length };
}

const entries = (cache: string) =>
  readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".sweep"));
const some = (values: number[], log: string) => ({ n: values, log: [log] });

/** A file as the cache writes it, whatever is in it. */
const sealed = (body: Buffer) =>
  Buffer.concat([Buffer.from(`emergence sweep 2\n${createHash("sha256").update(body).digest("hex")}`), body]);

describe("a second run", () => {
  test("computes nothing and gives the same rows", async () => {
    const { cache, log, calls } = fresh();
    const first = await sweep(tasks.logged, some([1, 2, 3], log), { seed: 1, workers: 2, cache });
    const states: SweepProgress[] = [];
    const second = await sweep(tasks.logged, some([1, 2, 3], log), {
      seed: 1,
      cache,
      onProgress: (state) => void states.push(state),
    });
    expect(second).toEqual(first);
    expect(calls()).toBe(3);
    expect(states).toEqual([{ done: 3, total: 3, cached: 3 }]);
  });

  test("with a larger grid computes what is new; with another seed, all", async () => {
    const { cache, log, calls } = fresh();
    await sweep(tasks.logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    await sweep(tasks.logged, some([2, 3, 1], log), { seed: 1, workers: 1, cache });
    expect(calls()).toBe(3);
    await sweep(tasks.logged, some([1], log), { seed: 2, workers: 1, cache });
    expect(calls()).toBe(4);
    await sweep(tasks.logged, some([1], log), { seed: 1, workers: 1, cache: false });
    expect(calls()).toBe(5);
  });

  test("of another task, or of its namesake in another file, computes anew", async () => {
    const { cache } = fresh();
    const run = async (name: string, exported: string, text: string) => {
      writeFileSync(join(work, name), text);
      const task = require(join(work, name))[exported] as (point: { n: number }) => number;
      const [row] = await sweep(task, { n: [1] }, { seed: 1, workers: 1, cache });
      return row?.value;
    };
    const both = "exports.one = ({ n }) => n + 1; exports.two = ({ n }) => n + 2;";
    expect(await run("both.cjs", "one", both)).toBe(2);
    expect(await run("both.cjs", "two", both)).toBe(3);
    expect(await run("namesake.cjs", "one", "exports.one = ({ n }) => n + 3;")).toBe(4);
    expect(entries(cache)).toHaveLength(3);
  });

  test("after a change in a module that the task's module requires, late or first, computes anew", async () => {
    const { cache } = fresh();
    const part = join(work, "part.cjs");
    writeFileSync(join(work, "late.cjs"), 'exports.scaled = ({ n }) => n * require("./part.cjs").factor;');
    writeFileSync(
      join(work, "first.cjs"),
      'const { factor } = require("./between.cjs"); exports.scaled = ({ n }) => n * factor;',
    );
    writeFileSync(join(work, "between.cjs"), 'exports.factor = require("./part.cjs").factor;');
    const values = async (factor: number) => {
      writeFileSync(part, `exports.factor = ${factor};`);
      const found: unknown[] = [];
      for (const name of ["late", "first"]) {
        const { scaled } = require(join(work, `${name}.cjs`)) as { scaled(point: { n: number }): number };
        const cached: number[] = [];
        const onProgress = (state: SweepProgress) => void cached.push(state.cached);
        const [row] = await sweep(scaled, { n: [2] }, { seed: 1, workers: 1, cache, onProgress });
        found.push(row?.value, cached[0]);
      }
      return found;
    };
    expect(await values(3)).toEqual([6, 0, 6, 0]);
    expect(await values(3)).toEqual([6, 1, 6, 1]);
    expect(await values(5)).toEqual([10, 0, 10, 0]);
    expect(await values(3)).toEqual([6, 0, 6, 0]);
    rmSync(part);
    const { scaled } = require(join(work, "late.cjs")) as { scaled(point: { n: number }): number };
    const gone = sweep(scaled, { n: [2] }, { seed: 1, workers: 1, cache });
    await expect(gone).rejects.toThrow("Cannot find module './part.cjs'");
  });

  test("after a rebuild of the package that the task is of computes anew; after one of another, nothing", async () => {
    // A kit of its own: the built packages, with two that can be rebuilt.
    const kit = join(work, "kit");
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(kit, path)), { recursive: true });
      writeFileSync(join(kit, path), text);
    };
    write("package.json", JSON.stringify({ workspaces: ["lib", "plot", "run"] }));
    for (const name of ["lib", "plot", "run"]) write(`${name}/package.json`, "{}");
    cpSync(join(import.meta.dirname, "..", "..", "run", "dist"), join(kit, "run", "dist"), { recursive: true });
    // What run itself requires is the real library.
    const scope = join(kit, "node_modules", "@emergence");
    mkdirSync(scope, { recursive: true });
    symlinkSync(join(import.meta.dirname, "..", "..", "lib"), join(scope, "lib"), "junction");
    const build = (name: string, factor: number) => {
      write(`${name}/dist/part.js`, `exports.factor = ${factor};`);
      write(`${name}/dist/index.js`, 'exports.scaled = ({ n }) => n * require("./part.js").factor;');
    };
    const own = require(join(kit, "run", "dist", "index.js")) as typeof import("../../run/index");
    const run = async () => {
      const { scaled } = require(join(kit, "lib", "dist", "index.js")) as { scaled(point: { n: number }): number };
      const cached: number[] = [];
      const onProgress = (state: SweepProgress) => void cached.push(state.cached);
      const [row] = await own.sweep(scaled, { n: [2] }, { seed: 1, workers: 1, onProgress });
      return [row?.value, cached[0]];
    };
    build("lib", 3);
    build("plot", 1);
    expect(await run()).toEqual([6, 0]);
    build("plot", 2);
    expect(await run()).toEqual([6, 1]);
    build("lib", 5);
    expect(await run()).toEqual([10, 0]);
    expect(entries(join(kit, ".cache", "sweeps"))).toHaveLength(1);
    expect(own.clearCache()).toBe(1);
  });

  test("of a task in an ES module computes anew, since nobody knows what that imports", async () => {
    const { cache } = fresh();
    writeFileSync(join(work, "factor.mjs"), "export const factor = 3;");
    writeFileSync(
      join(work, "task.mjs"),
      'import { factor } from "./factor.mjs"; export const scaled = ({ n }) => n * factor;',
    );
    const { scaled } = require(join(work, "task.mjs")) as { scaled(point: { n: number }): number };
    const value = async () => (await sweep(scaled, { n: [2] }, { seed: 1, workers: 1, cache }))[0]?.value;
    expect(await value()).toBe(6);
    writeFileSync(join(work, "factor.mjs"), "export const factor = 5;");
    expect(await value()).toBe(10);
  });
});

describe("a stopped sweep", () => {
  test("that failed goes on where it stopped", async () => {
    const { cache, log, calls } = fresh();
    const marker = `${log}.mended`;
    const grid = { n: [0, 1, 2, 3, 4, 5, 6, 7], log: [log], marker: [marker] };
    await expect(sweep(tasks.mended, grid, { seed: 1, workers: 1, cache })).rejects.toThrow("{ n: 5, ");
    expect(calls()).toBe(5);
    expect(entries(cache)).toHaveLength(5);
    writeFileSync(marker, "");
    const rows = await sweep(tasks.mended, grid, { seed: 1, workers: 1, cache });
    expect(rows.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(calls()).toBe(8);
  });
});

describe("a damaged entry", () => {
  test.each([
    ["cut short", (data: Buffer) => data.subarray(0, data.length - 3)],
    ["empty", () => Buffer.alloc(0)],
    [
      "with one bit turned",
      (data: Buffer) => Buffer.from(data).fill((data.at(-4) ?? 0) ^ 1, data.length - 4, data.length - 3),
    ],
    ["of another program", () => Buffer.from("{}")],
    ["with a right digest of what is no entry", () => sealed(Buffer.from("{}"))],
    ["with a right digest of nothing", () => sealed(Buffer.alloc(0))],
    ["with a right digest of another value", () => sealed(serialize(null))],
  ])("%s is computed again, with a warning that names the file", async (_, damage) => {
    const { cache, log, calls } = fresh();
    const first = await sweep(tasks.logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    const [name = ""] = entries(cache);
    const file = join(cache, name);
    writeFileSync(file, damage(readFileSync(file)));
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(await sweep(tasks.logged, some([1, 2], log), { seed: 1, workers: 1, cache })).toEqual(first);
    expect(warn.mock.calls).toEqual([[`sweep: the cache entry ${file} is damaged; its point is computed again`]]);
    expect(calls()).toBe(3);
    warn.mockClear();
    await sweep(tasks.logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    expect([warn.mock.calls, calls()]).toEqual([[], 3]);
    warn.mockRestore();
  });

  test("under another point's name counts as damaged", async () => {
    const { cache, log, calls } = fresh();
    await sweep(tasks.logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    const [one = "", two = ""] = entries(cache).map((name) => join(cache, name));
    writeFileSync(one, readFileSync(two));
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const rows = await sweep(tasks.logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    expect(rows.map(({ value }) => value.n)).toEqual([1, 2]);
    expect([warn.mock.calls.length, calls()]).toEqual([1, 3]);
    warn.mockRestore();
  });
});

test("a cache that cannot be written is a warning, and the rows are there", async () => {
  const file = join(work, "a-file");
  writeFileSync(file, "");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const rows = await sweep(tasks.square, { n: [1, 2] }, { seed: 1, workers: 1, cache: join(file, "below") });
  expect(rows).toHaveLength(2);
  expect(warn.mock.calls.length).toBe(1);
  expect(warn.mock.calls[0]?.[0]).toMatch(/^sweep: the cache in .* cannot be written; the sweep continues without it/);
  warn.mockRestore();
});

test("sweeps at the same time share a cache without harm", { tags: ["slow"] }, async () => {
  const { cache, log } = fresh();
  const grid = some(
    Array.from({ length: 20 }, (_, i) => i),
    log,
  );
  const all = await Promise.all([1, 2, 3].map((workers) => sweep(tasks.logged, grid, { seed: 1, workers, cache })));
  expect(all[1]).toEqual(all[0]);
  expect(all[2]).toEqual(all[0]);
  expect(entries(cache)).toHaveLength(20);
  expect(readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

describe("clearCache", () => {
  test("removes entries and nothing else", async () => {
    const { cache, log } = fresh();
    await sweep(tasks.logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    const [name = ""] = entries(cache);
    writeFileSync(join(cache, `${name}.1.2.tmp`), "");
    appendFileSync(join(cache, "mine.txt"), "kept");
    mkdirSync(join(cache, "mine"));
    writeFileSync(join(cache, "mine", "a.sweep"), "kept");
    expect(clearCache(cache)).toBe(2);
    expect(readdirSync(cache).sort()).toEqual(["mine", "mine.txt"]);
    expect(existsSync(join(cache, "mine", "a.sweep"))).toBe(true);
    expect(clearCache(cache)).toBe(0);
  });

  test("refuses what is no folder", () => {
    expect(() => clearCache(3 as never)).toThrow("clearCache: cache is 3, needs true");
  });
});
