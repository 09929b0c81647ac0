import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { published, publishedIds } from "../../data/published.js";

const folder = new URL("../../data/published/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "entry.ts");

describe("the register of published values", () => {
  it("holds each id once, over all its files", () => {
    const keys = files.flatMap((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      return [...text.slice(text.indexOf("export const")).matchAll(/^ {2}"?([a-z0-9-]+)"?: \{/gm)].map(([, id]) => id);
    });
    expect(keys).toHaveLength(new Set(keys).size);
    expect([...keys].sort()).toEqual([...publishedIds].sort());
  });
  it.each(publishedIds)("%s says what it is, where it stands and why its tolerance is what it is", (id) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    const { claim, value, source, locator, tolerance, toleranceReason } = published(id);
    expect(Number.isFinite(value)).toBe(true);
    for (const text of [claim, source, locator]) expect(text.length).toBeGreaterThan(5);
    expect(toleranceReason.length).toBeGreaterThan(5);
    expect(Object.values(tolerance)[0]).toBeGreaterThanOrEqual(0);
  });
  it("names its ids for one it does not have", () => {
    expect(() => published("ising" as never)).toThrow(/published: no entry "ising"; the ids are pythia-lambada-silent/);
  });
});
