import { type SpatialGameOptions, spatialGame, spatialGameRun } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cooperators } from "../agreement";
import { writable } from "../writable";

/** One round by the letter of the rule, site by site. */
function slowly(sites: readonly number[], size: number, b: number): number[] {
  const nine = (i: number) =>
    [-1, 0, 1].flatMap((dy) =>
      [-1, 0, 1].map((dx) => ((Math.floor(i / size) + dy + size) % size) * size + (((i % size) + dx + size) % size)),
    );
  const payoff = sites.map((own, i) => (own ? 1 : b) * nine(i).reduce((sum, j) => sum + (sites[j] as number), 0));
  return sites.map((own, i) => {
    const best = Math.max(...nine(i).map((j) => payoff[j] as number));
    const kinds = new Set(
      nine(i)
        .filter((j) => payoff[j] === best)
        .map((j) => sites[j]),
    );
    return kinds.has(own) ? own : ([...kinds][0] as number);
  });
}
/** A game with the given sites cooperating, all others not (or the reverse). */
const drawn = (size: number, temptation: number, cells: readonly number[], kind: 0 | 1) => {
  const game = spatialGame({ size, temptation, cooperators: 1 - kind, seed: 1 });
  for (const cell of cells) writable(game.sites)[cell] = kind;
  return game;
};
const count = (game: { share: number; size: number }) => Math.round(game.share * game.size ** 2);

describe("spatialGame", () => {
  it("plays as the rule says, written down site by site, ties included", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 12 }),
        fc.constantFrom(0.7, 1, 1.125, 1.2, 1.5, 1.75, 1.9, 2, 2.3),
        fc.integer({ min: 0, max: 100 }),
        fc.integer(),
        (size, temptation, percent, seed) => {
          const game = spatialGame({ size, temptation, cooperators: percent / 100, seed: seed | 0 });
          for (let round = 0; round < 3; round++) {
            const before = [...game.sites];
            const wanted = slowly(before, size, temptation);
            game.step();
            expect([...game.sites]).toEqual(wanted);
            expect(game.changed).toBeCloseTo(wanted.filter((one, i) => one !== before[i]).length / size ** 2, 14);
          }
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it("has the thresholds that the payoffs give: a defector at 9/8, corners of defectors at 9/5, four cooperators at 2", () => {
    const defector = (b: number) => spatialGame({ size: 21, temptation: b, start: "defector", seed: 1 });
    for (const [b, after] of [
      [1.12, 1],
      [1.13, 9],
    ] as const) {
      const game = defector(b);
      game.step();
      expect(441 - count(game)).toBe(after);
    }
    const corners = (b: number) => {
      const game = defector(b);
      game.step(2);
      return 441 - count(game);
    };
    expect(corners(1.79)).toBe(9);
    expect(corners(1.59)).toBeLessThan(9);
    expect(corners(1.81)).toBeGreaterThan(9);
    const block = [220, 221, 241, 242];
    const four = (b: number) => {
      const game = drawn(21, b, block, 1);
      game.step();
      return count(game);
    };
    expect(four(1.99)).toBe(16);
    expect(four(2.01)).toBe(0);
  });

  it("keeps all eight symmetries of one defector in the middle, for ever changing", () => {
    const size = 69;
    const game = spatialGame({ size, temptation: 1.85, start: "defector", seed: 1 });
    for (let round = 0; round < 100; round++) {
      game.step();
      const at = (x: number, y: number) => game.sites[y * size + x];
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          if (at(x, y) !== at(y, x) || at(x, y) !== at(size - 1 - x, y))
            throw new Error(`round ${round}: (${x}, ${y})`);
        }
      }
      expect(game.changed).toBeGreaterThan(0);
    }
  });

  it("does not keep the symmetry where one site differs", () => {
    const game = spatialGame({ size: 69, temptation: 1.85, start: "defector", seed: 1 });
    writable(game.sites)[100] = 0;
    game.step(100);
    expect([...game.sites]).not.toEqual([...game.sites].reverse());
  });

  it("tends to the same share from two unlike starts between 9/5 and 2, near Nowak and May's .318", () => {
    const [a, b] = cooperators();
    const both = Math.hypot(a?.standardError as number, b?.standardError as number);
    expect(both).toBeLessThan(0.002);
    expect(Math.abs((a?.mean as number) - (b?.mean as number))).toBeLessThan(3 * both);
    expect(Math.abs((a?.mean as number) - 0.318)).toBeLessThan(0.005);
    expect(spatialGameRun({ size: 60, temptation: 2.05, steps: 100, seed: 1 }).share.mean).toBeLessThan(0.1);
    expect(spatialGameRun({ size: 60, temptation: 1.75, steps: 100, seed: 1 }).share.mean).toBeGreaterThan(0.6);
  });

  it("is the same for the same seed, and says what is wrong", () => {
    const [a, b] = [1, 1].map((seed) => spatialGame({ size: 20, temptation: 1.9, seed }));
    a?.step(20);
    b?.step(20);
    expect(a?.sites).toEqual(b?.sites);
    const bad = (options: Partial<SpatialGameOptions>) => () => spatialGame({ temptation: 1.9, seed: 1, ...options });
    expect(bad({ size: 2 })).toThrow("spatialGame: size 2, needs a whole number from 3");
    expect(bad({ temptation: 0 })).toThrow("spatialGame: temptation 0, needs a finite number above 0");
    expect(bad({ cooperators: 1.5 })).toThrow("spatialGame: cooperators 1.5");
    expect(bad({ start: "other" as "random" })).toThrow('spatialGame: start "other", needs one of random, defector');
    expect(bad({ size: 10, start: "defector" })).toThrow("needs an odd number");
    expect(() => spatialGameRun({ temptation: 1.9, steps: 1, seed: 1 })).toThrow("spatialGameRun: steps 1");
  });
});
