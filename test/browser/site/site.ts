// The site as `npm run site` builds it, in a headless browser.
/// <reference lib="dom" />
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser, launchOptions } from "../../../scripts/browser.mjs";
import { buildSite } from "../../../scripts/site/build.mjs";
import { serve } from "../../../scripts/site/serve.mjs";
import { KernelPage } from "./kernelPage.js";

export const found = findBrowser();
/** Milliseconds for building and opening the site; against hanging only. */
export const openLimit = 240_000;

/** A page without cells, on which a test puts a kernel. */
export const plainPage = "site/README.html";

export class Site {
  private browser: Promise<Browser> | undefined;

  private constructor(
    readonly folder: string,
    readonly address: string,
    private readonly closeServer: () => Promise<void>,
    /** Files that pages have asked for since it was last emptied. */
    readonly asked: string[],
  ) {}

  /** @param under path that it is served under */
  static async open(under = "/"): Promise<Site> {
    const home = mkdtempSync(join(tmpdir(), "emergence-site-"));
    const folder = join(home, "dist");
    await buildSite(folder);
    const asked: string[] = [];
    const { address, close } = await serve(folder, { under, onFile: (file) => asked.push(file) });
    return new Site(folder, address, close, asked);
  }

  async close(): Promise<void> {
    await (await this.browser)?.close();
    await this.closeServer();
    rmSync(join(this.folder, ".."), { recursive: true, force: true });
  }

  /** A page in Chromium. */
  async page(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    if (found === null) throw new Error("no Chrome, Chromium or Edge found: install one, or set CHROME_PATH to it");
    this.browser ??= chromium.launch(launchOptions(found));
    return (await this.browser).newPage(options);
  }

  /** A kernel on a page of its own. */
  async kernel(): Promise<KernelPage> {
    const page = await this.page();
    await page.goto(this.address + plainPage);
    return KernelPage.on(page, this.address);
  }
}
