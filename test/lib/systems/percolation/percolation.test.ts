import { percolation } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clustersOf } from "./clustersOf";

const kinds = ["site", "bond"] as const;

describe("percolation", () => {
  it("knows largest cluster, squares and wrapping as a walk over the lattice does, at every number of occupied sites or bonds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 7 }), fc.integer(), fc.constantFrom(...kinds), (size, seed, kind) => {
        const lattice = percolation({ size, seed, kind });
        for (let n = 0; n <= lattice.total; n++) {
          const walked = clustersOf(lattice.occupied, size, kind);
          const [largest = 0, ...others] = walked.sizes.sort((a, b) => b - a);
          const sites = kind === "site" ? n : size * size;
          expect(lattice.count).toBe(n);
          expect(lattice.wraps).toBe(walked.wraps);
          expect(lattice.largestShare).toBe(largest / size ** 2);
          expect(lattice.meanClusterSize).toBe(sites === 0 ? 0 : others.reduce((sum, s) => sum + s * s, 0) / sites);
          lattice.step();
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("ranks clusters by size, each site of a cluster alike", () => {
    const lattice = percolation({ size: 12, seed: 4 });
    lattice.step(60);
    const { ranks, occupied } = lattice;
    const sizes = new Map<number, number>();
    for (const [site, rank] of ranks.entries()) {
      expect(rank > 0).toBe(occupied[site] === 1);
      if (rank > 0) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
    }
    const ordered = [...sizes].sort(([a], [b]) => a - b).map(([, size]) => size);
    expect(ordered).toEqual(clustersOf(occupied, 12, "site").sizes.sort((a, b) => b - a));
    expect(ordered[0]).toBe(lattice.largestShare * 144);
  });

  it("goes from empty to full, whatever the steps, and stops there", () => {
    const [one, other] = [percolation({ size: 5, seed: 9 }), percolation({ size: 5, seed: 9 })];
    one.step(7);
    for (let i = 0; i < 7; i++) other.step();
    expect(other.occupied).toEqual(one.occupied);
    one.step(100);
    expect([one.count, one.largestShare, one.wraps, one.meanClusterSize]).toEqual([25, 1, true, 0]);
  });

  it("says what it needs", () => {
    expect(() => percolation({ size: 2, seed: 1 })).toThrow("percolation: size 2, needs a whole number from 3");
    expect(() => percolation({ size: 3, seed: 1, kind: "edge" as "bond" })).toThrow(
      'kind "edge", needs one of site, bond',
    );
    expect(() => percolation({ size: 3, seed: 0.5 })).toThrow("percolation: seed 0.5");
    expect(() => percolation({ size: 3, seed: 1 }).step(-1)).toThrow(
      "percolation: step -1, needs a whole number from 0",
    );
  });
});
