import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  coarseGrain,
  computationalClosure,
  informationalClosure,
  stationaryDistribution,
} from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { chainSpecimens, ehrenfestUrn, glauberChain } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

interface Fixture {
  readonly chains: readonly {
    readonly weights: number[][];
    readonly groups: number[][];
    readonly lumpable: boolean;
    readonly uniform: number;
    readonly stationary: number;
  }[];
  readonly computational: readonly { tpm: number[][]; groups: number[][]; closed: boolean; spread: number }[];
}
// In numpy and in exact fractions: test/fixtures/measures/chain_values.py.
const fixture: Fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "chains.json"), "utf8"),
);
const tpmOf = (weights: readonly number[][]) => weights.map((row) => row.map((weight) => weight / 24));
const inputs = ["uniform", "stationary"] as const;

const { tpm: even, groups: tail } = chainSpecimens.evenProcess;
const { tpm: weak } = chainSpecimens.weaklyLumpable;

describe("informational closure", () => {
  it("agrees with entropies in numpy on 60 chains to 1e-12, and is 0 exactly for those that are lumpable in fractions", () => {
    for (const { weights, groups, lumpable, ...values } of fixture.chains) {
      for (const name of inputs) {
        const found = informationalClosure(tpmOf(weights), groups, { inputs: name });
        expect(Math.abs(found - values[name])).toBeLessThan(1e-12);
        expect(found === 0).toBe(lumpable);
        expect(found > 1e-6).toBe(!lumpable);
        const nats = informationalClosure(tpmOf(weights), groups, { inputs: name, unit: "nats" });
        expect(nats).toBeCloseTo(found * Math.LN2, 14);
      }
    }
  });

  it("Ehrenfest's urns by count and Curie and Weiss's magnet by magnetization are closed, at any temperature and field", () => {
    const urns = [1, 2, 5, 9].map((balls) => ehrenfestUrn({ balls }));
    const magnets = [0.3, 1, 4].map((temperature) =>
      glauberChain({ spins: 9, coupling: "all", temperature, field: temperature / 5 }),
    );
    for (const { tpm, groups } of [...urns, ...magnets]) expect(informationalClosure(tpm, groups)).toBe(0);
    for (const { tpm, groups } of [urns[3], magnets[1]] as typeof urns)
      expect(informationalClosure(tpm, groups, { inputs: "stationary" })).toBe(0);
  });

  it("nearest neighbors make the magnetization open on ring and torus of 9 spins, but not on a ring of 3", () => {
    for (const coupling of ["ring", "torus"] as const) {
      for (const temperature of [1, 2.5, 8]) {
        const { tpm, groups } = glauberChain({ spins: 9, coupling, temperature });
        expect(informationalClosure(tpm, groups)).toBeGreaterThan(1e-4);
      }
    }
    const atTwoAndAHalf = (["ring", "torus"] as const).map((coupling) => {
      const { tpm, groups } = glauberChain({ spins: 9, coupling, temperature: 2.5 });
      return informationalClosure(tpm, groups).toFixed(6);
    });
    expect(atTwoAndAHalf).toEqual(["0.027315", "0.027052"]);
    const { tpm, groups } = glauberChain({ spins: 3, coupling: "ring", temperature: 1 });
    expect(informationalClosure(tpm, groups)).toBe(0);
  });

  it("a wrong grouping of two urns with two balls, none or some in urn 1, misses (3 / 4) (H(1 / 3) - 2 / 3) bits", () => {
    const { tpm } = ehrenfestUrn({ balls: 2 });
    const h = -(Math.log2(1 / 3) + 2 * Math.log2(2 / 3)) / 3;
    expect(Math.abs(informationalClosure(tpm, [[0], [1, 2, 3]]) - 0.75 * (h - 2 / 3))).toBeLessThan(1e-14);
  });

  it("closed form: two states of one group, one of which stays and one of which leaves, miss one bit", () => {
    const tpm = [
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ];
    expect(informationalClosure(tpm, [[0, 1], [2]])).toBeCloseTo(2 / 3, 14);
  });

  const rows = fc.integer({ min: 2, max: 6 }).chain((n) =>
    fc.tuple(
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }),
      fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }),
    ),
  );
  const asChain = (weights: readonly number[][]) =>
    weights.map((row, i) => {
      const full = row.map((weight, j) => weight + Number(i === j));
      return full.map((weight) => weight / full.reduce((sum, value) => sum + value, 0));
    });
  const asGroups = (of: readonly number[]) =>
    [0, 1, 2].map((g) => of.flatMap((own, s) => (own === g ? [s] : []))).filter((group) => group.length > 0);

  it("is at least 0, at most H(Z'), 0 for the micro states and for a single group, and the same for states in another order", () => {
    fc.assert(
      fc.property(rows, ([weights, of, order]) => {
        const [tpm, groups] = [asChain(weights), asGroups(of)];
        const found = informationalClosure(tpm, groups);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(Math.log2(groups.length) + 1e-12);
        expect(
          informationalClosure(
            tpm,
            [...tpm.keys()].map((s) => [s]),
          ),
        ).toBe(0);
        expect(informationalClosure(tpm, [[...tpm.keys()]])).toBe(0);
        const moved = order.map((from) => order.map((to) => tpm[from]?.[to] as number));
        const movedGroups = groups.map((group) => group.map((s) => order.indexOf(s)).reverse()).reverse();
        expect(Math.abs(informationalClosure(moved, movedGroups) - found)).toBeLessThan(1e-14);
      }),
    );
  });

  it("is 0 for permutations of the states within the groups of a lumpable chain", () => {
    const { tpm, groups } = ehrenfestUrn({ balls: 4 });
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        // Another permutation of the targets within each group, row by row.
        const source = random(seed);
        const mixed = tpm.map((row) => {
          const own = new Float64Array(row.length);
          for (const group of groups) {
            const shuffled = source.shuffle(group);
            for (const [i, s] of group.entries()) own[shuffled[i] as number] = row[s] as number;
          }
          return own;
        });
        expect(informationalClosure(mixed, groups)).toBe(0);
      }),
    );
  });

  it("throws on bad input", () => {
    expect(() => informationalClosure(even, [[0], [1]])).toThrow(
      "informationalClosure: state 2 is in no group, needs one",
    );
    expect(() =>
      informationalClosure(even, [
        [0, 1],
        [1, 2],
      ]),
    ).toThrow("state 1 is in groups 0 and 1");
    expect(() => informationalClosure(even, tail, { inputs: "even" as "uniform" })).toThrow(
      "needs one of uniform, stationary",
    );
    const two = [
      [1, 0],
      [0, 1],
    ];
    expect(() => informationalClosure(two, [[0], [1]], { inputs: "stationary" })).toThrow(
      "the states form 2 classes that are never left (0 | 1), each with a stationary distribution of its own, needs one class",
    );
  });
});

describe("stationary distribution", () => {
  it("is kept by the chain, and leaves transient states empty", () => {
    const p = stationaryDistribution([
      [0, 0.5, 0.5],
      [0, 0.25, 0.75],
      [0, 0.5, 0.5],
    ]);
    expect(p[0]).toBe(0);
    expect(p[1]).toBeCloseTo(0.4, 14);
    for (const { weights } of fixture.chains) {
      const tpm = tpmOf(weights);
      const shares = stationaryDistribution(tpm);
      for (const [j, share] of shares.entries())
        expect(tpm.reduce((sum, row, i) => sum + (shares[i] as number) * (row[j] as number), 0)).toBeCloseTo(share, 14);
    }
  });
});

describe("computational closure", () => {
  it("decides as an observer does who follows the macro symbols, on 40 small chains", () => {
    const verdicts = fixture.computational.map(({ tpm, groups, closed }) => {
      const found = computationalClosure(tpm, groups);
      expect(found.closed, JSON.stringify({ tpm, groups })).toBe(closed);
      expect(found.mismatch < 1e-9).toBe(closed);
      return closed;
    });
    expect(verdicts.filter(Boolean).length).toBeGreaterThan(10);
    expect(verdicts.filter((closed) => !closed).length).toBeGreaterThan(10);
  });

  it("the even process has the known machine, and is closed though its symbols are no Markov chain", () => {
    const { closed, microStates, macroStates, machine } = computationalClosure(even, tail);
    expect(closed).toBe(true);
    expect(microStates).toEqual([[0, 2], [1]]);
    expect(macroStates).toEqual([[0, 2], [1]]);
    expect(machine.statisticalComplexity).toBeCloseTo(0.918296, 6);
    expect(machine.entropyRate).toBeCloseTo(2 / 3, 12);
    // Stationary 1/3 each; in group 1 the next symbol is certain in one state and a coin in the other.
    const exact = (2 / 3) * (-0.25 * Math.log2(0.25) - 0.75 * Math.log2(0.75) - 0.5);
    expect(informationalClosure(even, tail, { inputs: "stationary" })).toBeCloseTo(exact, 14);
  });

  it("a weakly lumpable chain is closed though not informationally; the other grouping is not", () => {
    expect(computationalClosure(weak, tail).closed).toBe(true);
    expect(informationalClosure(weak, tail, { inputs: "stationary" })).toBeGreaterThan(0.1);
    expect(computationalClosure(weak, [[0, 1], [2]]).closed).toBe(false);
  });

  it("each lumpable chain is closed, and its machine is that of the coarse-grained chain", () => {
    for (const { weights, groups, lumpable } of fixture.chains) {
      if (!lumpable) continue;
      const tpm = tpmOf(weights);
      const { closed, machine } = computationalClosure(tpm, groups);
      expect(closed).toBe(true);
      const macro = coarseGrain(tpm, groups);
      const own = computationalClosure(
        macro,
        [...macro.keys()].map((z) => [z]),
      ).machine;
      expect(machine.entropyRate).toBeCloseTo(own.entropyRate, 12);
      expect(machine.statisticalComplexity).toBeCloseTo(own.statisticalComplexity, 12);
    }
  });

  it("a lumpable chain run backwards is lumpable for its stationary start, so closed, though in general not informationally", () => {
    const open = fixture.chains
      .filter(({ lumpable }) => lumpable)
      .map(({ weights, groups }) => {
        const tpm = tpmOf(weights);
        const shares = stationaryDistribution(tpm);
        const back = tpm.map((_, i) => {
          const row = tpm.map((from, j) => ((shares[j] as number) * (from[i] as number)) / (shares[i] as number));
          const sum = row.reduce((total, chance) => total + chance, 0);
          return row.map((chance) => chance / sum);
        });
        const { closed, microStates } = computationalClosure(back, groups);
        // States of equal rows in two groups are one causal state, of which the macro state is no function.
        const within = microStates.every((set) => groups.some((group) => set.every((s) => group.includes(s))));
        if (!within) return 0;
        expect(closed).toBe(true);
        return informationalClosure(back, groups, { inputs: "stationary" });
      });
    expect(open.filter((value) => value > 1e-3).length).toBeGreaterThan(10);
  });

  it("micro states themselves, and one group, are always closed", () => {
    for (const { weights } of fixture.chains) {
      const tpm = tpmOf(weights);
      expect(
        computationalClosure(
          tpm,
          [...tpm.keys()].map((s) => [s]),
        ).closed,
      ).toBe(true);
      const { closed, macroStates, machine } = computationalClosure(tpm, [[...tpm.keys()]]);
      expect([closed, macroStates.length, machine.statisticalComplexity]).toEqual([true, 1, 0]);
    }
  });

  it("magnets of 512 states: closed with all spins coupled, 10 causal states; not on ring and torus", () => {
    const verdict = (coupling: "all" | "ring" | "torus") => {
      const { tpm, groups } = glauberChain({ spins: 9, coupling, temperature: 2 });
      return computationalClosure(tpm, groups);
    };
    expect(verdict("all").closed).toBe(true);
    expect(verdict("all").macroStates.length).toBe(10);
    expect(verdict("ring").closed).toBe(false);
    expect(verdict("torus").closed).toBe(false);
  });

  it("throws on bad input", () => {
    expect(() =>
      computationalClosure(
        [
          [1, 0],
          [0, 1],
        ],
        [[0], [1]],
      ),
    ).toThrow("computationalClosure: the states form 2 classes");
    expect(() => computationalClosure(even, [[0]])).toThrow("computationalClosure: state 1 is in no group");
  });
});
