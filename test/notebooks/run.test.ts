// Every notebook through the real kernel; nothing is written.
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { canonical, joined, type Notebook } from "../../scripts/notebooks/format.mjs";
import { execute } from "../../scripts/notebooks/run.mjs";
import { label, notebooksIn } from "../../scripts/notebooks/select.mjs";
import { read } from "./cells.js";

const all = [...notebooksIn("notebooks"), ...notebooksIn("solutions")];
const minutes = 60_000;

/** What each cell says, without digits: another version of Node may differ in a last place, but not in a word. */
function words(notebook: Notebook): string[][] {
  const wordsOf = (text: string | string[] | undefined) => joined(text).replace(/[-+\d.,eE]+/g, "#");
  return canonical(notebook).cells.map((cell) =>
    (cell.outputs ?? []).map((output: { text?: string[]; data?: Record<string, string[]> }) =>
      wordsOf(output.text ?? output.data?.["text/plain"]),
    ),
  );
}

describe.skipIf(all.length === 0).concurrent("notebooks in the kernel", () => {
  it.each(all.map((path) => [label(path), path] as const))(
    "%s runs, and says what its committed outputs say",
    async (_, path) => {
      const committed = read(path);
      const outcome = await execute(committed, { folder: dirname(path) });
      if (outcome.kind === "failed") expect.fail(`cell ${outcome.cell}\n${outcome.source}\n\n${outcome.error}`);
      expect(words(outcome.notebook)).toEqual(words(committed));
    },
    // Against hanging only, and no measure: all run at once, and on a busy machine each takes minutes. What stops a cell
    // that hangs is the runner's own limit.
    60 * minutes,
  );
});
