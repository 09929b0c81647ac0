// Every page of the site as axe-core sees it, light and dark.
/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesOf } from "../../../scripts/site/check/links.mjs";
import { full } from "../../full.js";
import { faultsOf } from "./faults.js";
import { Reader } from "./reader.js";
import { found, openLimit, Site } from "./site.js";

/** One page of each kind. */
const quick = [
  ...["index.html", "notebooks/00-start-here.html", "notebooks/your-results.html"],
  ...["solutions/00-start-here.html", "data/README.html"],
  ...[
    "reference/metrics.html",
    "docs/which-measure.html",
    "docs/teaching/README.html",
    "notebooks/closer/03-water.html",
  ],
];

describe.skipIf(found === null && !process.env.CI)("no serious fault of accessibility", () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, openLimit);
  afterAll(() => site?.close());

  it("on pages as they are read", { timeout: 1_800_000 }, async () => {
    const pages = filesOf(site.folder).filter((file) => file.endsWith(".html"));
    expect(pages).toEqual(expect.arrayContaining(quick));
    const left = full ? pages : quick;
    const faults: string[] = [];
    const look = async () => {
      const page = await site.page();
      for (let file = left.pop(); file !== undefined; file = left.pop()) {
        await page.goto(site.address + file);
        faults.push(...(await faultsOf(page)).map((fault) => `${file}, ${fault}`));
      }
      await page.close();
    };
    await Promise.all([look(), look()]);
    expect(faults.sort()).toEqual([]);
  });

  it.each([...quick])("and no word lost on %s on a phone with letters twice as large", async (path) => {
    const { page } = await Reader.open(site, { foreign: [], problems: [] }, path, {
      viewport: { width: 390, height: 844 },
    });
    const live = page.getByRole("button", { name: "Edit and run" });
    if ((await live.count()) > 0) {
      await live.click();
      await page.locator("body.is-live").waitFor();
    }
    await page.addStyleTag({ content: "html { font-size: 200% }" });
    const { wide, bar } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      bar: document.querySelector<HTMLElement>(".bar")?.offsetHeight,
    }));
    expect(wide).toBe(390);
    // What stays in view leaves the text its room.
    expect(bar).toBeLessThan(844 / 4);
    await page.close();
  });

  const live = async (path: string) => {
    const reader = await Reader.open(site, { foreign: [], problems: [] }, path);
    await reader.goLive();
    const [first, second] = (await reader.ids()) as [string, string];
    await reader.cell(first).getByRole("button", { name: "Run" }).click();
    await reader.hasRun(first);
    await reader.add(second, "\nconst told: number = 'no';");
    await reader.page.keyboard.press("Control+Enter");
    await reader.hasRun(second, "failed");
    expect(await faultsOf(reader.page)).toEqual([]);
    await reader.close();
  };
  const liveTitle = "on %s with its cells live, run, edited and failed";
  it.each(["notebooks/00-start-here.html"])(liveTitle, live);
  it.each(["notebooks/09-the-mirage.html"])(liveTitle, { tags: ["slow"] }, live);
});
