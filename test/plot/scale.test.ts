import { describe, expect, it } from "vitest";
import { asked, axis, holding } from "../../plot/scale";

describe("holding", () => {
  it("holds the data with 4 % of air", () => expect(holding([0, 1])).toEqual([-0.04, 1.04]));
  it("is in powers of ten on a log axis", () => {
    const [low, high] = holding([1e18, 1e22], [], true);
    expect(low).toBeCloseTo(17.84, 10);
    expect(high).toBeCloseTo(22.16, 10);
  });
  it("follows the edges of bands, but no further than the spread of the data", () => {
    expect(holding([0, 1], [-0.5, 1.5])[0]).toBeCloseTo(-0.58, 10);
    expect(holding([0, 1], [-1e30, 1e30])).toEqual([-1.12, 2.12]);
  });
  it("has room about a single value, zero as well", () => {
    expect(holding([5])).toEqual([2.5, 7.5]);
    expect(holding([0])).toEqual([-0.5, 0.5]);
  });
});

describe("asked", () => {
  it("turns a log axis's range into powers of ten", () =>
    expect(asked("f", "xRange", [10, 1000], true)).toEqual([1, 3]));
  it("rejects a range that falls, one that is no number, and zero on a log axis", () => {
    expect(() => asked("f", "xRange", [2, 1], false)).toThrow(
      new RangeError("f: xRange is 2 to 1, needs two numbers in increasing order"),
    );
    expect(() => asked("f", "xRange", [Number.NaN, 1], false)).toThrow(RangeError);
    expect(() => asked("f", "yRange", [0, 1], true)).toThrow(/yRange starts at 0, a log axis needs a number above 0/);
  });
});

describe("axis", () => {
  it("says 1k, 1M, 1B for sizes and powers of ten for compute and small numbers", () => {
    expect(axis("parameters", [7, 11], true).exponentformat).toBe("B");
    expect(axis("compute (FLOPs)", [18, 24], true).exponentformat).toBe("power");
    expect(axis("loss (nats)", [-5, -1], true).exponentformat).toBe("power");
    expect(axis("share", [0, 1], false).exponentformat).toBe("B");
  });
  it("labels no more decades than there is room for", () => {
    expect(axis("compute (FLOPs)", [0, 24], true).dtick).toBe(3);
    expect(axis("compute (FLOPs)", [0, 24], true, 4).dtick).toBe(6);
  });
  it("labels 3 alone over two decades of a narrow axis, and 2 and 5 where they fit", () => {
    const texts = (to: number) => axis("tokens", [9.7, to], true, 4, false, true).ticktext as string[];
    expect(texts(11.6)).toEqual(expect.arrayContaining(["10B", "30B", "100B", "300B"]));
    expect(texts(11.6)).not.toContain("20B");
    expect(texts(10.9)).toEqual(expect.arrayContaining(["10B", "20B", "50B"]));
  });
  it("labels 2 and 5 as well over two decades, each in full, and leaves less than one to Plotly", () => {
    const named = (range: [number, number]) => {
      const { tickvals, ticktext } = axis("x", range, true) as { tickvals: number[]; ticktext: string[] };
      const inside = tickvals.map((value) => Math.log10(value) >= range[0] && Math.log10(value) <= range[1]);
      return ticktext.filter((_, i) => inside[i]);
    };
    expect(named([-0.1, 1.5])).toEqual(["1", "2", "5", "10", "20"]);
    expect(named([5.9, 7.1])).toEqual(["1M", "2M", "5M", "10M"]);
    expect(named([-2, -0.5])).toEqual(["0.01", "0.02", "0.05", "0.1", "0.2"]);
    expect(named([20.9, 22.1])).toEqual([
      "10<sup>21</sup>",
      "2×10<sup>21</sup>",
      "5×10<sup>21</sup>",
      "10<sup>22</sup>",
    ]);
    expect(named([-5, -4])).toEqual(["10<sup>−5</sup>", "2×10<sup>−5</sup>", "5×10<sup>−5</sup>", "10<sup>−4</sup>"]);
    expect(axis("x", [0, 0.5], true)).not.toHaveProperty("dtick");
    expect(axis("x", [0, 5], false)).not.toHaveProperty("dtick");
  });
});
