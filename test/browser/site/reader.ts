// A reader at a page of the site.
/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { root } from "../../../scripts/setup/places.mjs";
import type { Site } from "./site.js";

const axe = readFileSync(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");
/** Milliseconds, against hanging only. */
const limit = 120_000;

/** What pages asked of other machines, and what failed on them. */
export interface Notes {
  readonly foreign: string[];
  readonly problems: string[];
}

export class Reader {
  private constructor(readonly page: Page) {}

  static async open(site: Site, notes: Notes, path: string, options: Parameters<Browser["newPage"]>[0] = {}) {
    const page = await site.page(options);
    page.setDefaultTimeout(limit);
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(site.address)) notes.foreign.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) notes.problems.push(`${response.status()} ${response.url()}`);
    });
    page.on("pageerror", ({ message }) => notes.problems.push(message));
    await page.goto(site.address + path);
    return new Reader(page);
  }

  async goLive(): Promise<void> {
    await this.page.getByRole("button", { name: "Edit and run" }).click();
    await this.isLive();
  }

  isLive(): Promise<void> {
    return this.page.locator("body.is-live").waitFor();
  }

  /** Names of the cells, in order. */
  ids(): Promise<string[]> {
    return this.page
      .locator("section.cell")
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.id as string));
  }

  cell(id: string): Locator {
    return this.page.locator(`section.cell[data-id="${id}"]`);
  }

  async hasRun(id: string, state = "ran"): Promise<void> {
    await this.page.locator(`section.cell[data-id="${id}"][data-state="${state}"]`).waitFor();
  }

  /** Writes at the end of a cell. */
  async add(id: string, text: string): Promise<void> {
    await this.cell(id).locator(".cm-content").click();
    await this.page.keyboard.press("Control+End");
    await this.page.keyboard.type(text);
  }

  hasFocus(selector: string): Promise<boolean> {
    return this.page.evaluate((s) => document.activeElement?.matches(s) === true, selector);
  }

  /** Presses Tab until something has the focus. */
  async tabTo(selector: string, most = 30): Promise<void> {
    for (let i = 0; i < most && !(await this.hasFocus(selector)); i++) await this.page.keyboard.press("Tab");
    if (!(await this.hasFocus(selector))) throw new Error(`Tab does not come to ${selector}`);
  }

  /** Serious faults of accessibility. */
  async faults(): Promise<string[]> {
    await this.page.addScriptTag({ content: axe });
    return this.page.evaluate(async () => {
      interface Violation {
        readonly id: string;
        readonly impact: string;
        readonly nodes: readonly { readonly html: string }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
      return (await axe.run()).violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id} ${nodes.length} ${nodes[0]?.html.slice(0, 200)}`);
    });
  }

  close(): Promise<void> {
    return this.page.close({ runBeforeUnload: false });
  }
}
