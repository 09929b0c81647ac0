import {
  type Definition,
  definitions,
  type Evidence,
  sensitivity,
  splitters,
  type VerdictCase,
  verdictMatrix,
} from "@emergence/lib/definitions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawn, specimens } from "./specimens";

/** Cases of many kinds: the first specimen of each verdict of some definitions. */
const cases: VerdictCase[] = ["wei", "lewes", "anderson", "hu", "bommasani"].flatMap((id) =>
  (["yes", "no", "undecided"] as const).map((verdict) => ({
    id: `${id} ${verdict}`,
    name: verdict,
    evidence: drawn(
      (specimens[id] as (typeof specimens)[string])[verdict][0] as (typeof specimens)[string]["yes"][0],
      1,
    ),
  })),
);
const matrix = verdictMatrix(cases);
/** Definitions that take milliseconds, for properties. */
const quick = definitions.filter(({ id }) =>
  ["dictionary", "wei", "srivastava", "bommasani", "lu", "hu", "anderson"].includes(id),
);

describe("verdictMatrix", () => {
  it("has a row per definition and a column per case, and looks up their cells", () => {
    expect(matrix.definitions.map(({ id }) => id)).toEqual(definitions.map(({ id }) => id));
    expect(matrix.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    expect(matrix.cells.map((row) => row.length)).toEqual(definitions.map(() => cases.length));
    expect(matrix.of("wei", "wei yes")).toMatchObject({ verdict: "yes" });
    expect(matrix.of("lewes", "wei yes").verdict).toBe("does not apply");
    expect(() => matrix.of("Wei", "wei yes")).toThrow(
      'verdictMatrix: definition "Wei", needs one of dictionary, lewes',
    );
    expect(() => matrix.of("wei", "wei")).toThrow('verdictMatrix: case "wei", needs one of wei yes');
  });

  it("says what judge says of each by itself", () => {
    for (const [c, { evidence }] of cases.entries())
      for (const [d, definition] of definitions.entries())
        expect(matrix.cells[d]?.[c]).toEqual(definition.judge(evidence));
  });

  it("counts verdicts by row and column", () => {
    const sum = (counts: (typeof matrix.cases)[0]["counts"]) => Object.values(counts).reduce((a, b) => a + b, 0);
    for (const { counts } of matrix.definitions) expect(sum(counts)).toBe(cases.length);
    for (const { counts } of matrix.cases) expect(sum(counts)).toBe(definitions.length);
    const yes = matrix.cells.flat().filter(({ verdict }) => verdict === "yes").length;
    expect(matrix.cases.reduce((total, { counts }) => total + counts.yes, 0)).toBe(yes);
    expect(matrix.definitions.reduce((total, { counts }) => total + counts.yes, 0)).toBe(yes);
  });

  it("survives JSON and the copy between threads", () => {
    expect(JSON.parse(JSON.stringify(matrix))).toEqual(matrix);
    expect(structuredClone({ ...matrix })).toEqual(matrix);
  });

  it("does not depend on the order of cases or definitions", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(cases, { minLength: 1 }),
        fc.shuffledSubarray(quick, { minLength: 1 }),
        (some, rows) => {
          const found = verdictMatrix(some, { definitions: rows });
          for (const { id } of some)
            for (const { id: row } of rows) expect(found.of(row, id)).toEqual(matrix.of(row, id));
        },
      ),
      { numRuns: 20 },
    );
  });

  it("does not depend on what another case says, and changes no evidence", () => {
    const before = structuredClone(cases);
    expect(verdictMatrix([cases[4] as VerdictCase]).cells.flat()).toEqual(matrix.cells.map((row) => row[4]));
    expect(cases).toEqual(before);
  });

  it("answers any curve, without NaN and with a sentence", () => {
    const evidence = fc
      .array(fc.record({ k: fc.integer({ min: 0, max: 40 }), step: fc.double({ min: 0.01, max: 3, noNaN: true }) }), {
        minLength: 1,
        maxLength: 9,
      })
      .chain((points) =>
        fc.record({
          scale: fc.constant(points.map((_, i) => points.slice(0, i + 1).reduce((sum, { step }) => sum + step, 0))),
          score: fc.constant(points.map(({ k }) => k / 40)),
          trials: fc.constant(40),
          chance: fc.constantFrom(0, 0.25, 0.5),
          taught: fc.boolean(),
          examples: fc.integer({ min: 0, max: 3 }),
          observable: fc.constantFrom("behavior" as const, "attribute" as const),
        }),
      );
    fc.assert(
      fc.property(evidence, (one: Evidence) => {
        for (const { verdict, why, number = 0 } of verdictMatrix([
          { id: "a", name: "a", evidence: one },
        ]).cells.flat()) {
          expect(["yes", "no", "undecided", "does not apply"]).toContain(verdict);
          expect(why).toMatch(/^[A-Z0-9].*\.$/s);
          expect(why).not.toMatch(/NaN|undefined/);
          expect(Number.isFinite(number)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("takes a definition of one's own", () => {
    const own: Definition = {
      ...(definitions[0] as Definition),
      id: "own",
      judge: ({ score = [] }) => ({ verdict: (score.at(-1) ?? 0) > 0.5 ? "yes" : "no", why: "By the last score." }),
    };
    expect(verdictMatrix(cases.slice(0, 1), { definitions: [own] }).of("own", "wei yes").verdict).toBe("yes");
  });

  it("refuses cases that are none, and names the one that does not fit", () => {
    const evidence = { scale: [1, 2], score: [0, 1] };
    expect(() => verdictMatrix([])).toThrow("verdictMatrix: no cases, needs at least one");
    expect(() => verdictMatrix([{ id: "a", name: "a" } as VerdictCase])).toThrow(
      "verdictMatrix: evidence of case a is missing",
    );
    const twice = { id: "a", name: "a", evidence };
    expect(() => verdictMatrix([twice, twice])).toThrow('verdictMatrix: two of case "a", needs different ids');
    expect(() => verdictMatrix([{ id: "b", name: "b", evidence: { ...evidence, score: [1] } }])).toThrow(
      "verdictMatrix, case b: 2 scale but 1 score",
    );
  });
});

describe("splitters", () => {
  it("puts the most even first, by the entropy of yes and no", () => {
    const found = splitters(matrix);
    expect(found.map(({ case: id }) => id).sort()).toEqual(cases.map(({ id }) => id).sort());
    for (const [i, { yes, no, evenness }] of found.entries()) {
      const p = yes / (yes + no);
      const entropy = yes === 0 || no === 0 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
      expect(evenness).toBeCloseTo(entropy, 12);
      expect(evenness).toBeLessThanOrEqual(found[i - 1]?.evenness ?? 1);
    }
  });

  it("does not depend on the order of cases", () => {
    expect(splitters(verdictMatrix([...cases].reverse()))).toEqual(splitters(matrix));
  });
});

describe("sensitivity", () => {
  const rows = sensitivity(cases, {
    definitions: [...quick, ...definitions.filter(({ id }) => id === "systemsTheory")],
  });

  it("has the committed threshold of each definition that has one, and the verdicts of the matrix there", () => {
    const committed = rows.filter((row) => row.committed);
    expect(committed.map(({ definition }) => definition).sort()).toEqual(quick.map(({ id }) => id).sort());
    for (const { definition, yes, no, undecided, notApplicable, changed } of committed) {
      const { counts } = matrix.definitions.find(({ id }) => id === definition) as (typeof matrix.definitions)[0];
      expect({ yes, no, undecided, notApplicable }).toEqual(counts);
      expect(changed).toEqual([]);
    }
  });

  it("says which cases change", () => {
    const [, far] = sensitivity(cases, {
      definitions: definitions.filter(({ id }) => id === "anderson"),
      thresholds: { anderson: [3, 30] },
    });
    expect(far).toMatchObject({ threshold: 30, yes: 0, changed: ["anderson yes"] });
  });

  it("has fewer yes, never more, where a level is stricter", () => {
    const dictionary = rows.filter(({ definition }) => definition === "dictionary");
    for (const [i, { yes }] of dictionary.entries())
      if (i > 0) expect(yes).toBeGreaterThanOrEqual(dictionary[i - 1]?.yes as number);
  });

  it("refuses thresholds of what has none, and levels that are none", () => {
    expect(() => sensitivity(cases, { thresholds: { caron: [1] } })).toThrow(
      /^sensitivity: thresholds of "?caron"?, needs one of/,
    );
    expect(() => sensitivity(cases, { thresholds: { wei: [2] } })).toThrow(
      "sensitivity: threshold 2, needs a level above 0 and below .5",
    );
  });
});
