// JupyterLab as `npm start` serves it, in a headless browser.
/// <reference lib="dom" />
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { launchOptions } from "../../scripts/browser.mjs";
import { root } from "../../scripts/setup/places.mjs";

/** How the page's figures stand: each as the number of its traces where Plotly has drawn it, else null. */
export type Drawn = (number | null)[];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("freePort: no port");
  return address.port;
}

/** Starts `npm start`'s program and waits for the address that it prints. */
async function serve(env: Record<string, string>): Promise<{ address: URL; stop: () => Promise<void> }> {
  const script = join(root, "scripts", "start.mjs");
  const options = ["--no-browser", "--port", String(await freePort())];
  const child: ChildProcess = spawn(process.execPath, [script, ...options], { env: { ...process.env, ...env } });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  let output = "";
  const address = await new Promise<URL>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (text) => {
        output += text;
        const found = /^http:\/\/127\.0\.0\.1:\d+\/lab\?token=\w+$/m.exec(output);
        if (found !== null) resolve(new URL(found[0]));
      });
    }
    void ended.then(() => reject(new Error(`npm start ended before it served:\n${output}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { address, stop };
}

export class Lab {
  /** What the pages asked of other machines. */
  readonly foreign: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly address: URL,
    private readonly stopServer: () => Promise<void>,
  ) {}

  static async start(executablePath: string, env: Record<string, string> = {}): Promise<Lab> {
    const { address, stop } = await serve(env);
    try {
      return new Lab(await chromium.launch(launchOptions(executablePath)), address, stop);
    } catch (error) {
      await stop();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stopServer();
  }

  /** Opens a notebook in a workspace of its own, so that the tabs of whoever works in this clone stay as they are. */
  async open(notebook: string, theme: "Light" | "Dark" = "Light"): Promise<Page> {
    // So tall that every cell is in view: JupyterLab draws a cell only when it comes near.
    const page = await this.browser.newPage({ viewport: { width: 1280, height: 16_000 } });
    const note = (url: string) => {
      if (/^(https?|wss?):/.test(url) && new URL(url).hostname !== "127.0.0.1") this.foreign.push(url);
    };
    page.on("request", (request) => note(request.url()));
    page.on("websocket", (socket) => note(socket.url()));
    await this.answerSettings(page, theme);
    // Nothing is saved, for a person may be editing the same file.
    await page.route("**/api/contents/**", (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    const url = new URL(`/lab/workspaces/browser-test/tree/${notebook}?reset`, this.address);
    url.searchParams.set("token", this.address.searchParams.get("token") ?? "");
    await page.goto(url.href);
    await page.locator(".jp-Notebook .jp-Cell").first().waitFor({ timeout: 60_000 });
    return page;
  }

  /**
   * Settings for this page alone (those that a person has chosen in this clone are not touched): the theme, and no saving by
   * itself after two minutes, which would fail here and put a dialog over the page.
   */
  private async answerSettings(page: Page, theme: "Light" | "Dark"): Promise<void> {
    const own: Record<string, object> = {
      "@jupyterlab/apputils-extension:themes": { theme: `JupyterLab ${theme}` },
      "@jupyterlab/docmanager-extension:plugin": { autosave: false },
    };
    await page.route("**/lab/api/settings**", async (route) => {
      if (route.request().method() !== "GET") return route.fulfill({ status: 204 });
      const response = await route.fetch();
      const body = await response.json();
      for (const plugin of Array.isArray(body.settings) ? body.settings : [body]) {
        if (own[plugin.id] !== undefined) plugin.raw = JSON.stringify(own[plugin.id]);
      }
      return route.fulfill({ response, json: body });
    });
  }
}

/** Waits until the page shows `count` figures drawn by Plotly (not a bare picture) and returns them. */
export async function drawnFigures(page: Page, count: number, among = ".jp-RenderedPlotly"): Promise<Drawn> {
  const state = () =>
    page.locator(among).evaluateAll((nodes) =>
      nodes.map((node) => {
        const picture = node.querySelector<HTMLImageElement>("img.plot-img");
        const shown = picture !== null && picture.src !== "" && picture.style.display !== "none";
        const layout = (node as { _fullLayout?: unknown })._fullLayout;
        return layout === undefined || shown ? null : ((node as { data?: unknown[] }).data?.length ?? 0);
      }),
    );
  const until = Date.now() + 60_000;
  let drawn = await state();
  while ((drawn.length < count || drawn.includes(null)) && Date.now() < until) {
    await page.waitForTimeout(250);
    drawn = await state();
  }
  return drawn;
}

/** Run All Cells by the menu, as a person does it; returns when no cell waits any more. */
export async function runAllCells(page: Page): Promise<void> {
  await page.locator(".jp-RenderedPlotly").evaluateAll((nodes) => {
    for (const node of nodes) node.classList.add("before-the-run");
  });
  await page.locator(".jp-Notebook .jp-Cell").first().click();
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
  const waiting = page.locator(".jp-InputPrompt", { hasText: "[*]" });
  await waiting.first().waitFor({ timeout: 30_000 });
  // Against hanging only: how long a notebook takes depends on what else the machine does.
  await waiting.first().waitFor({ state: "detached", timeout: 600_000 });
}

/** The page from its top to the notebook's last cell. */
export async function shoot(page: Page, path: string): Promise<void> {
  const last = await page.locator(".jp-Notebook .jp-Cell").last().boundingBox();
  const height = Math.ceil((last?.y ?? 0) + (last?.height ?? 960)) + 40;
  await page.screenshot({ path, clip: { x: 0, y: 0, width: 1280, height } });
}
