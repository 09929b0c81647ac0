import { describe, expect, it } from "vitest";
import { mosaic } from "../../plot/index";

const matrix = {
  x: ["Wei", "Du", "Anderson"],
  y: ["water", "ice", "sums", "last words"],
  z: [
    [null, 1, 0],
    [1, 1, 0],
    [0, 0, null],
    [1, 0, 1],
  ],
  xGroups: ["models", "models", "wholes"],
  yGroups: ["matter", "matter", "models", "models"],
};
const classes = [
  { value: 0, label: "no", color: "#ca8600" },
  { value: 1, label: "yes", color: "#2f40d8" },
];
const options = { x: "definition", y: "case", z: "verdict", classes };
type Cells = { z: (number | null)[][]; text: string[][]; colorscale: [number, string][]; zmin: number; zmax: number };
const cells = (figure: ReturnType<typeof mosaic>, i = 0) => figure.data[i] as unknown as Cells;

describe("mosaic", () => {
  it("heads each group of rows and leaves a gap between groups of columns", () => {
    const figure = mosaic(matrix, options);
    expect(cells(figure).z).toEqual([
      [-1, -1, -1, -1],
      [null, 1, -1, 0],
      [1, 1, -1, 0],
      [-1, -1, -1, -1],
      [0, 0, -1, null],
      [1, 0, -1, 1],
    ]);
    const words = (figure.layout.annotations ?? []).map(({ text, y }) => [text, y]);
    expect(words).toEqual([
      ["<b>matter</b>", 0],
      ["<b>models</b>", 3],
    ]);
    const axis = figure.layout.xaxis as { tickvals: number[]; ticktext: string[] };
    expect([axis.tickvals, axis.ticktext]).toEqual([[0, 1, 3], matrix.x]);
  });

  it("gives each class its color, and headings that of the page", () => {
    const { colorscale, zmin, zmax } = cells(mosaic(matrix, options));
    const at = (value: number) => {
      const place = (value - zmin) / (zmax - zmin);
      return colorscale.filter(([from]) => from <= place).at(-1)?.[1];
    };
    expect([-1, 0, 1].map(at)).toEqual(["#ffffff", "#ca8600", "#2f40d8"]);
  });

  it("stands in two panels, no group torn apart", () => {
    const figure = mosaic(matrix, { ...options, panels: 2 });
    expect([cells(figure, 0), cells(figure, 1)].map(({ z }) => z.length)).toEqual([3, 3]);
  });

  it("says on hover what, and why if told", () => {
    const why = matrix.z.map((row, i) => row.map((_, j) => `reason ${i}${j}`));
    expect(cells(mosaic({ ...matrix, text: why }, options)).text[1]?.[1]).toBe("<b>water, Du: yes</b><br>reason 01");
    expect(cells(mosaic(matrix, options)).text[1]?.[1]).toBe("<b>water, Du: yes</b><br>yes");
  });

  it("says what is wrong", () => {
    expect(() => mosaic({ ...matrix, y: ["a"] }, options)).toThrow("mosaic: the matrix has 1 y but 4 rows");
    expect(() => mosaic({ ...matrix, z: [[2, 1, 0], ...matrix.z.slice(1)] }, options)).toThrow(
      "needs one of the classes",
    );
    expect(() => mosaic({ ...matrix, yGroups: ["a", "b", "a", "b"] }, options)).toThrow(
      'rows of group "a" stand apart',
    );
    expect(() => mosaic(matrix, { ...options, panels: 3 as never })).toThrow("mosaic: 3 panels, needs 1 or 2");
    expect(() => mosaic(matrix, { ...options, z: "" })).toThrow("mosaic: the title `z`");
  });
});
