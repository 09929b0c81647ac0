import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { find, nameOf } from "../../scripts/export/names.mjs";
import { root } from "../../scripts/setup/places.mjs";

const there = [
  "notebooks/04-s-curves",
  "notebooks/05-grokking",
  "notebooks/closer/04-duel",
  "notebooks/closer/04-which-s",
];
const paths = [...there, "solutions/04-s-curves", "solutions/closer/04-duel"].map((name) =>
  join(root, `${name}.ipynb`),
);
const named = (name: string) => nameOf(find(name, paths));

describe("the name of a notebook to export", () => {
  it("is its number, its name, its path, or its last part", () => {
    for (const name of [
      "04",
      "04-s-curves",
      "04-s-curves.ipynb",
      "notebooks/04-s-curves.ipynb",
      "./notebooks/04-s-curves.ipynb",
    ])
      expect(named(name)).toBe("04-s-curves");
    expect(named("closer/04-duel")).toBe("closer/04-duel");
    expect(named("04-duel")).toBe("closer/04-duel");
    expect(named("solutions/04")).toBe("solutions/04-s-curves");
    expect(named("solutions/closer/04-duel")).toBe("solutions/closer/04-duel");
  });

  it("that is not known leads to the nearest, and one that means several to these", () => {
    expect(() => named("04-s-curvs")).toThrow('no notebook is called "04-s-curvs"; the nearest is 04-s-curves.');
    expect(() => named("groking")).toThrow("the nearest is 05-grokking");
    expect(() => named("which")).toThrow("there is closer/04-which-s");
    expect(() => named("zzzzzz")).toThrow('no notebook is called "zzzzzz". `npm run export` lists all names.');
    expect(() => named("closer/04")).toThrow('"closer/04" may be one of closer/04-duel, closer/04-which-s');
  });
});
