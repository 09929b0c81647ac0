import { describe, expect, it } from "vitest";
import { type Case, type Code, freshCases, peerValues, realCases, type Theme, type Values } from "./data";
import * as fresh from "./fresh";
import { fitFormula } from "./fresh/fits";
import * as real from "./real";

/** Cases that do not come out right yet, and why. The list may only shrink, and must be empty in the end. */
const open: Readonly<Record<string, string>> = {
  A21: "exponential growth by calendar year ends as a failure with a false reason",
  A22: "Arrhenius in kelvin ends as a failure with a false reason",
  A23: "a spectrum is fitted by a curve of zeros and called a fit",
  A27: "the law of Chinchilla ends in a dead basin (alpha 5e9)",
  A29: "the scaling law of Llama 3 ends in a dead basin (alpha 72)",
  A39: "the power law over calendar years stays at a guess of its exponent",
  F05: "the test of a fall takes no x",
  G22: "Huber loss: dead basin (alpha 2e9); from E 1.62, alpha .25, beta .26 the descent stops at 2.4 times the best cost",
  G23: "three sines: one basin of many, squares 270 times the best",
  G24: "chirp: squares 600 times the best",
  G25: "three peaks: two are found, squares 80 times the best",
  G26: "resonance of a circuit: squares 700 times the best",
  G27: "Ramberg and Osgood: 1000 iterations without an end",
  G28: "Ratkowsky: 1000 iterations without an end",
  G29: "bent power law in text: squares 47 times the best",
  G30: "power law and exponential together: squares 30 times the best",
  G31: "optimum of temperature: squares 380 times the best, at the edge of a power of a negative number",
  G32: "Planck in hertz: T is 1.7e15, worse than the mean, and called a fit",
  H12: "log(A) - E / (R x): 1000 iterations without an end, although log A enters linearly",
  H14: "logistic by milliseconds since 1970: squares 400 times the best",
  H15: "Moore's law, a 2^(x / c) by calendar year: 1000 iterations without an end",
  H16: "logistic with intercept and slope by calendar year: L is 4e27",
  H18: "exponential by milliseconds since 1970: 1000 iterations without an end",
  H19: "bell by milliseconds since 1970: squares 60 times the best",
  H20: "e^-27000: the reason blames infinity and does not say to count days from the first",
  I10: "1 / x and the bent power law at x = 0: the reason does not say which x",
  J10: "values of 1e-200: standard errors 0, r2 0 (squares underflow)",
  J11: "values of 1e200: failure, not finite at any start (squares overflow)",
  J12: "values of 1e-170: the start is given back as a fit, r2 0, errors 0 and NaN",
  J13: "a sharpness with a standard error of 1e64 counts as identifiable",
  L09: "two equal Dates are two symbols",
  M09: "the column __proto__ is lost without a word",
  P05: "the ancestor's lines stay in the student's version, mark and all",
  P06: "marks with Windows line ends are not seen",
  Q01: "errors that do not name fit and x",
  Q02: "errors that do not name the function",
  Q03: "errors that do not name the function",
  Q04: "errors that do not name the function",
  Q07: "errors that do not name the function",
};

type Codes = Readonly<Partial<Record<Theme, Readonly<Record<string, Code>>>>>;

/** A formula with its points needs no code of its own. */
const formulas = freshCases.flatMap(({ id, fit }) => (fit ? [[id, () => fitFormula(fit)] as const] : []));
const freshCodes: Codes = { ...fresh, fits: { ...fresh.fits, ...Object.fromEntries(formulas) } };
const freshExpected = freshCases.map((one): Case => ({ ...one, expected: one.expected ?? peerValues[one.id] ?? {} }));

/** A test a case. A case that is open must fail: what comes right leaves the list. */
function tests(cases: readonly Case[], codes: Codes): void {
  for (const one of cases) {
    const test = one.id in open ? it.fails : it;
    test(`${one.theme}, ${one.id}: ${one.wanted}`, () => {
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

describe("the list of open cases", () => {
  it("names cases, each once", () => {
    const ids = [...realCases, ...freshCases].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(open).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
