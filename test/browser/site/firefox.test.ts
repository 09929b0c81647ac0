// The kit's kernel and pages in Firefox, whose stacks, threads and last digits are its own.
/// <reference lib="dom" />
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFirefox } from "../../../scripts/browser.mjs";
import { notebooksIn } from "../../../scripts/notebooks/select.mjs";
import { root } from "../../../scripts/setup/places.mjs";
import { full } from "../../full.js";
import { Firefox, type FirefoxPage } from "./firefox.js";
import { KernelPage } from "./kernelPage.js";
import { runNotebook } from "./runNotebook.js";
import { openLimit, plainPage, Site } from "./site.js";
import { expectLines, failureOf } from "./tracebacks.js";

const path = findFirefox();
/** Of the notebooks that take seconds; those that simulate or train for minutes run in Chromium alone. */
const numbers = full ? /^(00|02|03|04|06|07b?)-/ : /^(00|06)-/;
const chosen = notebooksIn("notebooks").filter((file) => !file.includes("closer") && numbers.test(basename(file)));

describe.skipIf(path === null && (!process.env.CI || process.env.EMERGENCE_NO_FIREFOX === "1"))("Firefox", () => {
  let site: Site;
  let firefox: Firefox;
  let kernel: KernelPage<FirefoxPage>;
  const open = async () => KernelPage.on(await firefox.open(site.address + plainPage), site.address);

  beforeAll(async () => {
    if (path === null) throw new Error("no Firefox found: install one, or set FIREFOX_PATH to it");
    site = await Site.open("/a/folder/");
    firefox = await Firefox.launch(path);
    kernel = await open();
    await kernel.start();
  }, openLimit);
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  const failure = (code: string) => failureOf(kernel, code);

  it("checks types, and underlines", async () => {
    expect((await failure("const word: string = 3;")).traceback).toEqual([
      "TypeScriptError: 1:7 Type 'number' is not assignable to type 'string'. (TS2322)",
      "  1 | const word: string = 3;",
      "            ^^^^",
    ]);
  });

  it("names the lines of cells and of the library that led to an error", async () => {
    await expectLines(kernel);
  });

  it("completes names", async () => {
    await kernel.run('import { load as table } from "@emergence/data";');
    const code = 'table("ado';
    expect((await kernel.complete(code, code.length))?.matches).toContain("adoption");
  });

  /** Stops a cell that has begun, and says whether names are lost. */
  async function stopped(code: string): Promise<boolean> {
    const { ok, lost, outputs } = await kernel.runAndStop(`console.log("begun");\n${code}`);
    expect([ok, outputs.at(-1)?.content]).toEqual([false, expect.objectContaining({ ename: "Interrupted" })]);
    return lost;
  }

  it("stops what waits, and keeps names", async () => {
    await kernel.run("const kept = 7;");
    expect(await stopped("await new Promise((done) => setTimeout(done, 1e6));")).toBe(false);
    expect(await kernel.value("kept")).toBe("7");
  });

  it("runs a sweep on threads, stops one, and keeps names", async () => {
    await kernel.run('import { isingRun } from "@emergence/lib/systems";\nimport { sweep } from "@emergence/run";');
    // Stopped when its first point is there: by then its threads run, however long they took to start.
    const sweep = (sweeps: string) =>
      `const rows = await sweep(isingRun, { size: [8], temperature: [1.5], sweeps: [${sweeps}] }, { seed: 1, workers: 2, cache: false, onProgress: ({ done }) => { if (done === 1) console.log("begun"); } });\nrows.map(({ point }) => point.sweeps)`;
    expect(await kernel.value(sweep("40, 50"))).toBe("[ 40, 50 ]");
    const { ok, lost } = await kernel.runAndStop(sweep("40, 1e9"));
    expect([ok, lost]).toEqual([false, false]);
    expect(await kernel.value("typeof sweep")).toBe("function");
  });

  it("ends the kernel for a loop, says that names are lost, and the next cell answers", async () => {
    await kernel.run("const gone = 1;");
    expect(await stopped("while (true) {}")).toBe(true);
    expect((await failure("gone")).evalue).toContain("Cannot find name 'gone'");
    expect(await kernel.value("40 + 2")).toBe("42");
  });

  it.each(chosen.map((file) => [basename(file, ".ipynb"), file]))(
    "%s: no cell fails, and outputs are as committed",
    async (_, file) => {
      const own = await open();
      console.log(`Firefox, ${await runNotebook(file, own)}`);
      await own.page.close();
    },
    900_000,
  );

  it("places a bet, which opens what it covers", async () => {
    const page = await firefox.open(`${site.address}notebooks/00-start-here.html`);
    const seen = () =>
      page.evaluate(() => {
        const isSeen = (selector: string) => {
          const node = document.querySelector(selector);
          // Also false where it is hidden until found.
          return node?.checkVisibility({ contentVisibilityAuto: true }) === true && node.closest("[hidden]") === null;
        };
        const end = document.querySelector("[data-reveal]");
        return { figure: isSeen("#figure-smooth"), end: isSeen("[data-reveal]"), text: end?.textContent ?? "" };
      }, null);
    expect(await seen()).toMatchObject({ figure: false, end: false });
    await page.evaluate(() => {
      const answers = [...document.querySelectorAll<HTMLButtonElement>(".answers button")];
      answers.find(({ textContent }) => textContent === "fallen by half")?.click();
    }, null);
    expect(await seen()).toEqual({
      ...{ figure: true, end: true, text: expect.stringContaining("You bet “fallen by half”: not this time.") },
    });
    // A published number opens its panel.
    const other = await firefox.open(`${site.address}notebooks/closer/03-water.html`);
    await other.evaluate(() => document.querySelector<HTMLButtonElement>("button.number")?.click(), null);
    expect(await other.evaluate(() => document.querySelectorAll(".panel:popover-open").length, null)).toBe(1);
    await other.close();
    await page.close();
  });

  it("makes a page live, runs it to its end, and draws its figures", async () => {
    const page = await firefox.open(`${site.address}notebooks/00-start-here.html`);
    const click = (label: string) =>
      page.evaluate((label) => {
        const buttons = [...document.querySelectorAll("button")];
        buttons.find(({ textContent, hidden }) => !hidden && textContent?.trim() === label)?.click();
      }, label);
    const count = (selector: string) =>
      page.evaluate((selector) => document.querySelectorAll(selector).length, selector);
    await click("Edit and run");
    await expect.poll(() => count("body.is-live"), { timeout: openLimit }).toBe(1);
    await click("Run all");
    const cells = await count("section.cell");
    await expect.poll(() => count('section.cell[data-state="ran"]'), { timeout: openLimit, interval: 500 }).toBe(cells);
    await page.evaluate(() => document.querySelector(".figure.live")?.scrollIntoView(), null);
    await expect.poll(() => count(".js-plotly-plot .main-svg"), { timeout: openLimit }).toBeGreaterThan(0);
    const screenshots = join(root, ".cache", "screenshots");
    mkdirSync(screenshots, { recursive: true });
    writeFileSync(join(screenshots, "page-live-firefox.png"), await page.screenshot());
    await page.close();
  });

  it("asks nothing of other machines, and nothing failed on pages", () => {
    const foreign = firefox.requests.filter((url) => /^(https?|wss?):/.test(url) && !url.startsWith(site.address));
    expect([foreign, firefox.problems]).toEqual([[], []]);
  });
});
