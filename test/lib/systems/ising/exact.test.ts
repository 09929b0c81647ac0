import { isingExact, isingSum } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const critical = 2 / Math.log(1 + Math.SQRT2);

describe("isingExact", () => {
  it("is Yang's magnetization, to the digits known", () => {
    expect(isingExact(1).criticalTemperature).toBeCloseTo(2.269185314, 9);
    for (const [t, m] of [
      [1.5, 0.986499603],
      [2, 0.911319378],
      [2.2, 0.784755131],
    ] as const) {
      expect(isingExact(t).magnetization).toBeCloseTo(m, 9);
    }
    expect(isingExact(critical).magnetization).toBe(0);
    expect(isingExact(critical * (1 - 1e-9)).magnetization).toBeGreaterThan(0.05);
  });

  it("is Onsager's energy, to the digits known, with -sqrt 2 at Tc", () => {
    for (const [t, u] of [
      [1, -1.9971602],
      [2, -1.74556458],
      [critical, -Math.SQRT2],
      [3, -0.81730959],
    ] as const) {
      expect(isingExact(t).energy).toBeCloseTo(u, 8);
    }
  });

  it("has the torus's energy and heat as the sum over all states has them, to 1e-12, through Tc", () => {
    for (const size of [2, 3, 4, 5]) {
      for (const temperature of [0.5, 1.5, 2.2, critical, 2.4, 5, 50]) {
        const [sum, torus] = [isingSum({ size, temperature }), isingExact(temperature, { size })];
        expect(Math.abs(torus.energy - sum.energy)).toBeLessThan(1e-12);
        expect(Math.abs(torus.specificHeat - sum.specificHeat)).toBeLessThan(1e-11);
      }
    }
  });

  it("at 128 x 128 and Tc is -1.41908, and tends to the infinite lattice away from it", () => {
    expect(isingExact(critical, { size: 128 }).energy).toBeCloseTo(-1.41908, 5);
    for (const t of [1.5, 2, 3, 4]) {
      expect(isingExact(t, { size: 128 }).energy).toBeCloseTo(isingExact(t).energy, 10);
      expect(isingExact(t, { size: 128 }).specificHeat).toBeCloseTo(isingExact(t).specificHeat, 8);
    }
  });

  it("has a specific heat that is the slope of the energy, for both lattices", () => {
    const h = 1e-4;
    for (const options of [{}, { size: 16 }, { size: 64 }]) {
      for (const t of [1.2, 2, 2.25, 2.6, 4]) {
        const slope = (isingExact(t + h, options).energy - isingExact(t - h, options).energy) / (2 * h);
        expect(Math.abs(slope / isingExact(t, options).specificHeat - 1)).toBeLessThan(1e-5);
      }
    }
    expect(isingExact(critical).specificHeat).toBe(Number.POSITIVE_INFINITY);
  });

  it("has a wall that costs 2 a bond in the cold, nothing from Tc on, and near Tc 4 / Tc for each unit below it", () => {
    expect(isingExact(0.1).surfaceTension).toBeCloseTo(2, 8);
    expect(isingExact(critical).surfaceTension).toBeCloseTo(0, 12);
    expect(isingExact(3).surfaceTension).toBe(0);
    // d sigma / d K at Tc is 4 / K ... in T: sigma / T falls by 2 dK + d ln tanh K = 4 dK, and dK = dT / Tc^2.
    const below = 1e-5;
    expect(isingExact(critical - below).surfaceTension / below).toBeCloseTo(4 / critical, 4);
  });

  it("stays finite from cold to hot: -2 at T = 0.01, about -2 / T at T = 1,000", () => {
    for (const options of [{}, { size: 8 }]) {
      expect(isingExact(0.01, options).energy).toBe(-2);
      expect(isingExact(1000, options).energy).toBeCloseTo(-0.002, 8);
      for (const t of [0.06, 0.1, 0.3]) expect(isingExact(t, options).energy).toBeCloseTo(-2, 8);
    }
  });

  it("says which lattice each value belongs to: a torus has no spontaneous magnetization, and its mean |m| is another number", () => {
    const torus = isingExact(2.4, { size: 4 });
    expect(torus.lattice).toMatchObject({ energy: "torus", specificHeat: "torus", magnetization: "infinite" });
    expect(Object.values(isingExact(2.4).lattice)).toEqual(new Array(5).fill("infinite"));
    expect(torus.magnetization).toBe(isingExact(2.4).magnetization);
    expect(isingSum({ size: 4, temperature: 2.4 }).absMagnetization).toBeGreaterThan(0.5);
  });

  it("needs a temperature above 0 and a size from 2", () => {
    expect(() => isingExact(0)).toThrow("isingExact: temperature 0, needs a finite number above 0");
    expect(() => isingExact(2, { size: 1 })).toThrow("isingExact: size 1, needs a whole number from 2");
    expect(() => isingExact(2, { size: 8.5 })).toThrow("isingExact: size 8.5");
  });
});
