// What a person sees of the kernel in JupyterLab when a cell prints much, never ends, or ends the kernel.
/// <reference lib="dom" />
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { Lab } from "./lab.js";

const browser = findBrowser();
const screenshots = join(root, ".cache", "screenshots");
/** A notebook that git ignores; its number keeps it apart from a person's own. */
const notebook = `notebooks/mine/kernel-test-${process.pid}.ipynb`;
const cells = [
  "for (let i = 0; i < 600; i++) console.log(i);",
  "void Promise.resolve().then(() => { while (true) {} });",
  "const forever = async () => { while (true) await null; };\nawait forever();",
  "throw new Proxy({}, { get() { throw 1; } });",
  "40 + 2",
  "process.exit(0);",
  "const all: number[][] = [];\nfor (;;) all.push(new Array(100_000).fill(1));",
  "for (let i = 0; i < 1_000_000; i++) console.log(i);",
  `import { lines, live } from "@emergence/plot";
const slow = function* () {
  for (let n = 1; n <= 4; n++) {
    const end = Date.now() + 400;
    while (Date.now() < end);
    yield n;
  }
};
const draw = (n: number) => lines([{ name: "n", x: [0, n], y: [0, n] }], { x: "x", y: "y" });
await live(slow(), draw, { text: "A line that grows." });`,
];
/** A small heap, of which the kernel itself takes a third, is used up in seconds. */
const smallHeap = { NODE_OPTIONS: "--max-old-space-size=512" };

function write(): void {
  const metadata = { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } };
  const all = cells.map((source, i) => ({
    ...{ cell_type: "code", execution_count: null, id: `c${i}`, metadata: {}, outputs: [], source },
  }));
  writeFileSync(join(root, notebook), JSON.stringify({ cells: all, metadata, nbformat: 4, nbformat_minor: 5 }));
}

/** Against hanging only. */
const limit = 60_000;

describe.skipIf(browser === null && !process.env.CI)("a kernel in JupyterLab", () => {
  let lab: Lab;
  let page: Page;
  const cell = (i: number): Locator => page.locator(".jp-Notebook .jp-CodeCell").nth(i);
  const prompt = (i: number): Locator => cell(i).locator(".jp-InputArea-prompt");
  const output = (i: number): Locator => cell(i).locator(".jp-OutputArea-output");

  async function begin(i: number): Promise<void> {
    await cell(i).locator(".cm-content").click();
    await page.keyboard.press("Control+Enter");
  }
  async function run(i: number): Promise<void> {
    await begin(i);
    const state = async () => {
      const text = await prompt(i).textContent();
      // Right after the page has opened, a key may come too early.
      if (text === "[ ]:") await begin(i);
      return text;
    };
    await expect.poll(state, { timeout: limit, interval: 500 }).toMatch(/\[\d+\]/);
  }

  beforeAll(async () => {
    if (browser === null) throw new Error("no Chrome, Chromium or Edge found: install one, or set CHROME_PATH to it");
    mkdirSync(screenshots, { recursive: true });
    write();
    lab = await Lab.start(browser, smallHeap);
    page = await lab.open(notebook);
    await page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").waitFor({ timeout: limit }); // the kernel listens
  }, 240_000);
  afterAll(async () => {
    rmSync(join(root, notebook), { force: true });
    await lab?.close();
  }, 60_000);

  it("shows 600 of 600 lines", async () => {
    await run(0);
    const lines = Array.from({ length: 600 }, (_, i) => String(i));
    expect((await output(0).textContent())?.trim().split("\n")).toEqual(lines);
  });

  it("draws the last moment of a figure that grows, and sketches before", async () => {
    await begin(8);
    await cell(8).locator(".jp-OutputArea-output svg").first().waitFor({ timeout: limit });
    const end = async () => {
      const drawn = cell(8).locator(".jp-RenderedPlotly");
      if ((await drawn.count()) === 0) return null;
      return drawn.first().evaluate((node) => (node as unknown as { data?: { x: number[] }[] }).data?.[0]?.x[1]);
    };
    await expect.poll(end, { timeout: limit }).toBe(4);
  });

  it.each([1, 2])("stops a loop in a callback by the square button, and the next cell answers (%s)", async (i) => {
    await begin(i);
    await expect.poll(() => prompt(i).textContent(), { timeout: limit }).toBe("[*]:");
    await page.getByRole("button", { name: "Interrupt the kernel" }).click();
    await expect.poll(() => output(i).textContent(), { timeout: limit }).toContain("Interrupted: the cell was stopped");
    await run(4);
    expect(await output(4).textContent()).toContain("42");
  });

  it("shows an error for what cannot be described", async () => {
    await run(3);
    expect(await output(3).textContent()).toContain("what the cell threw cannot be shown");
  });

  const ends = async (name: string, i: number) => {
    await begin(i);
    const dialog = page.locator(".jp-Dialog", { hasText: "Kernel Restarting" });
    await dialog.waitFor({ timeout: limit });
    await dialog.locator(".jp-Dialog-content").screenshot({ path: join(screenshots, `kernel-${name}.png`) });
    await dialog.getByRole("button", { name: "Ok" }).click();
    await expect
      .poll(
        async () => {
          await begin(4);
          await page.waitForTimeout(1000);
          return prompt(4).textContent();
        },
        { timeout: limit },
      )
      // The kernel before would count on.
      .toMatch(/^\[[1-5]\]:$/);
  };
  const endTitle = "says that the kernel has ended (%s), starts another, and the next cell answers";
  it.each([["ended", 5] as const])(endTitle, ends);
  it.each([["memory", 6] as const])(endTitle, { tags: ["slow"] }, ends);

  it("shows a million lines, and the page does not stand still for minutes", {
    tags: ["slow"],
    timeout: 240_000,
  }, async () => {
    await run(7);
    const text = (await output(7).textContent())?.trim().split("\n");
    expect([text?.length, text?.[0], text?.at(-1)]).toEqual([1_000_000, "0", "999999"]);
    await run(4);
  });
});
