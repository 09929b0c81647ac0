import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  causalEmergence,
  type Distribution,
  distribution,
  type InformationAtoms,
  integratedInformationDecomposition,
  mutualInformation,
  partialInformation,
} from "@emergence/lib/measures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

interface Case {
  readonly outcomes: number[][];
  readonly counts: number[];
  readonly atoms: Readonly<Record<string, number>>;
  /** All but one: hoi 0.0.7 gives unique2 to synergy the number of another atom. */
  readonly hoi: Readonly<Record<string, number>>;
}
// The sixteen equations, solved by numpy, and hoi: test/fixtures/measures/phiid_values.py.
const cases: Case[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "phiid.json"), "utf8"),
);
const places = ["redundancy", "unique1", "unique2", "synergy"] as const;
const list = (atoms: InformationAtoms) =>
  places.flatMap((from) => places.map((to) => [`${from} ${to}`, atoms[from][to]] as const));
const sum = (atoms: InformationAtoms) => list(atoms).reduce((total, [, value]) => total + value, 0);
const fromCounts = ({ outcomes, counts }: Case) => {
  const total = counts.reduce((all, count) => all + count, 0);
  return distribution(
    outcomes,
    counts.map((count) => count / total),
  );
};
const bits = [0, 1];
const steps = (chance: (a: number, b: number, c: number, d: number) => number): Distribution => {
  const rows = bits.flatMap((a) => bits.flatMap((b) => bits.flatMap((c) => bits.map((d) => [a, b, c, d] as const))));
  return distribution(
    rows,
    rows.map((row) => chance(...row) / 4),
  );
};

describe("integrated information decomposition by MMI", () => {
  it("agrees with the sixteen equations, solved by another program, on 50 distributions to 1e-12", () => {
    expect(cases.length).toBe(50);
    for (const one of cases) {
      for (const [name, value] of list(integratedInformationDecomposition(fromCounts(one))))
        expect(Math.abs(value - (one.atoms[name] as number)), name).toBeLessThan(1e-12);
    }
  });

  it("agrees with hoi on the same samples to 1e-7, which is its precision", () => {
    for (const one of cases) {
      const found = Object.fromEntries(list(integratedInformationDecomposition(fromCounts(one))));
      expect(Object.keys(one.hoi).length).toBe(15);
      for (const [name, value] of Object.entries(one.hoi))
        expect(Math.abs((found[name] as number) - value), name).toBeLessThan(1e-7);
    }
  });

  it("parity kept with chance .99: .919207 from synergy to synergy, nothing else", () => {
    const g = 0.99;
    const kept = steps((a, b, c, d) => ((a ^ b) === (c ^ d) ? g : 1 - g) / 2);
    const exact = 1 + g * Math.log2(g) + (1 - g) * Math.log2(1 - g);
    for (const [name, value] of list(integratedInformationDecomposition(kept)))
      expect(Math.abs(value - (name === "synergy synergy" ? exact : 0)), name).toBeLessThan(1e-12);
    expect(exact.toFixed(6)).toBe("0.919207");
  });

  it("two bits that change places: MMI counts independent bits as redundant, and atoms are negative", () => {
    const swapped = integratedInformationDecomposition(steps((a, b, c, d) => Number(c === b && d === a)));
    expect(swapped).toEqual({
      redundancy: { redundancy: 0, unique1: 0, unique2: 0, synergy: 1 },
      unique1: { redundancy: 0, unique1: 0, unique2: 1, synergy: -1 },
      unique2: { redundancy: 0, unique1: 1, unique2: 0, synergy: -1 },
      synergy: { redundancy: 1, unique1: -1, unique2: -1, synergy: 2 },
    });
    expect(sum(swapped)).toBe(2);
  });

  it("a copy of both, redundant by construction, is redundancy to redundancy", () => {
    const atoms = integratedInformationDecomposition(distribution(["0000", "1111"], [0.5, 0.5]));
    for (const [name, value] of list(atoms)) expect(value).toBe(name === "redundancy redundancy" ? 1 : 0);
  });

  const joints = fc.array(fc.nat(50), { minLength: 16, maxLength: 16 }).map((weights) => {
    const total = weights.reduce((all, weight) => all + weight, 1);
    return distribution(
      weights.map((_, cell) => cell.toString(2).padStart(4, "0")),
      weights.map((weight, cell) => (weight + Number(cell === 0)) / total),
    );
  });

  it("sums to the joint information, row by row and column by column to the decomposition of a single target", () => {
    fc.assert(
      fc.property(joints, (d) => {
        const atoms = integratedInformationDecomposition(d);
        expect(Math.abs(sum(atoms) - mutualInformation(d, [0, 1], [2, 3]))).toBeLessThan(1e-12);
        const row = (from: (typeof places)[number]) => places.reduce((total, to) => total + atoms[from][to], 0);
        const pid = partialInformation(d, { sources: [0, 1], target: [2, 3], redundancy: "mmi" });
        expect(row("redundancy")).toBeCloseTo(pid.redundancy, 10);
        expect(row("unique1")).toBeCloseTo(pid.unique[0], 10);
        expect(row("unique2")).toBeCloseTo(pid.unique[1], 10);
        expect(row("synergy")).toBeCloseTo(pid.synergy, 10);
        const own = (a: 0 | 1, b: 2 | 3) => mutualInformation(d, a, b);
        const { redundancy, unique1 } = atoms;
        expect(redundancy.redundancy).toBeCloseTo(Math.min(own(0, 2), own(0, 3), own(1, 2), own(1, 3)), 10);
        expect(redundancy.redundancy + redundancy.unique1 + unique1.redundancy + unique1.unique1).toBeCloseTo(
          own(0, 2),
          10,
        );
      }),
    );
  });

  it("time reversed is transposed, parts renamed are exchanged, and nats are bits times ln 2", () => {
    fc.assert(
      fc.property(joints, (d) => {
        const atoms = integratedInformationDecomposition(d);
        const back = integratedInformationDecomposition(d, { now: [2, 3], next: [0, 1], unit: "nats" });
        const other = integratedInformationDecomposition(d, { now: [1, 0], next: [3, 2] });
        const renamed = {
          redundancy: "redundancy",
          unique1: "unique2",
          unique2: "unique1",
          synergy: "synergy",
        } as const;
        for (const from of places) {
          for (const to of places) {
            expect(Math.abs(back[to][from] - atoms[from][to] * Math.LN2)).toBeLessThan(1e-12);
            expect(Math.abs(other[renamed[from]][renamed[to]] - atoms[from][to])).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });

  it("takes several variables as one, by name, and agrees with Psi of a parity", () => {
    const rows = bits.flatMap((a) => bits.flatMap((b) => bits.map((c) => [a, b, a ^ b, c, a ^ b ^ c, a ^ b] as const)));
    const d = distribution(
      rows,
      rows.map(() => 1 / 8),
      { names: ["a", "b", "v", "c", "d", "w"] },
    );
    const atoms = integratedInformationDecomposition(d, { now: ["a", "b"], next: ["c", "d"] });
    const psi = causalEmergence.psi(d, { now: { parts: ["a", "b"], macro: "v" }, next: { macro: "w" } });
    expect(atoms.synergy.synergy).toBeCloseTo(psi, 12);
    const wide = integratedInformationDecomposition(d, { now: [["a", "v"], "b"], next: ["c", "d"] });
    expect(sum(wide)).toBeCloseTo(sum(atoms), 12);
  });

  it("throws on bad input", () => {
    const d = distribution(["000", "111"], [0.5, 0.5]);
    const caller = "integratedInformationDecomposition";
    expect(() => integratedInformationDecomposition(d)).toThrow(`${caller}: no variable 3, needs one of 0, 1, 2`);
    expect(() => integratedInformationDecomposition(d, { next: [2] })).toThrow(`${caller}: 1 variables next, needs 2`);
    expect(() => integratedInformationDecomposition(d, { next: [1, 2] })).toThrow(`${caller}: variable 1 occurs twice`);
  });
});
