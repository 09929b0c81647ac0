// A sweep in a cell, under the kit's kernel and under a stock tslab: Interrupt ends the threads, and the next run goes on.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { argv, Kernel, root, startLimit } from "./kernel.js";

// Inside the clone, where a stock tslab finds the packages too; git ignores what is there.
const work = mkdtempSync(join(root, "notebooks", "mine", "sweep-test-"));
afterAll(() => rmSync(work, { recursive: true }));

writeFileSync(
  join(work, "tasks.cjs"),
  `const { appendFileSync, existsSync } = require("node:fs");
const { binomialSurvival, random } = require("@emergence/lib/stats");
/** @param {{ n: number, seed: number }} point */
exports.tail = ({ n, seed }) => ({ tail: binomialSurvival(n, 10, 0.5), first: random(seed).uniform() });
/** @param {{ size: number, rule: "metropolis" | "wolff", start?: "hot" | "cold", seed: number }} options */
exports.model = ({ size, rule }) => ({ mean: size, rule });
exports.held = ({ n, log }) => {
  appendFileSync(log + ".log", n + " ");
  for (; n > 1 && !existsSync(log + ".go"); ) appendFileSync(log + ".beat", ".");
  return n * n;
};
exports.waits = () => new Promise(() => {});
`,
);
writeFileSync(join(work, "module.mjs"), "export const doubled = ({ n }) => 2 * n;\n");
writeFileSync(join(work, "typed.ts"), "export const doubled = ({ n }: { n: number }) => 2 * n;\n");

describe.each(["kit", "stock"] as const)("A sweep under the %s kernel", (name) => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start(work, argv[name]);
    await kernel.run('import { sweep } from "@emergence/run";');
  }, startLimit);
  afterAll(() => kernel.close());

  const printed = async (code: string) => {
    const { stream } = await kernel.run(code);
    return stream("stdout") + stream("stderr");
  };

  test("runs a function of the kit and gives typed rows", async () => {
    expect(
      await printed(`import { trafficExact } from "@emergence/lib/systems";
const rows = await sweep(trafficExact, { density: [0.25, 0.5], maxSpeed: [1], slowdown: [0] }, { seed: 1, cache: false });
const sum: number = rows.reduce((total, { point, value }) => total + point.density + value, 0);
console.log(sum, rows.every(({ seed }) => Number.isInteger(seed)));`),
    ).toBe("1.5 true\n");
  });

  test("runs a function of a file beside the notebook, with its types", async () => {
    expect(
      await printed(`import { random as stream } from "@emergence/lib/stats";
import { tail } from "./tasks.cjs";
const tails = await sweep(tail, { n: [0, 10] }, { seed: 1, cache: false });
const first: number[] = tails.map(({ value }) => value.first);
console.log(tails.map(({ seed, value }, i) => [value.tail, first[i] === stream(seed).uniform()].join(" ")).join(", "));`),
    ).toBe(`1 true, ${2 ** -10} true\n`);
    expect(
      await printed(`import { doubled } from "./module.mjs";
console.log((await sweep(doubled, { n: [1, 2] }, { seed: 1, cache: false })).map(({ value }) => value).join());`),
    ).toContain("2,4\n");
  });

  test("lets a function take options that are words of a choice, and refuses others", async () => {
    await kernel.run('import { model } from "./tasks.cjs";');
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

  test.each([
    ["a function of a cell", "function area({ n }: { n: number }) { return n * n; }\narea", "area"],
    [
      "one of a file that the kernel compiles for itself",
      'import { doubled as double } from "./typed";\ndouble',
      "doubled",
    ],
  ])("says for %s what helps", async (_, code, shown) => {
    const [made = "", task] = code.split("\n");
    await kernel.run(made);
    const { reply, messages } = await kernel.run(`await sweep(${task}, { n: [1] }, { seed: 1, workers: 1 });`);
    expect(reply.status).toBe("error");
    const text = JSON.stringify(messages);
    expect(text).toContain(`no loaded module exports the task ${shown}, so a worker cannot load it`);
    expect(text).toContain(`import { ${shown} } from`);
    await wait(300); // a stock tslab refuses what comes within 200 ms of a failed cell
  });

  test.skipIf(process.platform === "win32")("stops at Interrupt within a second, and goes on from there", async () => {
    const log = join(work, `${name}.log`);
    const beat = join(work, `${name}.beat`);
    for (const file of [log, beat]) writeFileSync(file, "");
    // Counted outside the cell's own code, during which a stock tslab takes all handlers off; the kit's kernel has none.
    const count = "setTimeout(() => console.log(process.listenerCount('SIGINT')), 1);";
    const listeners = () => printed(`${count}\nawait new Promise((done) => setTimeout(done, 100));`);
    const before = await listeners();
    await kernel.run('import { held, waits } from "./tasks.cjs";');
    const options = `{ seed: 1, workers: 2, cache: ${JSON.stringify(join(work, `cache-${name}`))} }`;
    const cell = `const squares = await sweep(held, { n: [0, 1, 2, 3], log: [${JSON.stringify(join(work, name))}] }, ${options});
console.log(squares.map(({ value }) => value).join());`;
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

    expect(await listeners()).toBe(before);
    writeFileSync(join(work, `${name}.go`), "");
    expect(await printed(cell)).toBe("0,1,4,9\n");
    expect(begun()).toBe("012233");
    // Jupyter may also interrupt by a message, which brings no signal; a stock tslab does not know it.
    if (name === "kit") {
      const waiting = await kernel.call(
        "send",
        "await sweep(waits, { n: [1, 2] }, { seed: 1, workers: 2, cache: false });",
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
