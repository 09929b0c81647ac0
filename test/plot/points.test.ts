import { describe, expect, it } from "vitest";
import { points } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "temperature (J / k_B)", y: "magnetization per spin (mean, standard error)" };

describe("points", () => {
  it("draws markers with error bars, symmetric or not, without changing the input", () => {
    const groups = frozen([
      { name: "a", x: [1, 2], y: [3, 4], error: [0.5, null] },
      { name: "b", x: [1, 2], y: [3, 4], lower: [2, 3.5], upper: [3.25, 6] },
    ]);
    const figure = points(groups, frozen(words));
    expect(figure.data.map(({ mode }) => mode)).toEqual(["markers", "markers"]);
    expect(figure.data[0]).toMatchObject({ error_y: { array: [0.5, null], arrayminus: [0.5, null] } });
    expect(figure.data[1]).toMatchObject({ error_y: { array: [0.25, 2], arrayminus: [1, 0.5] } });
    expect(figure.layout.yaxis?.range?.[1]).toBeGreaterThanOrEqual(5);
  });
  it("draws a group's curve and band under its points, in its color, out of the legend", () => {
    const curve = { x: [1, 1.5, 2], y: [3, 3.5, 4], lower: [2, 2.5, 3], upper: [4, 4.5, 5] };
    const [band, line, dots] = points([{ name: "a", x: [1, 2], y: [3, 4], curve, color: "#123456" }], words).data;
    expect(band).toMatchObject({ fill: "toself", fillcolor: "rgba(18,52,86,0.18)", showlegend: false });
    expect(line).toMatchObject({ mode: "lines", line: { color: "#123456" }, showlegend: false });
    expect(dots).toMatchObject({ mode: "markers", marker: { color: "#123456" } });
  });
  it("tells groups apart by symbol as well as by color, in a legend over the plot", () => {
    const figure = points(
      [
        { name: "a", x: [1], y: [1] },
        { name: "b", x: [1], y: [2] },
      ],
      words,
    );
    const symbols = figure.data.map((trace) => (trace as unknown as { marker: { symbol: string } }).marker.symbol);
    expect(new Set(symbols).size).toBe(2);
    expect(figure.layout.legend).toMatchObject({ orientation: "h" });
  });
  it("shows labels on hover and wants one for each point", () => {
    const figure = points([{ name: "a", x: [1], y: [1], labels: ["GPT-3"] }], words);
    expect(figure.data[0]).toMatchObject({ text: ["GPT-3"] });
    expect(figure.data[0]?.hovertemplate).toContain("%{text}");
    expect(() => points([{ name: "a", x: [1, 2], y: [1, 2], labels: ["GPT-3"] }], words)).toThrow(
      new RangeError('points: "a" has 2 x but 1 labels'),
    );
  });
  it("draws points of the size asked for, small ones without a rim", () => {
    const marker = (size?: number) => points([{ name: "a", x: [1], y: [1], ...(size && { size }) }], words).data[0];
    expect(marker()).toMatchObject({ marker: { size: 10, line: { width: 1 } } });
    expect(marker(3)).toMatchObject({ marker: { size: 3, line: { width: 0 } } });
    expect(() => points([{ name: "a", x: [1], y: [1], size: -3 }], words)).toThrow(/points: the size of "a".*-3/);
  });
  it("rejects groups without a name, without points, and axes without titles", () => {
    expect(() => points([{ name: " ", x: [1], y: [1] }], words)).toThrow(/points: the name of group 0 is missing/);
    expect(() => points([], words)).toThrow(/points: no groups/);
    expect(() => points([{ name: "a", x: [1], y: [1] }], { x: "x", y: "" })).toThrow(
      /points: the y-axis title `y` is missing/,
    );
  });
});
