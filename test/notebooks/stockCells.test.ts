// Cells as a stock tslab compiles them, which is not strict and infers other types here and there: what it would refuse is
// said here in seconds. That they also run there is the kernel's test.
import { describe, expect, it } from "vitest";
import { notebooksIn } from "../../scripts/notebooks/select.mjs";
import { type Cell, codeCells, compileAll, type Program, read, typeErrors } from "./cells.js";

const loose = (...notebooks: (readonly Cell[])[]) => compileAll(notebooks, { strict: false });

describe("cells without strict", () => {
  const cells = (source: string): Cell[] => [{ number: 1, source, file: "notebooks/made-cell-1.ts" }];

  it("are refused where only strict types tell two cases apart", () => {
    const told = cells(
      'const f = (x: { ok: true; a: number } | { ok: false; why: string }) => (x.ok ? x.a : x.why);\nconst g = (x: { kind: "a"; a: 1 } | null) => x.a;',
    );
    expect(typeErrors(compileAll([told])[0] as Program)).toEqual([expect.stringMatching(/possibly 'null'/)]);
    expect(typeErrors(loose(told)[0] as Program)).toEqual([expect.stringMatching(/'why' does not exist/)]);
  });
});

const paths = [...notebooksIn("notebooks"), ...notebooksIn("solutions")];
const programs = loose(...paths.map((path) => codeCells(read(path), path)));
describe.skipIf(paths.length === 0).each(paths.map((path, index) => [path, programs[index] as Program] as const))(
  "%s",
  (_, program) => {
    it("compiles without strict", () => {
      expect(typeErrors(program)).toEqual([]);
    });
  },
);
