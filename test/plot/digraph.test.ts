import { describe, expect, it } from "vitest";
import { digraph } from "../../plot/index";

const arrows = [
  { from: "hen", to: "egg", text: "lays" },
  { from: "egg", to: "hen" },
  { from: "egg", to: "calcium" },
  { from: "hen", to: "corn" },
];
type Note = {
  text: string;
  showarrow?: boolean;
  arrowwidth?: number;
  x: number;
  y: number;
  xshift?: number;
  ay?: number;
  bordercolor?: string;
};
const notes = (figure: ReturnType<typeof digraph>) => figure.layout.annotations as unknown as Note[];
const boxes = (figure: ReturnType<typeof digraph>) => notes(figure).filter(({ bordercolor }) => bordercolor);

describe("digraph", () => {
  it("sets what leads on to the left in order of appearance, and ends to the right near what leads to them", () => {
    const found = boxes(digraph(arrows));
    const column = (x: number) => found.filter((one) => one.x === x).sort((a, b) => b.y - a.y);
    expect(column(0).map(({ text }) => text)).toEqual(["hen", "egg"]);
    expect(column(1).map(({ text }) => text)).toEqual(["corn", "calcium"]);
  });

  it("draws each arrow from its node to its node, the accented ones heavier", () => {
    const figure = digraph(arrows, { accent: arrows.slice(0, 2) });
    const drawn = notes(figure).filter(({ showarrow }) => showarrow);
    const height = new Map(boxes(figure).map(({ text, y }) => [text, y]));
    expect(drawn.map(({ ay, y }) => [ay, y])).toEqual(arrows.map(({ from, to }) => [height.get(from), height.get(to)]));
    const widths = drawn.map(({ arrowwidth }) => arrowwidth as number);
    expect(Math.min(...widths.slice(0, 2))).toBeGreaterThan(Math.max(...widths.slice(2)));
    expect(notes(figure).filter(({ text }) => text === "lays")).toHaveLength(1);
  });

  it("meets both boxes with arrows that go opposite ways, however short the names", () => {
    const drawn = notes(digraph(arrows)).filter(({ showarrow }) => showarrow);
    const shifts = drawn.slice(0, 2).map(({ xshift }) => -(xshift ?? 0));
    const box = { from: 9, to: 9 + 3 * 10 + 18 }; // three letters, at most 10 pixels each, and the box around them
    for (const shift of shifts) expect(shift).toSatisfy((at: number) => at > box.from && at < box.to);
    expect(Math.abs((shifts[0] ?? 0) - (shifts[1] ?? 0))).toBeGreaterThan(10);
  });

  it("draws a circle without an end", () => {
    expect(boxes(digraph(arrows.slice(0, 2))).map(({ x }) => x)).toEqual([0, 0]);
  });

  it("says what is wrong", () => {
    expect(() => digraph([])).toThrow("digraph: no arrows, needs at least one");
    expect(() => digraph([{ from: "", to: "egg" }])).toThrow("digraph: from of arrows[0] is missing");
    expect(() => digraph(arrows, { accent: [1] as never })).toThrow("digraph: ");
  });
});
