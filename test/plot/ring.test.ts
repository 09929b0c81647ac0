import { describe, expect, it } from "vitest";
import { ring, slider } from "../../plot/index";
import { frozen } from "./fakeKernel";

const kinds = ["empty", "drives", "stands"];
type Dots = { x: number[]; y: number[]; marker: { color: number[]; colorscale: [number, string][]; size: number } };
const dotsOf = (figure: ReturnType<typeof ring>) => figure.data[0] as unknown as Dots;

describe("ring", () => {
  it("sets the cells around a circle, counterclockwise from the east, each in the color of its kind", () => {
    const figure = ring(frozen([0, 1, 2, 1]), { z: "cell", kinds });
    const { x, y, marker } = dotsOf(figure);
    expect(x.map(Math.round).map((one) => one + 0)).toEqual([1, 0, -1, 0]);
    expect(y.map(Math.round).map((one) => one + 0)).toEqual([0, 1, 0, -1]);
    for (const [i, one] of x.entries()) expect(Math.hypot(one, y[i] as number)).toBeCloseTo(1, 2);
    expect(marker.color).toEqual([0, 1, 2, 1]);
    const colors = marker.colorscale.filter((_, i) => i % 2 === 0).map(([, color]) => color);
    const swatches = figure.data.slice(1).map(({ name, marker: one }) => [name, (one as { color: string }).color]);
    expect(swatches).toEqual(kinds.map((name, i) => [name, colors[i]]));
    expect(figure.layout.yaxis).toMatchObject({ scaleanchor: "x" });
  });

  it("has smaller dots the more cells there are, so that none covers its neighbor", () => {
    const sizes = [4, 100, 200].map((count) => dotsOf(ring(new Int8Array(count), { z: "cell", kinds })).marker.size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBe(3);
  });

  it("moves on a slider", () => {
    const states = [0, 1].map((label) => ({ label: `${label}`, figure: ring([label, 2, 0], { z: "cell", kinds }) }));
    expect(slider(states, { parameter: "step" }).frames).toHaveLength(2);
  });

  it("says what is wrong", () => {
    expect(() => ring([], { z: "cell", kinds })).toThrow("ring: 0 cells, needs at least one");
    expect(() => ring([0, 3], { z: "cell", kinds })).toThrow("ring: cell 1 is 3, needs a kind: 0 to 2");
    expect(() => ring([0], { z: "cell", kinds: ["a"] })).toThrow("ring: 1 kinds, needs 2 to 6");
    expect(() => ring([0], { z: "", kinds })).toThrow("the title of the legend `z`");
  });
});
