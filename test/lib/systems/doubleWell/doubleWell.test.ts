import { readFileSync } from "node:fs";
import { doubleWell } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const unit = 16.857629206; // hbar^2 / (2 u angstrom^2) in 1/cm
const well = (v: number) => doubleWell({ mass: 1, barrier: v * unit, halfDistance: 1 });

describe("doubleWell", () => {
  it("has the levels of a matrix in oscillator states (numpy), to 1e-9, and their distance to 1e-7 or what numpy's difference has left", () => {
    const file = new URL("../../../fixtures/doubleWell.json", import.meta.url);
    for (const { v, even, splitting } of JSON.parse(readFileSync(file, "utf8"))) {
      expect(Math.abs(well(v).ground / unit / even - 1)).toBeLessThan(1e-9);
      expect(Math.abs(well(v).splitting / unit / splitting - 1)).toBeLessThan(1e-7);
    }
  });

  it("tends to the splitting of one instanton with its first two corrections (Zinn-Justin), however small it is", () => {
    for (const v of [500, 2000, 8000, 50_000]) {
      const { splitting, quantum, action: s } = well(v);
      const ratio = splitting / (2 * quantum * Math.sqrt((6 * s) / Math.PI) * Math.exp(-s));
      expect(Math.abs(ratio - (1 - 71 / (72 * s) - 6299 / (10_368 * s * s)))).toBeLessThan(4 / s ** 3);
    }
    expect(well(50_000).splitting).toBeLessThan(1e-120);
  });

  it("starts half a quantum above the bottom where the barrier is high", () => {
    const { ground, quantum } = well(100_000);
    expect(Math.abs(ground / quantum - 0.5)).toBeLessThan(0.001);
  });

  it("counts mass, barrier and distance in their units: only v and the unit matter", () => {
    const one = doubleWell({ mass: 2, barrier: 30 * (unit / (2 * 0.25)), halfDistance: 0.5 });
    expect(one.splitting / well(30).splitting).toBeCloseTo(1 / (2 * 0.25), 8);
    expect(one.frequency).toBeCloseTo(one.splitting * 2.99792458e10, 0);
  });

  it("gives wave functions of norm 1 that are alike in the wells and unlike in the middle", () => {
    const { positions, even, odd } = well(20);
    const step = positions[1] as number;
    for (const psi of [even, odd]) {
      let norm = 0;
      for (const [i, value] of psi.entries()) norm += value * value * step * (i === 0 ? 1 : 2);
      expect(norm).toBeCloseTo(1, 6);
      expect(Math.min(...psi)).toBeGreaterThanOrEqual(0);
    }
    const top = positions.findIndex((x) => x >= 1);
    expect(Math.abs((even[top] as number) / (odd[top] as number) - 1)).toBeLessThan(0.05);
    expect(odd[0]).toBe(0);
    expect(even[0]).toBeGreaterThan(0);
  });

  it("needs positive numbers and a barrier worth the name", () => {
    expect(() => doubleWell({ mass: 0, barrier: 1, halfDistance: 1 })).toThrow(
      "doubleWell: mass 0, needs a finite number above 0",
    );
    expect(() => doubleWell({ mass: 1, barrier: Number.NaN, halfDistance: 1 })).toThrow("doubleWell: barrier NaN");
    expect(() => well(1)).toThrow(/doubleWell: barrier of 1(\.0+\d*)? hbar/);
    expect(() => well(1e6)).toThrow("needs 4 to 250,000");
  });
});
