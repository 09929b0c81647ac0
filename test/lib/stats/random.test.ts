import { chiSquaredSurvival, normalCdf, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const draw = (count: number, of: () => number) => Array.from({ length: count }, of);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]) => {
  const center = mean(values);
  return mean(values.map((value) => (value - center) ** 2));
};

describe("random", () => {
  it("gives the same numbers for the same seed, others for another", () => {
    const take = (seed: number) => {
      const r = random(seed);
      return [
        r.uniform(),
        r.normal(),
        r.normal(),
        r.integer(1, 100),
        r.binomial(50, 0.3),
        r.shuffle([1, 2, 3, 4, 5]).join(),
      ];
    };
    expect(take(11)).toEqual(take(11));
    expect(take(11)).not.toEqual(take(12));
  });

  it("keeps its stream from version to version", () => {
    const r = random(42);
    expect([r.uniform(), r.uniform(), r.integer(0, 9)]).toMatchInlineSnapshot(`
      [
        0.487537811924037,
        0.8850661484006821,
        4,
      ]
    `);
  });

  for (const from of [0, 1000, -20_000]) {
    it(`begins evenly over 20,000 neighboring seeds from ${from}, its first eight numbers without ties to each other`, () => {
      const starts = Array.from({ length: 20_000 }, (_, i) => draw(8, random(from + i).uniform));
      const even = (cell: (numbers: number[], before: number[]) => number, cells: number) => {
        const counts = new Array<number>(cells).fill(0);
        for (let i = 1; i < starts.length; i++) {
          const at = cell(starts[i] as number[], starts[i - 1] as number[]);
          counts[at] = (counts[at] as number) + 1;
        }
        const expected = (starts.length - 1) / cells;
        return chiSquaredSurvival(
          counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
          cells - 1,
        );
      };
      const fifth = (value: number | undefined) => Math.floor(5 * (value as number));
      for (let place = 0; place < 8; place++) {
        expect(even((now) => Math.floor(20 * (now[place] as number)), 20)).toBeGreaterThan(1e-4);
        expect(even((now, before) => 5 * fifth(now[place]) + fifth(before[place]), 25)).toBeGreaterThan(1e-4);
        if (place > 0) expect(even((now) => 5 * fifth(now[place]) + fifth(now[place - 1]), 25)).toBeGreaterThan(1e-4);
      }
    });
  }

  it("draws uniform numbers from 0 to below 1, evenly", () => {
    const r = random(1);
    const bins = new Array<number>(20).fill(0);
    const values = draw(40_000, r.uniform);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (const value of values) bins[Math.floor(20 * value)] = (bins[Math.floor(20 * value)] as number) + 1;
    const chi = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquaredSurvival(chi, 19)).toBeGreaterThan(0.001);
  });

  it("draws normal numbers (Kolmogorov's distance within its 0.1 % bound)", () => {
    const sorted = draw(20_000, random(3).normal).sort((a, b) => a - b);
    const distance = Math.max(...sorted.map((z, i) => Math.abs(normalCdf(z) - (i + 0.5) / sorted.length)));
    expect(distance).toBeLessThan(1.95 / Math.sqrt(sorted.length));
  });

  for (const [n, p] of [
    [8, 0.2],
    [400, 0.01],
    [60, 0.5],
    [5000, 0.3],
    [300, 0.95],
  ] as const) {
    it(`draws binomial counts of ${n} trials of chance ${p} with the right mean and variance`, () => {
      const r = random(5);
      const counts = draw(20_000, () => r.binomial(n, p));
      const spread = n * p * (1 - p);
      expect(Math.abs(mean(counts) - n * p)).toBeLessThan(4 * Math.sqrt(spread / counts.length));
      expect(Math.abs(variance(counts) / spread - 1)).toBeLessThan(0.06);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...counts)).toBeLessThanOrEqual(n);
    });
  }

  it("shuffles a copy and keeps every item", () => {
    const items = Object.freeze(["a", "b", "c", "d", "e", "f"]);
    const shuffled = random(2).shuffle(items);
    expect([...shuffled].sort()).toEqual(items);
    expect(shuffled).not.toEqual(items);
  });

  it("refuses a seed, trials or a chance that are none", () => {
    expect(() => random(0.5)).toThrow("random: seed 0.5");
    expect(() => random(2 ** 31)).toThrow(RangeError);
    expect(() => random(1).binomial(-1, 0.5)).toThrow("trials -1");
    expect(() => random(1).binomial(5, 1.5)).toThrow("chance 1.5");
  });
});
