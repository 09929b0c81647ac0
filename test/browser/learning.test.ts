// The same training on a page opened from a folder, on its main thread and in a Web Worker, as in Node: the same weights.
/// <reference lib="dom" />
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser, launchOptions } from "../../scripts/browser.mjs";
import { root } from "../../scripts/setup/places.mjs";

const found = findBrowser();
const require = createRequire(join(root, "notebooks", "cell.js"));

/** Trains two networks and says what has come of them; the same text for Node and for the page. */
const program = `
const optimizer = adamW({ rate: 0.01, decay: 0.6, beta2: 0.98 });
const common = { optimizer, steps: 40, record: 40, seed: 5 };
const runs = [
  trainRun({ ...common, model: quadraticMlp({ width: 24 }), task: modularArithmetic({ modulus: 13 }) }),
  trainRun({ ...common, model: tinyTransformer({ width: 8 }), task: addition({ digits: 2, testExamples: 20 }) }),
];
const said = JSON.stringify(runs.map(({ path, hash }) => [path, hash]));`;
const names = "adamW, addition, modularArithmetic, quadraticMlp, tinyTransformer, trainRun";

/** The program as one script without imports. */
async function script(last: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from "@emergence/lib/learning";${program}${last}`,
      resolveDir: join(root, "notebooks"),
      loader: "js",
    },
    bundle: true,
    format: "iife",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text as string;
}

describe.skipIf(found === null && !process.env.CI)("learning in a browser", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "emergence-page-"));
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(found as string));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it("gives the weights that Node gives, on the page and in a worker, from a folder", async () => {
    const here = new Function(names.replaceAll(" ", ""), `${program} return said;`) as (...given: unknown[]) => string;
    const lib = require("@emergence/lib/learning") as Record<string, unknown>;
    const expected = here(...names.split(", ").map((name) => lib[name]));
    expect(expected).toContain('"simd"');
    const worker = JSON.stringify(await script("postMessage(said);")).replaceAll("</", "<\\/");
    const page = `<!doctype html><title>waiting</title><script>${(await script("window.said = said;")).replaceAll("</script", "<\\/script")}
const worker = new Worker(URL.createObjectURL(new Blob([${worker}], { type: "text/javascript" })));
worker.onmessage = ({ data }) => { window.workerSaid = data; document.title = "done"; };
worker.onerror = ({ message }) => { document.title = message; };</script>`;
    writeFileSync(join(folder, "page.html"), page);
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(folder, "page.html")).href);
    await tab.waitForFunction(() => document.title !== "waiting", undefined, { timeout: 60_000 });
    expect(await tab.title()).toBe("done");
    expect(await tab.evaluate(() => [Reflect.get(window, "said"), Reflect.get(window, "workerSaid")])).toEqual([
      expected,
      expected,
    ]);
  });
});
