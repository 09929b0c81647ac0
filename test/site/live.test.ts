// What live pages do with texts of cells: links that carry them, and the place of an answer.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholder } from "../../site/pages/live/exercise.js";
import { editsIn, hashOf } from "../../site/pages/live/link.js";

describe("a link", () => {
  it("carries changed cells in letters that an address takes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), fc.string({ unit: "binary" }), { minKeys: 1 }),
        async (edits) => {
          const hash = await hashOf(edits);
          expect(hash).toMatch(/^#cells=[\w-]+$/);
          expect(await editsIn(hash)).toEqual({ ...edits });
        },
      ),
      { numRuns: 20 },
    );
  });
  it("has no such end where nothing is changed, and other ends are none", async () => {
    expect(await hashOf({})).toBe("");
    expect(await editsIn("#figure-jump")).toBeUndefined();
  });
  it("is refused where it is damaged, no cells, or unpacks to too much", async () => {
    const hash = await hashOf({ a: "1 + 1" });
    await expect(editsIn(hash.slice(0, -4))).rejects.toThrow();
    await expect(editsIn("#cells=%%%")).rejects.toThrow();
    await expect(editsIn(await hashOf([1] as never))).rejects.toThrow("no cells");
    await expect(editsIn(await hashOf({ a: "x".repeat(2_000_000) }))).rejects.toThrow("too long");
  });
  it("is short for what a student changes", async () => {
    expect(
      (await hashOf({ ex1: `const mark = 0.3;\n${"// a line of a cell, as others\n".repeat(20)}` })).length,
    ).toBeLessThan(200);
  });
});

describe("the place of an answer", () => {
  const at = (code: string) => {
    const place = placeholder(code);
    return place && `${code.slice(0, place.from)}_${code.slice(place.to)}`;
  };
  it("is the first placeholder", () => {
    expect(at("const mark = NaN;\nexercise(mark);")).toBe("const mark = _;\nexercise(mark);");
    expect(at('const model = "" as Choice | "";')).toBe('const model = _ as Choice | "";');
    expect(at("const x = NaNs;")).toBeUndefined();
    expect(at("const mark = 0.3;")).toBeUndefined();
  });
});
