import { describe, expect, it } from "vitest";
import { byDoublings, heatmap } from "../../plot/index";

const row = (x: readonly number[]) => ({ x, y: ["a"], z: [x.map((_, i) => i)] });

describe("byDoublings", () => {
  it("takes the nearest measured column within half a doubling, and none where nobody looked", () => {
    // 1,000 lies .034 doublings below 1,024, 10,000 .29 above 8,192; 256, 512, 2,048 and 4,096 have nothing near.
    const found = byDoublings(row([0, 1, 2, 4, 8, 16, 32, 64, 128, 1000, 10000]));
    expect(found.z[0]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, null, null, 9, null, null, 10]);
    expect(found.x.slice(-4)).toEqual(["1K", "2K", "4.1K", "8.2K"]);
  });
  it("leaves powers of two as they are, whatever the first one is", () => {
    expect(byDoublings(row([3, 6, 12, 24])).z[0]).toEqual([0, 1, 2, 3]);
    expect(byDoublings(row([3])).x).toEqual(["3"]);
  });
  it("skips columns where x is measured more often", () => {
    expect(byDoublings(row([10, 11, 12, 13, 19, 21, 41])).z[0]).toEqual([0, 5, 6]);
  });
  it("gives a heat map its grid, with missing cells missing", () => {
    const figure = heatmap(byDoublings({ ...row([1, 4]), z: [[Number.NaN, 2]] }), { x: "n", y: "row", z: "share" });
    expect(figure.data[0]?.z).toEqual([[null, null, 2]]);
  });
  it("says what it needs", () => {
    expect(() => byDoublings(row([2, 1]))).toThrow("byDoublings: grid.x[1] is 1, needs numbers from 0 up, each above");
    expect(() => byDoublings(row([-1, 1]))).toThrow("byDoublings: grid.x[0] is -1");
    expect(() => byDoublings(row([0]))).toThrow("byDoublings: no x above 0");
    expect(() => byDoublings(row([1, 1e30]))).toThrow("needs at most 60");
    expect(() => byDoublings(row([1, Number.NaN]))).toThrow(/byDoublings: grid\.x\[1\] NaN/);
    expect(() => byDoublings({ ...row([1, 2]), z: [[1]] })).toThrow(/byDoublings/);
    expect(() => byDoublings({ ...row([1, 2]), z: [] })).toThrow(/byDoublings/);
  });
});
