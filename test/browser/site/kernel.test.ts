// The kernel of a page: what a person at a cell sees of it, in the words of the kit's kernel.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heapOf, type KernelPage } from "./kernelPage.js";
import { found, openLimit, Site } from "./site.js";
import { expectLines, failureOf } from "./tracebacks.js";

describe.skipIf(found === null && !process.env.CI)("the kernel of a page", () => {
  let site: Site;
  let kernel: KernelPage;
  beforeAll(async () => {
    site = await Site.open("/a/folder/");
    kernel = await site.kernel();
    await kernel.start();
  }, openLimit);
  afterAll(() => site?.close());

  const failure = (code: string) => failureOf(kernel, code);

  it("keeps names from cell to cell, takes const again, awaits at the top level", async () => {
    await kernel.run("const half = 21;");
    await kernel.run("const half = 4;");
    expect(await kernel.value("const twice = await Promise.resolve(half * 2);\ntwice + 1")).toBe("9");
  });

  it("shows values as Node does, and prints to two streams", async () => {
    expect(await kernel.value("({ a: [1, 2], b: new Map([[1, 'x']]), f: Float64Array.of(1) })")).toBe(
      "{ a: [ 1, 2 ], b: Map(1) { 1 => 'x' }, f: Float64Array(1) [ 1 ] }",
    );
    const { outputs } = await kernel.run("console.log('%d of %s', 3, 'five'); console.error('no')");
    expect(outputs.map(({ content }) => content)).toEqual([
      { name: "stdout", text: "3 of five\n" },
      { name: "stderr", text: "no\n" },
    ]);
  });

  it("checks types strictly, and underlines", async () => {
    expect(await failure("const word: string = 3;")).toEqual({
      ename: "TypeScriptError",
      evalue: "1:7 Type 'number' is not assignable to type 'string'.",
      traceback: [
        "TypeScriptError: 1:7 Type 'number' is not assignable to type 'string'. (TS2322)",
        "  1 | const word: string = 3;",
        "            ^^^^",
      ],
    });
    expect((await failure("const f = (x) => x;")).traceback[0]).toContain("TS7006");
  });

  it("names the lines of cells and of the library that led to an error", async () => {
    await expectLines(kernel);
  });

  it("completes the names of tables, and tells a signature", async () => {
    await kernel.run('import { load as table } from "@emergence/data";');
    const code = 'table("ado';
    const completion = await kernel.complete(code, code.length);
    expect(completion?.matches).toContain("adoption");
    await kernel.run('import { sharpness } from "@emergence/lib/measures";');
    expect(await kernel.inspect("sharpness([1], [2])", 3)).toMatch(/^\(alias\) sharpness<[\s\S]*@example/);
  });

  it("reads tables, with their hash", async () => {
    await kernel.run('import { load as rowsOf } from "@emergence/data";');
    expect(await kernel.value('rowsOf("adoption").length > 1000')).toBe("true");
  });

  it("reads formulas, by a package that is fetched then", async () => {
    await kernel.run('import { curve } from "@emergence/lib/fit";');
    const code = 'const bend = curve("a * sqrt(x) + b");\nbend.value(9, { a: 2, b: 1 })';
    expect(await kernel.value(code)).toBe("7");
    expect(await kernel.value("bend.tex")).toMatch(/\\sqrt/);
  });

  it("runs a sweep on threads, and takes values from its cache a second time", async () => {
    await kernel.run(
      'import { isingRun } from "@emergence/lib/systems";\nimport { sweep } from "@emergence/run";\nlet cached = -1;',
    );
    const code = `const rows = await sweep(isingRun, { size: [8], temperature: [1.5, 2.5], sweeps: [40] }, { seed: 1, workers: 2, onProgress: (state) => { cached = state.cached; } });
rows.map(({ point }) => point.temperature).concat(cached)`;
    expect(await kernel.value(code)).toBe("[ 1.5, 2.5, 0 ]");
    expect(await kernel.value(code)).toBe("[ 1.5, 2.5, 2 ]");
  });

  it("stops what waits, and keeps names", async () => {
    await kernel.run("const kept = 7;");
    const { ok, lost, outputs } = await kernel.runAndStop(
      "console.log('begun');\nawait new Promise((done) => setTimeout(done, 1e6));",
    );
    expect([ok, lost]).toEqual([false, false]);
    expect(outputs.at(-1)?.content).toMatchObject({ ename: "Interrupted", evalue: "the cell was stopped" });
    expect(await kernel.value("kept")).toBe("7");
  });

  it("stops a sweep with its threads, and keeps names", async () => {
    await kernel.run('import { isingRun } from "@emergence/lib/systems";\nimport { sweep } from "@emergence/run";');
    const run = kernel.run(
      "await sweep(isingRun, { size: [64], temperature: [1.5, 2.5], sweeps: [1e8] }, { seed: 1, workers: 2, cache: false });",
    );
    await expect.poll(() => kernel.page.workers().length, { timeout: 60_000 }).toBeGreaterThan(1);
    await kernel.interrupt();
    const { ok, lost } = await run;
    expect([ok, lost]).toEqual([false, false]);
    await expect.poll(() => kernel.page.workers().length, { timeout: 60_000 }).toBe(1);
    expect(await kernel.value("typeof sweep")).toBe("function");
  });

  it("goes on without a network, and says what cannot be fetched", async () => {
    await kernel.page.context().setOffline(true);
    try {
      await kernel.run('import { load as fetched } from "@emergence/data";');
      expect(await kernel.value("1 + 1")).toBe("2");
      expect((await failure('fetched("traffic")')).evalue).toMatch(/^A file of the page cannot be fetched: .*traffic/);
    } finally {
      await kernel.page.context().setOffline(false);
    }
    expect(await kernel.value('fetched("traffic").length > 0')).toBe("true");
  });

  it("refuses the cells that wait behind one that fails", async () => {
    const [first, second] = await Promise.all([
      kernel.run("await new Promise((done) => setTimeout(done, 500));\nthrow 1;"),
      kernel.run("const never = 1;"),
    ]);
    expect([first.ok, second.ok, second.outputs]).toEqual([false, false, []]);
  });

  it("runs a cell five hundred times without growing", { tags: ["slow"], timeout: 300_000 }, async () => {
    const cell = "const numbers = Array.from({ length: 1e5 }, (_, i) => i);\nnumbers.length";
    for (let i = 0; i < 50; i++) await kernel.run(cell);
    const before = await heapOf(kernel.page);
    for (let i = 0; i < 450; i++) await kernel.run(cell);
    // What each run leaves behind by design is its source and its positions, for tracebacks.
    expect((await heapOf(kernel.page)) - before).toBeLessThan(450 * 40e3);
  });

  it("ends the kernel for a loop, says that names are lost, and the next cell answers", async () => {
    await kernel.run("const gone = 1;");
    const { lost, outputs } = await kernel.runAndStop("console.log('begun');\nwhile (true) {}");
    expect(lost).toBe(true);
    expect(outputs.at(-1)?.content).toMatchObject({ ename: "Interrupted" });
    expect((await failure("gone")).evalue).toContain("Cannot find name 'gone'");
    expect(await kernel.value("40 + 2")).toBe("42");
  });

  it("stops a cell that waits for the kernel to start, and runs the next", async () => {
    const other = await site.kernel();
    const [run] = await Promise.all([other.run("while (true) {}"), other.interrupt()]);
    expect([run.ok, run.lost]).toEqual([false, false]);
    expect(run.outputs.map(({ content }) => content)).toMatchObject([
      { evalue: "the cell was stopped before it began" },
    ]);
    expect(await other.value("40 + 2")).toBe("42");
    await other.page.close();
  });

  it("stands twice side by side", async () => {
    const other = await site.kernel();
    await other.run("const which = 'other';");
    await kernel.run("const which = 'one';");
    expect([await other.value("which"), await kernel.value("which")]).toEqual(["other", "one"]);
    await other.page.close();
  });
});
