import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type ReferenceId, reference, referenceIds } from "../../data/reference.js";

const folder = new URL("../../data/reference/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "entry.ts" && name !== "register.ts");

describe("the register of reference values", () => {
  it("holds each id once, over all its files", () => {
    const keys = files.flatMap((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      return [...text.slice(text.indexOf("export const")).matchAll(/^ {2}"?([a-z0-9-]+)"?: \{/gm)].map(([, id]) => id);
    });
    expect(keys).toHaveLength(new Set(keys).size);
    expect([...keys].sort()).toEqual([...referenceIds].sort());
  });
  it("has a file per subject, named after the notebook that recomputes it first", () => {
    for (const name of files) expect(name).toMatch(/^\d\d-[a-z-]+\.ts$/);
  });
  it.each(referenceIds)("%s says what it is, where it stands and why its tolerance is what it is", (id) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    const { claim, value, source, locator, tolerance, toleranceReason } = reference(id);
    expect(Number.isFinite(value)).toBe(true);
    for (const text of [claim, source, locator]) expect(text.length).toBeGreaterThan(5);
    expect(toleranceReason.length).toBeGreaterThan(5);
    expect(Object.values(tolerance)[0]).toBeGreaterThanOrEqual(0);
  });
  it("types its ids, so that a cell completes them", () => {
    expectTypeOf<"ising-energy-1" | "sat-3-cavity">().toExtend<ReferenceId>();
    // @ts-expect-error no such id
    expect(() => reference("ising")).toThrow(/^reference: no value "ising"; the ids are pythia-lambada-silent/);
    expect(() => reference("toString" as ReferenceId)).toThrow(RangeError);
  });
});
