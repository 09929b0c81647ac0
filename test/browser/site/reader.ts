// A reader at a page of the site.
/// <reference lib="dom" />
import type { Browser, Locator, Page } from "playwright-core";

/** Milliseconds, against hanging only. */
const limit = 120_000;

/** What pages asked of other machines, and what failed on them. */
export interface Notes {
  readonly foreign: string[];
  readonly problems: string[];
}

/** Where pages lie: a site, or a folder of this disk. */
export interface Place {
  readonly address: string;
  page(options?: Parameters<Browser["newPage"]>[0]): Promise<Page>;
}

export class Reader {
  private constructor(readonly page: Page) {}

  static async open(place: Place, notes: Notes, path: string, options: Parameters<Browser["newPage"]>[0] = {}) {
    const page = await place.page(options);
    page.setDefaultTimeout(limit);
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(place.address)) notes.foreign.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) notes.problems.push(`${response.status()} ${response.url()}`);
    });
    page.on("pageerror", ({ message }) => notes.problems.push(message));
    await page.goto(place.address + path);
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
    // Attached: a cell that waits for a bet runs unseen.
    await this.page.locator(`section.cell[data-id="${id}"][data-state="${state}"]`).waitFor({ state: "attached" });
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

  close(): Promise<void> {
    return this.page.close({ runBeforeUnload: false });
  }
}
