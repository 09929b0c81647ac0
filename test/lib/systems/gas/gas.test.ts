import { gas } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

describe("gas", () => {
  it("obeys p A = N T with its own temperature, closer the longer it is watched", () => {
    const off = (steps: number) => {
      const box = gas({ particles: 200, temperature: 2.5, side: 3, seed: 1 });
      box.step(steps);
      return Math.abs((box.pressure * 9) / (200 * box.temperature) - 1);
    };
    // One hit more or less on each wall is all that chance can do.
    expect(off(2000)).toBeLessThan(0.02);
    expect(off(100_000)).toBeLessThan(0.0005);
  });

  it("keeps its energy, and every speed, to the last bit", () => {
    const box = gas({ particles: 30, seed: 2 });
    const before = [...box.velocities].map(Math.abs);
    box.step(5000);
    expect([...box.velocities].map(Math.abs)).toEqual(before);
    expect(box.energy).toBeCloseTo(30 * box.temperature, 12);
  });

  it("keeps every particle in the box, however long the step", () => {
    const box = gas({ particles: 100, side: 2, interval: 37, seed: 3 });
    box.step(50);
    expect(box.positions.every((x) => x >= 0 && x <= 2)).toBe(true);
  });

  it("goes the same way in one long step as in many short ones", () => {
    const at = (interval: number, steps: number) => {
      const box = gas({ particles: 20, interval, seed: 4 });
      box.step(steps);
      return [...box.positions, ...box.velocities, ...box.impulses].map((value) => Math.round(1e8 * value));
    };
    expect(at(10, 1)).toEqual(at(0.01, 1000));
  });

  it("starts with the temperature asked for, up to chance", () => {
    const box = gas({ particles: 20_000, temperature: 3, seed: 5 });
    // The standard error of the mean energy of N particles is T / sqrt(N).
    expect(Math.abs(box.temperature - 3)).toBeLessThan((3 * 3) / Math.sqrt(20_000));
    expect(box.pressure).toBe(0);
  });

  it("names what is wrong with its input", () => {
    expect(() => gas({ particles: 0, seed: 1 })).toThrow("gas: particles 0, needs a whole number from 1");
    expect(() => gas({ particles: 1, temperature: 0, seed: 1 })).toThrow(
      "gas: temperature 0, needs a finite number above 0",
    );
    expect(() => gas({ particles: 1, side: -1, seed: 1 })).toThrow("gas: side -1");
    expect(() => gas({ particles: 1, interval: Number.NaN, seed: 1 })).toThrow("gas: interval NaN");
  });
});
