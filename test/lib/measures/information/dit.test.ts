import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as measures from "@emergence/lib/measures";
import { type Distribution, distribution, partialInformation } from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

// 100 random distributions measured by dit: test/fixtures/measures/dit_values.py.
interface Parts {
  redundancy: number;
  unique: [number, number];
  synergy: number;
}
interface Row {
  outcomes: string[];
  probabilities: number[];
  values: Record<string, number>;
  partial?: { williamsBeer: Parts; mmi: Parts; ccs: Parts; leastInformation?: number };
}
const fixture = join(import.meta.dirname, "..", "..", "..", "fixtures", "measures", "dit.json");
const rows: Row[] = JSON.parse(readFileSync(fixture, "utf8")).distributions;
const made = rows.map((row) => ({ ...row, d: distribution(row.outcomes, row.probabilities) }));

const rest = (d: Distribution, from: number) => d.names.slice(from);
const readings: Record<string, (d: Distribution) => number> = {
  entropy: measures.entropy,
  totalCorrelation: measures.totalCorrelation,
  dualTotalCorrelation: measures.dualTotalCorrelation,
  oInformation: measures.oInformation,
  sInformation: measures.sInformation,
  coInformation: measures.coInformation,
  interactionInformation: measures.interactionInformation,
  tseComplexity: measures.tseComplexity,
  mutualInformation: (d) => measures.mutualInformation(d, 0, rest(d, 1)),
  conditionalMutualInformation: (d) => measures.conditionalMutualInformation(d, 0, 1, rest(d, 2)),
};

describe("against dit, 100 random distributions of 2 to 5 variables", () => {
  it("has the distributions, every size and both alphabets among them", () => {
    expect(rows.length).toBe(100);
    expect(new Set(made.map(({ d }) => d.names.length))).toEqual(new Set([2, 3, 4, 5]));
    expect(made.filter(({ d }) => d.alphabets.some((letters) => letters.length === 3)).length).toBeGreaterThan(40);
  });

  for (const [name, read] of Object.entries(readings)) {
    it(`${name} to 1e-9`, () => {
      const seen = made.filter(({ values }) => name in values);
      expect(seen.length).toBeGreaterThan(70);
      for (const { d, values } of seen) expect(Math.abs(read(d) - (values[name] as number))).toBeLessThan(1e-9);
    });
  }
});

const decomposed = made.flatMap(({ d, partial }) => (partial === undefined ? [] : [{ d, partial }]));
const parts = (d: Distribution, redundancy: "williamsBeer" | "mmi" | "ccs" | "broja") =>
  partialInformation(d, { sources: [0, 1], target: 2, redundancy });

/** Largest difference between the parts. */
function apart(got: ReturnType<typeof parts>, wanted: Parts): number {
  const numbers = ({ redundancy, unique, synergy }: Parts | typeof got) => [redundancy, ...unique, synergy];
  const other = numbers(wanted);
  return Math.max(...numbers(got).map((value, i) => Math.abs(value - (other[i] as number))));
}

describe("partialInformation against dit, random distributions of 3 variables", () => {
  for (const redundancy of ["williamsBeer", "mmi"] as const) {
    it(`${redundancy} to 1e-9`, () => {
      expect(decomposed.length).toBeGreaterThan(20);
      for (const { d, partial } of decomposed)
        expect(apart(parts(d, redundancy), partial[redundancy])).toBeLessThan(1e-9);
    });
  }

  it("ccs to the 1e-5 of dit's optimizer", () => {
    for (const { d, partial } of decomposed) expect(apart(parts(d, "ccs"), partial.ccs)).toBeLessThan(1e-5);
  });

  it("broja to 1e-9 of the exact optimum found by nested line search", () => {
    const exact = decomposed.filter(({ partial }) => partial.leastInformation !== undefined);
    expect(exact.length).toBeGreaterThan(10);
    for (const { d, partial } of exact) {
      const found = parts(d, "broja");
      const least = found.redundancy + found.unique[0] + found.unique[1];
      expect(Math.abs(least - (partial.leastInformation as number))).toBeLessThan(1e-9);
    }
  });
});
