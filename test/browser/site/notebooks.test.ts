// Every cell of the notebooks in a browser: none fails, and the outputs are the committed ones.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, it } from "vitest";
import { notebooksIn } from "../../../scripts/notebooks/select.mjs";
import { full } from "../../full.js";
import { heapOf } from "./kernelPage.js";
import { runNotebook } from "./runNotebook.js";
import { found, openLimit, Site } from "./site.js";

const quick = ["00-start-here", "06-emergent-abilities"];
const chosen = notebooksIn("notebooks").filter((path) => {
  const name = basename(path, ".ipynb");
  return full ? !path.includes("closer") : quick.includes(name);
});

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

describe.skipIf(found === null && !process.env.CI)("notebooks in a browser", () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
    const [raw, packed] = ["kernel.js", "pack.json"]
      .map((name) => readFileSync(join(site.folder, "kernel", name)))
      .reduce(
        ([raw, packed], bytes) => [raw + bytes.length, packed + gzipSync(bytes).length] as [number, number],
        [0, 0],
      );
    console.log(`the kernel: ${megabytes(raw)}, ${megabytes(packed)} compressed`);
  }, openLimit);
  afterAll(() => site?.close());

  it.each(chosen.map((path) => [basename(path, ".ipynb"), path]))(
    "%s: no cell fails, and outputs are as committed",
    async (_, path) => {
      const kernel = await site.kernel();
      const seen = await runNotebook(path, kernel);
      console.log(`${seen}; heap ${megabytes(await heapOf(kernel.page))}`);
      await kernel.page.close();
    },
    900_000,
  );
});
