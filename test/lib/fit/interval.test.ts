import { compiled } from "cephes";
import { beforeAll, expect, it } from "vitest";
import { studentInterval } from "../../../lib/fit/uncertainty/interval";

// As an ES module the library of distributions compiles in the background.
beforeAll(() => compiled);

const state = {
  names: ["a", "b", "c"] as const,
  parameters: { a: 2, b: -1, c: 5 },
  standardErrors: { a: 0.5, b: Number.POSITIVE_INFINITY, c: 0 },
  degreesOfFreedom: 10,
  absolute: false,
  confidence: 0.95,
};

it("reaches t standard errors to both sides, without end where the error is infinite, nowhere where it is 0", () => {
  const { a, b, c } = studentInterval(state);
  expect(a.lower).toBeCloseTo(2 - 0.5 * 2.2281388519649385, 10);
  expect(a.upper).toBeCloseTo(2 + 0.5 * 2.2281388519649385, 10);
  expect(b).toEqual({ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY });
  expect(c).toEqual({ lower: 5, upper: 5 });
});

it("a held parameter has no width even without a degree of freedom", () => {
  const { a, c } = studentInterval({ ...state, degreesOfFreedom: 0 });
  expect(a).toEqual({ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY });
  expect(c).toEqual({ lower: 5, upper: 5 });
});
