import { calibrationBins, expectedCalibrationError, optionProbabilities } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, mean, values } from "./values";

describe("expectedCalibrationError", () => {
  it("agrees with scikit-learn's calibration curve, weighted, for 7 to 20 bins", () => {
    for (const { logits, target, bins, calibrationError } of values.choices) {
      expectClose(expectedCalibrationError(logits.map(optionProbabilities), target, { bins }), calibrationError);
    }
  });

  it("has 15 bins unless told", () => {
    const sharp = values.choices.find(({ bins }) => bins === 15) as (typeof values.choices)[0];
    const rows = sharp.logits.map(optionProbabilities);
    expectClose(expectedCalibrationError(rows, sharp.target), sharp.calibrationError);
    expect(expectedCalibrationError(rows, sharp.target, { bins: 10 })).not.toBeCloseTo(sharp.calibrationError, 3);
  });

  it("is 0 for confidence that is borne out, and for a uniform guess", () => {
    const row = Object.freeze([0.75, 0.25]);
    expect(expectedCalibrationError([row, row, row, row], [0, 0, 1, 0])).toBe(0);
    expect(expectedCalibrationError([[0.25, 0.25, 0.25, 0.25]], [3])).toBe(0);
  });

  it("is 1 for certainty that is wrong", () => {
    expect(expectedCalibrationError([[1, 0]], [1])).toBe(1);
  });

  it("with one bin is the distance of mean confidence and accuracy, and no finer bins lie below it", () => {
    const row = fc.double({ min: 0.5, max: 1, noNaN: true }).map((p) => [p, 1 - p]);
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.nat(1)), { minLength: 1, maxLength: 30 }), (questions) => {
        const rows = questions.map(([p]) => p);
        const targets = questions.map(([, target]) => target);
        const one = expectedCalibrationError(rows, targets, { bins: 1 });
        const right = questions.map(([[p = 0], target]) => (p === 0.5 ? 0.5 : 1 - target));
        expectClose(one, Math.abs(mean(rows.map(([p = 0]) => p)) - mean(right)));
        expect(expectedCalibrationError(rows, targets, { bins: 12 })).toBeGreaterThanOrEqual(one - 1e-12);
      }),
    );
  });

  it("refuses ragged input, no questions, rows that do not sum to 1, and no bins", () => {
    expect(() => expectedCalibrationError([[1, 0]], [0, 1])).toThrow(
      "expectedCalibrationError: 1 rows of probabilities but 2 targets",
    );
    expect(() => expectedCalibrationError([], [])).toThrow("expectedCalibrationError: no questions");
    expect(() => expectedCalibrationError([[0.5, 0.1]], [0])).toThrow(
      "expectedCalibrationError: probabilities sum to 0.6",
    );
    expect(() => expectedCalibrationError([[1, 0]], [0], { bins: 0 })).toThrow("bins 0, needs a whole number from 1");
    expect(() => calibrationBins([[1, 0]], [5])).toThrow("calibrationBins: target 5");
  });
});

describe("calibrationBins", () => {
  it("puts each confidence into a bin that holds it, its upper edge included, for up to 60 bins", () => {
    for (let bins = 1; bins <= 60; bins++) {
      for (let m = Math.ceil(bins / 2); m <= bins; m++) {
        const [bin] = calibrationBins([[m / bins, 1 - m / bins]], [0], { bins });
        expect(bin?.upper).toBe(m / bins);
        // The next number, whose product with the number of bins may be rounded down to the edge.
        const above = (m / bins) * (1 + Number.EPSILON);
        if (m < bins) expect(calibrationBins([[above, 1 - above]], [0], { bins })[0]?.lower).toBe(m / bins);
      }
    }
  });

  it("leaves out empty bins and counts every question once", () => {
    const bins = calibrationBins(
      [
        [0.9, 0.1],
        [0.05, 0.95],
        [0.6, 0.4],
      ],
      [0, 0, 0],
      { bins: 10 },
    );
    expect(bins.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(bins.map(({ lower }) => lower)).toEqual([0.5, 0.8, 0.9]);
    expect(bins.map(({ accuracy }) => accuracy)).toEqual([1, 1, 0]);
  });
});
