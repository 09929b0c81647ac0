// All cells of a notebook in a browser, against the outputs that it was committed with.
import { basename } from "node:path";
import { expect } from "vitest";
import { joined } from "../../../scripts/notebooks/format.mjs";
import { readNotebook } from "../../../scripts/notebooks/refresh.mjs";
import { betweenValues, committedOutputs, sentOutputs, tolerance } from "./compare.js";
import type { KernelPage } from "./kernelPage.js";
import { chaotic, notInPage } from "./knownCells.js";

/**
 * Expects that no cell fails, and that each gives its committed outputs.
 * @param kernel that has not been started
 * @returns what was seen, in a line, with times since its start
 */
export async function runNotebook(path: string, kernel: Pick<KernelPage, "start" | "run">): Promise<string> {
  const name = basename(path, ".ipynb");
  const begun = performance.now();
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
  const times = [ready, first, performance.now() - begun].map((time) => `${(time / 1000).toFixed(1)} s`).join(", ");
  const others = different.length > 0 ? ` (${different.join(", ")})` : "";
  return `${name}: ${count.equal} equal, ${count.digits} within ${tolerance}, ${count.chaotic} chaotic, ${different.length} different${others}; ready, first output, end: ${times}`;
}
