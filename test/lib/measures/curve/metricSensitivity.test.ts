import { type MetricRow, metricSensitivity, type SensitivityOptions } from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

const one = (scores: number[], errors: object = {}, options: SensitivityOptions = {}): MetricRow => {
  const metrics = { only: { scores: Object.freeze(scores) as number[], ...errors } };
  const x = Object.freeze(scores.map((_, i) => i)) as number[];
  return metricSensitivity(x, metrics, options)[0] as MetricRow;
};
const scoreOf = ({ schaefferScore: score }: MetricRow) => (score.kind === "score" ? score.value : Number.NaN);

/** Every outcome of one question a scale, with its chance: the whole distribution of the score, by hand. */
function enumerated(chances: readonly number[]): { infinite: number; flat: number } {
  const shares = { infinite: 0, flat: 0 };
  for (let bits = 0; bits < 2 ** chances.length; bits++) {
    const y = chances.map((_, i) => (bits >> i) & 1);
    const chance = chances.reduce((product, p, i) => product * (y[i] === 1 ? p : 1 - p), 1);
    const changes = y.slice(1).filter((value, i) => value !== y[i]).length;
    if (changes === 0) shares.flat += chance;
    else if (changes < y.length / 2) shares.infinite += chance; // of an odd count of steps, the middle one is 0
  }
  return shares;
}

describe("metricSensitivity", () => {
  it("gives a straight line k - 1 and linearity 1, without intervals where no errors are known", () => {
    const row = one([1, 2, 3, 4, 5]);
    expect(row).toMatchObject({
      straightLine: 4,
      linearity: 1,
      scoreInterval: undefined,
      infiniteProportion: undefined,
    });
    expect(scoreOf(row)).toBeCloseTo(4, 12);
    // Without an end a line over four; without an inner scale the rise is the same and the median step as well.
    expect(row.withoutOne?.lower).toBeCloseTo(3, 12);
    expect(row.withoutOne?.upper).toBeCloseTo(4, 12);
  });

  it("draws counts anew: shares of infinite and undefined scores as by enumeration", () => {
    const expected = enumerated([0.25, 0.25, 0.25, 0.75]); // (count + 1/2) / (1 + 1) for one question
    const replicates = 40_000;
    const row = one([0, 0, 0, 1], { trials: 1 }, { replicates, seed: 2, pseudocount: 0.5 });
    const near = (got: number | undefined, p: number) =>
      expect(Math.abs((got ?? Number.NaN) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / replicates));
    near(row.infiniteProportion, expected.infinite);
    near(row.undefinedProportion, expected.flat);
  });

  it("leaves zeros at zero without a pseudocount: an infinite score stays infinite", () => {
    const row = one([0, 0, 0, 0.5], { trials: 1000 });
    expect(row).toMatchObject({
      infiniteProportion: 1,
      undefinedProportion: 0,
      scoreInterval: { lower: Infinity, upper: Infinity },
    });
  });

  it("has intervals as wide as the delta method says, for small normal errors", () => {
    const [scores, error] = [[0, 1, 3], 1e-3];
    // S = (y3 - y1) / sqrt(((y2 - y1)^2 + (y3 - y2)^2) / 2)
    const score = ([a = 0, b = 0, c = 0]: number[]) => (c - a) / Math.sqrt(((b - a) ** 2 + (c - b) ** 2) / 2);
    const slope = (i: number) => score(scores.map((v, j) => v + (j === i ? 1e-6 : 0))) - score(scores);
    const spread = error * Math.hypot(...[0, 1, 2].map((i) => slope(i) / 1e-6));
    const { scoreInterval: found } = one(
      scores,
      { standardErrors: [error, error, error] },
      { replicates: 20_000, confidence: 0.9 },
    );
    const half = 1.6448536269514722 * spread;
    expect(Math.abs((found?.lower ?? Number.NaN) - (score(scores) - half))).toBeLessThan(0.05 * half);
    expect(Math.abs((found?.upper ?? Number.NaN) - (score(scores) + half))).toBeLessThan(0.05 * half);
  });

  it("says that a flat curve has no score", () => {
    const row = one([0, 0, 0, 0], { trials: 10 });
    expect(row.schaefferScore.kind).toBe("failed");
    expect(row).toMatchObject({
      undefinedProportion: 1,
      infiniteProportion: 0,
      scoreInterval: undefined,
      withoutOne: undefined,
    });
    expect(row.sharpness).toMatchObject({ kind: "failed" });
  });

  it("fits the sharpness of a curve that is fixed, and says why where it is not", () => {
    const x = [0, 1, 2, 3, 4, 5, 6, 7];
    const share = (at: number) => Math.round(1000 / (1 + Math.exp(-2 * (at - 3.5)))) / 1000;
    const [counts, short] = [
      metricSensitivity(x, { exact: { scores: x.map(share), trials: 1000 } })[0],
      metricSensitivity([1, 2, 3], { exact: { scores: [0, 0.5, 1], trials: 2 } })[0],
    ];
    const width = counts && "width" in counts.sharpness ? counts.sharpness.width : Number.NaN;
    expect(Math.abs(width - Math.log(81) / 2)).toBeLessThan(0.05);
    expect(short?.sharpness).toMatchObject({ kind: "failed", reason: "3 scales do not test a curve of 3 parameters" });
  });

  it("gives the same numbers for the same seed", () => {
    const again = (seed: number) => one([0.1, 0.2, 0.4, 0.5], { trials: 1000 }, { seed }).scoreInterval;
    expect(again(3)).toEqual(again(3));
    expect(again(3)).not.toEqual(again(4));
  });

  it("refuses what does not fit, by name", () => {
    const fails = (x: number[], given: object, options: SensitivityOptions = {}) =>
      expect(() => metricSensitivity(x, { bleu: given as never }, options));
    fails([1, 2, 3], { scores: [1, 2] }).toThrow('metricSensitivity: 3 scales but 2 scores of "bleu"');
    fails([1, 2, 2], { scores: [1, 2, 3] }).toThrow("x[2] 2, needs finite numbers in increasing order");
    fails([1, 2], { scores: [1, 2] }).toThrow("2 scales, needs at least 3");
    fails([1, 2, 3], { scores: [0.2, 0.35, 0.4], trials: 10 }).toThrow(
      'score 0.35 of "bleu" is not a proportion of 10 questions, needs a whole count over 10',
    );
    fails([1, 2, 3], { scores: [0, 1, 2], trials: 10 }).toThrow(
      "is not a proportion of 10 questions, needs a whole count over 10",
    );
    fails([1, 2, 3], { scores: [1, 2, Number.NaN] }).toThrow('scores[2] of "bleu" is NaN');
    fails([1, 2, 3], { scores: [1, 1, 1], trials: 5, standardErrors: [0, 0, 0] }).toThrow("needs at most one of them");
    fails([1, 2, 3], { scores: [1, 1, 1], standardErrors: [0, -1, 0] }).toThrow("standard error 1");
    fails([1, 2, 3], { scores: [1, 1, 1], trials: 0.5 }).toThrow("needs a whole number from 1");
    fails([1, 2, 3], { scores: [1, 2, 3] }, { confidence: 1 }).toThrow("confidence 1");
    fails([1, 2, 3], { scores: [1, 2, 3] }, { replicates: 0 }).toThrow("replicates 0");
    fails([1, 2, 3], { scores: [1, 2, 3] }, { pseudocount: -1 }).toThrow("pseudocount -1");
    expect(() => metricSensitivity([1, 2, 3], {})).toThrow("no metrics");
  });
});
