// What every browser must tell of an error: the lines of cells and of the library that led to it.
import { expect } from "vitest";
import type { Failure } from "../../../site/kernel/messages.js";
import type { Run } from "./kernelPage.js";

/** A kernel of whichever browser. */
interface Runs {
  run(code: string): Promise<Run>;
}

/** The error of a cell that must fail. */
export async function failureOf(kernel: Runs, code: string): Promise<Failure> {
  const { ok, outputs } = await kernel.run(code);
  expect(ok).toBe(false);
  const last = outputs.at(-1);
  if (last?.type !== "error") throw new Error(`no error, but ${JSON.stringify(last)}`);
  return last.content;
}

export async function expectLines(kernel: Runs): Promise<void> {
  await kernel.run("// a comment\nconst load = (x: number[]) => {\n  throw new RangeError('got ' + x.length);\n};");
  const { traceback } = await failureOf(kernel, "const none: number[] = [];\nload(none);");
  expect(traceback[0]).toBe("RangeError: got 0");
  expect(traceback[1]).toMatch(/^ {2}cell \[\d+\] line 3, in load: throw new RangeError/);
  expect(traceback[2]).toBe("  cell line 2: load(none);");
  await kernel.run('import { trafficExact } from "@emergence/lib/systems";');
  const own = await failureOf(kernel, "trafficExact({ density: 2, maxSpeed: 1, slowdown: 0 });");
  expect(own.traceback.slice(1)).toEqual(
    expect.arrayContaining([
      "  cell line 1: trafficExact({ density: 2, maxSpeed: 1, slowdown: 0 });",
      expect.stringMatching(/^ {4}in lib\/dist\/.+\.js:\d+/),
    ]),
  );
}
