// `npm run contact-sheet`: writes docs/contact-sheet.jpg, the hero figure of each main notebook.
import "./setup/refuseOldNode.mjs";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser, launchOptions } from "./browser.mjs";
import { figureOutputs, pictureType } from "./notebooks/figures.mjs";
import { joined } from "./notebooks/format.mjs";
import { readNotebook } from "./notebooks/refresh.mjs";
import { notebooksIn } from "./notebooks/select.mjs";
import { root } from "./setup/places.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { writeWhole } from "./whole.mjs";

const style = `
  body { margin: 0; padding: 24px; width: 1552px; background: white; font: 17px "DejaVu Sans", Verdana, sans-serif; color: #222; }
  main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 28px 26px; }
  figure { margin: 0; } img { width: 100%; height: 300px; object-fit: contain; }
  figcaption { font-weight: 600; padding-bottom: 6px; border-bottom: 1px solid #ccc; margin-bottom: 8px; }`;

/** The first picture of a notebook, as a cell of the sheet; nothing where a notebook has none. */
function cellOf(/** @type {string} */ path) {
  const notebook = readNotebook(path);
  const output = figureOutputs(notebook).find((one) => pictureType(one) !== undefined);
  const type = output && pictureType(output);
  if (type === undefined) return "";
  const data = joined(output?.data[type]);
  const base64 = type === "image/svg+xml" ? Buffer.from(data).toString("base64") : data;
  const title = /^# (.*)$/m.exec(joined(notebook.cells[0]?.source))?.[1] ?? basename(path, ".ipynb");
  return `<figure><figcaption>${title}</figcaption><img alt="" src="data:${type};base64,${base64}"></figure>`;
}

await runCommand(async () => {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Problem("the sheet is drawn by a browser, and no Chrome, Chromium or Edge was found.");
  const main = notebooksIn("notebooks").filter((path) => /^\d/.test(basename(path)) && !path.includes("closer"));
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.setContent(`<!doctype html><style>${style}</style><main>${main.map(cellOf).join("")}</main>`);
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    const picture = await page.screenshot({ fullPage: true, type: "jpeg", quality: 82 });
    writeWhole(join(root, "docs", "contact-sheet.jpg"), picture);
  } finally {
    await browser.close();
  }
  console.log(`docs/contact-sheet.jpg: ${main.length} notebooks`);
  return 0;
});
