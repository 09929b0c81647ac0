import { unwrap } from "@emergence/lib/core";
import { curves, jumpTest } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

const x = Array.from({ length: 24 }, (_, i) => i / 2);
const noisy = (of: (x: number) => number, seed: number) => {
  const { normal } = random(seed);
  return x.map((value) => of(value) + 0.04 * normal());
};
const tested = (...data: Parameters<typeof jumpTest>) => unwrap(jumpTest(...data));

describe("jumpTest", () => {
  const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

  it("tells a jump, a bend and a smooth rise apart", () => {
    let doubted = 0;
    for (const seed of seeds) {
      const jump = tested(
        x,
        noisy((v) => (v < 6.2 ? 0.1 : 0.9), seed),
      );
      expect(jump.verdict, `${seed}`).not.toBe("bend");
      expect(jump.evidence.bend, `${seed}`).toBeLessThan(0.001);
      doubted += Number(jump.evidence.jump <= 0.5);
      const bend = tested(
        x,
        noisy((v) => 0.2 * Math.abs(v - 6.1), seed),
      );
      expect(bend.verdict, `${seed}`).toBe("bend");
    }
    // A smooth curve steep enough is a jump, with one parameter more. Akaike's criterion takes one that is not needed when
    // chi-squared of 1 degree of freedom is above 2: in 15.7 %.
    expectMisses(doubted, seeds.length, 0.157);
  });

  it("calls a smooth rise smooth, and prefers the smooth curve point by point", () => {
    for (const seed of seeds) {
      const smooth = tested(
        x,
        noisy((v) => 1 / (1 + Math.exp(-0.9 * (v - 6))), seed),
      );
      expect([smooth.verdict, smooth.smoothAgainstStep?.prefers], `${seed}`).toEqual(["smooth", "logistic4"]);
    }
  });

  it("gives shares of evidence that add up to 1, and a sentence with them", () => {
    const { evidence, why } = tested(
      x,
      noisy((v) => v / 10, 4),
    );
    expect(evidence.jump + evidence.bend + evidence.smooth).toBeCloseTo(1, 12);
    expect(why).toMatch(/% for a jump, .*% for a bend, .*% for a smooth curve/);
  });

  it("takes other smooth curves", () => {
    const { comparison } = tested(
      x,
      noisy((v) => v / 10, 4),
      { smooth: [curves.gompertz] },
    );
    expect(comparison.map(({ name }) => name).sort()).toEqual(["gompertz", "hinge", "step"]);
  });

  it("refuses points too few for two curves, and fails where none can be fitted", () => {
    expect(() => jumpTest([1, 2], [0, 1])).toThrow("jumpTest: 2 points, needs at least 4 to compare two curves");
    const everywhere = jumpTest(
      x.map(() => 3),
      x,
    );
    expect(everywhere).toEqual({
      kind: "failed",
      reason: expect.stringContaining("curves could be fitted, needs 2 ("),
    });
  });
});
