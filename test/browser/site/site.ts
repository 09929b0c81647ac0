// The site as `npm run site` builds it, in a headless browser.
/// <reference lib="dom" />
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser, launchOptions } from "../../../scripts/browser.mjs";
import { root } from "../../../scripts/setup/places.mjs";
import { buildSite } from "../../../scripts/site/build.mjs";
import { serve } from "../../../scripts/site/serve.mjs";
import type { Kernel } from "../../../site/kernel/client.js";
import type { Completion, Output } from "../../../site/kernel/messages.js";

export const found = findBrowser();
/** Milliseconds for building and opening the site; against hanging only. */
export const openLimit = 240_000;

/** How a cell ended, and what it has sent till then. */
export interface Run {
  readonly ok: boolean;
  readonly lost: boolean;
  readonly outputs: readonly Output[];
}

export class Site {
  private constructor(
    readonly folder: string,
    readonly address: string,
    private readonly browser: Browser,
    private readonly closeServer: () => Promise<void>,
    /** Files that pages have asked for since it was last emptied. */
    readonly asked: string[],
  ) {}

  /** @param under path that it is served under */
  static async open(under = "/"): Promise<Site> {
    if (found === null) throw new Error("no Chrome, Chromium or Edge found: install one, or set CHROME_PATH to it");
    const home = mkdtempSync(join(tmpdir(), "emergence-site-"));
    const folder = join(home, "dist");
    await buildSite(folder);
    const asked: string[] = [];
    const { address, close } = await serve(folder, { under, onFile: (file) => asked.push(file) });
    return new Site(folder, address, await chromium.launch(launchOptions(found)), close, asked);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.closeServer();
    rmSync(join(this.folder, ".."), { recursive: true, force: true });
  }

  async page(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    return this.browser.newPage(options);
  }

  /** A kernel on an empty page. */
  async kernel(): Promise<KernelPage> {
    const page = await this.page();
    await page.route("**/empty.html", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Empty</title>" }),
    );
    await page.goto(`${this.address}empty.html`);
    const { outputFiles } = await build({
      entryPoints: [join(root, "site", "kernel", "client.ts")],
      ...{ bundle: true, write: false, format: "iife", globalName: "client" },
    });
    await page.addScriptTag({ content: outputFiles[0]?.text as string });
    await page.evaluate((base) => {
      const { Kernel } = (globalThis as unknown as { client: { Kernel: new (base: string) => Kernel } }).client;
      Object.assign(globalThis, { kernel: new Kernel(base) });
    }, `${this.address}kernel/`);
    return new KernelPage(page);
  }

  files(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: "utf8" });
  }
}

declare const kernel: Kernel;

export class KernelPage {
  constructor(readonly page: Page) {}

  start(): Promise<void> {
    return this.page.evaluate(() => kernel.start());
  }

  run(code: string): Promise<Run> {
    return this.page.evaluate(async (code) => {
      const outputs: Output[] = [];
      const { ok, lost } = await kernel.execute(code, (output) => outputs.push(output));
      return { ok, lost, outputs };
    }, code);
  }

  /** The plain text of a cell's value. */
  async value(code: string): Promise<unknown> {
    const { outputs } = await this.run(code);
    const last = outputs.at(-1);
    return last?.type === "execute_result" ? last.content.data["text/plain"] : last;
  }

  interrupt(): Promise<void> {
    return this.page.evaluate(() => kernel.interrupt());
  }

  complete(code: string, cursor: number): Promise<Completion | null> {
    return this.page.evaluate(([code, cursor]) => kernel.complete(code, cursor), [code, cursor] as const);
  }

  inspect(code: string, cursor: number): Promise<string | undefined> {
    return this.page.evaluate(([code, cursor]) => kernel.inspect(code, cursor), [code, cursor] as const);
  }

  /** Bytes that the kernel's thread keeps, after a collection; a worker itself cannot know. */
  async heap(): Promise<number> {
    const session = await this.page.context().newCDPSession(this.page);
    try {
      const attached = new Promise<string>((resolve) =>
        session.on("Target.attachedToTarget", ({ sessionId }) => resolve(sessionId)),
      );
      await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
      const sessionId = await attached;
      const ask = (id: number, method: string) => {
        const answer = new Promise<{ usedSize: number }>((resolve) =>
          session.on("Target.receivedMessageFromTarget", ({ message }) => {
            const reply = JSON.parse(message);
            if (reply.id === id) resolve(reply.result);
          }),
        );
        return session
          .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) })
          .then(() => answer);
      };
      await ask(1, "HeapProfiler.collectGarbage");
      return (await ask(2, "Runtime.getHeapUsage")).usedSize;
    } finally {
      await session.detach();
    }
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
