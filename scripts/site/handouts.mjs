// Notebooks on paper: their pages, as the style for print has them.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser, launchOptions } from "../browser.mjs";
import { Problem } from "../setup/problem.mjs";
import { pageOf } from "./course.mjs";
import { serve } from "./serve.mjs";

/**
 * @param {string} site folder of the site
 * @param {readonly string[]} notebooks paths from the clone
 * @param {(file: string) => void} [onFile] told of each file when it is written
 */
export async function writeHandouts(site, notebooks, onFile = () => {}) {
  const found = findBrowser();
  if (found === null)
    throw new Problem("npm run handouts: needs Chrome, Chromium or Edge. Install one, or set CHROME_PATH to it.");
  const { address, close } = await serve(site);
  const browser = await chromium.launch(launchOptions(found));
  try {
    const page = await browser.newPage();
    for (const path of notebooks) {
      await page.goto(address + pageOf(path));
      // What is not in view has not been fetched yet.
      await page.evaluate(() =>
        Promise.all(
          [...document.images].map((image) => {
            image.loading = "eager";
            return image.decode();
          }),
        ),
      );
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
      const file = join(site, "handouts", path.replace(/^notebooks\//, "").replace(/\.ipynb$/, ".pdf"));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, pdf);
      onFile(file);
    }
  } finally {
    await browser.close();
    await close();
  }
}
