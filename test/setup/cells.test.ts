import { describe, expect, it } from "vitest";
import { openIn, separate, settle } from "../../scripts/update/cells.mjs";
import type { Cell, Notebook } from "../../scripts/update/notebook.mjs";

const code = (id: string, source: string, output?: string): Cell => ({
  cell_type: "code",
  execution_count: output ? 1 : null,
  id,
  metadata: {},
  outputs: output ? [{ name: "stdout", output_type: "stream", text: [output] }] : [],
  source: source.match(/[^\n]*\n|[^\n]+$/g) ?? [],
});
const prose = (id: string, source: string): Cell => ({
  cell_type: "markdown",
  id,
  metadata: {},
  source: source.match(/[^\n]*\n|[^\n]+$/g) ?? [],
});
const notebook = (...cells: Cell[]): Notebook => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
const texts = (cells: Cell[]) => cells.map(({ source }) => [source].flat().join(""));
const mark = (text: string) => prose("0000", `<span style="color:red"><b>${text}</b></span>`);
const inline = (yours: string, theirs: string) => `<<<<<<< local\n${yours}\n=======\n${theirs}\n>>>>>>> remote`;

describe("separate", () => {
  it("leaves cells alone in which nbdime has marked nothing", () => {
    const cells = [code("a", "const rule = 1;\n=======\n"), prose("b", "Heading\n======="), prose("c", "=======")];
    expect(separate(cells)).toEqual(cells);
  });

  it("splits a cell where only some lines differ into two whole versions", () => {
    const text = `const a = 1;\n${inline("f(1);", "f(2);")}\nend();`;
    const [note, ...both] = texts(separate([code("a", text)]));
    expect(note).toContain("**Update:** you and the course both changed");
    expect(both).toEqual(["const a = 1;\nf(1);\nend();", "const a = 1;\nf(2);\nend();"]);
  });

  it.each(["\n", "\r\n"])("puts what both began from into neither version, with line ends %j", (end) => {
    const lines = [
      "const a = 1;",
      "<<<<<<< local",
      "f(1);",
      "||||||| base",
      "f(0);",
      "=======",
      "f(2);",
      ">>>>>>> remote",
    ];
    for (const base of ["||||||| base", "||||||| 1a2b3c4", "|||||||"]) {
      const text = [...lines, "end();"].map((line) => (line === "||||||| base" ? base : line)).join(end);
      const [, ...both] = texts(separate([code("a", text)]));
      expect(both).toEqual(["f(1);", "f(2);"].map((line) => ["const a = 1;", line, "end();"].join(end)));
    }
  });

  it("takes a row of bars for nobody's mark where nothing is marked, or in the course's version", () => {
    const table = prose("a", "|||||||\n=======");
    expect(separate([table])).toEqual([table]);
    const [, ...both] = texts(separate([prose("a", inline("mine", "|||||||\ntheirs"))]));
    expect(both).toEqual(["mine", "|||||||\ntheirs"]);
  });

  it("takes both versions whole from where they stood, with their outputs, whatever lines they hold", () => {
    const yours = code("a", "t = `\n<<<<<<< local\none\n=======\ntwo\n>>>>>>> remote\n`", "mine");
    const theirs = code("a", "t = `\n=======\n`", "theirs");
    const merged = code("a", inline(texts([yours]).join(), texts([theirs]).join()));
    const [, first, second] = separate([merged], { yours: notebook(yours), theirs: notebook(theirs) });
    expect(first).toEqual({ ...yours, id: "a-y" });
    expect(second).toEqual(theirs);
  });

  it("keeps both versions where lines of the text cannot be told from marks", () => {
    const yours = code("a", "<<<<<<< local\nmine");
    const theirs = code("a", "<<<<<<< local\ntheirs");
    const merged = code("a", `<<<<<<< local\n${inline("mine", "theirs")}`);
    const sides = { yours: notebook(yours), theirs: notebook(theirs) };
    expect(separate([merged], sides).slice(1)).toEqual([{ ...yours, id: "a-y" }, theirs]);
  });

  it("does not take a person's own cell for a mark", () => {
    const own = [mark("======="), code("a", inline("1", "2")), code("b", "<<<<<<< LOCAL CELL DELETED >>>>>>>\nx")];
    expect(separate(own, { yours: notebook(...own) })).toEqual(own);
  });

  it("puts notes around whole cells that both have put in", () => {
    const cells = [mark("<<<<<<< local"), code("a", "1"), mark("======="), code("b", "2"), mark(">>>>>>> remote")];
    const [before, one, between, two, after] = texts(separate(cells));
    expect([one, two]).toEqual(["1", "2"]);
    expect([before, between, after].join()).toMatch(
      /^\*\*Update:\*\*.*yours.*\*\*Update:\*\*.*course.*\*\*Update:\*\*/s,
    );
  });

  it("says who took a cell away that the other has changed", () => {
    const theirs = code("a", "course");
    const yours = code("b", "mine", "out");
    const cells = [
      code("a", "<<<<<<< LOCAL CELL DELETED >>>>>>>\ncourse"),
      code("b", "<<<<<<< REMOTE CELL DELETED >>>>>>>\nmine"),
    ];
    const [first, kept, second, own] = separate(cells, { yours: notebook(yours), theirs: notebook(theirs) });
    expect(texts([first as Cell, second as Cell]).join()).toMatch(/you had deleted.*course took this cell away/s);
    expect([kept, own]).toEqual([theirs, yours]);
  });
});

describe("settle", () => {
  const base = notebook(code("a", "f(1)", "old"));

  it("keeps a person's outputs where both have run the same text", () => {
    const sides = { base, yours: notebook(code("a", "f(1)", "mine")), theirs: notebook(code("a", "f(1)", "theirs")) };
    expect(settle(notebook(code("a", "f(1)")), sides).cells).toEqual(sides.yours.cells);
  });
  it("takes the course's outputs with the course's text", () => {
    const sides = { base, yours: notebook(code("a", "f(1)", "mine")), theirs: notebook(code("a", "f(2)", "theirs")) };
    expect(settle(notebook(code("a", "f(2)", "mine")), sides).cells).toEqual(sides.theirs.cells);
  });
  it("leaves outputs cleared that the course has cleared", () => {
    const sides = { base, yours: base, theirs: notebook(code("a", "f(1)")) };
    expect(settle(notebook(code("a", "f(1)")), sides).cells).toEqual(sides.theirs.cells);
  });
  it("gives back labels that both have changed, as the person's", () => {
    const yours = { ...notebook({ ...code("a", "1"), metadata: { tags: ["mine"] } }), metadata: { title: "mine" } };
    const open = { "nbdime-conflicts": {} };
    const merged = { ...notebook({ ...code("a", "1"), metadata: open }), metadata: open };
    expect(openIn(merged, { yours })).toBe("metadata");
    expect(settle(merged, { yours })).toEqual(yours);
  });
  it("makes a valid cell where one side had made code of prose", () => {
    const sides = { yours: notebook(prose("a", "mine")), theirs: notebook(code("a", "theirs", "out")) };
    const merged = notebook({ ...prose("a", inline("mine", "theirs")), outputs: [], execution_count: null });
    expect(settle(merged, sides).cells.slice(1)).toEqual([
      { ...sides.yours.cells[0], id: "a-y" },
      sides.theirs.cells[0],
    ]);
  });
  it("gives every cell an id of its own, and none before nbformat 4.5", () => {
    const twice = notebook(code("a", "1"), code("a", "2"));
    expect(new Set(settle(twice, {}).cells.map(({ id }) => id)).size).toBe(2);
    expect(settle({ ...twice, nbformat_minor: 4 }, {}).cells.map(({ id }) => id)).toEqual([undefined, undefined]);
  });
});

describe("openIn", () => {
  const sides = { yours: notebook(code("a", "mine")), theirs: notebook(code("a", "theirs")) };
  it("sees that a merge in conflict has broken down and left one side as its result", () => {
    expect(openIn(sides.yours, sides)).toBeNull();
    expect(openIn(notebook(code("a", inline("mine", "theirs"))), sides)).toBe("cells");
  });
  it("takes a result without marks that holds all that either has written", () => {
    expect(openIn(notebook(code("a", "mine"), code("b", "theirs")), sides)).toBe("nothing");
  });
});
