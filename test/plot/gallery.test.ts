// Draws the gallery in a real browser, where there is one: nothing runs out of a figure, no words cover others, and what
// moves does move. `GALLERY=folder npx vitest run test/plot/gallery.test.ts` leaves the pictures there to be looked at.
/// <reference lib="dom" />
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Figure } from "../../plot/index";
import { findBrowser, launchOptions } from "../../scripts/browser.mjs";
import { gallery } from "./gallery";

const executable = findBrowser();
const pictures = process.env.GALLERY;

interface Box {
  text: string;
  /** Names of slanted ticks lie side by side although the boxes around them overlap. */
  slanted: boolean;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Draws a figure alone on the page; gives the boxes of its words, relative to the figure. */
async function draw(page: Page, figure: Figure): Promise<{ width: number; height: number; boxes: Box[] }> {
  return page.evaluate(async (json) => {
    const { data, layout, frames } = JSON.parse(json);
    const box = document.querySelector("#figure") as HTMLElement;
    box.innerHTML = "";
    const plotly = (window as unknown as { Plotly: Record<string, (...args: unknown[]) => Promise<void>> }).Plotly;
    await plotly?.newPlot?.(box, data, layout, { displayModeBar: false });
    if (frames) await plotly?.addFrames?.(box, frames);
    const words = ".xtitle, .ytitle, .gtitle, .annotation-text, .legendtext, .xtick text, .ytick text, .slider-label";
    const origin = box.getBoundingClientRect();
    const boxes = [...box.querySelectorAll(words)]
      .map((element) => ({
        text: element.textContent ?? "",
        slanted: /rotate\((?!0|-90|90)/.test(element.getAttribute("transform") ?? ""),
        at: element.getBoundingClientRect(),
      }))
      .filter(({ text, at }) => text.trim() !== "" && at.width > 0)
      .map(({ text, slanted, at }) => ({
        text,
        slanted,
        left: at.left - origin.left,
        right: at.right - origin.left,
        top: at.top - origin.top,
        bottom: at.bottom - origin.top,
      }));
    const svg = (box.querySelector(".main-svg") as Element).getBoundingClientRect();
    return { width: svg.width, height: svg.height, boxes };
  }, JSON.stringify(figure));
}

const overlap = (a: Box, b: Box): boolean =>
  !(a.slanted && b.slanted) &&
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;

describe.skipIf(executable === null)("the gallery in a browser", () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(executable as string));
    page = await browser.newPage({ viewport: { width: 880, height: 800 } });
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.setContent('<body style="margin:0"><div id="figure" style="width:860px"></div></body>');
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("plotly.js-dist/plotly.js") });
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(() => browser?.close());

  it.each(Object.keys(gallery))("%s: all words inside the figure, none on others", async (name) => {
    const { width, height, boxes } = await draw(page, gallery[name] as Figure);
    if (pictures)
      await page
        .locator("#figure .svg-container")
        .screenshot({ path: join(pictures, `${name.replaceAll(" ", "-")}.png`) });
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < -1 || top < -1 || right > width + 1 || bottom > height + 1,
    );
    expect(outside).toEqual([]);
    const covered = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(covered).toEqual([]);
    expect(boxes.length).toBeGreaterThan(3);
    expect(errors).toEqual([]);
  });

  const path = (): Promise<string | null> => page.locator(".scatterlayer .trace .js-line").first().getAttribute("d");

  it("moves lines with the slider", async () => {
    await draw(page, gallery.slider as Figure);
    const before = await path();
    const rail = await page.locator(".slider-rail-rect").boundingBox();
    if (rail === null) throw new Error("no slider");
    await page.mouse.click(rail.x + rail.width - 12, rail.y + rail.height / 2);
    await expect.poll(path).not.toBe(before);
    expect(await page.locator(".slider-label").allTextContents()).toContain("steepness k (per year): 4");
  });

  it("changes the figure with the menu", async () => {
    await draw(page, gallery.menu as Figure);
    const before = await path();
    await page.locator(".updatemenu-header").click();
    await page.locator(".updatemenu-dropdown-button").nth(1).click();
    await expect.poll(path).not.toBe(before);
    expect(await page.locator(".updatemenu-header").textContent()).toContain("telephone");
  });
});
