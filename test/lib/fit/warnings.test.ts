import { curve, fit } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";
import { warn } from "../../../lib/fit/uncertainty/warnings";

const calm = {
  direction: "",
  stop: "converged",
  degreesOfFreedom: 20,
  atBound: [],
  robustness: { loss: "linear", scale: 1 },
  n: 23,
  moving: 3,
} as const;

describe("warn", () => {
  it("is silent where all is well", () => expect(warn(calm)).toEqual([]));

  const cases: [string, Partial<Parameters<typeof warn>[0]>, RegExp][] = [
    ["an open direction", { direction: "L and x0 run away" }, /do not determine all parameters.*L and x0 run away/],
    ["a descent that stalled", { stop: "stalled" }, /few digits/],
    ["no degree of freedom", { degreesOfFreedom: 0, n: 3 }, /as many parameters as points \(3\)/],
    ["parameters at a bound", { atBound: ["nu", "L"] }, /^nu, L ended at a bound/],
    ["a robust loss", { robustness: { loss: "huber", scale: 0.12345 } }, /huber for residuals above 0.123/],
    ["few points", { n: 8, degreesOfFreedom: 5 }, /^8 points for 3 parameters/],
  ];
  for (const [title, change, text] of cases) {
    it(`says one thing of ${title}`, () => {
      const said = warn({ ...calm, ...change });
      expect(said.length).toBe(1);
      expect(said[0]).toMatch(text);
    });
  }

  it("does not call errors rough where there are none", () => {
    expect(warn({ ...calm, degreesOfFreedom: 0, n: 3 }).join()).not.toMatch(/are rough/);
  });
});

describe("a formula that is most often meant otherwise", () => {
  const x = [1, 2, 3, 4, 5, 6];
  const y = x.map((at, i) => 1.5 * Math.exp(0.3 * at) + 0.1 * Math.sin(7 * i));
  const firstOf = (text: string, options = {}) => {
    const found = fit(curve(text, options), x, y);
    return found.kind === "fit" ? (found.warnings[0] ?? "none") : found.reason;
  };

  it("says so first: a predictor under another name, Euler's number", () => {
    expect(firstOf("a * N + b")).toMatch(/^the formula has no x, so that a, N, b are all parameters/);
    expect(firstOf("a * X^b")).toMatch(/^the formula has no x/);
    expect(firstOf("a * e^(b * x)")).toMatch(/^e is a parameter of the formula, not Euler's number: exp\(b \* x\)/);
  });

  it("and says nothing of those that are meant so", () => {
    const said = [firstOf("a"), firstOf("a + e * x"), firstOf("a * N + b", { predictors: ["N"] })];
    expect(said.join()).not.toMatch(/the formula has no|Euler/);
    const held = fit(curve("a * e^(b * x)"), x, y, { fixed: { e: Math.E } });
    expect(held.kind === "fit" && held.warnings.join()).not.toMatch(/Euler/);
  });
});
