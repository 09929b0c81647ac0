import { giantComponent, randomGraphRun } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { farthest, off, together } from "../../chance";

describe("randomGraphRun", () => {
  it("has the giant component of theory within 3 standard errors, those below .001", () => {
    for (const meanDegree of [1.5, 2]) {
      const { largestShare } = randomGraphRun({ nodes: 20_000, meanDegree, replicates: 100, seed: 11 });
      expect(largestShare.standardError).toBeLessThan(0.001);
      expect(Math.abs(largestShare.mean - giantComponent(meanDegree))).toBeLessThan(3 * largestShare.standardError);
    }
  });

  it("agrees with all 64 graphs of four nodes", () => {
    const edges = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ] as const;
    const p = 0.4;
    let [largest, second, squares] = [0, 0, 0];
    for (let graph = 0; graph < 64; graph++) {
      const there = edges.filter((_, e) => (graph >> e) & 1);
      const group = [0, 1, 2, 3];
      for (const [a, b] of there) {
        const [from, to] = [group[b], group[a] as number];
        for (let i = 0; i < 4; i++) if (group[i] === from) group[i] = to;
      }
      const sizes = [0, 1, 2, 3].map((label) => group.filter((g) => g === label).length).sort((a, b) => b - a);
      const [first = 0, next = 0] = sizes;
      const chance = p ** there.length * (1 - p) ** (6 - there.length);
      largest += (chance * first) / 4;
      second += (chance * next) / 4;
      squares += (chance * (sizes.reduce((sum, size) => sum + size ** 2, 0) - first ** 2)) / 4;
    }
    const runs = [3, 4, 5].map((seed) => randomGraphRun({ nodes: 4, meanDegree: 3 * p, replicates: 20_000, seed }));
    for (const [measured, exact] of [
      [runs.map((run) => run.largestShare), largest],
      [runs.map((run) => run.secondShare), second],
      [runs.map((run) => run.meanComponentSize), squares],
      [runs.map((run) => run.degree), 3 * p],
    ] as const) {
      const all = together(measured);
      expect(off(all, exact)).toBeLessThan(farthest(4));
      expect(all.standardError).toBeLessThan(0.01);
    }
  });

  it("has components of mean size 1 / (1 - c) below the transition", () => {
    const { meanComponentSize } = randomGraphRun({ nodes: 50_000, meanDegree: 0.5, replicates: 40, seed: 1 });
    expect(Math.abs(meanComponentSize.mean - 2)).toBeLessThan(3 * meanComponentSize.standardError + 0.02); // the largest is left out
    expect(meanComponentSize.standardError).toBeLessThan(0.01);
  });

  it("has no edge at degree 0, all at degree n - 1", () => {
    expect(randomGraphRun({ nodes: 9, meanDegree: 0, replicates: 2, seed: 1 }).largestShare.mean).toBeCloseTo(
      1 / 9,
      12,
    );
    expect(randomGraphRun({ nodes: 9, meanDegree: 8, replicates: 2, seed: 1 }).degree.mean).toBe(8);
  });

  it("says what it needs", () => {
    const good = { nodes: 10, meanDegree: 2, replicates: 5, seed: 1 };
    expect(() => randomGraphRun({ ...good, nodes: 1 })).toThrow("randomGraphRun: nodes 1, needs a whole number from 2");
    expect(() => randomGraphRun({ ...good, meanDegree: 9.5 })).toThrow(
      "meanDegree 9.5, needs at most nodes - 1, here 9",
    );
    expect(() => randomGraphRun({ ...good, meanDegree: -1 })).toThrow(
      "randomGraphRun: meanDegree -1, needs a finite number from 0",
    );
    expect(() => randomGraphRun({ ...good, replicates: 1 })).toThrow("randomGraphRun: replicates 1");
  });
});
