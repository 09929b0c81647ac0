import { describe, expect, it } from "vitest";
import { centralInterval } from "../../../lib/stats/centralInterval";

describe("centralInterval", () => {
  it("are numpy's linear quantiles", () => {
    // numpy.quantile([1, 2, 3, 4], [.25, .75]) and of [0, 10] at .05 and .95
    expect(centralInterval(Float64Array.of(1, 2, 3, 4), 0.5)).toEqual({ lower: 1.75, upper: 3.25 });
    const { lower, upper } = centralInterval(Float64Array.of(0, 10), 0.9);
    expect(lower).toBeCloseTo(0.5, 12);
    expect(upper).toBeCloseTo(9.5, 12);
  });
  it("of one value are that value", () => {
    expect(centralInterval(Float64Array.of(7), 0.95)).toEqual({ lower: 7, upper: 7 });
  });
});
