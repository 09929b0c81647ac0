// A sweep in a cell, under the kit's kernel and under a stock tslab: Interrupt ends the threads, and the next run goes on.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { argv, Kernel, root, startLimit } from "./kernel.js";

const folder = join(root, "notebooks");
const work = mkdtempSync(join(tmpdir(), "emergence-sweep-"));
afterAll(() => rmSync(work, { recursive: true }));

describe.each(["kit", "stock"] as const)("A sweep under the %s kernel", (name) => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start(folder, argv[name]);
    await kernel.run(
      'import { sweep } from "@emergence/run";\nimport { binomialSurvival } from "@emergence/lib/stats";',
    );
  }, startLimit);
  afterAll(() => kernel.close());

  const printed = async (code: string) => {
    const { stream } = await kernel.run(code);
    return stream("stdout") + stream("stderr");
  };

  test("runs a function of the cell and gives typed rows", async () => {
    expect(
      await printed(`const rows = await sweep(({ n, seed }) => ({ n, whole: Number.isInteger(seed) }), { n: [1, 2] }, { seed: 1, cache: false });
const sum: number = rows.reduce((total, { point, value }) => total + point.n * value.n, 0);
console.log(sum, rows.every(({ value }) => value.whole));`),
    ).toBe("5 true\n");
  });

  test("runs a function of the cell that calls what this cell and earlier ones have imported", async () => {
    expect(
      await printed(`import { random as stream } from "@emergence/lib/stats";
const tail = await sweep(({ n, seed }) => [binomialSurvival(n, 10, 0.5), stream(seed).uniform()], { n: [0, 10] }, { seed: 1, cache: false });
console.log(tail.map(({ seed, value: [p, u] }) => [p, u === stream(seed).uniform()].join(" ")).join(", "));`),
    ).toBe(`1 true, ${2 ** -10} true\n`);
  });

  test("lets a function of the kit take options that are words of a choice, and refuses others", async () => {
    await kernel.run(`function model(options: { size: number; rule: "metropolis" | "wolff"; start?: "hot" | "cold"; seed: number }) {
  return { mean: options.size, rule: options.rule };
}`);
    const code = (
      rule: string,
    ) => `const fits = await sweep(model, { size: [8, 16], rule: ["wolff", "${rule}"], note: [1] }, { seed: 1, cache: false });
const means: number[] = fits.filter(({ point }) => point.rule === "wolff" && point.size !== 3).map(({ value }) => value.mean);
console.log(means.join());`;
    expect(await printed(code("metropolis"))).toBe("8,16\n");
    const { reply, messages } = await kernel.run(code("glauber"));
    expect(reply.status).toBe("error");
    expect(JSON.stringify(messages)).toContain("glauber");
    await wait(300); // a stock tslab refuses what comes within 200 ms of a failed cell
  });

  test("says by name what its task misses", async () => {
    await kernel.run("function area(r: number) { return r * r; }\nconst factor = 3;");
    const { reply, messages } = await kernel.run(
      "await sweep(({ n }) => area(n), { n: [1] }, { seed: 1, workers: 1, cache: false });",
    );
    expect(reply.status).toBe("error");
    expect(JSON.stringify(messages)).toContain("the task uses `area`, which a worker does not have");
    await wait(300); // a stock tslab refuses what comes within 200 ms of a failed cell
  });

  test.skipIf(process.platform === "win32")("stops at Interrupt within a second, and goes on from there", async () => {
    const log = join(work, `${name}.log`);
    const beat = join(work, `${name}.beat`);
    for (const file of [log, beat]) writeFileSync(file, "");
    const cell = `const rows = await sweep(({ n, log }) => {
  const { appendFileSync, existsSync } = require("node:fs");
  appendFileSync(log + ".log", n + " ");
  for (; n > 1 && !existsSync(log + ".go"); ) appendFileSync(log + ".beat", ".");
  return n * n;
}, { n: [0, 1, 2, 3], log: [${JSON.stringify(join(work, name))}] }, { seed: 1, workers: 2, cache: ${JSON.stringify(join(work, `cache-${name}`))} });
console.log(rows.map(({ value }) => value).join());`;
    const id = await kernel.call("send", cell);
    const begun = () => readFileSync(log, "utf8").trim().split(" ").sort().join("");
    await expect.poll(begun, { timeout: 30_000 }).toBe("0123");
    await kernel.call("interrupt", 0.1);
    const { replies } = await kernel.call("collect", [id]);
    expect(replies[0].status).toBe("error");
    await wait(1000);
    await wait(1000);
    const size = readFileSync(beat).length;
    expect(size).toBeGreaterThan(0);
    await wait(300);
    expect(readFileSync(beat).length).toBe(size);

    // Counted outside the cell's own code, during which the kernels take all handlers off.
    const count = "setTimeout(() => console.log(process.listenerCount('SIGINT')), 1);";
    expect(await printed(`${count}\nawait new Promise((done) => setTimeout(done, 100));`)).toBe("1\n");
    writeFileSync(join(work, `${name}.go`), "");
    expect(await printed(cell)).toBe("0,1,4,9\n");
    expect(begun()).toBe("012233");
    // Jupyter may also interrupt by a message, which brings no signal; a stock tslab does not know it.
    if (name === "kit") {
      const waiting = await kernel.call(
        "send",
        "await sweep(() => new Promise(() => {}), { n: [1, 2] }, { seed: 1, workers: 2 });",
      );
      await wait(1000);
      await kernel.call("request", "control", "interrupt_request", {});
      expect((await kernel.call("collect", [waiting])).replies[0]).toMatchObject({ ename: "Interrupted" });
    }
    // The kernel's own interrupt is what it was.
    const loop = await kernel.interrupted("while (true) {}");
    expect(loop.reply.status).toBe("error");
    await wait(300);
    expect(await printed("console.log('alive')")).toBe("alive\n");
  });
});
