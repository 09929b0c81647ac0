// Every cell of the notebooks in a browser: none fails, and the outputs are the committed ones.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joined } from "../../../scripts/notebooks/format.mjs";
import { readNotebook } from "../../../scripts/notebooks/refresh.mjs";
import { notebooksIn } from "../../../scripts/notebooks/select.mjs";
import { full } from "../../full.js";
import { betweenValues, committedOutputs, sentOutputs, tolerance } from "./compare.js";
import { chaotic, notInPage } from "./knownCells.js";
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
    async (name, path) => {
      const begun = performance.now();
      const kernel = await site.kernel();
      await kernel.start();
      const ready = performance.now() - begun;
      let first = 0;
      const count = { equal: 0, digits: 0, chaotic: 0 };
      const different: string[] = [];
      for (const cell of readNotebook(path).cells.filter((each) => each.cell_type === "code")) {
        const { ok, outputs } = await kernel.run(joined(cell.source));
        if (outputs.length > 0) first ||= performance.now() - begun;
        const missing = notInPage[name]?.[cell.id];
        if (missing !== undefined) {
          expect.soft(outputs.at(-1)?.content).toMatchObject({ evalue: expect.stringContaining(missing) });
          continue;
        }
        if (!ok) expect.soft(outputs.at(-1)?.content, `cell ${cell.id}`).toBe("no error");
        const [committed, sent] = [committedOutputs(cell.outputs), sentOutputs(outputs)];
        const apart = betweenValues(committed, sent);
        if (apart === 0) count.equal += 1;
        else if (apart <= tolerance) count.digits += 1;
        else if (chaotic[name]?.[cell.id] !== undefined) {
          count.chaotic += 1;
          expect.soft(sent.map(({ kind }) => kind)).toEqual(committed.map(({ kind }) => kind));
        } else {
          different.push(cell.id);
          expect.soft(sent, `cell ${cell.id}`).toEqual(committed);
        }
      }
      const all = performance.now() - begun;
      const heap = await kernel.heap();
      await kernel.close();
      const seconds = [ready, first, all].map((time) => `${(time / 1000).toFixed(1)} s`).join(", ");
      console.log(
        `${name}: ${count.equal} equal, ${count.digits} within ${tolerance}, ${count.chaotic} chaotic, ${different.length} different${different.length > 0 ? ` (${different.join(", ")})` : ""}; ready, first output, end: ${seconds}; heap ${megabytes(heap)}`,
      );
    },
    900_000,
  );
});
