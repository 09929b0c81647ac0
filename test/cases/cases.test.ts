import { describe, expect, it } from "vitest";
import { type Case, type Code, freshCases, peerValues, realCases, type Theme, type Values } from "./data";
import * as fresh from "./fresh";
import { fitFormula } from "./fresh/fits";
import * as real from "./real";

type Codes = Readonly<Partial<Record<Theme, Readonly<Record<string, Code>>>>>;

/** A formula with its points needs no code of its own. */
const formulas = freshCases.flatMap(({ id, fit }) => (fit ? [[id, () => fitFormula(fit)] as const] : []));
const freshCodes: Codes = { ...fresh, fits: { ...fresh.fits, ...Object.fromEntries(formulas) } };
const freshExpected = freshCases.map((one): Case => ({ ...one, expected: one.expected ?? peerValues[one.id] ?? {} }));

/** A test a case. */
function tests(cases: readonly Case[], codes: Codes): void {
  for (const one of cases) {
    it(`${one.theme}, ${one.id}: ${one.wanted}`, () => {
      const code = codes[one.theme]?.[one.id];
      if (code) expectNear(code(), one);
    });
  }

  it("have a code each, and no code is without a case", () => {
    const withCode = Object.entries(codes).flatMap(([theme, ofTheme]) =>
      Object.keys(ofTheme).map((id) => `${theme}, ${id}`),
    );
    expect(withCode.sort()).toEqual(cases.map(({ theme, id }) => `${theme}, ${id}`).sort());
  });
}

function expectNear(values: Values, { expected, tolerance }: Pick<Case, "expected" | "tolerance">): void {
  for (const [name, wanted] of Object.entries(expected)) {
    const value = values[name] ?? values.reason;
    if (typeof wanted !== "number" || typeof value !== "number") expect(value, name).toBe(wanted);
    else {
      const isNear = Math.abs(value - wanted) <= tolerance.abs + tolerance.rel * Math.abs(wanted);
      expect(isNear, `${name} is ${value}, and should be ${wanted}`).toBe(true);
    }
  }
}

describe("problems that people brought", () => tests(realCases, real));

describe("fresh problems of the same kinds", () => {
  tests(freshExpected, freshCodes);

  it("are two at least of each kind, and have something to agree with", () => {
    for (let kind = 1; kind <= 11; kind++) {
      expect(freshCases.filter((one) => one.kind === kind).length, `kind ${kind}`).toBeGreaterThan(1);
    }
    expect(freshExpected.filter(({ expected }) => Object.keys(expected).length === 0)).toEqual([]);
  });
});

describe("expected values", () => {
  it.each(realCases.filter(({ id }) => id in peerValues))("of $id are what scipy, numpy and dit find", (one) => {
    const found = Object.entries(peerValues[one.id] ?? {});
    expect(found).not.toEqual([]);
    const given = Object.fromEntries(found.map(([name]) => [name, one.expected[name] ?? "not given"]));
    // Ten digits are kept, and numerical slopes cost the peers some.
    expectNear(Object.fromEntries(found), {
      expected: given,
      tolerance: { ...one.tolerance, rel: one.tolerance.rel + 2e-6 },
    });
  });
});
