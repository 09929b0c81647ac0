import { antTrails } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const map = ["............", "N..........F", "..########..", "..########..", "..########..", "............"];
const wall = [
  "............",
  "............",
  "..########..",
  "N.########.F",
  "..########..",
  "............",
  "............",
  "............",
];
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
/** Colonies of 20 whose best way home in the last round is a shortest one. */
const found = (options: { map: readonly string[]; ants?: number; n?: number }) =>
  seeds.filter((seed) => {
    const colony = antTrails({ ...options, seed });
    colony.step(150);
    return colony.path.length - 1 === colony.shortest;
  }).length;

describe("antTrails", () => {
  it("knows the shortest way of a drawn map", () => {
    expect(antTrails({ map, seed: 1 }).shortest).toBe(11);
    expect(antTrails({ map: wall, seed: 1 }).shortest).toBe(15);
    expect(antTrails({ map: ["N#F", ".#.", "..."], seed: 1 }).shortest).toBe(6);
  });

  it("finds it with many ants that heed the trail, seldom with few, never without a trail", () => {
    for (const drawn of [map, wall]) {
      expect(found({ map: drawn, ants: 40 })).toBeGreaterThanOrEqual(18);
      expect(found({ map: drawn, ants: 3 })).toBeLessThanOrEqual(12);
    }
    const blind = antTrails({ map: wall, n: 0, seed: 1 });
    blind.step(150);
    expect(blind.meanLength).toBeGreaterThan(1.3 * blind.shortest);
  });

  it("walks over open cells from nest to food, each beside the one before, none twice", () => {
    const colony = antTrails({ map: wall, ants: 3, seed: 7 });
    for (let round = 0; round < 20; round++) {
      colony.step();
      const { path, columns } = colony;
      expect(path[0]).toBe(3 * columns);
      expect(path.at(-1)).toBe(4 * columns - 1);
      expect(new Set(path).size).toBe(path.length);
      for (const [i, cell] of path.entries()) {
        expect(wall.join("")[cell]).not.toBe("#");
        const [a, b] = [cell, path[i + 1] ?? cell];
        expect([0, 1, columns]).toContain(Math.abs(a - b));
      }
      for (const length of colony.lengths) expect(length % 2).toBe(colony.shortest % 2); // a lattice has two colors
    }
  });

  it("keeps a balance of pheromone: each ant brings the shortest length, a tenth of all goes", () => {
    const colony = antTrails({ map, ants: 8, seed: 3 });
    let wanted = 0;
    for (let round = 0; round < 30; round++) {
      colony.step();
      wanted = wanted * 0.9 + 8 * colony.shortest;
      expect(colony.pheromone.reduce((sum, one) => sum + one, 0)).toBeCloseTo(wanted, 8);
    }
  });

  it("gives a blind walk on a ladder of six cells its exact chance of the short way, loops taken out: 2/3", () => {
    // Half go right to F at once. Of those that go down, a third come round to N and step to F from there: with c the chance of it where a walk enters
    // the middle left cell from below or from the right, c = 1/2 + c/4; half of that where it enters the middle right one; so 1/2 + 1/2 * 1/3.
    const colony = antTrails({ map: ["NF", "..", ".."], n: 0, ants: 4000, seed: 2 });
    colony.step();
    const short = colony.lengths.filter((length) => length === 1).length;
    expect(Math.abs(short - (4000 * 2) / 3)).toBeLessThan(3 * Math.sqrt((4000 * 2) / 9));
  });

  it("is the same for the same seed, and says what is wrong", () => {
    const [a, b] = [antTrails({ map, seed: 5 }), antTrails({ map, seed: 5 })];
    a.step(10);
    for (let i = 0; i < 10; i++) b.step();
    expect([...a.pheromone]).toEqual([...b.pheromone]);
    expect(antTrails({ map, seed: 1 }).meanLength).toBeNaN();
    expect(() => antTrails({ map: [], seed: 1 })).toThrow("antTrails: an empty map");
    expect(() => antTrails({ map: ["N.F", "."], seed: 1 })).toThrow("row 1 of the map has 1 cells, needs 3");
    expect(() => antTrails({ map: ["NxF"], seed: 1 })).toThrow('antTrails: "x" in the map');
    expect(() => antTrails({ map: ["N.N"], seed: 1 })).toThrow("2 N in the map, needs 1");
    expect(() => antTrails({ map: ["N#F"], seed: 1 })).toThrow("no path from N to F");
    expect(() => antTrails({ map, evaporation: 1.5, seed: 1 })).toThrow("antTrails: evaporation 1.5");
  });
});
