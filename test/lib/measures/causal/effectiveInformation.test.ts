import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  bestCoarseGraining,
  coarseGrain,
  degeneracy,
  determinism,
  effectiveInformation,
  networkEffectiveInformation,
} from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

/** Four elements: the first two become 1 where both of the others are, else 1 with chance .3; and the other way round. */
function andNetwork(): { tpm: number[][]; groups: number[][] } {
  const states = Array.from({ length: 16 }, (_, s) => [8, 4, 2, 1].map((bit) => Number((s & bit) > 0)) as [0, 0, 0, 0]);
  const tpm = states.map(([a, b, c, d]) => {
    const [left, right] = [c & d ? 1 : 0.3, a & b ? 1 : 0.3];
    return states.map((next) =>
      next.reduce<number>(
        (product, bit, i) => product * (bit ? (i < 2 ? left : right) : 1 - (i < 2 ? left : right)),
        1,
      ),
    );
  });
  const groups = [0, 1, 2, 3].map((macro) =>
    states.flatMap(([a, b, c, d], s) => ((a & b) * 2 + (c & d) === macro ? [s] : [])),
  );
  return { tpm, groups };
}

/** Seven states that lead to each other evenly, and one that stays. */
const seven = Array.from({ length: 8 }, (_, i) =>
  Array.from({ length: 8 }, (_, j) => (i === 7 ? Number(j === 7) : j === 7 ? 0 : 1 / 7)),
);

function randomTransitions(n: number, seed: number): number[][] {
  const source = random(seed);
  return Array.from({ length: n }, () => {
    const weights = Array.from({ length: n }, () => source.uniform() ** 3);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
}

describe("effective information, Hoel et al. 2013", () => {
  it("AND network with noise .3: 1.148579 bits micro, 1.551829 macro", () => {
    const { tpm, groups } = andNetwork();
    expect(effectiveInformation(tpm).toFixed(6)).toBe("1.148579");
    expect(effectiveInformation(coarseGrain(tpm, groups)).toFixed(6)).toBe("1.551829");
  });

  it("eight states, seven of them alike: .543564 bits micro, 1 macro, and the search finds the macro system", () => {
    expect(effectiveInformation(seven).toFixed(6)).toBe("0.543564");
    const best = bestCoarseGraining(seven);
    expect(best.groups).toEqual([[0, 1, 2, 3, 4, 5, 6], [7]]);
    expect(best.effectiveInformation).toBeCloseTo(1, 12);
    expect(best.gain).toBeCloseTo(1 - 0.543564443, 8);
  });

  it("is log2(n) for a permutation and 0 where the next state does not depend on the state", () => {
    const turn = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => Number(j === (i + 1) % 6)));
    expect(effectiveInformation(turn)).toBeCloseTo(Math.log2(6), 12);
    expect(effectiveInformation(turn.map(() => [0.5, 0.1, 0.1, 0.1, 0.1, 0.1]))).toBeCloseTo(0, 12);
    expect(determinism(turn)).toBe(1);
    expect(degeneracy(turn)).toBeCloseTo(0, 12);
  });

  it("is log2(n) (determinism - degeneracy), both from 0 to 1", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const n = 2 + (seed % 6);
      const tpm = randomTransitions(n, seed);
      expect(Math.log2(n) * (determinism(tpm) - degeneracy(tpm))).toBeCloseTo(effectiveInformation(tpm), 12);
      expect(degeneracy(tpm)).toBeGreaterThanOrEqual(0);
      expect(determinism(tpm)).toBeLessThanOrEqual(1);
    }
  });

  it("of a single state is 0", () => {
    expect([effectiveInformation([[1]]), determinism([[1]]), degeneracy([[1]])]).toEqual([0, 1, 1]);
  });

  it("throws on what is no matrix of transitions", () => {
    expect(() =>
      effectiveInformation([
        [0.5, 0.4],
        [0, 1],
      ]),
    ).toThrow("effectiveInformation: row 0 adds up to 0.9, needs 1");
    const turned = [
      [0.9, 0.5],
      [0.1, 0.5],
    ];
    expect(() => effectiveInformation(turned)).toThrow("row 0 adds up to 1.4, needs 1: its columns do");
    expect(() => effectiveInformation([[2]])).toThrow("row 0 adds up to 2, needs 1: divide each row by its sum");
    expect(() => determinism([[1, 0]])).toThrow("determinism: row 0 has 2 entries, needs 1");
    expect(() =>
      degeneracy([
        [2, -1],
        [0, 1],
      ]),
    ).toThrow("degeneracy: probability -1 in row 0");
    expect(() => effectiveInformation([])).toThrow("matrix is empty");
  });
});

describe("coarseGrain", () => {
  it("leaves a system as it is where each state is its own group, and turns it into one state where all are one", () => {
    const tpm = randomTransitions(5, 3);
    expect(coarseGrain(tpm, [[0], [1], [2], [3], [4]])).toEqual(tpm);
    expect(coarseGrain(tpm, [[0, 1, 2, 3, 4]])[0]?.[0]).toBeCloseTo(1, 12);
  });

  it("throws where the macro state is not a function of the micro state", () => {
    expect(() =>
      coarseGrain(seven, [
        [0, 1, 2, 3, 4, 5, 6],
        [6, 7],
      ]),
    ).toThrow(/state 6 is in groups 0 and 1/);
    expect(() => coarseGrain(seven, [[0, 1, 2, 3, 4, 5, 6]])).toThrow("coarseGrain: state 7 is in no group");
    expect(() => coarseGrain(seven, [[0], []])).toThrow("coarseGrain: group 1 is empty");
    expect(() => coarseGrain(seven, [[0, 8]])).toThrow(
      "coarseGrain: group 0: state 8, needs a whole number from 0 to 7",
    );
  });
});

describe("bestCoarseGraining", () => {
  it("greedy never beats exhaustive, and neither is worse than the micro system", () => {
    for (let seed = 1; seed <= 8; seed++) {
      const tpm = randomTransitions(6, seed);
      const greedy = bestCoarseGraining(tpm, { search: "greedy" }).effectiveInformation;
      expect(bestCoarseGraining(tpm).effectiveInformation).toBeGreaterThan(greedy - 1e-11);
      expect(greedy).toBeGreaterThan(effectiveInformation(tpm) - 1e-11);
    }
  });

  it("greedy finds the published macro system of the AND network's 16 states, or one that tells more", () => {
    expect(bestCoarseGraining(andNetwork().tpm, { search: "greedy" }).effectiveInformation).toBeGreaterThan(1.551828);
  });

  it("keeps a permutation as it is: no gain", () => {
    const swap = [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ];
    expect(bestCoarseGraining(swap)).toMatchObject({ groups: [[0], [1], [2]], gain: 0 });
  });

  it("refuses a search that would not end", () => {
    expect(() => bestCoarseGraining(andNetwork().tpm, { search: "exhaustive" })).toThrow(
      /exhaustive search over 16 states/,
    );
    expect(() => bestCoarseGraining(seven, { search: "all" as "greedy" })).toThrow(/search "all", needs/);
  });
});

describe("networkEffectiveInformation", () => {
  const fixture = join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "dit.json");
  const karate: [number, number][] = JSON.parse(readFileSync(fixture, "utf8")).karate;

  it("karate club, edges unweighted: 2.3500950888734686", () => {
    const adjacency = Array.from({ length: 34 }, () => new Array<number>(34).fill(0));
    for (const [a, b] of karate) {
      (adjacency[a] as number[])[b] = 1;
      (adjacency[b] as number[])[a] = 1;
    }
    expect(karate.length).toBe(78);
    expect(networkEffectiveInformation(adjacency)).toBeCloseTo(2.3500950888734686, 12);
  });

  it("is 0 for a complete network with loops and for a star's rays that all lead to one node", () => {
    expect(
      networkEffectiveInformation([
        [1, 1],
        [1, 1],
      ]),
    ).toBeCloseTo(0, 12);
    expect(
      networkEffectiveInformation([
        [0, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
      ]),
    ).toBeCloseTo(0, 12);
  });

  it("throws on what is no network", () => {
    expect(() =>
      networkEffectiveInformation([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow("a network of 2 nodes without an edge");
    expect(() =>
      networkEffectiveInformation([
        [0, -1],
        [0, 0],
      ]),
    ).toThrow("row 0, weight -1");
    expect(() => networkEffectiveInformation([[0, 1]])).toThrow("row 0 has 2 entries, needs 1");
  });
});
