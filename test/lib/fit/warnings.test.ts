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
