import { type TermitesOptions, termites, termitesRun } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writable } from "../writable";

describe("termites", () => {
  it("neither make nor lose a chip, and no cell holds two", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 20 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer(),
        (size, percent, seed) => {
          const colony = termites({ size, density: percent / 100, termites: 15, away: 3, seed: seed | 0 });
          const { total } = colony;
          colony.step(200);
          const carried = colony.carrying.reduce((sum, one) => sum + one, 0);
          const lying = colony.chips.reduce((sum, one) => sum + one, 0);
          return lying + carried === total && colony.total === total && colony.chips.every((one) => one <= 1);
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  it("count piles as groups that touch, over the edges of the torus, as counted by hand", () => {
    const colony = termites({ size: 5, density: 0, termites: 1, seed: 1 });
    expect([colony.piles, colony.largest, colony.largestShare]).toEqual([0, 0, 0]);
    for (const cell of [0, 4, 20, 12, 18]) writable(colony.chips)[cell] = 1; // a corner with two cells across the edges; two that touch at a corner
    expect([colony.piles, colony.largest, colony.largestShare]).toEqual([2, 3, 0.6]);
    writable(colony.chips)[24] = 1; // touches both
    expect([colony.piles, colony.largest, colony.largestShare]).toEqual([1, 6, 1]);
    writable(colony.chips).fill(0);
    for (const cell of [0, 2, 10]) writable(colony.chips)[cell] = 1; // two apart each
    expect(colony.piles).toBe(3);
  });

  it("walk to neighbors only, a cell a step", () => {
    const size = 9;
    const colony = termites({ size, termites: 30, seed: 3 });
    for (let step = 0; step < 100; step++) {
      const before = colony.positions.slice();
      colony.step();
      for (const [i, to] of colony.positions.entries()) {
        const from = before[i] as number;
        const gap = (a: number, b: number) => Math.min((a - b + size) % size, (b - a + size) % size);
        const far = [gap(from % size, to % size), gap(Math.floor(from / size), Math.floor(to / size))];
        expect(Math.max(...far)).toBe(1);
      }
    }
  });

  it("visit all cells equally often where nothing lies: a walk without a preferred direction", () => {
    const size = 8;
    const colony = termites({ size, density: 0, termites: 200, seed: 2 });
    const visits = new Float64Array(size * size);
    for (let round = 0; round < 200; round++) {
      colony.step(40);
      for (const cell of colony.positions) visits[cell] = (visits[cell] as number) + 1;
    }
    const mean = (200 * 200) / size ** 2;
    const chi = visits.reduce((sum, one) => sum + (one - mean) ** 2 / mean, 0);
    expect(chi).toBeLessThan(63 + 4 * Math.sqrt(2 * 63));
  });

  it("leave fewer piles and a larger largest, far beyond the errors", () => {
    const run = termitesRun({ size: 40, termites: 60, steps: 6000, replicates: 6, seed: 4 });
    const gap = run.pilesBefore.mean - run.piles.mean;
    expect(gap).toBeGreaterThan(10 * Math.hypot(run.piles.standardError, run.pilesBefore.standardError));
    expect(run.largestShare.mean - 5 * run.largestShare.standardError).toBeGreaterThan(run.largestShareBefore.mean);
    expect(run.piles.mean).toBeLessThan(0.2 * run.pilesBefore.mean);
  });

  it("drift nowhere: the mean step of many, over the edges, is 0 in both directions", () => {
    const [size, count] = [50, 2000];
    const colony = termites({ size, density: 0, termites: count, seed: 7 });
    const drift = [0, 0];
    for (let step = 0; step < 400; step++) {
      const before = colony.positions.slice();
      colony.step();
      for (const [i, to] of colony.positions.entries()) {
        const from = before[i] as number;
        const by = (a: number, b: number) => ((a - b + size + 1) % size) - 1;
        drift[0] = (drift[0] as number) + by(to % size, from % size);
        drift[1] = (drift[1] as number) + by(Math.floor(to / size), Math.floor(from / size));
      }
    }
    // A heading turns by an eighth, half of the time: its correlation falls by (1 + cos 45) / 2 a step, a step's squared length along one axis is 3/4 on average.
    const fall = (1 + Math.SQRT1_2) / 2;
    const deviation = Math.sqrt(0.75 * count * 400 * ((1 + fall) / (1 - fall)));
    expect(Math.abs(drift[0] as number)).toBeLessThan(3 * deviation);
    expect(Math.abs(drift[1] as number)).toBeLessThan(3 * deviation);
  });

  it("leave a chip only where they met another, so that a single chip is carried about for ever", () => {
    const colony = termites({ size: 12, density: 0, termites: 1, seed: 6 });
    writable(colony.chips)[70] = 1;
    colony.step(20_000);
    expect([colony.total, colony.carrying[0], colony.piles]).toEqual([1, 1, 0]);
    writable(colony.chips)[70] = 1;
    colony.step(20_000);
    expect(colony.total).toBe(2);
  });

  it("are the same for the same seed, and say what is wrong", () => {
    const [a, b] = [termites({ size: 20, seed: 1 }), termites({ size: 20, seed: 1 })];
    a.step(300);
    for (let i = 0; i < 300; i++) b.step();
    expect([...a.chips, ...a.positions]).toEqual([...b.chips, ...b.positions]);
    const bad = (options: Partial<TermitesOptions>) => () => termites({ seed: 1, ...options });
    expect(bad({ size: 2 })).toThrow("termites: size 2");
    expect(bad({ density: 1 })).toThrow("termites: density 1, needs a number below 1");
    expect(bad({ termites: 0 })).toThrow("termites: termites 0");
    expect(bad({ away: -1 })).toThrow("termites: away -1");
    expect(() => termitesRun({ replicates: 1, seed: 1 })).toThrow("termitesRun: replicates 1");
  });
});
