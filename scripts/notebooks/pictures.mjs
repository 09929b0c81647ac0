// A picture of each figure, for readers of GitHub and of print, who cannot see the interactive form. SVG, or JPEG where
// that is lighter; never PNG, which JupyterLab's Plotly renderer would show in place of the figure.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser, launchOptions } from "../browser.mjs";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { figureOutputs, figureText, picturesOf } from "./figures.mjs";
import { joined, plotlyType } from "./format.mjs";

/** @typedef {import("./format.mjs").Notebook} Notebook */
/** @typedef {{ type: string, data: string }} Picture */

const load = createRequire(import.meta.url);
const plotlyVersion = load("plotly.js-dist/package.json").version;
const heaviestSvg = 150_000; // bytes
const defaultSize = { width: 800, height: 450 };

/**
 * Names the figure by its content. Fonts differ between machines, so a picture is drawn anew only where this changes.
 * @param {unknown} figure
 */
export function fingerprint(figure) {
  const text = `${plotlyVersion} ${figureText(figure)}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/**
 * What a still picture can show: buttons that cannot be pressed are left out, the page behind it is white.
 * @param {Record<string, any>} figure
 */
function still({ data, layout = {} }) {
  const menus = (layout.updatemenus ?? []).filter((/** @type {any} */ menu) => menu.type !== "buttons");
  const isClear = (/** @type {string | undefined} */ color) =>
    color === undefined || /transparent|rgba\(.*, *0\)/.test(color);
  const paper = isClear(layout.paper_bgcolor) ? "white" : layout.paper_bgcolor;
  const size = { width: layout.width ?? defaultSize.width, height: layout.height ?? defaultSize.height };
  return { figure: { data, layout: { ...layout, ...size, updatemenus: menus, paper_bgcolor: paper } }, size };
}

/**
 * Starts a browser that draws figures; the caller closes it.
 * @returns {Promise<{ draw: (figure: Record<string, any>, name: string) => Promise<Picture>, close: () => Promise<void> }>}
 */
export async function openStudio() {
  const executablePath = findBrowser();
  if (executablePath === null) {
    throw new Problem(
      "the pictures of figures are drawn by a browser, and no Chrome, Chromium or Edge was found: install one, or set CHROME_PATH.",
    );
  }
  const browser = await chromium.launch(launchOptions(executablePath));
  const context = await browser.newContext({ deviceScaleFactor: 2, offline: true });
  const page = await context.newPage();
  await page.setContent(
    "<!doctype html><title>figure</title><body style='margin:0'><img alt='' style='display:block'></body>",
  );
  await page.addScriptTag({ path: join(root, "node_modules", "plotly.js-dist", "plotly.js") });

  /** @type {(figure: Record<string, any>, name: string) => Promise<Picture>} */
  async function drawNow(source, name) {
    const { figure, size } = still(source);
    const svg = await page.evaluate(drawSvg, { figure, size, seed: Number.parseInt(name.slice(0, 8), 16) });
    if (Buffer.byteLength(svg) <= heaviestSvg) return { type: "image/svg+xml", data: svg };
    await page.setViewportSize(size);
    await page.evaluate(showSvg, svg);
    const jpeg = await page.screenshot({ type: "jpeg", quality: 80, clip: { x: 0, y: 0, ...size } });
    const data = jpeg.toString("base64");
    return data.length < svg.length ? { type: "image/jpeg", data } : { type: "image/svg+xml", data: svg };
  }

  // One page, one figure at a time: notebooks that run side by side share the studio.
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return {
    draw(figure, name) {
      const turn = last.then(() => drawNow(figure, name));
      last = turn.catch(() => {});
      return turn;
    },
    close: () => browser.close(),
  };
}

/**
 * Runs in the page. Plotly names clip paths by Math.random: seeded by the figure, the names are the same from run to
 * run and differ between figures that end up inline in one page.
 * @param {{ figure: any, size: { width: number, height: number }, seed: number }} request
 */
async function drawSvg({ figure, size, seed }) {
  let state = seed;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const url = await /** @type {any} */ (globalThis).Plotly.toImage(figure, { format: "svg", ...size });
  return decodeURIComponent(url.slice(url.indexOf(",") + 1));
}

/** @param {string} svg */
async function showSvg(svg) {
  const image = /** @type {HTMLImageElement} */ (document.querySelector("img"));
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
}

/**
 * Adds a picture, the text alternative and the fingerprint to each figure of an executed notebook (changed in place).
 * A picture whose figure is unchanged is taken over from the committed notebook.
 * @param {Notebook} notebook
 * @param {Notebook} committed
 * @param {(figure: Record<string, any>, name: string) => Promise<Picture>} draw
 */
export async function addPictures(notebook, committed, draw) {
  const known = picturesOf(committed);
  for (const output of figureOutputs(notebook)) {
    const figure = output.data[plotlyType];
    const name = fingerprint(figure);
    const kept = known.get(figureText(figure));
    const { type, data } = kept?.name === name ? kept : await draw(figure, name);
    output.data[type] = data;
    output.metadata = {
      ...output.metadata,
      alt: output.metadata?.alt ?? joined(output.data["text/plain"]),
      figure: name,
    };
  }
}
