import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { afterAll, describe, expect, test, vi } from "vitest";
import { clearCache, type SweepProgress, sweep } from "../../run/index";

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

const logged = ({ n, log, seed }: { n: number; log: string; seed: number }) => {
  require("node:fs").appendFileSync(log, ".");
  return { n, seed, typed: Float64Array.of(n, -0, Number.NaN), nothing: undefined };
};
const entries = (cache: string) =>
  readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".sweep"));
const some = (values: number[], log: string) => ({ n: values, log: [log] });

describe("a second run", () => {
  test("computes nothing and gives the same rows", async () => {
    const { cache, log, calls } = fresh();
    const first = await sweep(logged, some([1, 2, 3], log), { seed: 1, workers: 2, cache });
    const states: SweepProgress[] = [];
    const second = await sweep(logged, some([1, 2, 3], log), {
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
    await sweep(logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    await sweep(logged, some([2, 3, 1], log), { seed: 1, workers: 1, cache });
    expect(calls()).toBe(3);
    await sweep(logged, some([1], log), { seed: 2, workers: 1, cache });
    expect(calls()).toBe(4);
    await sweep(logged, some([1], log), { seed: 1, workers: 1, cache: false });
    expect(calls()).toBe(5);
  });

  test("with another text of the task computes anew", async () => {
    const { cache, log } = fresh();
    const one = await sweep(({ n }) => n + 1, { n: [1] }, { seed: 1, workers: 1, cache });
    const two = await sweep(({ n }) => n + 2, { n: [1] }, { seed: 1, workers: 1, cache });
    expect([one[0]?.value, two[0]?.value, existsSync(log)]).toEqual([2, 3, true]);
  });

  test("after a change in a module that the task's module requires computes anew", async () => {
    const { cache } = fresh();
    const part = join(work, "part.cjs");
    const file = join(work, "task.cjs");
    writeFileSync(file, 'exports.scaled = ({ n }) => n * require("./part.cjs").factor;');
    const value = async (factor: number) => {
      writeFileSync(part, `exports.factor = ${factor};`);
      const [row] = await sweep(
        require(file).scaled as (point: { n: number }) => number,
        { n: [2] },
        { seed: 1, workers: 1, cache },
      );
      return row?.value;
    };
    expect([await value(3), await value(5), await value(3)]).toEqual([6, 10, 6]);
    expect(entries(cache)).toHaveLength(2);
  });
});

describe("a stopped sweep", () => {
  test("that failed goes on where it stopped", async () => {
    const { cache, log, calls } = fresh();
    const marker = `${log}.mended`;
    const task = ({ n, log, marker }: { n: number; log: string; marker: string }) => {
      const { appendFileSync, existsSync } = require("node:fs");
      if (n === 5 && !existsSync(marker)) throw new Error("not yet");
      appendFileSync(log, ".");
      return n;
    };
    const grid = { n: [0, 1, 2, 3, 4, 5, 6, 7], log: [log], marker: [marker] };
    await expect(sweep(task, grid, { seed: 1, workers: 1, cache })).rejects.toThrow("{ n: 5, ");
    expect(calls()).toBe(5);
    expect(entries(cache)).toHaveLength(5);
    writeFileSync(marker, "");
    const rows = await sweep(task, grid, { seed: 1, workers: 1, cache });
    expect(rows.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(calls()).toBe(8);
  });
});

/** An entry's file around any body. */
function sealed(body: Buffer): Buffer {
  const digest = createHash("sha256").update(body).digest("hex");
  return Buffer.concat([Buffer.from(`emergence sweep 1\n${digest}`), body]);
}

describe("a damaged entry", () => {
  test.each([
    ["cut short", (data: Buffer) => data.subarray(0, data.length - 3)],
    ["empty", () => Buffer.alloc(0)],
    [
      "with one bit turned",
      (data: Buffer) => Buffer.from(data).fill((data.at(-4) ?? 0) ^ 1, data.length - 4, data.length - 3),
    ],
    ["of another program", () => Buffer.from("{}")],
    ["with its right digest, but no value that V8 can read", () => sealed(Buffer.from("not V8's"))],
    ["with its right digest, but no entry in it", () => sealed(serialize(null))],
  ])("%s is computed again, with a warning that names the file", async (_, damage) => {
    const { cache, log, calls } = fresh();
    const first = await sweep(logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    const [name = ""] = entries(cache);
    const file = join(cache, name);
    writeFileSync(file, damage(readFileSync(file)));
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(await sweep(logged, some([1, 2], log), { seed: 1, workers: 1, cache })).toEqual(first);
    expect(warn.mock.calls).toEqual([[`sweep: the cache entry ${file} is damaged; its point is computed again`]]);
    expect(calls()).toBe(3);
    warn.mockClear();
    await sweep(logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    expect([warn.mock.calls, calls()]).toEqual([[], 3]);
    warn.mockRestore();
  });

  test("under another point's name counts as damaged", async () => {
    const { cache, log, calls } = fresh();
    await sweep(logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    const [one = "", two = ""] = entries(cache).map((name) => join(cache, name));
    writeFileSync(one, readFileSync(two));
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const rows = await sweep(logged, some([1, 2], log), { seed: 1, workers: 1, cache });
    expect(rows.map(({ value }) => value.n)).toEqual([1, 2]);
    expect([warn.mock.calls.length, calls()]).toEqual([1, 3]);
    warn.mockRestore();
  });
});

test("a cache that cannot be written is a warning, and the rows are there", async () => {
  const file = join(work, "a-file");
  writeFileSync(file, "");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const rows = await sweep(({ n }) => n, { n: [1, 2] }, { seed: 1, workers: 1, cache: join(file, "below") });
  expect(rows).toHaveLength(2);
  expect(warn.mock.calls.length).toBe(1);
  expect(warn.mock.calls[0]?.[0]).toMatch(/^sweep: the cache in .* cannot be written, so it goes on without/);
  warn.mockRestore();
});

test("sweeps at the same time share a cache without harm", async () => {
  const { cache, log } = fresh();
  const grid = some(
    Array.from({ length: 20 }, (_, i) => i),
    log,
  );
  const all = await Promise.all([1, 2, 3].map((workers) => sweep(logged, grid, { seed: 1, workers, cache })));
  expect(all[1]).toEqual(all[0]);
  expect(all[2]).toEqual(all[0]);
  expect(entries(cache)).toHaveLength(20);
  expect(readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

describe("clearCache", () => {
  test("removes entries and nothing else", async () => {
    const { cache, log } = fresh();
    await sweep(logged, some([1, 2], log), { seed: 1, workers: 1, cache });
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
