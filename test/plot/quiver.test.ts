import { describe, expect, it } from "vitest";
import { quiver, slider } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "x (radii)", y: "y (radii)", box: 10 };
const marker = (figure: ReturnType<typeof quiver>) =>
  (figure.data[0] as unknown as { marker: { angle: number[]; color: number[]; symbol: string } }).marker;

describe("quiver", () => {
  it("turns arrows as a compass does: east, north, west, south, and any number of turns", () => {
    const heading = frozen([0, Math.PI / 2, Math.PI, -Math.PI / 2, 4 * Math.PI, -4 * Math.PI]);
    const birds = frozen({ x: [1, 2, 3, 4, 5, 6], y: [1, 2, 3, 4, 5, 6], heading });
    const { angle, color, symbol } = marker(quiver(birds, frozen(words)));
    expect(symbol).toBe("arrow");
    expect(angle).toEqual([90, 0, 270, 180, 90, 90]);
    expect(color).toEqual([0, 90, 180, 270, 0, 0]);
  });
  it("rounds places to the box's thousandth, leaves out what is missing, and draws a square box", () => {
    const birds = { x: Float64Array.of(1.23456, 2, 3), y: [9.87654, null, 3], heading: [0, 1, Number.NaN] };
    const figure = quiver(birds, words);
    expect(figure.data[0]).toMatchObject({ x: [1.23], y: [9.88] });
    expect(figure.layout.xaxis).toMatchObject({ range: [0, 10] });
    expect(figure.layout.yaxis).toMatchObject({ range: [0, 10], scaleanchor: "x" });
  });
  it("plays as states of a slider, small enough for 40 of 300 birds", () => {
    const states = Array.from({ length: 40 }, (_, t) => {
      const values = Array.from({ length: 300 }, (_, i) => 5 + 4.9 * Math.sin(i + t / 7));
      return { label: `${t}`, figure: quiver({ x: values, y: values, heading: values }, words) };
    });
    expect(JSON.stringify(slider(states, { parameter: "step" })).length).toBeLessThan(400_000);
  });
  it("refuses what cannot be drawn", () => {
    const one = { x: [1], y: [1], heading: [0] };
    expect(() => quiver({ ...one, y: [] }, words)).toThrow("quiver");
    expect(() => quiver({ ...one, heading: [1, 2] }, words)).toThrow("heading");
    expect(() => quiver({ x: [], y: [], heading: [] }, words)).toThrow("birds");
    expect(() => quiver(one, { ...words, box: 0 })).toThrow("quiver: box 0, needs a finite number above 0");
    expect(() => quiver(one, { ...words, x: "" })).toThrow("quiver");
  });
});
