// Notebooks through the kit's kernel; nothing is written. A quick run takes those that are due, --full takes all.
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { isDue, noted } from "../../scripts/notebooks/due.mjs";
import { execute } from "../../scripts/notebooks/run.mjs";
import { label, notebooksIn } from "../../scripts/notebooks/select.mjs";
import { words } from "../../scripts/notebooks/words.mjs";
import { full } from "../full.js";
import { read } from "./cells.js";

const all = [...notebooksIn("notebooks"), ...notebooksIn("solutions")];
const minutes = 60_000;

describe.concurrent("notebooks in the kernel", () => {
  for (const path of all) {
    it.runIf(full || isDue(path, "kit"))(
      `${label(path)} runs, and says what its committed outputs say`,
      () =>
        noted(path, "kit", async () => {
          const committed = read(path);
          const outcome = await execute(committed, { folder: dirname(path) });
          if (outcome.kind === "failed") expect.fail(`cell ${outcome.cell}\n${outcome.source}\n\n${outcome.error}`);
          expect(words(outcome.notebook)).toEqual(words(committed));
        }),
      // Against hanging only, and no measure: several run at once, and on a busy machine each takes minutes. What stops a
      // cell that hangs is the runner's own limit.
      60 * minutes,
    );
  }
});
