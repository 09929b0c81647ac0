import { describe, expect, it } from "vitest";
import { scatterXY } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "width (decades)", y: "surprise (share of the scale)", xRange: [0.1, 10] as [number, number] };
const group = { name: "a", x: [1, 2], y: [3, 4], xLower: [0.5, 0], xUpper: [1.5, Number.POSITIVE_INFINITY] };

describe("scatterXY", () => {
  it("draws intervals in x, and runs open ends to the edge, without changing the input", () => {
    const figure = scatterXY(frozen([group]), frozen(words));
    expect(figure.data[0]).toMatchObject({
      mode: "markers",
      error_x: { symmetric: false, array: [0.5, 8], arrayminus: [0.5, 1.9] },
    });
  });
  it("keeps the intervals in y and the labels", () => {
    const figure = scatterXY([{ ...group, lower: [2, 3], upper: [4, 6], labels: ["p", "q"] }], words);
    expect(figure.data[0]).toMatchObject({ error_y: { array: [1, 2], arrayminus: [1, 1] }, text: ["p", "q"] });
  });
  it("draws no interval where an end is missing", () => {
    const figure = scatterXY([{ ...group, xLower: [Number.NaN, 1], xUpper: [2, 3] }], words);
    expect(figure.data[0]?.error_x).toMatchObject({ array: [1, 1], arrayminus: [null, 1] });
  });
  it("refuses intervals of another length", () => {
    expect(() => scatterXY([{ ...group, xLower: [1] }], words)).toThrow(RangeError);
    expect(() => scatterXY([{ ...group, xLower: [1] }], words)).toThrow(/"a".*2 x.*1 xLower/);
  });
});
