import { readFileSync } from "node:fs";
import { join } from "node:path";
import { informationalClosure, stationaryDistribution } from "@emergence/lib/measures";
import { ehrenfestUrn, glauberChain, isingSum } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

interface Magnet {
  readonly spins: number;
  readonly coupling: "all" | "ring" | "torus";
  readonly temperature: number;
  readonly field: number;
  readonly uniform: number;
  readonly stationary: number;
  readonly magnetization: number[];
  readonly rows: Readonly<Record<string, number[]>>;
}
// From the energies of all states, by numpy: test/fixtures/measures/chain_values.py.
const { magnets }: { magnets: Magnet[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "chains.json"), "utf8"),
);

describe("Ehrenfest's urns", () => {
  it("from k balls goes to k - 1 with chance k / N, and is binomial in the long run", () => {
    const { tpm, states, groups, values } = ehrenfestUrn({ balls: 5 });
    expect(values).toEqual([0, 1, 2, 3, 4, 5]);
    for (const [k, group] of groups.entries()) {
      for (const s of group) {
        expect(states[s]?.reduce((sum, urn) => sum + urn, 0)).toBe(k);
        const down = (groups[k - 1] ?? []).reduce((sum, to) => sum + (tpm[s]?.[to] as number), 0);
        const up = (groups[k + 1] ?? []).reduce((sum, to) => sum + (tpm[s]?.[to] as number), 0);
        expect(down).toBeCloseTo(k / 5, 14);
        expect(up).toBeCloseTo(1 - k / 5, 14);
      }
    }
    for (const share of stationaryDistribution(tpm)) expect(share).toBeCloseTo(1 / 32, 14);
  });

  it("throws on a number of balls out of range", () => {
    expect(() => ehrenfestUrn({ balls: 11 })).toThrow("ehrenfestUrn: balls 11, needs a whole number from 1 to 10");
  });
});

describe("magnets under Glauber dynamics", () => {
  it("agree with numpy: rows, closure of the magnetization, and its stationary distribution", () => {
    for (const { spins, coupling, temperature, field, ...wanted } of magnets) {
      const { tpm, groups } = glauberChain({ spins, coupling, temperature, field });
      for (const [s, row] of Object.entries(wanted.rows))
        for (const [j, chance] of row.entries())
          expect(Math.abs((tpm[Number(s)]?.[j] as number) - chance)).toBeLessThan(1e-15);
      expect(Math.abs(informationalClosure(tpm, groups) - wanted.uniform)).toBeLessThan(1e-12);
      expect(Math.abs(informationalClosure(tpm, groups, { inputs: "stationary" }) - wanted.stationary)).toBeLessThan(
        1e-12,
      );
      const shares = stationaryDistribution(tpm);
      for (const [k, group] of groups.entries()) {
        const share = group.reduce((sum, s) => sum + (shares[s] as number), 0);
        expect(Math.abs(share - (wanted.magnetization[k] as number))).toBeLessThan(1e-13);
      }
    }
  });

  it("has the magnetization of the Ising torus in equilibrium", () => {
    const { tpm, groups, values } = glauberChain({ spins: 9, coupling: "torus", temperature: 2.2, field: 0.1 });
    const shares = stationaryDistribution(tpm);
    const { chances } = isingSum({ size: 3, temperature: 2.2, field: 0.1 });
    expect(values).toEqual(Array.from({ length: 10 }, (_, up) => (2 * up - 9) / 9));
    for (const [k, group] of groups.entries())
      expect(group.reduce((sum, s) => sum + (shares[s] as number), 0)).toBeCloseTo(chances[k] as number, 13);
  });

  it("rows are distributions, for strong fields and low temperatures too", () => {
    for (const temperature of [1e-3, 1, 1e3]) {
      for (const row of glauberChain({ spins: 4, coupling: "ring", temperature, field: 3 }).tpm) {
        expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 14);
        expect(row.every((chance) => chance >= 0)).toBe(true);
      }
    }
  });

  it("throws on bad input", () => {
    const run = (options: Partial<Magnet>) => () =>
      glauberChain({ spins: 9, coupling: "torus", temperature: 1, ...options });
    expect(run({ spins: 8 })).toThrow("glauberChain: 8 spins on a torus, needs 4 or 9, a square");
    expect(run({ spins: 11 })).toThrow("spins 11, needs a whole number from 1 to 10");
    expect(run({ spins: 2, coupling: "ring" })).toThrow("spins 2, needs a whole number from 3 to 10");
    expect(run({ temperature: 0 })).toThrow("temperature 0, needs a finite number above 0");
    expect(run({ coupling: "line" as "ring" })).toThrow("needs one of all, ring, torus");
  });
});
