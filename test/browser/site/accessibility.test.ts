// Every page of the site as axe-core sees it, light and dark.
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
];

describe.skipIf(found === null && !process.env.CI)("no serious fault of accessibility", () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, openLimit);
  afterAll(() => site?.close());

  it("on pages as they are read", { timeout: 900_000 }, async () => {
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

  it.each(["notebooks/00-start-here.html", "notebooks/09-the-mirage.html"])(
    "on %s with its cells live, run, edited and failed",
    async (path) => {
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
    },
  );
});
