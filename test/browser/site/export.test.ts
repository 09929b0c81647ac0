// A notebook that was exported: one file, opened from a disk, with the network off.
/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchOptions } from "../../../scripts/browser.mjs";
import { exportedPage, makeParts } from "../../../scripts/export/page.mjs";
import { root } from "../../../scripts/setup/places.mjs";
import { faultsOf } from "./faults.js";
import { type Notes, type Place, Reader } from "./reader.js";
import { found, openLimit } from "./site.js";

const notebooks = { start: "00-start-here", sweep: "closer/00-how-these-notebooks-work" } as const;
type Name = keyof typeof notebooks;

describe.skipIf(found === null && !process.env.CI)("an exported notebook", () => {
  let browser: Browser;
  let folder: string;
  let place: Place;
  const notes: Notes = { foreign: [], problems: [] };
  /** What pages asked for beside themselves, less what they carry. */
  const asked: string[] = [];

  async function open(name: Name, options: Parameters<Place["page"]>[0] = {}): Promise<Reader> {
    const reader = await Reader.open(place, notes, `${name}.html`, options);
    expect(await reader.page.evaluate(() => navigator.onLine)).toBe(false);
    return reader;
  }

  /** Writes a cell anew, runs it with those above that it needs, and gives its last output. */
  async function run(reader: Reader, id: string, code: string, state = "ran"): Promise<string> {
    await reader.cell(id).locator(".cm-content").fill(code);
    await reader.cell(id).getByRole("button", { name: "Run" }).first().click();
    await reader.hasRun(id, state);
    return (await reader.cell(id).locator(".outputs > *").last().textContent()) ?? "";
  }

  beforeAll(async () => {
    if (found === null) throw new Error("no Chrome, Chromium or Edge found: install one, or set CHROME_PATH to it");
    folder = mkdtempSync(join(tmpdir(), "emergence-exported-"));
    const parts = await makeParts();
    for (const [name, notebook] of Object.entries(notebooks)) {
      const { html, tables } = exportedPage(join(root, "notebooks", `${notebook}.ipynb`), parts, { allTables: false });
      expect(tables).toContain("pythia-lambada");
      console.log(`${notebook}: ${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB, ${tables.length} tables`);
      expect(Buffer.byteLength(html)).toBeLessThan(6e6);
      writeFileSync(join(folder, `${name}.html`), html);
    }
    browser = await chromium.launch(launchOptions(found));
    place = {
      address: `${pathToFileURL(folder)}/`,
      async page(options = {}) {
        const page = await browser.newPage({ offline: true, ...options });
        page.on("request", (request) => {
          if (!/^(data|blob):/.test(request.url()) && !request.isNavigationRequest()) asked.push(request.url());
        });
        return page;
      },
    };
  }, openLimit);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is read before anything runs, and without scripts: text, formulas, pictures", async () => {
    const reader = await Reader.open(place, notes, "sweep.html", { javaScriptEnabled: false });
    expect(await reader.page.getByRole("heading", { level: 1 }).textContent()).toContain("how these notebooks work");
    const pictures = reader.page.locator(".figure img");
    const count = await pictures.count();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      await pictures.nth(i).scrollIntoViewIfNeeded();
      expect(await pictures.nth(i).getAttribute("src")).toMatch(/^data:image/);
      await expect
        .poll(() => pictures.nth(i).evaluate((node) => (node as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(99);
    }
    // Nothing lies beside it that a link could lead to.
    const hrefs = await reader.page
      .locator("a[href]")
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href")));
    expect(hrefs.filter((href) => !/^(#|https:)/.test(href ?? ""))).toEqual([]);
    await reader.close();
  });

  it("runs to its end, draws its figures, and is left with what was changed as a notebook", async () => {
    const reader = await open("start");
    await reader.goLive();
    const ids = await reader.ids();
    await reader.page.getByRole("button", { name: "Run all" }).click();
    await reader.hasRun(ids.at(-1) as string);
    expect(await reader.page.locator('[data-state="failed"]').count()).toBe(0);
    const plot = reader.page.locator(".plot").first();
    await plot.scrollIntoViewIfNeeded();
    await plot.locator(".main-svg").first().waitFor();
    const first = ids[0] as string;
    const course = (await reader.cell(first).locator(".cm-content").textContent()) as string;
    expect(course).toContain("import");
    await reader.add(first, "\nconst told: number = 'no'; // </script><!--");
    await reader.page.keyboard.press("Control+Enter");
    await reader.hasRun(first, "failed");
    expect(await reader.cell(first).locator(".error").textContent()).toContain("Type 'string' is not assignable");
    const [download] = await Promise.all([
      reader.page.waitForEvent("download"),
      reader.page.getByRole("button", { name: "Download", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("00-start-here.ipynb");
    const { cells } = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(cells.filter(({ source }: { source: string }) => `${source}`.endsWith("// </script><!--"))).toHaveLength(1);
    await reader.close();
  });

  it("runs its sweep on threads", async () => {
    const reader = await open("sweep");
    await reader.goLive();
    await reader.cell("sweep").getByRole("button", { name: "Run" }).first().click();
    await expect.poll(() => reader.page.workers().length, { timeout: 120_000 }).toBeGreaterThan(1);
    await reader.hasRun("sweep");
    expect(await reader.cell("sweep").locator(".outputs").textContent()).toContain("energy per spin");
    await reader.close();
  });

  it("reads what its notebook does not, if it carries it, and says so if not", async () => {
    const reader = await open("start");
    await reader.goLive();
    const [id] = (await reader.ids()) as [string];
    const formula = 'import { curve } from "@emergence/lib/fit";\ncurve("a * x").value(2, { a: 3 })';
    expect(await run(reader, id, formula)).toBe("6");
    const other = 'import { load } from "@emergence/data";\nload("traffic").length';
    expect(await run(reader, id, other, "failed")).toMatch(
      /traffic\.csv cannot be read here: this page carries the tables .*pythia-lambada.* --all-tables/,
    );
    await reader.close();
  });

  it("starts its kernel again after a loop", async () => {
    const reader = await open("start");
    await reader.goLive();
    const [id] = (await reader.ids()) as [string];
    expect(await run(reader, id, "const lost = 1;\nlost")).toBe("1");
    await reader.cell(id).locator(".cm-content").fill("while (true) {}");
    await reader.cell(id).getByRole("button", { name: "Run" }).first().click();
    await reader.hasRun(id, "running");
    await reader.page.getByRole("button", { name: "Stop" }).click();
    await reader.hasRun(id, "failed");
    expect(await run(reader, id, "40 + 2")).toBe("42");
    await reader.close();
  });

  it("carries all tables where that is asked for", () => {
    const parts = { texts: new Map(), style: "", pack: { files: {}, remote: {}, links: {} }, apart: [] };
    const path = join(root, "notebooks", `${notebooks.start}.ipynb`);
    const table = {
      path: "/kit/data/tables/traffic/traffic.csv",
      address: "tables/traffic/traffic.csv",
      content: "a\n1\n",
    };
    const tables = (allTables: boolean) => exportedPage(path, { ...parts, apart: [table] }, { allTables }).tables;
    expect([tables(false), tables(true)]).toEqual([[], ["traffic"]]);
  });

  it("has no serious fault of accessibility, light and dark", { tags: ["slow"] }, async () => {
    const reader = await open("start");
    expect(await faultsOf(reader.page)).toEqual([]);
    await reader.close();
  });

  it("asks for nothing but itself", () => {
    expect({ asked, ...notes }).toEqual({ asked: [], foreign: [], problems: [] });
  });
});
