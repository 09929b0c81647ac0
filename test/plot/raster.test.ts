import { describe, expect, it } from "vitest";
import { raster, slider } from "../../plot/index";
import { frozen } from "./fakeKernel";

const bytesOf = (figure: ReturnType<typeof raster>) => {
  const { bdata, shape, dtype } = (figure.data[0] as { z?: unknown }).z as {
    bdata: string;
    shape: string;
    dtype: string;
  };
  expect(dtype).toBe("u1");
  return { bytes: [...Buffer.from(bdata, "base64")], shape };
};

describe("raster", () => {
  it("stores kinds as they are, row by row, in a byte each", () => {
    const figure = raster(frozen([0, 1, 2, 2, 1, 0]), { columns: 3, z: "kind", kinds: ["a", "b", "c"] });
    expect(bytesOf(figure)).toEqual({ bytes: [0, 1, 2, 2, 1, 0], shape: "2, 3" });
    expect(figure.data[0]).toMatchObject({ zmin: -0.5, zmax: 2.5, showscale: false });
    const steps = figure.data[0]?.colorscale as readonly (readonly [number, string])[];
    const colors = steps.filter((_, i) => i % 2 === 0).map(([, color]) => color);
    const swatches = figure.data.slice(1).map(({ name, marker }) => [name, (marker as { color: string }).color]);
    expect(swatches).toEqual(["a", "b", "c"].map((name, i) => [name, colors[i]]));
    expect(figure.layout.legend).toMatchObject({ title: { text: "kind" } });
    expect(figure.layout.yaxis).toMatchObject({ autorange: "reversed", scaleanchor: "x" });
  });

  it("takes typed arrays, and amounts in 255 steps of the range, cut at its ends", () => {
    const cells = Float64Array.from([-1, 0, 0.5, 1, 2, 0.2]);
    const figure = raster(cells, { columns: 2, z: "amount", zRange: [0, 1] });
    expect(bytesOf(figure)).toEqual({ bytes: [0, 0, 128, 255, 255, 51], shape: "3, 2" });
    expect(figure.data[0]).toMatchObject({
      colorbar: { tickvals: [0, 63.75, 127.5, 191.25, 255], ticktext: ["0", "0.25", "0.5", "0.75", "1"] },
    });
  });

  it("finds the range where none is given, also where all cells are alike", () => {
    expect(bytesOf(raster([2, 4, 3, 2], { columns: 2, z: "amount" })).bytes).toEqual([0, 255, 128, 0]);
    expect(bytesOf(raster([7, 7], { columns: 2, z: "amount" })).bytes).toEqual([128, 128]);
  });

  it("moves on a slider, 64 x 64 cells in less than 7,000 characters a frame", () => {
    const states = [0, 1].map((shift) => ({
      label: `${shift}`,
      figure: raster(
        Array.from({ length: 4096 }, (_, i) => (i + shift) % 2),
        { columns: 64, z: "spin", kinds: ["down", "up"] },
      ),
    }));
    const figure = slider(states, { parameter: "time" });
    expect(JSON.stringify(figure.frames?.[0]).length).toBeLessThan(7000);
  });

  it("says what is wrong", () => {
    expect(() => raster([1, 2, 3], { columns: 2, z: "spin" })).toThrow(
      "raster: 3 cells in rows of 2, needs whole rows, at least one",
    );
    expect(() => raster([], { columns: 2, z: "spin" })).toThrow("raster: 0 cells");
    expect(() => raster([0, 3], { columns: 2, z: "spin", kinds: ["down", "up"] })).toThrow(
      "cell 1 is 3, needs a kind: 0 to 1",
    );
    expect(() => raster([0, Number.NaN], { columns: 2, z: "x", zRange: [0, 1] })).toThrow(
      "cell 1 is NaN, needs a finite number",
    );
    expect(() => raster([0, 1], { columns: 2, z: "x", zRange: [1, 1] })).toThrow(
      "zRange [1, 1], needs two numbers in increasing order",
    );
    expect(() => raster([0, 1], { columns: 2, z: "x", kinds: ["one"] })).toThrow("raster: 1 kinds, needs 2 to 6");
    expect(() => raster([0, 1], { columns: 2, z: "" })).toThrow("the title of the colors `z`");
  });
});
