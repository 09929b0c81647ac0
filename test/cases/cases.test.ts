import { describe, expect, it } from "vitest";
import { type Case, type Code, freshCases, peerValues, realCases, type Values } from "./data";
import * as fresh from "./fresh";
import * as real from "./real";

/** Cases that do not come out right yet, and why. The list may only shrink, and must be empty in the end. */
const open: Readonly<Record<string, string>> = {
  A21: "",
};

/** A test a case, by theme. A case that is open must fail: what comes right leaves the list. */
function tests(cases: readonly Case[], codes: Readonly<Record<string, Readonly<Record<string, Code>>>>): void {
  for (const [theme, ofTheme] of Object.entries(codes)) {
    describe(theme, () => {
      for (const one of cases.filter((any) => any.theme === theme)) {
        const test = one.id in open ? it.fails : it;
        test(`${one.id}: ${one.wanted}`, () => {
          const code = ofTheme[one.id];
          if (!code) throw new Error(`${one.id} has no code`);
          expectNear(code(), one);
        });
      }
    });
  }
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
