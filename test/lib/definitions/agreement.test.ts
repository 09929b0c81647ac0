import { readFileSync } from "node:fs";
import { join } from "node:path";
import { agreement, type VerdictTable, verdictMatrix } from "@emergence/lib/definitions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageLinkage } from "../../../lib/definitions/matrix/averageLinkage";

interface Peers {
  readonly pairs: readonly Record<"both" | "first" | "second" | "neither" | "kappa" | "standardError", number>[];
  readonly linkages: readonly {
    readonly distances: number[][];
    readonly heights: number[];
    readonly sizes: number[];
    readonly cut: number[];
  }[];
}
// By statsmodels and scipy: test/fixtures/definitions/agreement_values.py.
const peers: Peers = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "definitions", "agreement.json"), "utf8"),
);

const verdicts = { y: "yes", n: "no", u: "undecided", d: "does not apply" } as const;

/** A matrix by hand: rows of letters. */
function tableOf(rows: Readonly<Record<string, string>>): VerdictTable {
  const counts = { yes: 0, no: 0, undecided: 0, notApplicable: 0 };
  const [first = ""] = Object.values(rows);
  return {
    definitions: Object.keys(rows).map((id) => ({
      id,
      author: id,
      year: 2024,
      name: id,
      sense: "machineLearning",
      operational: true,
      counts,
    })),
    cases: [...first].map((_, i) => ({ id: `c${i}`, name: `c${i}`, control: false, counts })),
    cells: Object.values(rows).map((row) =>
      [...row].map((letter) => ({ verdict: verdicts[letter as keyof typeof verdicts], why: "By hand." })),
    ),
  };
}

describe("agreement", () => {
  it("has kappa and standard error as statsmodels", () => {
    expect(peers.pairs.length).toBeGreaterThan(30);
    for (const { both, first, second, neither, kappa, standardError } of peers.pairs) {
      const rows = {
        a: "y".repeat(both + first) + "n".repeat(second + neither),
        b: "y".repeat(both) + "n".repeat(first) + "y".repeat(second) + "n".repeat(neither),
      };
      const found = agreement(tableOf(rows)).pairs[0];
      expect(found?.n).toBe(both + first + second + neither);
      expect(found?.kappa).toBeCloseTo(kappa, 12);
      // statsmodels rounds to 0 below sqrt(1e-16) where raters agree on all.
      expect(found?.standardError).toBeCloseTo(standardError, 7);
    }
  });

  it("leaves out cases that one of the two does not decide", () => {
    const [pair] = agreement(tableOf({ a: "yynnud", b: "ynnnyy" })).pairs;
    expect(pair).toMatchObject({ first: "a", second: "b", n: 4, same: 3, kappa: 0.5 });
  });

  it("has no kappa where nothing is decided by both, or each says the same of all", () => {
    for (const rows of [
      { a: "yyuu", b: "uuyy" },
      { a: "yyy", b: "yyy" },
    ]) {
      expect(agreement(tableOf(rows)).pairs[0]).toMatchObject({
        kappa: null,
        standardError: null,
        lower: null,
        upper: null,
      });
    }
  });

  it("is 1 of a definition and its copy, and puts them side by side", () => {
    const { pairs, order, merges } = agreement(tableOf({ a: "yynnyn", x: "ynynny", b: "yynnyn" }));
    expect(pairs.find(({ first, second }) => first === "a" && second === "b")?.kappa).toBe(1);
    expect(Math.abs(order.indexOf("a") - order.indexOf("b"))).toBe(1);
    expect(merges[0]).toMatchObject({ first: 0, second: 2, height: 0, size: 2 });
  });

  it("does not depend on which answer is called yes, and stays between -1 and 1", () => {
    const row = fc.string({ unit: fc.constantFrom("y", "n", "u"), minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(row, row, (a, b) => {
        const n = Math.min(a.length, b.length);
        const turned = (text: string) => text.replace(/[yn]/g, (one) => (one === "y" ? "n" : "y"));
        const rows = { a: a.slice(0, n), b: b.slice(0, n) };
        const [pair] = agreement(tableOf(rows)).pairs;
        const [other] = agreement(tableOf({ a: turned(rows.a), b: turned(rows.b) })).pairs;
        const [back] = agreement(tableOf({ a: rows.b, b: rows.a })).pairs;
        if (pair?.kappa === null || pair === undefined) {
          expect(other?.kappa).toBeNull();
          return;
        }
        expect(other?.kappa).toBeCloseTo(pair.kappa, 12);
        expect(back?.kappa).toBeCloseTo(pair.kappa, 12);
        expect(pair.lower).toBeGreaterThanOrEqual(-1);
        expect(pair.upper).toBeLessThanOrEqual(1);
        expect(pair.lower).toBeLessThanOrEqual(pair.kappa);
        expect(pair.upper).toBeGreaterThanOrEqual(pair.kappa);
      }),
    );
  });

  it("is the same of a matrix that was JSON", () => {
    const evidence = { scale: [1, 10, 100, 1000], score: [0, 0, 0, 0.9], trials: 100, chance: 0 };
    const matrix = verdictMatrix([{ id: "a", name: "a", evidence }]);
    expect(agreement(JSON.parse(JSON.stringify(matrix)))).toEqual(agreement(matrix));
  });

  it("refuses what is no matrix, and a confidence out of range", () => {
    expect(() => agreement({} as VerdictTable)).toThrow("agreement: matrix.definitions is undefined, needs an array");
    expect(() => agreement(tableOf({ a: "y" }), { confidence: 95 })).toThrow(/^agreement: confidence 95, needs/);
  });
});

describe("average linkage", () => {
  it("has heights and sizes as scipy, and every cluster in one piece", () => {
    for (const { distances, heights, sizes, cut } of peers.linkages) {
      const { merges, order } = averageLinkage(distances);
      expect(merges.map(({ size }) => size)).toEqual(sizes);
      for (const [i, { height }] of merges.entries()) expect(height).toBeCloseTo(heights[i] as number, 12);
      expect([...order].sort((a, b) => a - b)).toEqual(distances.map((_, i) => i));
      const along = order.map((i) => cut[i]);
      const changes = along.filter((one, i) => i > 0 && one !== along[i - 1]).length;
      expect(changes).toBe(new Set(cut).size - 1);
    }
  });
});
