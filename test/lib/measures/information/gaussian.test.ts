import { gaussian } from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

const covariance = [
  [2, 0.5, 0.3, 0.1],
  [0.5, 1, 0.4, -0.2],
  [0.3, 0.4, 1.5, 0.6],
  [0.1, -0.2, 0.6, 3],
];

describe("gaussian", () => {
  it("entropy of one variable is log2(2 pi e variance) / 2, mutual information -log2(1 - r^2) / 2", () => {
    expect(gaussian.entropy([[4]])).toBeCloseTo(Math.log2(2 * Math.PI * Math.E * 4) / 2, 12);
    const r2 = 0.25 / 2;
    expect(gaussian.mutualInformation(covariance, 0, 1)).toBeCloseTo(-Math.log2(1 - r2) / 2, 12);
    expect(gaussian.mutualInformation(covariance, 0, 1, { unit: "nats" })).toBeCloseTo(-Math.log(1 - r2) / 2, 12);
  });

  it("total correlation is -log2(det of the correlations) / 2: equal correlations r have (1 - r)^2 (1 + 2 r)", () => {
    const r = 0.3;
    const equal = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : r)));
    expect(gaussian.totalCorrelation(equal)).toBeCloseTo(-Math.log2((1 - r) ** 2 * (1 + 2 * r)) / 2, 12);
  });

  it("O = TC - DTC, S = TC + DTC, chain rule, co-information of three", () => {
    const [tc, dtc] = [gaussian.totalCorrelation(covariance), gaussian.dualTotalCorrelation(covariance)];
    expect(gaussian.oInformation(covariance)).toBeCloseTo(tc - dtc, 12);
    expect(gaussian.sInformation(covariance)).toBeCloseTo(tc + dtc, 12);
    const given = gaussian.conditionalMutualInformation(covariance, 1, 2, 0);
    expect(gaussian.mutualInformation(covariance, [0, 1], 2)).toBeCloseTo(
      gaussian.mutualInformation(covariance, 0, 2) + given,
      12,
    );
    const groups = [0, 1, 2];
    const three = gaussian.mutualInformation(covariance, 1, 2) - given;
    expect(gaussian.coInformation(covariance, { groups })).toBeCloseTo(three, 12);
    expect(gaussian.interactionInformation(covariance, { groups })).toBeCloseTo(-three, 12);
  });

  it("informations do not depend on the units of the variables, and are 0 where nothing is shared", () => {
    const units = [10, 0.1, 3, 1];
    const scaled = covariance.map((row, i) =>
      row.map((value, j) => value * (units[i] as number) * (units[j] as number)),
    );
    for (const name of ["totalCorrelation", "dualTotalCorrelation", "tseComplexity", "oInformation"] as const) {
      expect(gaussian[name](scaled)).toBeCloseTo(gaussian[name](covariance), 10);
      expect(
        gaussian[name]([
          [2, 0],
          [0, 5],
        ]),
      ).toBeCloseTo(0, 12);
    }
  });

  it("throws on what is no covariance matrix", () => {
    expect(() =>
      gaussian.entropy([
        [1, 1],
        [1, 1],
      ]),
    ).toThrow("gaussian.entropy: covariance of variables 0, 1 is not positive");
    expect(() =>
      gaussian.entropy([
        [1, 0.2],
        [0.1, 1],
      ]),
    ).toThrow("entry (0, 1) is 0.2 but (1, 0) is 0.1");
    expect(() => gaussian.entropy([[1, 0]])).toThrow("row 0 has 2 entries, needs 1");
    expect(() => gaussian.entropy([])).toThrow("covariance is empty");
    expect(() => gaussian.mutualInformation(covariance, 0, 7)).toThrow("gaussian.mutualInformation: no variable 7");
  });
});
