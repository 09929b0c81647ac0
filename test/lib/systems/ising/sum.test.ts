import { isingSum } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

/** All states of 3 x 3 one after the other, without counting or Gray code. */
function bySum(temperature: number, field: number) {
  let [z, e, m1, m2] = [0, 0, 0, 0];
  for (let state = 0; state < 512; state++) {
    const spin = (x: number, y: number) => ((state >> (3 * (y % 3) + (x % 3))) & 1 ? 1 : -1);
    let [energy, sum] = [0, 0];
    for (let y = 0; y < 3; y++) {
      for (let x = 0; x < 3; x++) {
        energy -= spin(x, y) * (spin(x + 1, y) + spin(x, y + 1) + field);
        sum += spin(x, y);
      }
    }
    const weight = Math.exp(-energy / temperature);
    z += weight;
    e += weight * energy;
    m1 += weight * Math.abs(sum);
    m2 += weight * sum * sum;
  }
  return { energy: e / z / 9, abs: m1 / z / 9, chi: (9 / temperature) * (m2 / z / 81 - (m1 / z / 9) ** 2) };
}

describe("isingSum", () => {
  it("is the plain sum over 512 states, with and without a field", () => {
    for (const temperature of [0.8, 2.3, 7]) {
      for (const field of [0, 0.3, -1]) {
        const [sum, plain] = [isingSum({ size: 3, temperature, field }), bySum(temperature, field)];
        expect(sum.energy).toBeCloseTo(plain.energy, 12);
        expect(sum.absMagnetization).toBeCloseTo(plain.abs, 12);
        expect(sum.susceptibility).toBeCloseTo(plain.chi, 12);
      }
    }
  });

  it("is symmetric without a field and sums to 1; a Binder cumulant of 2/3 in the cold", () => {
    const { chances, binder } = isingSum({ size: 4, temperature: 0.5 });
    expect(chances.length).toBe(17);
    expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
    for (let up = 0; up <= 16; up++) expect(chances[up]).toBeCloseTo(chances[16 - up] as number, 15);
    expect(binder).toBeCloseTo(2 / 3, 5);
  });

  it("is independent spins where it is hot", () => {
    const { energy, susceptibility, binder } = isingSum({ size: 4, temperature: 1e9 });
    expect(energy).toBeCloseTo(0, 8);
    // 1 - (3 N^2 - 2 N) / (3 N^2) = 2 / (3 N)
    expect(binder).toBeCloseTo(2 / 48, 8);
    expect(susceptibility).toBeLessThan(1e-8);
  });

  it("needs a size of 2 to 5, a temperature above 0 and a finite field", () => {
    expect(() => isingSum({ size: 6, temperature: 1 })).toThrow("isingSum: size 6, needs a whole number from 2 to 5");
    expect(() => isingSum({ size: 1, temperature: 1 })).toThrow("isingSum: size 1");
    expect(() => isingSum({ size: 3, temperature: 0 })).toThrow("isingSum: temperature 0");
    expect(() => isingSum({ size: 3, temperature: 1, field: Number.NaN })).toThrow("isingSum: field NaN");
  });
});
