import { resolution, wilson } from "@emergence/lib/metrics";
import { normalQuantile } from "@emergence/lib/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, values } from "./values";

const counts = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
const confidences = fc.double({ min: 0.01, max: 0.999, noNaN: true });

describe("wilson", () => {
  it(`agrees with statsmodels and scipy on ${values.wilson.length} intervals`, () => {
    for (const [successes, trials, confidence, lower, upper] of values.wilson) {
      const got = wilson(successes, trials, { confidence });
      expectClose(got.lower, lower, `${successes} of ${trials}, lower:`);
      expectClose(got.upper, upper, `${successes} of ${trials}, upper:`);
    }
  });

  it("ends where the observed share is z of the end's own standard errors away", () => {
    fc.assert(
      fc.property(counts, confidences, ([k, n], confidence) => {
        const z = normalQuantile((1 + confidence) / 2);
        const { lower, upper } = wilson(k, n, { confidence });
        for (const end of [lower, upper]) expect((k / n - end) ** 2).toBeCloseTo((z ** 2 * end * (1 - end)) / n, 10);
        expect(lower).toBeLessThanOrEqual(k / n);
        expect(upper).toBeGreaterThanOrEqual(k / n);
      }),
    );
  });

  it("mirrors successes and failures, and stays within 0 and 1", () => {
    fc.assert(
      fc.property(counts, confidences, ([k, n], confidence) => {
        const [there, back] = [wilson(k, n, { confidence }), wilson(n - k, n, { confidence })];
        expectClose(there.lower, 1 - back.upper);
        expect(there.lower).toBeGreaterThanOrEqual(0);
        expect(there.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("begins at 0 for no success and ends at 1 for no failure, and is not a point there", () => {
    expect(wilson(0, 20).lower).toBe(0);
    expect(wilson(0, 20).upper).toBeGreaterThan(0.1);
    expect(wilson(20, 20).upper).toBe(1);
  });

  it("has a confidence of 95 % unless told", () => {
    expect(wilson(3, 7)).toEqual(wilson(3, 7, { confidence: 0.95 }));
  });

  it("refuses counts and confidences that are none", () => {
    expect(() => wilson(1, 0)).toThrow("wilson: trials 0, needs a whole number from 1");
    expect(() => wilson(8, 7)).toThrow("wilson: successes 8, needs a whole number from 0 to 7");
    expect(() => wilson(-1, 7)).toThrow("successes -1");
    expect(() => wilson(0.3, 7)).toThrow("successes 0.3");
    expect(() => wilson(1, 7, { confidence: 95 })).toThrow("wilson: confidence 95, needs a number above 0 and below 1");
  });
});

describe("resolution", () => {
  it("is one question's share", () => {
    expect([1, 4, 1000].map(resolution)).toEqual([1, 0.25, 0.001]);
    expect(() => resolution(0)).toThrow("resolution: trials 0");
    expect(() => resolution(2.5)).toThrow(RangeError);
  });
});
