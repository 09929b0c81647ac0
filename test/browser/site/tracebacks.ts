// What every browser must tell of an error: the lines of cells and of the library that led to it.
import { expect } from "vitest";

/**
 * @param run runs a cell
 * @param failure runs a cell that must fail, and gives its error
 */
export async function expectLines(
  run: (code: string) => Promise<unknown>,
  failure: (code: string) => Promise<{ readonly traceback: readonly string[] }>,
): Promise<void> {
  await run("// a comment\nconst load = (x: number[]) => {\n  throw new RangeError('got ' + x.length);\n};");
  const { traceback } = await failure("const none: number[] = [];\nload(none);");
  expect(traceback[0]).toBe("RangeError: got 0");
  expect(traceback[1]).toMatch(/^ {2}cell \[\d+\] line 3, in load: throw new RangeError/);
  expect(traceback[2]).toBe("  cell line 2: load(none);");
  await run('import { trafficExact } from "@emergence/lib/systems";');
  const own = await failure("trafficExact({ density: 2, maxSpeed: 1, slowdown: 0 });");
  expect(own.traceback.slice(1)).toEqual(
    expect.arrayContaining([
      "  cell line 1: trafficExact({ density: 2, maxSpeed: 1, slowdown: 0 });",
      expect.stringMatching(/^ {4}in lib\/dist\/.+\.js:\d+/),
    ]),
  );
}
