// Everything in the notebooks runs under a stock tslab too: nothing may rest on what our launcher mends.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { argv, Kernel, root } from "./kernel.js";

const folder = join(root, "notebooks");
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

/** Seconds. A guard against a cell that hangs, and no measure: on a busy machine a notebook takes minutes. */
const limit = 600;

test.each(notebooks)(
  "%s runs under a stock tslab",
  async (name) => {
    const { cells } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const kernel = await Kernel.start(folder, argv.stock);
    // Without strict null checks TypeScript infers other types here and there, so a cell may fail that is right when strict.
    try {
      for (const { cell_type, id, source } of cells) {
        if (cell_type !== "code") continue;
        const { reply, stream } = await kernel.run(source.join(""), limit);
        expect({ cell: id, status: reply.status, stderr: stream("stderr") }).toEqual({
          cell: id,
          status: "ok",
          stderr: "",
        });
      }
    } finally {
      await kernel.close();
    }
  },
  limit * 1000,
);
