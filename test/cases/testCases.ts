import { describe, expect, it } from "vitest";
import { type Case, type Code, freshCases, peerValues, realCases, type Theme, type Values } from "./data";

type Codes = Readonly<Record<string, Code>>;
export const freshExpected = freshCases.map(
  (one): Case => ({ ...one, expected: one.expected ?? peerValues[one.id] ?? {} }),
);

export function expectNear(values: Values, { expected, tolerance }: Pick<Case, "expected" | "tolerance">): void {
  for (const [name, wanted] of Object.entries(expected)) {
    const value = values[name] ?? values.reason;
    if (typeof wanted !== "number" || typeof value !== "number") expect(value, name).toBe(wanted);
    else {
      const isNear = Math.abs(value - wanted) <= tolerance.abs + tolerance.rel * Math.abs(wanted);
      expect(isNear, `${name} is ${value}, and should be ${wanted}`).toBe(true);
    }
  }
}

/** A test a case. */
function tests(cases: readonly Case[], codes: Codes): void {
  for (const one of cases) {
    it(`${one.id}: ${one.wanted}`, () => {
      const code = codes[one.id];
      if (code) expectNear(code(), one);
    });
  }

  it("have a code each, and no code is without a case", () => {
    expect(Object.keys(codes).sort()).toEqual(cases.map(({ id }) => id).sort());
  });
}

/** The cases of a theme, in a file of their own, so that a change runs those that it reaches. */
export function testCases(theme: Theme, { real = {}, fresh }: { readonly real?: Codes; readonly fresh: Codes }): void {
  const ofTheme = (cases: readonly Case[]) => cases.filter((one) => one.theme === theme);
  describe(`problems of ${theme} that people brought`, () => tests(ofTheme(realCases), real));
  describe(`fresh problems of ${theme}`, () => tests(ofTheme(freshExpected), fresh));
}
