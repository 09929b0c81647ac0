import type { ReadonlyTyped } from "@emergence/lib/core";
import { type IsingOptions, ising } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ways: Partial<IsingOptions>[] = [{ layout: "packed" }, { layout: "plain" }, { algorithm: "wolff" }];

/** Energy and magnetization read off the spins, by the definition. */
function readOff(spins: ReadonlyTyped<Int8Array>, size: number, field = 0) {
  let [energy, sum] = [0, 0];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const spin = (dx: number, dy: number) => spins[((y + dy) % size) * size + ((x + dx) % size)] as number;
      energy -= spin(0, 0) * (spin(1, 0) + spin(0, 1) + field);
      sum += spin(0, 0);
    }
  }
  return { energy: energy / size ** 2, magnetization: sum / size ** 2 };
}

describe("ising", () => {
  it("has spins of 1 and -1, and the energy and magnetization that they have, whatever the way, size and time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ways),
        fc.constantFrom(4, 6, 30, 62, 64, 66, 100, 128, 130),
        fc.double({ min: 0.5, max: 10, noNaN: true }),
        fc.integer(),
        fc.constantFrom("up" as const, "random" as const),
        (way, size, temperature, seed, start) => {
          const model = ising({ size, temperature, seed: seed | 0, start, ...way });
          for (const count of [0, 1, 2]) {
            model.sweep(count);
            const { spins } = model;
            expect(spins.every((spin) => spin === 1 || spin === -1)).toBe(true);
            const read = readOff(spins, size);
            expect(model.energy).toBeCloseTo(read.energy, 12);
            expect(model.magnetization).toBeCloseTo(read.magnetization, 12);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(ways)("goes on from the spins of another lattice, and leaves those alone: %o", (way) => {
    const before = ising({ size: 8, temperature: 3, seed: 1, start: "random" });
    const spins = before.spins;
    const copy = spins.slice();
    const after = ising({ size: 8, temperature: 1, seed: 2, start: spins, ...way });
    expect(after.spins).toEqual(copy);
    expect([after.energy, after.magnetization]).toEqual([before.energy, before.magnetization]);
    after.sweep(5);
    expect(spins).toEqual(copy);
    expect(after.spins).not.toEqual(copy);
  });

  it("repeats with its seed, step by step or at once, and differs with another", () => {
    for (const way of ways) {
      const make = (seed: number) => ising({ size: 16, temperature: 2.3, seed, start: "random", ...way });
      const [one, two, other] = [make(7), make(7), make(8)];
      one.sweep(6);
      for (let i = 0; i < 6; i++) two.step();
      other.sweep(6);
      expect(two.spins).toEqual(one.spins);
      expect(other.spins).not.toEqual(one.spins);
    }
  });

  it("gives one array of spins, brought up to date when read, and copies that stay", () => {
    for (const way of [{}, { algorithm: "wolff" as const }, { layout: "plain" as const }]) {
      const model = ising({ size: 4, temperature: 9, seed: 1, ...way });
      const [before, { spins }] = [model.copy(), model];
      expect(spins).toEqual(before);
      model.sweep(3);
      expect(model.spins).toBe(spins);
      expect(spins).toEqual(model.copy());
      expect(before).toEqual(new Int8Array(16).fill(1));
      model.copy().fill(-1);
      expect(model.spins).toEqual(model.copy());
    }
  });

  it("flips a spin of an ordered lattice with chance exp(-8 / T) in its try, packed", () => {
    let flips = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const model = ising({ size: 64, temperature: 1, seed, layout: "packed" });
      model.sweep();
      flips += (1 - model.magnetization) * 2048;
    }
    // Half of one row of 64 in each color sits out, 1 spin in 128.
    const expected = 400 * 4096 * Math.exp(-8) * (127 / 128);
    // A flip of the first color makes its neighbors likelier to follow, by 4 exp(-4) in all.
    expect(flips).toBeGreaterThan(expected - 4 * Math.sqrt(expected));
    expect(flips).toBeLessThan(expected * (1 + 4 * Math.exp(-4)) + 4 * Math.sqrt(expected));
  });

  it("reaches every state: 512 of 3 x 3 by random sites, 65,536 of 4 x 4 packed, of which 36 are out of reach without a pause", () => {
    const reached = (size: number, sweeps: number) => {
      const model = ising({ size, temperature: 100, seed: 1 });
      const seen = new Uint8Array(2 ** (size * size));
      for (let i = 0; i < sweeps; i++) {
        model.sweep();
        let state = 0;
        for (const spin of model.spins) state = 2 * state + (spin + 1) / 2;
        seen[state] = 1;
      }
      return seen.reduce((sum, one) => sum + one, 0);
    };
    expect(reached(3, 10_000)).toBe(512);
    expect(reached(4, 1_200_000)).toBe(65_536);
  });

  it("breaks the symmetry of up and down only with a field", () => {
    const model = ising({ size: 8, temperature: 2, seed: 1, field: -1 });
    let mean = 0;
    for (let sweep = 0; sweep < 200; sweep++) {
      model.sweep(1);
      mean += model.magnetization / 200;
    }
    expect(mean).toBeLessThan(-0.9);
    expect(model.energy).toBeCloseTo(readOff(model.spins, 8, -1).energy, 12);
  });

  it("flips about N spins a sweep with Wolff, from cold to hot: within a factor 2", () => {
    for (const temperature of [1, 2, 2.25, 2.27, 2.4, 3, 10]) {
      const model = ising({ size: 32, temperature, seed: 3, algorithm: "wolff" });
      model.sweep(100);
      // A cluster holds N m^2 spins on average, so that the mean of m^2 over sweeps tells how many flip with `clusters` of them.
      let changed = 0;
      for (let i = 0, before = model.copy(); i < 200; i++) {
        model.sweep();
        const now = model.copy();
        for (const [site, spin] of now.entries()) if (spin !== before[site]) changed++;
        before = now;
      }
      expect(changed / 200 / 1024).toBeGreaterThan(0.2);
      expect(changed / 200 / 1024).toBeLessThan(1.1);
    }
  });

  it("says what it cannot do", () => {
    const good = { size: 4, temperature: 1, seed: 1 };
    expect(() => ising({ ...good, size: 1 })).toThrow("ising: size 1, needs a whole number from 2");
    expect(() => ising({ ...good, temperature: 0 })).toThrow("ising: temperature 0, needs a finite number above 0");
    expect(() => ising({ ...good, seed: 0.5 })).toThrow("ising: seed 0.5");
    expect(() => ising({ ...good, field: Number.NaN })).toThrow("ising: field NaN");
    expect(() => ising({ ...good, start: "down" as "up" })).toThrow(
      'ising: start "down", needs "up", "random" or 16 spins',
    );
    expect(() => ising({ ...good, start: [1, -1] })).toThrow("ising: start of 2 spins, needs 16");
    expect(() => ising({ ...good, start: new Int8Array(16) })).toThrow("ising: start has 0 at 0, needs 1 or -1");
    expect(() => ising({ ...good, algorithm: "glauber" as "wolff" })).toThrow('ising: algorithm "glauber"');
    expect(() => ising({ ...good, layout: "loose" as "plain" })).toThrow('ising: layout "loose"');
    expect(() => ising({ ...good, size: 5, layout: "packed" })).toThrow("needs an even size from 4 and no field");
    expect(() => ising({ ...good, algorithm: "wolff", field: 1 })).toThrow('field 1 with "wolff"');
    expect(() => ising({ ...good, algorithm: "wolff", layout: "packed" })).toThrow(
      'layout "packed" with algorithm "wolff", needs "metropolis"',
    );
    expect(() => ising(good).sweep(-1)).toThrow("ising: count -1");
  });
});
