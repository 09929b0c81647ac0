import { distribution, fromSamples, type PartialOptions, partialInformation, specimens } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const about = (d: ReturnType<typeof specimens.xor>, redundancy: PartialOptions["redundancy"]) =>
  partialInformation(d, { sources: [0, 1], target: 2, redundancy });

/** Redundancy, unique information of the first and of the second source, synergy: closed forms, in bits. */
const three = 0.75 * Math.log2(4 / 3);
const known = {
  xor: { d: specimens.xor(), williamsBeer: [0, 0, 0, 1], mmi: [0, 0, 0, 1], broja: [0, 0, 0, 1], ccs: [0, 0, 0, 1] },
  and: {
    d: specimens.and(),
    williamsBeer: [three, 0, 0, 0.5],
    mmi: [three, 0, 0, 0.5],
    broja: [three, 0, 0, 0.5],
    ccs: [three / 3, (2 * three) / 3, (2 * three) / 3, 0.5 - (2 * three) / 3],
  },
  copy: { d: specimens.copy(), williamsBeer: [1, 0, 0, 1], mmi: [1, 0, 0, 1], broja: [0, 1, 1, 0], ccs: [0, 1, 1, 0] },
  dyadic: {
    d: specimens.dyadic(),
    williamsBeer: [1, 0, 0, 1],
    mmi: [1, 0, 0, 1],
    broja: [0, 1, 1, 0],
    ccs: [0, 1, 1, 0],
  },
  triadic: {
    d: specimens.triadic(),
    williamsBeer: [1, 0, 0, 1],
    mmi: [1, 0, 0, 1],
    broja: [1, 0, 0, 1],
    ccs: [1, 0, 0, 1],
  },
  rdnXor: {
    d: specimens.rdnXor(),
    williamsBeer: [1, 0, 0, 1],
    mmi: [1, 0, 0, 1],
    broja: [1, 0, 0, 1],
    ccs: [1, 0, 0, 1],
  },
  rdnUnqXor: {
    d: specimens.rdnUnqXor(),
    williamsBeer: [2, 0, 0, 2],
    mmi: [2, 0, 0, 2],
    broja: [1, 1, 1, 1],
    ccs: [1, 1, 1, 1],
  },
} as const;

describe("partialInformation of the specimens, to 1e-9", () => {
  for (const [name, { d, ...wanted }] of Object.entries(known)) {
    it(name, () => {
      for (const [redundancy, values] of Object.entries(wanted)) {
        const parts = about(d, redundancy as PartialOptions["redundancy"]);
        const got = [parts.redundancy, ...parts.unique, parts.synergy];
        for (const [i, value] of values.entries()) {
          expect(Math.abs((got[i] as number) - value), `${redundancy}, part ${i}`).toBeLessThan(1e-9);
        }
      }
    });
  }

  it("AND has redundancy .311278 and synergy .5 by Williams-Beer, MMI and BROJA alike", () => {
    for (const redundancy of ["williamsBeer", "mmi", "broja"] as const) {
      expect(about(specimens.and(), redundancy).redundancy.toFixed(6)).toBe("0.311278");
    }
  });
});

describe("broja", () => {
  it("gives a source nothing of its own where the target depends on the pair through the other alone", () => {
    // Target copies x through noise; y is a noisier copy of x: nothing of y is its own, and nothing is synergy.
    const rows: string[] = [];
    const p: number[] = [];
    for (const x of [0, 1]) {
      for (const y of [0, 1]) {
        for (const t of [0, 1]) {
          rows.push(`${x}${y}${t}`);
          p.push(0.5 * (x === y ? 0.8 : 0.2) * (x === t ? 0.9 : 0.1));
        }
      }
    }
    const parts = about(distribution(rows, p), "broja");
    expect(Math.abs(parts.unique[1])).toBeLessThan(1e-9);
    expect(Math.abs(parts.synergy)).toBeLessThan(1e-9);
    expect(parts.unique[0]).toBeGreaterThan(0.1);
  });

  it("arrives for sources of many values too: 5 by 4 by 3, parts not below 0", () => {
    const source = random(12);
    const rows = Array.from({ length: 3000 }, () => {
      const [x, y] = [source.integer(0, 4), source.integer(0, 3)];
      return [x, y, (x + y + source.integer(0, 1)) % 3];
    });
    const parts = about(fromSamples(rows), "broja");
    const least = Math.min(parts.redundancy, ...parts.unique, parts.synergy);
    expect(least).toBeGreaterThan(-1e-9);
    expect(parts.synergy).toBeGreaterThan(0.1);
  });
});

describe("partialInformation", () => {
  it("takes groups and names, and nats", () => {
    const d = distribution(["0000", "0101", "1001", "1100"], [0.25, 0.25, 0.25, 0.25], { names: ["a", "b", "c", "t"] });
    const parts = partialInformation(d, { sources: [["a", "c"], "b"], target: "t", redundancy: "mmi", unit: "nats" });
    expect(parts.synergy).toBeCloseTo(Math.LN2, 12);
  });

  it("says what it needs", () => {
    const options = { sources: [0, 1], target: 2, redundancy: "mmi" } as const;
    const d = specimens.xor();
    expect(() => partialInformation(d, { ...options, sources: [0] })).toThrow("partialInformation: 1 sources, needs 2");
    expect(() => partialInformation(d, { ...options, target: 1 })).toThrow("variable 1 occurs twice");
    expect(() => partialInformation(d, { ...options, target: 5 })).toThrow("no variable 5");
    expect(() => partialInformation(d, { ...options, redundancy: "dep" as "mmi" })).toThrow(
      /redundancy "dep", needs one of/,
    );
  });
});
