// The pages of the site as a reader has them: read at once, edited, run; on a phone, in the dark, in a folder of a host.
/// <reference lib="dom" />
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joined } from "../../../scripts/notebooks/format.mjs";
import { readNotebook } from "../../../scripts/notebooks/refresh.mjs";
import { root } from "../../../scripts/setup/places.mjs";
import { checkSite } from "../../../scripts/site/check/index.mjs";
import { type Picture, pictureOf } from "../../../scripts/site/page/outputs.mjs";
import { type Notes, Reader } from "./reader.js";
import { found, openLimit, Site } from "./site.js";

const screenshots = join(root, ".cache", "screenshots");
const start = "notebooks/00-start-here.html";

describe.skipIf(found === null && !process.env.CI)("pages", () => {
  let site: Site;
  const notes: Notes = { foreign: [], problems: [] };
  const open = (path: string, options: Parameters<Site["page"]>[0] = {}) => Reader.open(site, notes, path, options);
  /** A page with its cells live, and the names of its first three. */
  async function openLive(): Promise<{ reader: Reader; ids: [string, string, string] }> {
    const reader = await open(start);
    await reader.goLive();
    return { reader, ids: (await reader.ids()) as [string, string, string] };
  }

  beforeAll(async () => {
    site = await Site.open("/a/folder/");
    mkdirSync(screenshots, { recursive: true });
  }, openLimit);
  afterAll(() => site?.close());

  it("have no link that leads nowhere, ask nothing of other hosts, and are not too large", () => {
    const { problems, summary } = checkSite(site.folder);
    console.log(summary);
    expect(problems).toEqual([]);
  });

  it("show the committed figures, to the pixel", async () => {
    const page = await site.page();
    const drawn = async (svg: string) => {
      const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
      await page.setContent(`<body style="margin:0"><img src="${address}">`);
      const image = page.locator("img");
      await image.evaluate((node) => (node as HTMLImageElement).decode());
      return image.screenshot();
    };
    const outputs = ["00-start-here", "01-more-is-different"].flatMap((name) =>
      readNotebook(join(root, "notebooks", `${name}.ipynb`)).cells.flatMap((cell) => cell.outputs ?? []),
    );
    const figures = outputs.filter((output) => output.data?.["image/svg+xml"] !== undefined);
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) {
      const { content, name } = pictureOf(figure) as Picture;
      const committed = await drawn(joined(figure.data["image/svg+xml"]));
      expect((await drawn(content as string)).equals(committed), name).toBe(true);
    }
    await page.close();
  });

  it("are read before anything runs: text, committed outputs, pictures", async () => {
    const reader = await open(start, { javaScriptEnabled: false });
    expect(await reader.page.getByRole("heading", { level: 1 }).textContent()).toContain("Start here");
    const [source, picture] = [reader.page.locator(".cell pre").first(), reader.page.locator(".figure img").first()];
    expect(await source.textContent()).toContain("import");
    expect(await picture.getAttribute("alt")).not.toBe("");
    await reader.close();
  });

  it("are edited and run: a figure is drawn, a change is marked and taken back", async () => {
    const { reader, ids } = await openLive();
    const [first, second, third] = ids;
    // The cells above that it needs run with it.
    await reader.cell(second).getByRole("button", { name: "Run" }).click();
    await reader.hasRun(second);
    await reader.hasRun(first);
    await reader.cell(second).locator(".plot").scrollIntoViewIfNeeded();
    await reader.cell(second).locator(".js-plotly-plot .main-svg").first().waitFor();
    const course = await reader.cell(third).locator(".cm-content").textContent();
    await reader.add(third, "\nconst told: number = 'no';");
    await expect.poll(() => reader.cell(third).getAttribute("class")).toContain("edited");
    await reader.page.keyboard.press("Control+Enter");
    await reader.hasRun(third, "failed");
    const error = await reader.cell(third).locator(".error").textContent();
    expect(error).toContain("Type 'string' is not assignable to type 'number'");
    await reader.cell(third).getByRole("button", { name: "Back to the course's text" }).click();
    expect(await reader.cell(third).locator(".cm-content").textContent()).toBe(course);
    expect(await reader.cell(third).getAttribute("class")).not.toContain("edited");
    await reader.page.keyboard.press("Shift+Enter");
    await reader.hasRun(third);
    await reader.page.screenshot({ path: join(screenshots, "page-live.png") });
    await reader.close();
  });

  it("cost at the first visit what a phone can bear", async () => {
    site.asked.length = 0;
    const begun = performance.now();
    const reader = await open(start);
    const readable = performance.now() - begun;
    const clicked = performance.now();
    await reader.goLive();
    await reader.page.getByRole("button", { name: "Run all" }).click();
    await reader.page.locator(".figure.live").first().waitFor({ state: "attached" });
    const output = performance.now() - clicked;
    await reader.hasRun((await reader.ids()).at(-1) as string);
    const end = performance.now() - clicked;
    const bodies = [...new Set(site.asked)].map((file) => readFileSync(file));
    const sizes = [bodies, bodies.map((body) => gzipSync(body))].map((all) =>
      all.reduce((sum, { length }) => sum + length, 0),
    );
    const [raw, packed] = sizes as [number, number];
    const seconds = [readable, output, end].map((time) => `${(time / 1000).toFixed(1)} s`).join(", ");
    const megabytes = `${(raw / 1e6).toFixed(1)} MB, ${(packed / 1e6).toFixed(1)} compressed`;
    console.log(`00: readable, first figure after the click, all: ${seconds}; ${bodies.length} files, ${megabytes}`);
    expect(raw).toBeLessThan(12e6);
    expect(packed).toBeLessThan(4e6);
    await reader.close();
  });

  it("become live by a click into a cell too, complete names and explain them", async () => {
    const reader = await open(start);
    const [first] = (await reader.ids()) as [string];
    await reader.cell(first).locator(".source pre").click();
    await reader.cell(first).locator(".cm-focused").waitFor();
    await reader.add(first, '\nload("pythia-lam');
    await reader.page.keyboard.press("Control+Space");
    await reader.page.locator(".cm-tooltip-autocomplete li", { hasText: "pythia-lambada" }).first().waitFor();
    await reader.page.keyboard.press("Escape");
    // Help comes where the mouse rests on a name.
    const line = await reader.cell(first).locator(".cm-line", { hasText: "bars" }).first().boundingBox();
    for (const x of [20, 90, 92]) await reader.page.mouse.move((line?.x ?? 0) + x, (line?.y ?? 0) + 8);
    await reader.page.locator(".help", { hasText: "function bars" }).waitFor();
    await reader.close();
  });

  it("are edited and run by keys alone", async () => {
    const reader = await open(start);
    const { keyboard } = reader.page;
    await reader.tabTo("button.live");
    await keyboard.press("Enter");
    await reader.isLive();
    await reader.tabTo(".cm-content");
    await keyboard.press("Shift+Enter");
    await reader.hasRun((await reader.ids())[0] as string);
    // Tab indents in a cell; Escape before it leaves the cell.
    await keyboard.press("Escape");
    await keyboard.press("Tab");
    expect(await reader.hasFocus(".cm-content")).toBe(false);
    await reader.close();
  });

  it("draw figures on two axes of every kind, and say which they cannot draw", async () => {
    const { reader, ids } = await openLive();
    const [first] = ids;
    const figure = (type: string) =>
      `show({ data: [{ type: "${type}", z: [[1, 2], [3, 4]] }], layout: {} } as unknown as Figure, { text: "A ${type}." });`;
    const code = `import { type Figure, show } from "@emergence/plot";\n${figure("contour")}\n${figure("surface")}`;
    await reader.cell(first).locator(".cm-content").fill(code);
    await reader.cell(first).getByRole("button", { name: "Run" }).click();
    await reader.hasRun(first);
    const [contour, surface] = [0, 1].map((i) => reader.cell(first).locator(".plot").nth(i));
    await contour?.locator(".contourlayer path").first().waitFor({ state: "attached" });
    await surface?.scrollIntoViewIfNeeded();
    await expect.poll(() => surface?.textContent()).toMatch(/^A surface\.\s+A page draws .* without surface: open/);
    await reader.close();
  });

  it("stop a loop, say that names are lost, and run the cells above again", async () => {
    const { reader, ids } = await openLive();
    const [first, second] = ids;
    await reader.cell(second).locator(".cm-content").click();
    await reader.page.keyboard.press("Control+A");
    await reader.page.keyboard.type("while (true) {}");
    await reader.page.keyboard.press("Control+Enter");
    await reader.hasRun(second, "running");
    await reader.page.getByRole("button", { name: "Stop" }).click();
    await reader.hasRun(second, "failed");
    expect(await reader.cell(second).locator(".error").textContent()).toContain("all names are lost");
    await reader.cell(second).getByRole("button", { name: "Run the cells above again" }).click();
    await reader.hasRun(first);
    await reader.close();
  });

  it("give the notebook with the reader's changes", async () => {
    const { reader, ids } = await openLive();
    await reader.add(ids[0], "\n// mine");
    const [download] = await Promise.all([
      reader.page.waitForEvent("download"),
      reader.page.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("00-start-here.ipynb");
    const notebook = JSON.parse(readFileSync(await download.path(), "utf8"));
    const sources = notebook.cells.map((each: { source: string | string[] }) => [each.source].flat().join(""));
    expect(sources.filter((source: string) => source.endsWith("\n// mine"))).toHaveLength(1);
    await reader.close();
  });

  it("take a file of the reader's, which cells read", async () => {
    const { reader, ids } = await openLive();
    const [chooser] = await Promise.all([
      reader.page.waitForEvent("filechooser"),
      reader.page.getByRole("button", { name: "Add a file" }).click(),
    ]);
    await chooser.setFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n3,4\n") });
    await reader.page.getByRole("status").filter({ hasText: "mine/mine.csv" }).waitFor();
    await reader.add(
      ids[0],
      '\nimport { readTable } from "@emergence/data";\nreadTable("mine/mine.csv", { a: "number", b: "number" }).length',
    );
    await reader.page.keyboard.press("Control+Enter");
    await reader.hasRun(ids[0]);
    expect(await reader.cell(ids[0]).locator(".value").textContent()).toBe("2");
    await reader.close();
  });

  it("stand two at once, and go on without a network once they have run", async () => {
    const both = [await openLive(), await openLive()];
    const answer = async ({ reader, ids }: (typeof both)[number], code: string) => {
      const [, second] = ids;
      await reader.cell(second).locator(".cm-content").fill(code);
      await reader.page.keyboard.press("Control+Enter");
      await reader.hasRun(second);
      return reader.cell(second).locator(".value").textContent();
    };
    const online = (i: number) => `const mine = ${i};\nload("pythia-lambada").length + mine`;
    const lengths = [];
    for (const [i, each] of both.entries()) lengths.push(Number(await answer(each, online(i))) - i);
    for (const { reader } of both) await reader.page.context().setOffline(true);
    for (const [i, each] of both.entries())
      expect(await answer(each, 'mine + load("pythia-lambada").length')).toBe(`${(lengths[i] as number) + i}`);
    for (const { reader } of both) await reader.close();
  });

  it("are found by the words in them", async () => {
    const reader = await open("index.html");
    await reader.page.getByLabel("Search notebooks, guides and reference").fill("grokking weight decay");
    const first = reader.page.locator("#found a").first();
    await first.waitFor();
    expect(await first.getAttribute("href")).toMatch(/\/a\/folder\/notebooks\/.*05-/);
    await reader.close();
    const reference = await open("reference/index.html");
    await reference.page.getByLabel("Search notebooks, guides and reference").fill("brier score");
    const name = reference.page.locator("#found a", { hasText: "brier" }).first();
    await name.click();
    await reference.page.waitForURL(/\/reference\/metrics\.html#brier$/);
    await reference.close();
  });

  it("lead from a name that a cell imports to the reference, and stay as they are", async () => {
    const reader = await open(start);
    await reader.page.locator('.source a[href$="plot.html#bars"]').first().click();
    await reader.page.waitForURL(/\/reference\/plot\.html#bars$/);
    expect(await reader.page.locator("#bars .signature").textContent()).toContain("function bars(");
    await reader.close();
  });

  const fits = async (width: number) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const told = ["reference/index.html", "reference/measures.html", "docs/which-measure.html", "docs/glossary.html"];
      for (const path of ["index.html", start, "notebooks/01-more-is-different.html", ...told]) {
        const reader = await open(path, { viewport: { width, height: 844 }, colorScheme });
        const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, path).toBeLessThanOrEqual(0);
        const file = `page-${path.replace(/\W+/g, "-")}-${width}-${colorScheme}.png`;
        await reader.page.screenshot({ path: join(screenshots, file) });
        await reader.close();
      }
    }
  };
  it.each([390])("fit a screen of %i pixels, light and dark", fits);
  it.each([1280])("fit a screen of %i pixels, light and dark", { tags: ["slow"] }, fits);

  it("have tables that a phone shows whole, where columns are compared or a row is a card", async () => {
    const teaching = ["README", "six-weeks", "slides"].map((name) => `docs/teaching/${name}.html`);
    const guides = ["exercises", "grading", "two-evenings", "rooms", "kernel"].map((name) => `docs/${name}.html`);
    for (const path of ["FIDELITY.html", ...teaching, ...guides]) {
      const reader = await open(path, { viewport: { width: 390, height: 844 } });
      const cut = await reader.page.evaluate(() =>
        [...document.querySelectorAll(".wide")]
          .filter((box) => box.scrollWidth > 1.1 * box.clientWidth) // fonts of systems differ
          .map((box) => `${box.scrollWidth}: ${box.querySelector("tr")?.textContent?.trim()}`),
      );
      expect(cut, path).toEqual([]);
      await reader.close();
    }
  });

  it("hide no caption below a button on a phone", async () => {
    const reader = await open(start, { viewport: { width: 390, height: 844 } });
    const figure = reader.page.locator(".figure[data-plot]").first();
    await figure.scrollIntoViewIfNeeded();
    const picture = await figure.locator("img").boundingBox();
    const button = await figure.getByRole("button", { name: "Interactive" }).boundingBox();
    expect(picture?.width).toBeGreaterThan(390);
    expect(button?.y).toBeGreaterThanOrEqual((picture?.y ?? 0) + (picture?.height ?? 0));
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThan(390);
    await reader.close();
  });

  it("ask nothing of other machines, and nothing failed on them", () => {
    expect(notes).toEqual({ foreign: [], problems: [] });
  });
});
