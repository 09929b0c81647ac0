// Everything in the notebooks runs under a stock tslab too: nothing may rest on what our launcher mends. A quick run takes
// two notebooks and those whose cells have changed; --full takes all.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { isDue, noted } from "../../scripts/notebooks/due.mjs";
import { notebooksIn } from "../../scripts/notebooks/select.mjs";
import { full } from "../full.js";
import { argv, Kernel, root } from "./kernel.js";

/** Seconds. A guard against a cell that hangs, and no measure: on a busy machine a notebook takes minutes. */
const limit = 600;

// Without strict null checks TypeScript infers other types here and there, so a cell may fail that is right when strict.
async function runAll(path: string) {
  const { cells } = JSON.parse(readFileSync(path, "utf8"));
  const kernel = await Kernel.start(join(root, "notebooks"), argv.stock);
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
}

describe.concurrent("a stock tslab", () => {
  for (const path of notebooksIn("notebooks")) {
    test.runIf(full || isDue(path, "stock"))(
      `runs ${basename(path)}`,
      () => noted(path, "stock", () => runAll(path)),
      limit * 1000,
    );
  }
});
