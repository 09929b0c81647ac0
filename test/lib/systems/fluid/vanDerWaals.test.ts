import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vanDerWaals } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const { pressure, coexistence, spinodal, stableVolume } = vanDerWaals;
const fixture = join(import.meta.dirname, "..", "..", "..", "fixtures", "systems", "van-der-waals.json");
const { rows } = JSON.parse(readFileSync(fixture, "utf8")) as {
  rows: { temperature: number; pressure: number; liquid: number; vapor: number }[];
};

describe("vanDerWaals.pressure", () => {
  it("is 1 at the critical point, where slope and curvature over volume vanish", () => {
    expect(pressure(1, 1)).toBe(1);
    const h = 1e-3;
    expect(Math.abs(pressure(1 + h, 1) - pressure(1 - h, 1)) / (2 * h)).toBeLessThan(2e-5);
    expect(Math.abs(pressure(1 + h, 1) - 2 + pressure(1 - h, 1)) / h ** 2).toBeLessThan(1e-4);
  });

  it("is that of an ideal gas where particles are rare: p v = 8 T / 3", () => {
    expect((pressure(1e6, 2) * 1e6) / ((8 * 2) / 3)).toBeCloseTo(1, 6);
  });

  it("refuses a volume that the particles fill, and a temperature that is not above 0", () => {
    expect(() => pressure(1 / 3, 1)).toThrow(
      "vanDerWaals.pressure: volume 0.3333333333333333, needs a number above 1/3",
    );
    expect(() => pressure(Number.NaN, 1)).toThrow(RangeError);
    expect(() => pressure(1, 0)).toThrow("vanDerWaals.pressure: temperature 0, needs a finite number above 0");
  });
});

describe("vanDerWaals.coexistence", () => {
  it("agrees with equal areas by scipy (roots of the isotherm, quadrature) to 1e-11", () => {
    for (const row of rows) {
      const got = coexistence(row.temperature);
      for (const key of ["pressure", "liquid", "vapor"] as const) {
        expect(Math.abs(got[key] / row[key] - 1), `${key} at ${row.temperature}`).toBeLessThan(1e-11);
      }
    }
  });

  it("lies on the isotherm at both ends and cuts off equal areas, to 1e-12 (property)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 0.9999, noNaN: true }), (t) => {
        const { pressure: p, liquid, vapor } = coexistence(t);
        expect(Math.abs(pressure(liquid, t) - p)).toBeLessThan(1e-12);
        expect(Math.abs(pressure(vapor, t) - p)).toBeLessThan(1e-12);
        const area = ((8 * t) / 3) * Math.log((3 * vapor - 1) / (3 * liquid - 1)) + 3 * (1 / vapor - 1 / liquid);
        expect(Math.abs(area - p * (vapor - liquid))).toBeLessThan(1e-12);
      }),
      { seed: 1 },
    );
  });

  it("obeys Clausius and Clapeyron: dp/dT (v_vapor - v_liquid) T = latent heat, in units of 3 / 8 p_c v_c a particle", () => {
    for (const t of [0.5, 0.8, 0.95]) {
      const h = 1e-5;
      const slope = (coexistence(t + h).pressure - coexistence(t - h).pressure) / (2 * h);
      const { vapor, liquid, latentHeat } = coexistence(t);
      expect((3 / 8) * t * slope * (vapor - liquid)).toBeCloseTo(latentHeat, 7);
    }
  });

  it("closes at the critical point: dp/dT is 4, and densities part as 2 +- 2 sqrt(1 - T) around 1", () => {
    const t = 1 - 1e-6;
    const { pressure: p, liquid, vapor } = coexistence(t);
    expect((1 - p) / 1e-6).toBeCloseTo(4, 4);
    expect((1 / liquid - 1 / vapor) / (4 * Math.sqrt(1e-6))).toBeCloseTo(1, 5);
  });

  it("refuses the critical temperature and above", () => {
    expect(() => coexistence(1)).toThrow("vanDerWaals.coexistence: temperature 1, needs a number from 0.02 to below 1");
    expect(() => coexistence(Number.NaN)).toThrow(RangeError);
  });
});

describe("vanDerWaals.spinodal", () => {
  it("is where the isotherm is level, inside the two phases", () => {
    for (const t of [0.3, 0.6, 0.9, 0.999]) {
      const { liquid, vapor } = spinodal(t);
      for (const v of [liquid, vapor]) expect(Math.abs(4 * t * v ** 3 - (3 * v - 1) ** 2)).toBeLessThan(1e-11 * v ** 3);
      const phases = coexistence(t);
      expect(phases.liquid < liquid && liquid < 1 && 1 < vapor && vapor < phases.vapor).toBe(true);
    }
  });

  it("refuses the critical temperature", () => {
    expect(() => spinodal(1)).toThrow("vanDerWaals.spinodal: temperature 1, needs a number above 0 and below 1");
  });
});

describe("vanDerWaals.stableVolume", () => {
  it("lies on the isotherm, outside of where two phases are (property)", () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(between(0.01, 5), between(0.3, 3), (p, t) => {
        const v = stableVolume({ pressure: p, temperature: t });
        expect(Math.abs(pressure(v, t) / p - 1)).toBeLessThan(1e-9);
        if (t >= 1) return;
        const phases = coexistence(t);
        expect(v <= phases.liquid).toBe(p > phases.pressure);
        expect(v >= phases.vapor).toBe(p <= phases.pressure);
      }),
      { seed: 1 },
    );
  });

  it("jumps from liquid to vapor where the pressure passes the vapor pressure", () => {
    const { pressure: p, liquid, vapor } = coexistence(0.9);
    expect(stableVolume({ pressure: p * (1 + 1e-9), temperature: 0.9 })).toBeCloseTo(liquid, 7);
    expect(stableVolume({ pressure: p * (1 - 1e-9), temperature: 0.9 })).toBeCloseTo(vapor, 7);
  });

  it("refuses what is no state", () => {
    const bad = (p: number, t: number) => () => stableVolume({ pressure: p, temperature: t });
    expect(bad(0, 1)).toThrow("vanDerWaals.stableVolume: pressure 0, needs a finite number above 0");
    expect(bad(1, 0.01)).toThrow("vanDerWaals.stableVolume: temperature 0.01, needs a number from 0.02");
  });
});
