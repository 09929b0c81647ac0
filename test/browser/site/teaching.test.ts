// What pages do for who learns from them: bets, exercises, sources of numbers, links that carry changes, figures, paper.
/// <reference lib="dom" />
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../../scripts/setup/places.mjs";
import { writeHandouts } from "../../../scripts/site/handouts.mjs";
import { faultsOf } from "./faults.js";
import { type Notes, Reader } from "./reader.js";
import { found, openLimit, Site } from "./site.js";

const screenshots = join(root, ".cache", "screenshots");
const start = "notebooks/00-start-here.html";
/** Cells of 00. */
const [bet, figure, end, exercise] = ["bet-perplexity", "perplexity-figure", "perplexity-left", "ex1"];

describe.skipIf(found === null && !process.env.CI)("pages that teach", () => {
  let site: Site;
  const notes: Notes = { foreign: [], problems: [] };
  const open = (path: string, options: Parameters<Site["page"]>[0] = {}) => Reader.open(site, notes, path, options);
  const outputs = (reader: Reader, id: string) => reader.cell(id).locator(".outputs");

  beforeAll(async () => {
    site = await Site.open("/a/folder/");
    mkdirSync(screenshots, { recursive: true });
  }, openLimit);
  afterAll(() => site?.close());

  it("keep figures covered until a bet is placed, and say how it did", async () => {
    const reader = await open(start);
    expect(await outputs(reader, figure).isVisible()).toBe(false);
    // Nor does what is read off the figure give it away, or the table of all bets.
    const reading = reader.page.getByText("Nine tenths of the perplexity are gone before");
    const row = reader.page.locator("table tbody tr", { hasText: "what has the perplexity done?" });
    expect(await reading.isVisible()).toBe(false);
    expect(await row.getByText("fallen by nine tenths").isVisible()).toBe(false);
    expect(await reader.cell(end).locator(".cover").count()).toBe(0); // that of the figure stands for both
    const hint = reader.cell(bet).getByText("you need not write or run anything");
    expect(await hint.isVisible()).toBe(true);
    await reader.cell(bet).getByRole("button", { name: "fallen by half" }).click();
    await reading.waitFor();
    await row.getByText("fallen by nine tenths").waitFor();
    expect(await hint.count()).toBe(0);
    await outputs(reader, figure).locator("img").waitFor();
    expect(await outputs(reader, end).textContent()).toContain("You bet “fallen by half”: not this time.");
    await reader.cell(bet).getByRole("button", { name: "fallen by nine tenths" }).click();
    expect(await outputs(reader, end).textContent()).toContain("You bet “fallen by nine tenths”: right.");
    // A number, by its slider; the table at the end has both.
    const second = reader.page.locator(".bet-form").nth(1);
    await second.getByRole("slider").fill("12");
    await second.getByRole("button", { name: "Place the bet" }).click();
    await second.getByRole("status").filter({ hasText: "Your bet: 12." }).waitFor();
    const rows = reader.page.locator("table", { has: reader.page.locator("caption", { hasText: "Your bets" }) });
    expect(await rows.locator("tbody tr").allTextContents()).toEqual([
      expect.stringContaining("fallen by nine tenthsfallen by nine tenthsright"),
      expect.stringContaining("1211close, 1 too high"),
    ]);
    await reader.close();
  });

  it("show what is covered to who would rather not bet, who follows a link to it, who prints, and who has no scripts", async () => {
    const reader = await open(start);
    await reader.cell(figure).getByRole("button", { name: "Show without a bet" }).click();
    await outputs(reader, end).locator("[data-reveal]").waitFor();
    await reader.page.getByText("Nine tenths of the perplexity are gone before").waitFor();
    await reader.close();

    const linked = await open(`${start}#figure-smooth`);
    await outputs(linked, figure).locator("img").waitFor();
    await linked.close();

    const printed = await open(start);
    await printed.page.emulateMedia({ media: "print" });
    // On this screen the picture is still far away, and not loaded.
    await outputs(printed, figure).locator("figure").waitFor();
    await printed.page.getByText("Nine tenths of the perplexity are gone before").waitFor();
    expect(await printed.page.locator(".cover").first().isVisible()).toBe(false);
    await printed.close();

    const bare = await open(start, { javaScriptEnabled: false });
    await outputs(bare, figure).locator("img").waitFor();
    await bare.close();
  });

  it("keep code covered that gives a figure away, on a live page too", async () => {
    const reader = await open(start);
    await reader.goLive();
    const code = reader.cell(figure).locator(".source");
    expect(await code.isVisible()).toBe(false);
    // From an open bet, Shift+Enter goes on to what waits for it.
    await reader.cell(bet).locator(".cm-content").click();
    await reader.page.keyboard.press("Shift+Enter");
    expect(await reader.hasFocus(".cover button")).toBe(true);
    await reader.cell(bet).getByRole("button", { name: "not moved" }).click();
    await code.waitFor();
    await reader.close();
  });

  it("write a bet into its cell and run it, once cells are live", async () => {
    const reader = await open(start);
    await reader.cell(bet).getByRole("button", { name: "not moved" }).click();
    await reader.goLive();
    const code = reader.cell(bet).locator(".cm-content");
    expect(await code.textContent()).toContain('answers, "not moved")');
    expect(await reader.cell(bet).getAttribute("data-state")).toBeNull();
    await reader.cell(bet).getByRole("button", { name: "fallen by half" }).click();
    await reader.hasRun(bet);
    expect(await code.textContent()).toContain('answers, "fallen by half")');
    expect(await reader.cell(bet).getAttribute("class")).toContain("edited");
    const pressed = reader.cell(bet).locator('[aria-pressed="true"]');
    await expect.poll(() => pressed.textContent()).toBe("fallen by half");
    await reader.cell(end).getByRole("button", { name: "Run" }).click();
    await reader.hasRun(end);
    expect(await outputs(reader, end).textContent()).toContain("You bet “fallen by half”");
    await reader.close();
  });

  it("are read, bet on and answered by keys alone", async () => {
    const reader = await open(start);
    const { keyboard } = reader.page;
    const tabTo = (selector: string) => reader.tabTo(selector, 150);
    await tabTo(`[data-id="${bet}"] .answers button`);
    await keyboard.press("Space");
    await tabTo(`[data-id="${bet}"] .said a`);
    await keyboard.press("Enter");
    await outputs(reader, end).getByText("You bet “not moved”: not this time.").waitFor();
    await tabTo("form.answers [type=range]");
    await keyboard.press("ArrowLeft");
    await tabTo("form.answers [type=submit]");
    await keyboard.press("Enter");
    await reader.page.getByText("Your bet: 13.").waitFor();

    await tabTo(`[data-id="${exercise}"] .turn button`);
    await keyboard.press("Enter");
    await reader.isLive();
    // The placeholder is chosen, so that it is written over.
    await reader.cell(exercise).locator(".cm-focused").waitFor();
    await keyboard.type("0.3");
    await keyboard.press("Control+Enter");
    await reader.hasRun(exercise);
    const judgement = reader.cell(exercise).getByRole("status").filter({ hasText: "Go lower." });
    await judgement.waitFor();
    expect(await outputs(reader, exercise).textContent()).toContain("not yet");
    await keyboard.press("Escape");
    await keyboard.press("Tab");
    expect(await reader.hasFocus(`[data-id="${exercise}"] .cell-tools button`)).toBe(true);
    await reader.close();
  });

  it("run the cells that an exercise needs while its answer is written, and judge", async () => {
    const reader = await open(start);
    await reader.cell(exercise).getByRole("button", { name: "Write your answer" }).click();
    await reader.cell(exercise).getByText("Ready for your answer.").waitFor();
    await reader.hasRun(end);
    expect(await reader.cell(exercise).getAttribute("data-state")).toBeNull();
    // An answer that the student computes in its place.
    const run = (model: string) => `runs.find((run) => run[0]!.model === "${model}")!`;
    const first = `reach(m)(${run("pythia-1b")}) < reach(m)(${run("pythia-12b")})`;
    await reader.page.keyboard.type(`max(range(1, 100).map((p) => p / 100).filter((m) => ${first}))!`);
    await reader.cell(exercise).getByRole("button", { name: "Check my answer" }).click();
    await reader.hasRun(exercise);
    await reader.cell(exercise).locator('[data-exercise*="right"]').waitFor();
    await reader.page.screenshot({ path: join(screenshots, "page-exercise.png") });
    await reader.close();
  });

  it("carry changes in a link, which runs nothing and is taken back at once", async () => {
    const reader = await open(start);
    await reader.goLive();
    const [first] = (await reader.ids()) as [string];
    await reader.add(first, "\n// mine, “quoted” 🐦");
    await reader.add(exercise, "\n// an exercise");
    await reader.page.getByRole("button", { name: "Copy link" }).click();
    await reader.page.getByRole("status").filter({ hasText: "with your changes" }).waitFor();
    const hash = await reader.page.evaluate(() => location.hash);
    await reader.close();

    const other = await open(start + hash);
    await other.page.locator(".notice").waitFor();
    expect(await other.page.locator(".cell.edited").count()).toBe(2);
    expect(await other.cell(first).locator(".cm-content").textContent()).toContain("// mine, “quoted” 🐦");
    expect(await other.page.locator(".cell[data-state]").count()).toBe(0);
    await other.page.getByRole("button", { name: "The course's text everywhere" }).click();
    expect(await other.page.locator(".cell.edited").count()).toBe(0);
    expect(await other.page.evaluate(() => location.hash)).toBe("");
    await other.close();

    const damaged = await open(`${start}${hash.slice(0, -6)}`);
    await damaged.page.locator(".notice", { hasText: "cannot be read" }).waitFor();
    await damaged.close();
  });

  it("open the source of a published number", async () => {
    const reader = await open("notebooks/closer/03-water.html");
    const number = reader.page.locator("button.number").first();
    await number.focus();
    await reader.page.keyboard.press("Enter");
    const panel = reader.page.locator(".panel:popover-open");
    await panel.waitFor();
    for (const word of ["our value", "verdict", "source"]) await panel.getByText(word, { exact: true }).waitFor();
    await panel.getByRole("link", { name: "list of all numbers" }).click();
    await reader.page.locator("tr:target").waitFor();
    await reader.close();
  });

  it("make a figure of a picture without a kernel, when asked", async () => {
    const reader = await open(start);
    const picture = reader.page.locator("#figure-jump");
    await picture.getByRole("button", { name: "Interactive" }).click();
    await picture.locator(".main-svg").first().waitFor();
    // The others follow as they come into view.
    await reader.page.locator("#figure-data").scrollIntoViewIfNeeded();
    await reader.page.locator("#figure-data .main-svg").first().waitFor();
    await reader.close();
  });

  it("print as handouts", async () => {
    await writeHandouts(site.folder, ["notebooks/00-start-here.ipynb"]);
    const file = join(site.folder, "handouts", "00-start-here.pdf");
    expect(existsSync(file)).toBe(true);
    // Pages of a PDF, as its tree of pages counts them.
    const pages = Math.max(
      ...[...readFileSync(file, "latin1").matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)),
    );
    expect(pages).toBeGreaterThan(5);
  });

  it("have no serious fault of accessibility with a source open and bets placed", { tags: ["slow"] }, async () => {
    const reader = await open("notebooks/closer/03-water.html");
    await reader.page.locator("button.number").first().click();
    expect(await faultsOf(reader.page)).toEqual([]);
    await reader.page.goto(site.address + start);
    await reader.cell(bet).getByRole("button", { name: "fallen by half" }).click();
    expect(await faultsOf(reader.page)).toEqual([]);
    await reader.close();
  });

  it("ask nothing of other machines, and nothing failed on them", () => {
    expect(notes).toEqual({ foreign: [], problems: [] });
  });
});
