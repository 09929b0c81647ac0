// JupyterLab in a headless browser: what a person meets who opens the first notebook, and then its closer look.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { figureOutputs } from "../../scripts/notebooks/figures.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { drawnFigures, Lab, runAllCells, shoot } from "./lab.js";

const notebook = "notebooks/00-start-here.ipynb";
/** How the notebooks work: it has what moves, a progress bar and a slider. */
const closer = "notebooks/closer/00-how-these-notebooks-work.ipynb";
const figuresOf = (name: string) => figureOutputs(JSON.parse(readFileSync(join(root, name), "utf8"))).length;
const fresh = ".jp-RenderedPlotly:not(.before-the-run)";
/** What a page shows of errors and warnings. */
const troubles = (page: Page) =>
  page
    .locator('[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]')
    .allTextContents();
const screenshots = join(root, ".cache", "screenshots");
const browser = findBrowser();

describe.skipIf(browser === null && !process.env.CI)("00-start-here in JupyterLab", () => {
  let lab: Lab;
  let page: Page;
  let figures: number;

  beforeAll(async () => {
    if (browser === null) throw new Error("no Chrome, Chromium or Edge found: install one, or set CHROME_PATH to it");
    mkdirSync(screenshots, { recursive: true });
    figures = figuresOf(notebook);
    lab = await Lab.start(browser);
    page = await lab.open(notebook);
  }, 240_000);

  afterAll(() => lab?.close(), 60_000);

  it("finds the committed figures drawn and interactive at once", async () => {
    expect(figures).toBeGreaterThanOrEqual(2);
    expect(await drawnFigures(page, figures)).toEqual(Array(figures).fill(expect.any(Number)));
    await shoot(page, join(screenshots, "00-opened.png"));
    // Drawn is not yet alive: a drag over the plot zooms in, so the tick labels change.
    const figure = page.locator(".jp-RenderedPlotly", { has: page.locator(".nsewdrag") }).first();
    const labels = () => figure.locator(".xaxislayer-above").first().innerHTML();
    const still = await labels();
    const box = await figure.locator(".nsewdrag").first().boundingBox();
    if (box === null) throw new Error("the figure has no plot to drag over");
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 5 });
    await page.mouse.up();
    await expect.poll(labels, { timeout: 10_000 }).not.toBe(still);
  });

  it("runs all cells: the figures are drawn again, each bet is open and each answer shown, no error shows", async () => {
    await runAllCells(page);
    expect(await drawnFigures(page, figures, fresh)).toEqual(Array(figures).fill(expect.any(Number)));
    expect(await page.getByText("Still open.").count()).toBeGreaterThanOrEqual(2);
    expect(await page.getByText("No bet was placed.").count()).toBeGreaterThanOrEqual(2);
    expect(await troubles(page)).toEqual([]);
    await shoot(page, join(screenshots, "00-run.png"));
  }, 700_000);

  it("runs the closer look: a progress bar moves, and a figure by its slider", {
    tags: ["slow"],
    timeout: 700_000,
  }, async () => {
    const moving = await lab.open(closer);
    await moving.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      const look = () => {
        for (const bar of document.querySelectorAll("progress")) if (seen.at(-1) !== bar.value) seen.push(bar.value);
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    });
    await runAllCells(moving);
    const drawn = await drawnFigures(moving, figuresOf(closer), fresh);
    expect(drawn).toEqual(Array(figuresOf(closer)).fill(expect.any(Number)));
    const seen = await moving.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
    // How many states the page gets to draw depends on the machine; the first step and the end are always shown.
    expect(new Set(seen).size, `values of the progress bar: ${seen}`).toBeGreaterThan(1);
    expect(await moving.getByText(/learning curves fitted: done, (\d+) of \1/).count()).toBeGreaterThan(0);
    expect(await troubles(moving)).toEqual([]);

    const figure = moving.locator(".jp-RenderedPlotly", { has: moving.locator(".slider-container") }).first();
    const drawing = () => figure.locator(".cartesianlayer").innerHTML();
    const still = await drawing();
    const box = await figure.locator(".slider-rail-touch-rect").boundingBox();
    if (box === null) throw new Error("the slider has no rail");
    await moving.mouse.click(box.x + box.width * 0.8, box.y + box.height / 2);
    await expect.poll(drawing, { timeout: 10_000 }).not.toBe(still);
    await moving.close();
  });

  it("shows in the dark theme too", { tags: ["slow"] }, async () => {
    const dark = await lab.open(notebook, "Dark");
    await drawnFigures(dark, figures);
    expect(await dark.locator("body").getAttribute("data-jp-theme-light")).toBe("false");
    await shoot(dark, join(screenshots, "00-dark.png"));
    await dark.close();
  });

  it("asks nothing of any other machine", () => {
    expect(lab.foreign).toEqual([]);
  });
});
