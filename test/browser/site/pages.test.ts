// The pages of the site as a reader has them: read at once, edited, run; on a phone, in the dark, in a folder of a host.
/// <reference lib="dom" />
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../../scripts/setup/places.mjs";
import { found, openLimit, Site } from "./site.js";

const axe = readFileSync(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");
const screenshots = join(root, ".cache", "screenshots");
/** Against hanging only. */
const limit = 120_000;

describe.skipIf(found === null && !process.env.CI)("pages", () => {
  let site: Site;
  /** What a page asked of other machines, and what failed on it. */
  const foreign: string[] = [];
  const problems: string[] = [];

  async function open(path: string, options: Parameters<Site["page"]>[0] = {}): Promise<Page> {
    const page = await site.page(options);
    page.setDefaultTimeout(limit);
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(site.address)) foreign.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    });
    page.on("pageerror", ({ message }) => problems.push(message));
    await page.goto(site.address + path);
    return page;
  }

  async function goLive(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Edit and run" }).click();
    await page.locator("body.is-live").waitFor();
  }
  const cell = (page: Page, id: string) => page.locator(`section.cell[data-id="${id}"]`);
  async function hasRun(page: Page, id: string, state = "ran"): Promise<void> {
    await page.locator(`section.cell[data-id="${id}"][data-state="${state}"]`).waitFor();
  }

  beforeAll(async () => {
    site = await Site.open("/a/folder/");
    mkdirSync(screenshots, { recursive: true });
  }, openLimit);
  afterAll(() => site?.close());

  it("have no link, picture, script or style that is not there", () => {
    const files = new Set(site.files().map((name) => name.replaceAll("\\", "/")));
    const missing: string[] = [];
    const ids = new Map<string, Set<string>>();
    const text = (name: string) => readFileSync(join(site.folder, name), "utf8");
    const idsOf = (name: string) => {
      const known = ids.get(name) ?? new Set([...text(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id as string));
      ids.set(name, known);
      return known;
    };
    for (const name of [...files].filter((each) => each.endsWith(".html"))) {
      for (const [, , address = ""] of text(name).matchAll(/\s(href|src)="([^"]*)"/g)) {
        if (/^(https?|data|mailto):/.test(address)) continue;
        const [path = "", anchor] = address.replaceAll("&#39;", "'").replaceAll("&amp;", "&").split("#");
        const target = path === "" ? name : normalize(join(dirname(name), path)).replaceAll("\\", "/");
        if (!existsSync(join(site.folder, target))) missing.push(`${name}: ${address}`);
        else if (anchor && target.endsWith(".html") && !idsOf(target).has(anchor)) missing.push(`${name}: ${address}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it("are read before anything runs: text, committed outputs, pictures", async () => {
    const page = await open("notebooks/00-start-here.html", { javaScriptEnabled: false });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Start here");
    expect(
      await cell(page, await firstCell(page))
        .locator("pre")
        .textContent(),
    ).toContain("import");
    expect(await page.locator(".figure img").count()).toBe(7);
    await page.close();
  });

  async function firstCell(page: Page): Promise<string> {
    return (await page.locator("section.cell").first().getAttribute("data-id")) as string;
  }

  it("are edited and run: a figure is drawn, a change is marked and taken back", async () => {
    const page = await open("notebooks/00-start-here.html");
    await goLive(page);
    const ids = await page
      .locator("section.cell")
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.id as string));
    const [first, second, third] = ids as [string, string, string];
    // The cells above that it needs run with it.
    await cell(page, second).getByRole("button", { name: "Run" }).click();
    await hasRun(page, second);
    await hasRun(page, first);
    await cell(page, second).locator(".plot").scrollIntoViewIfNeeded();
    await cell(page, second).locator(".js-plotly-plot .main-svg").first().waitFor();
    const course = await cell(page, third).locator(".cm-content").textContent();
    await cell(page, third).locator(".cm-content").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nconst told: number = 'no';");
    await expect.poll(() => cell(page, third).getAttribute("class")).toContain("edited");
    await page.keyboard.press("Control+Enter");
    await hasRun(page, third, "failed");
    expect(await cell(page, third).locator(".error").textContent()).toContain(
      "Type 'string' is not assignable to type 'number'",
    );
    await cell(page, third).getByRole("button", { name: "Back to the course's text" }).click();
    expect(await cell(page, third).locator(".cm-content").textContent()).toBe(course);
    expect(await cell(page, third).getAttribute("class")).not.toContain("edited");
    await page.keyboard.press("Shift+Enter");
    await hasRun(page, third);
    await page.screenshot({ path: join(screenshots, "page-live.png") });
    await page.close();
  });

  it("cost at the first visit what a phone can bear", async () => {
    const page = await site.page();
    site.asked.length = 0;
    const begun = performance.now();
    await page.goto(`${site.address}notebooks/00-start-here.html`);
    const readable = performance.now() - begun;
    const clicked = performance.now();
    await goLive(page);
    await page.getByRole("button", { name: "Run all" }).click();
    await page.locator(".figure.live").first().waitFor({ state: "attached" });
    const output = performance.now() - clicked;
    const last = (await page.locator("section.cell").last().getAttribute("data-id")) as string;
    await hasRun(page, last);
    const end = performance.now() - clicked;
    const bodies = [...new Set(site.asked)].map((file) => readFileSync(file));
    const [raw, packed] = [bodies, bodies.map((body) => gzipSync(body))].map((all) =>
      all.reduce((sum, { length }) => sum + length, 0),
    ) as [number, number];
    const seconds = [readable, output, end].map((time) => `${(time / 1000).toFixed(1)} s`).join(", ");
    console.log(
      `00: readable, first figure after the click, all: ${seconds}; ${bodies.length} files, ${(raw / 1e6).toFixed(1)} MB, ${(packed / 1e6).toFixed(1)} compressed`,
    );
    expect(raw).toBeLessThan(12e6);
    expect(packed).toBeLessThan(4e6);
    await page.close({ runBeforeUnload: false });
  });

  it("become live by a click into a cell too, complete names and explain them", async () => {
    const page = await open("notebooks/00-start-here.html");
    const first = await firstCell(page);
    await cell(page, first).locator(".source pre").click();
    await cell(page, first).locator(".cm-focused").waitFor();
    await page.keyboard.press("Control+End");
    await page.keyboard.type('\nload("pythia-lam');
    await page.keyboard.press("Control+Space");
    const offered = page.locator(".cm-tooltip-autocomplete li", { hasText: "pythia-lambada" });
    await offered.first().waitFor();
    await page.keyboard.press("Escape");
    // Help comes where the mouse rests on a name.
    await cell(page, first).locator(".cm-line").first().hover({ position: { x: 20, y: 8 } });
    const name = await cell(page, first).locator(".cm-line", { hasText: "bars" }).first().boundingBox();
    await page.mouse.move((name?.x ?? 0) + 90, (name?.y ?? 0) + 8);
    await page.mouse.move((name?.x ?? 0) + 92, (name?.y ?? 0) + 9);
    await page.locator(".help", { hasText: "function bars" }).waitFor();
    await page.close({ runBeforeUnload: false });
  });

  it("are edited and run by keys alone", async () => {
    const page = await open("notebooks/00-start-here.html");
    const focused = (selector: string) => page.evaluate((s) => document.activeElement?.matches(s) === true, selector);
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 30 && !(await focused(selector)); i++) await page.keyboard.press("Tab");
      expect(await focused(selector), selector).toBe(true);
    };
    await tabTo("button.live");
    await page.keyboard.press("Enter");
    await page.locator("body.is-live").waitFor();
    await tabTo(".cm-content");
    await page.keyboard.press("Shift+Enter");
    await hasRun(page, await firstCell(page));
    // Tab indents in a cell; Escape before it leaves the cell.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await focused(".cm-content")).toBe(false);
    await page.close({ runBeforeUnload: false });
  });

  it("stop a loop, say that names are lost, and run the cells above again", async () => {
    const page = await open("notebooks/00-start-here.html");
    await goLive(page);
    const ids = await page
      .locator("section.cell")
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.id as string));
    const second = ids[1] as string;
    await cell(page, second).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("while (true) {}");
    await page.keyboard.press("Control+Enter");
    await hasRun(page, second, "running");
    await page.getByRole("button", { name: "Stop" }).click();
    await hasRun(page, second, "failed");
    expect(await cell(page, second).locator(".error").textContent()).toContain("all names are lost");
    await cell(page, second).getByRole("button", { name: "Run the cells above again" }).click();
    await hasRun(page, ids[0] as string);
    await page.close({ runBeforeUnload: false });
  });

  it("give the notebook with the reader's changes", async () => {
    const page = await open("notebooks/00-start-here.html");
    await goLive(page);
    await cell(page, await firstCell(page))
      .locator(".cm-content")
      .click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n// mine");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("00-start-here.ipynb");
    const notebook = JSON.parse(readFileSync(await download.path(), "utf8"));
    const sources = notebook.cells.map((each: { source: string | string[] }) => [each.source].flat().join(""));
    expect(sources.filter((source: string) => source.endsWith("\n// mine"))).toHaveLength(1);
    await page.close({ runBeforeUnload: false });
  });

  it("are found by the words in them", async () => {
    const page = await open("index.html");
    await page.getByLabel("Search all notebooks").fill("grokking weight decay");
    const first = page.locator("#found a").first();
    await first.waitFor();
    expect(await first.getAttribute("href")).toMatch(/\/a\/folder\/notebooks\/.*05-/);
    await page.close();
  });

  it.each([
    ["a phone", { viewport: { width: 390, height: 844 } }],
    ["a desktop", { viewport: { width: 1280, height: 900 } }],
  ] as const)("fit %s, light and dark", async (name, { viewport }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const path of ["index.html", "notebooks/00-start-here.html", "notebooks/01-more-is-different.html"]) {
        const page = await open(path, { viewport, colorScheme });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${path} on ${name}`).toBeLessThanOrEqual(0);
        const file = `page-${path.replace(/\W+/g, "-")}-${viewport.width}-${colorScheme}.png`;
        await page.screenshot({ path: join(screenshots, file) });
        await page.close();
      }
    }
  });

  it.each([
    ["index.html", false],
    ["notebooks/00-start-here.html", false],
    ["notebooks/00-start-here.html", true],
    ["notebooks/09-the-mirage.html", false],
    ["notebooks/closer/04-duel.html", false],
    ["data/README.html", false],
  ] as const)(
    "%s (live: %s) has no serious fault of accessibility, light and dark",
    { tags: ["slow"] },
    async (path, live) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await open(path, { colorScheme });
        if (live) {
          await goLive(page);
          await cell(page, await firstCell(page))
            .getByRole("button", { name: "Run" })
            .click();
          await hasRun(page, await firstCell(page));
        }
        await page.addScriptTag({ content: axe });
        const faults = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
          interface Violation {
            readonly id: string;
            readonly impact: string;
            readonly nodes: readonly { readonly html: string }[];
          }
          return (await axe.run()).violations
            .filter(({ impact }) => impact === "serious" || impact === "critical")
            .map(({ id, nodes }) => `${id} ${nodes.length} ${nodes[0]?.html.slice(0, 200)}`);
        });
        expect(faults, colorScheme).toEqual([]);
        await page.close({ runBeforeUnload: false });
      }
    },
  );

  it("ask nothing of other machines, and nothing failed on them", () => {
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });
});
