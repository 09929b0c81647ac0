import { describe, expect, it } from "vitest";
import { mergeByIds } from "../../scripts/update/byids.mjs";
import { isNote } from "../../scripts/update/cells.mjs";
import type { Notebook } from "../../scripts/update/notebook.mjs";

/** Cells from "id:text" or "id", whose text is its id. */
const notebook = (...cells: string[]): Notebook => ({
  cells: cells.map((each) => {
    const [id = "", text = id] = each.split(":");
    return { cell_type: "markdown", id, metadata: {}, source: [text] };
  }),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
const merge = (base: Notebook, yours: Notebook, theirs: Notebook) => mergeByIds({ base, yours, theirs });
const texts = (merged: Notebook | null) =>
  merged?.cells.map((cell) => (isNote(cell) ? "*" : [cell.source].flat().join("")));

describe("mergeByIds", () => {
  it.each([
    ["what one side changed", ["a", "b"], ["a:mine", "b"], ["a", "b:theirs"], ["mine", "theirs"]],
    ["what both changed alike", ["a"], ["a:new"], ["a:new"], ["new"]],
    ["what both changed", ["a"], ["a:mine"], ["a:theirs"], ["*", "mine", "theirs"]],
    ["cells of one side at their place", ["a", "b"], ["y", "a", "b"], ["a", "b", "t"], ["y", "a", "b", "t"]],
    ["cells of both at one place", ["a"], ["a", "y"], ["a", "t"], ["a", "*", "y", "*", "t", "*"]],
    ["the same cell of both once", ["a"], ["a", "y:new"], ["a", "t:new"], ["a", "new"]],
    [
      "what you moved and the course revised",
      ["a", "b", "c"],
      ["b", "c", "a"],
      ["a:theirs", "b", "c"],
      ["b", "c", "theirs"],
    ],
    ["what you deleted and the course revised", ["a", "b"], ["b"], ["a:theirs", "b"], ["*", "theirs", "b"]],
    ["what the course deleted and you revised", ["a", "b"], ["a:mine", "b"], ["b"], ["*", "mine", "b"]],
    ["no cell that one deleted and the other left alone", ["a", "b", "c"], ["b", "c"], ["a", "b"], ["b"]],
  ])("keeps %s", (_, base, yours, theirs, expected) => {
    expect(texts(merge(notebook(...base), notebook(...yours), notebook(...theirs)))).toEqual(expected);
  });

  it("takes labels that you have changed, else the course's", () => {
    const [old, mine, theirs] = ["old", "mine", "theirs"].map((title) => ({ ...notebook("a"), metadata: { title } }));
    expect(merge(old as Notebook, mine as Notebook, theirs as Notebook)?.metadata).toEqual({ title: "mine" });
    expect(merge(old as Notebook, old as Notebook, theirs as Notebook)?.metadata).toEqual({ title: "theirs" });
  });

  it("leaves alone what has no ids of its own for each cell", () => {
    const twice = notebook("a:1", "a:2");
    expect(merge(notebook("a"), twice, notebook("a"))).toBeNull();
    const { id: _, ...without } = notebook("a").cells[0] as Notebook["cells"][0];
    expect(merge({ ...notebook(), cells: [without] }, notebook("a"), notebook("a"))).toBeNull();
  });
});
