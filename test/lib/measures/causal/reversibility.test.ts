import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  bestCoarseGraining,
  causalPath,
  coarseGrain,
  dynamicalReversibility,
  effectiveInformation,
  reversibilityGain,
} from "@emergence/lib/measures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

interface Chain {
  readonly weights: number[][];
  readonly groups: number[][];
  readonly determinism: number;
  readonly specificity: number;
  readonly singularValues: number[];
}
// By numpy: test/fixtures/measures/chain_values.py.
const { chains }: { chains: Chain[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "chains.json"), "utf8"),
);
const tpmOf = (weights: readonly number[][]) => weights.map((row) => row.map((weight) => weight / 24));
const turn = (n: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(j === (i + 1) % n)));
/** Seven states that lead to each other evenly, and one that stays. */
const seven = Array.from({ length: 8 }, (_, i) =>
  Array.from({ length: 8 }, (_, j) => (i === 7 ? Number(j === 7) : j === 7 ? 0 : 1 / 7)),
);

describe("dynamical reversibility, Zhang et al. 2025", () => {
  it("seven states alike and one that stays: 2, with a gain of .75 for the two directions kept", () => {
    for (const alpha of [0.1, 1, 1.9]) expect(dynamicalReversibility(seven, { alpha })).toBeCloseTo(2, 12);
    const { gain, kept } = reversibilityGain(seven);
    expect(gain).toBeCloseTo(0.75, 12);
    expect(kept).toBe(2);
  });

  it("is n for a permutation, where nothing is gained, and for identical rows the norm of one times the root of n", () => {
    for (const n of [1, 2, 5]) {
      expect(dynamicalReversibility(turn(n), { alpha: 0.5 })).toBeCloseTo(n, 12);
      expect(reversibilityGain(turn(n)).gain).toBeCloseTo(0, 12);
    }
    const row = [0.5, 0.25, 0.25];
    expect(dynamicalReversibility([row, row, row])).toBeCloseTo(Math.sqrt(3) * Math.hypot(...row), 12);
    expect(reversibilityGain([row, row, row]).kept).toBe(1);
  });

  it("agrees with numpy's singular values on 60 chains to 1e-12, for vague emergence too", () => {
    for (const { weights, singularValues } of chains) {
      const tpm = tpmOf(weights);
      const exact = singularValues.map((value) => (value < 1e-14 ? 0 : value));
      const total = (values: readonly number[], alpha: number) =>
        values.reduce((sum, value) => sum + (value && value ** alpha), 0);
      expect(Math.abs(dynamicalReversibility(tpm) - total(exact, 1))).toBeLessThan(1e-12);
      expect(Math.abs(dynamicalReversibility(tpm, { alpha: 1.5 }) - total(exact, 1.5))).toBeLessThan(1e-12);
      const kept = exact.filter((value) => value > 0.3);
      const { gain, ...result } = reversibilityGain(tpm, { threshold: 0.3, alpha: 1.5 });
      expect(result.kept).toBe(kept.length);
      expect(Math.abs(gain - (total(kept, 1.5) / kept.length - total(exact, 1.5) / exact.length))).toBeLessThan(1e-12);
      const clear = reversibilityGain(tpm);
      expect(clear.gain).toBeCloseTo(total(exact, 1) * (1 / clear.kept - 1 / exact.length), 12);
    }
  });

  it("lies above 0 and at most at n; the gain is at least 0", () => {
    const weights = fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.array(fc.array(fc.nat(9), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(weights, fc.double({ min: 0.05, max: 1.95, noNaN: true }), (rows, alpha) => {
        const tpm = rows.map((row, i) => {
          const full = row.map((weight, j) => weight + Number(i === j));
          return full.map((weight) => weight / full.reduce((sum, value) => sum + value, 0));
        });
        const found = dynamicalReversibility(tpm, { alpha });
        expect(found).toBeGreaterThan(0);
        expect(found).toBeLessThanOrEqual(tpm.length + 1e-10);
        expect(reversibilityGain(tpm, { alpha }).gain).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("throws on bad input", () => {
    expect(() => dynamicalReversibility(seven, { alpha: 2 })).toThrow(
      "dynamicalReversibility: alpha 2, needs a number above 0 and below 2",
    );
    expect(() => reversibilityGain(seven, { threshold: -1 })).toThrow("threshold -1, needs");
    expect(() => reversibilityGain(seven, { threshold: 3 })).toThrow(
      /threshold 3, needs one below the largest singular value, here 1(\.0+\d)?:/,
    );
    expect(() => dynamicalReversibility([[1, 1]])).toThrow("dynamicalReversibility: row 0 has 2 entries, needs 1");
  });
});

describe("causal primitives along a path, Hoel 2025", () => {
  /** Four elements: the first two become 1 where both of the others are, else 1 with chance .3; and the other way round. */
  function andNetwork() {
    const states = Array.from({ length: 16 }, (_, s) => [8, 4, 2, 1].map((bit) => Number((s & bit) > 0)));
    const tpm = states.map(([a = 0, b = 0, c = 0, d = 0]) => {
      const [left, right] = [c & d ? 1 : 0.3, a & b ? 1 : 0.3];
      return states.map((next) =>
        next.reduce((product, bit, i) => product * (bit ? (i < 2 ? left : right) : 1 - (i < 2 ? left : right)), 1),
      );
    });
    const groups = [0, 1, 2, 3].map((macro) =>
      states.flatMap(([a = 0, b = 0, c = 0, d = 0], s) => ((a & b) * 2 + (c & d) === macro ? [s] : [])),
    );
    return { tpm, groups };
  }

  it("AND network: .287145 to .775914 in one step, which is a closed one", () => {
    const { tpm, groups } = andNetwork();
    const { levels, emergence, emergentComplexity } = causalPath(tpm, [groups]);
    expect(levels.map(({ causalPrimitives }) => causalPrimitives.toFixed(6))).toEqual(["0.287145", "0.775914"]);
    expect(levels.map((level) => level.effectiveInformation.toFixed(6))).toEqual(["1.148579", "1.551829"]);
    expect(emergence).toBeCloseTo(
      (levels[1]?.causalPrimitives as number) - (levels[0]?.causalPrimitives as number),
      12,
    );
    expect(emergentComplexity).toBe(0);
    expect(levels[1]?.closure).toBe(0);
  });

  it("agrees with numpy, and CP is the effective information per log2 of the states", () => {
    for (const { weights, groups, determinism, specificity } of chains) {
      const tpm = tpmOf(weights);
      const [micro, macro] = causalPath(tpm, [groups]).levels;
      expect(Math.abs((micro?.determinism as number) - determinism)).toBeLessThan(1e-12);
      expect(Math.abs((micro?.specificity as number) - specificity)).toBeLessThan(1e-12);
      expect(macro?.causalPrimitives).toBeCloseTo(
        effectiveInformation(coarseGrain(tpm, groups)) / Math.log2(groups.length),
        12,
      );
    }
  });

  it("emergent complexity is 1 for two equal gains, as blocks of 2 in blocks of 4, and less for unequal ones", () => {
    // Contributions by hand: 4 states of which pairs are alike (a), then half of what is left is noise.
    const noisy = [
      [0.5, 0.5, 0, 0],
      [0.5, 0.5, 0, 0],
      [0, 0, 0.5, 0.5],
      [0, 0, 0.5, 0.5],
    ];
    const path = [
      [[0, 1], [2], [3]],
      [
        [0, 1],
        [2, 3],
      ],
    ];
    const { levels, emergence, emergentComplexity } = causalPath(noisy, path);
    const [first = 0, second = 0] = levels.slice(1).map(({ contribution }) => contribution / emergence);
    expect(levels.map(({ causalPrimitives }) => causalPrimitives.toFixed(6))).toEqual([
      "0.500000",
      "0.579380",
      "1.000000",
    ]);
    expect(emergentComplexity).toBeCloseTo(-first * Math.log2(first) - second * Math.log2(second), 12);
    expect(emergentComplexity).toBeLessThan(0.7);
  });

  it("a level below a finer one contributes nothing, and a permutation has no emergence at all", () => {
    const { levels, emergence } = causalPath(seven, [[[0, 1, 2, 3, 4, 5, 6], [7]], [[0, 1, 2, 3, 4, 5, 6, 7]]]);
    expect(levels.at(-1)?.causalPrimitives).toBe(0);
    expect(levels.at(-1)?.contribution).toBe(0);
    expect(emergence).toBeCloseTo(1 - 0.543564443 / 3, 8);
    const none = causalPath(turn(5));
    expect(none.emergence).toBe(0);
    expect(none.emergentComplexity).toBe(0);
  });

  it("without a path merges seven states alike one by one, each level closed, and ends where effective information is largest", () => {
    const { levels, emergentComplexity } = causalPath(seven);
    expect(levels.map(({ groups }) => groups.length)).toEqual([8, 7, 6, 5, 4, 3, 2]);
    expect(levels.at(-1)?.groups).toEqual(bestCoarseGraining(seven).groups);
    for (const { closure } of levels) expect(closure).toBe(0);
    // One state of k alike and the 8 - k others: from the formula, n = 9 - k states.
    const cp = (k: number) => {
      const n = 9 - k;
      const mass = [k / 7, ...Array<number>(7 - k).fill(1 / 7)];
      const h = (p: readonly number[]) => p.reduce((sum, value) => sum - value * Math.log2(value), 0);
      const mean = [...mass.map((value) => (value * (n - 1)) / n), 1 / n];
      return (h(mean) - (h(mass) * (n - 1)) / n) / Math.log2(n);
    };
    for (const [i, { causalPrimitives }] of levels.entries()) expect(causalPrimitives).toBeCloseTo(cp(i + 1), 12);
    expect(emergentComplexity).toBeGreaterThan(0.7);
    expect(emergentComplexity).toBeLessThan(1);
  });

  it("throws on a path that does not coarsen step by step", () => {
    expect(() =>
      causalPath(seven, [
        [
          [0, 1, 2, 3],
          [4, 5, 6, 7],
        ],
        [
          [0, 1],
          [2, 3, 4, 5, 6, 7],
        ],
      ]),
    ).toThrow("causalPath: path[1] divides a group of path[0], needs groups that are unions of its groups");
    expect(() => causalPath(turn(2), [[[0], [1]]])).toThrow(
      "path[0] has 2 groups, needs fewer than the 2 of the micro level",
    );
    expect(() => causalPath(turn(33))).toThrow("no path for 33 states, needs one beyond 32 states");
    expect(() => causalPath(turn(2), [[[0]]])).toThrow("state 1 is in no group");
  });
});
