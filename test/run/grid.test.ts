import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { gridPoints, pointSeed } from "../../run/index";

describe("gridPoints", () => {
  test("gives all combinations, the last parameter fastest", () => {
    const points = gridPoints({ size: [16, 32], periodic: [true, false], rule: ["a"] });
    expect(points).toEqual([
      { size: 16, periodic: true, rule: "a" },
      { size: 16, periodic: false, rule: "a" },
      { size: 32, periodic: true, rule: "a" },
      { size: 32, periodic: false, rule: "a" },
    ]);
    expectTypeOf(points).toEqualTypeOf<{ size: number; periodic: boolean; rule: "a" }[]>();
  });

  test("takes values that are arrays and objects", () => {
    expect(
      gridPoints({
        shape: [
          [2, 3],
          [4, 5],
        ],
        at: [{ x: null }],
      }),
    ).toHaveLength(2);
  });

  test.each([
    ["nothing", undefined, "the grid is a undefined"],
    ["no parameter", {}, "the grid has no parameter"],
    ["a single value", { size: 16 }, "grid.size is a number, needs an array of values, also for one: [value]"],
    ["a word", { rule: "wolff" }, "grid.rule is a string"],
    ["no values", { size: [16], rule: [] }, "grid.rule has no values"],
    ["an empty list", [], "the list of points is empty"],
    ["points with different keys", [{ a: 1 }, { a: 1, b: 2 }], "point 1 has the keys {a, b} and point 0 {a}"],
    ["a point without keys", [{}], "point 0 has the keys {}"],
    ["a point that is a number", [1], "point 0 is a number"],
    ["a point with a hole", [{ a: 1 }, undefined, { a: 2 }], "point 1 is a undefined"],
    ["equal points", { a: [1, 2, 1] }, "points 0 and 2 are equal"],
    [
      "equal points in other words",
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      "points 0 and 1 are equal",
    ],
    ["a seed", { seed: [1] }, "the grid names `seed`"],
    ["a function", { f: [() => 1] }, "point 0.f is a function"],
    ["an instance of a class", { f: [new Map()] }, "point 0.f is a Map"],
  ])("refuses %s", (_, grid, message) => {
    expect(() => gridPoints(grid as never)).toThrow(message);
  });
});

describe("pointSeed", () => {
  const value = fc.oneof(
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.double(), { maxLength: 3 }),
  );
  const point = fc.dictionary(fc.string(), value, { maxKeys: 4 });
  const seed = fc.integer();

  test("is a whole number of 32 bits, whatever the order of the keys", () => {
    fc.assert(
      fc.property(seed, point, (seed, point) => {
        const own = pointSeed(seed, point);
        expect(own).toBe(own | 0);
        expect(pointSeed(seed, Object.fromEntries(Object.entries(point).reverse()))).toBe(own);
      }),
    );
  });

  test("tells apart what looks alike", () => {
    const alike = [
      0,
      -0,
      "0",
      false,
      null,
      undefined,
      "",
      [],
      [0],
      {},
      0n,
      Number.NaN,
      "NaN",
      new Float64Array([0]),
      new Int8Array([0]),
    ];
    expect(new Set(alike.map((a) => pointSeed(1, { a }))).size).toBe(alike.length);
    expect(pointSeed(1, { a: 1 })).not.toBe(pointSeed(1, { b: 1 }));
    expect(pointSeed(1, { a: 1 })).not.toBe(pointSeed(2, { a: 1 }));
  });

  test("is the first 32 bits of the SHA-256 of seed and point, as Python computes them", () => {
    // struct.unpack(">i", hashlib.sha256(b'1 {"n":1}').digest()[:4])
    expect([pointSeed(0, { n: 1 }), pointSeed(1, { n: 1 }), pointSeed(-1, { size: 32, temperature: 2.1 })]).toEqual([
      684227778, -1012968291, 622872334,
    ]);
  });

  test("spreads over all 32 bits", () => {
    const seeds = Array.from({ length: 4096 }, (_, n) => pointSeed(7, { n }));
    expect(new Set(seeds).size).toBe(4096);
    // Each bit is set in half of them: 2048 with a standard deviation of 32.
    for (let bit = 0; bit < 32; bit++) {
      const set = seeds.filter((seed) => (seed >>> bit) & 1).length;
      expect(Math.abs(set - 2048)).toBeLessThan(5 * 32);
    }
  });

  test.each([0.5, 2 ** 31, Number.NaN])("refuses the seed %d", (seed) => {
    expect(() => pointSeed(seed, { a: 1 })).toThrow("needs a whole number from");
  });
});
