// A run whose output is cut fails: with a kernel that claims more messages than it sends, or never ends its output.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Json, joined, type Notebook } from "../../scripts/notebooks/format.mjs";
import { root, venvPython } from "../../scripts/setup/places.mjs";

const runner = `
import asyncio, sys
sys.path.insert(0, sys.argv[1])
import execute
execute.KERNELS, execute.IOPUB_TIMEOUT = sys.argv[2], 2
asyncio.run(execute.main())`;

let kernels: string;
beforeAll(() => {
  kernels = mkdtempSync(join(tmpdir(), "emergence-losing-"));
  mkdirSync(join(kernels, "tslab"));
  const argv = [venvPython, join(root, "test", "notebooks", "losingKernel.py"), "{connection_file}"];
  writeFileSync(
    join(kernels, "tslab", "kernel.json"),
    JSON.stringify({ argv, display_name: "losing", language: "json" }),
  );
});
afterAll(() => rmSync(kernels, { recursive: true, force: true }));

/** The last event of a run of one cell: it prints so many lines, claims so many messages, and becomes idle or not. */
async function lastEvent(order: { prints: number; claims: number | null; ends: boolean }) {
  const cell = { cell_type: "code", execution_count: null, id: "one", metadata: {}, outputs: [] };
  const cells = [{ ...cell, source: JSON.stringify(order) }];
  const request = { notebook: { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, folder: kernels, timeout: 60 };
  const child = spawn(venvPython, ["-c", runner, join(root, "scripts", "notebooks"), kernels]);
  child.stdin.write(`${JSON.stringify(request)}\n`); // and left open: its end would be the order to stop
  const [events, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return events === "" ? expect.fail(complaints) : JSON.parse(events.trimEnd().split("\n").at(-1) as string);
}

const printed = (notebook?: Notebook) =>
  notebook?.cells[0]?.outputs.map((output: Json) => joined(output.text)).join("");

describe("a run of a notebook", () => {
  // `busy` and the printed lines are counted, `idle` is not.
  it("is done if as many messages arrived as the kernel sent, or if the kernel does not say", async () => {
    for (const claims of [4, null]) {
      const { event, notebook } = await lastEvent({ prints: 3, claims, ends: true });
      expect([event, printed(notebook)]).toEqual(["done", "0\n1\n2\n"]);
    }
  });
  it("is broken if fewer arrived, and says how many", async () => {
    expect(await lastEvent({ prints: 3, claims: 600, ends: true })).toEqual({
      event: "broken",
      index: 0,
      message: "OutputLost: the kernel sent 600 messages, 4 arrived",
    });
  });
  it("is broken if the end of the output does not come", async () => {
    expect(await lastEvent({ prints: 3, claims: 4, ends: false })).toMatchObject({
      event: "broken",
      index: 0,
      message: expect.stringContaining("Timeout waiting for IOPub output"),
    });
  });
});
