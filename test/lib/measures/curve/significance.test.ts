import { benjaminiHochberg, changePointTest, holm, weiThreshold } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

describe("weiThreshold", () => {
  const trials = [100, 100, 100, 100];

  it("is the first scale above chance, and says whether all later ones are too", () => {
    const found = weiThreshold([1, 2, 3, 4], [26, 24, 60, 30], trials, { chance: 0.25 });
    expect(found).toMatchObject({ kind: "threshold", x: 3, index: 2, fromTheStart: false, lasting: false });
  });

  it("takes one number of questions where it is the same at each scale", () => {
    const right = [26, 24, 60, 30];
    const options = { chance: 0.25 };
    expect(weiThreshold([1, 2, 3, 4], right, 100, options)).toEqual(weiThreshold([1, 2, 3, 4], right, trials, options));
    expect(() => weiThreshold([1, 2, 3, 4], right, 50, options)).toThrow("successes[2] 60, needs a whole number");
  });

  it("says where the smallest scale is above chance already", () => {
    expect(weiThreshold([1, 2, 3, 4], [50, 60, 70, 80], trials, { chance: 0.25 })).toMatchObject({
      fromTheStart: true,
      lasting: true,
    });
  });

  it("has exact p values: 9 or 10 of 10 by tossing coins 11 / 1024, none or more 1", () => {
    const { p, adjusted } = weiThreshold([1, 2], [9, 0], [10, 10], { chance: 0.5 });
    expect(p[0]).toBeCloseTo(11 / 1024, 14);
    expect(p[1]).toBe(1);
    expect(adjusted[0]).toBeCloseTo(22 / 1024, 14);
  });

  it("takes one right answer as above a chance of 0", () => {
    expect(weiThreshold([1, 2], [0, 1], [50, 50], { chance: 0 })).toMatchObject({ kind: "threshold", x: 2 });
  });

  it("calls any of 8 scales above chance by luck in at most 5 of 100 families", () => {
    const source = random(4);
    const scales = [1, 2, 3, 4, 5, 6, 7, 8];
    let called = 0;
    for (let family = 0; family < 1000; family++) {
      const counts = scales.map(() => source.binomial(400, 0.25));
      if (
        weiThreshold(
          scales,
          counts,
          scales.map(() => 400),
          { chance: 0.25 },
        ).kind === "threshold"
      )
        called++;
    }
    expect(called).toBeLessThan(70);
    expect(called).toBeGreaterThan(15);
  });

  it("gives a reason where none is above chance, and throws on counts that are none", () => {
    const none = weiThreshold([1, 2], [25, 26], [100, 100], { chance: 0.25 });
    expect(none.kind === "failed" && none.reason).toMatch(/none of 2 scales is above chance 0.25/);
    expect(() => weiThreshold([1], [2], [1], { chance: 0.5 })).toThrow(/successes\[0\] 2/);
    expect(() => weiThreshold([2, 1], [1, 1], [9, 9], { chance: 0.5 })).toThrow(
      "x[1] 1, needs finite numbers in increasing order",
    );
    expect(() => weiThreshold([1], [1], [2], { chance: 1 })).toThrow(/chance 1, needs/);
    expect(() => weiThreshold([1, 2], [1], [2], { chance: 0.5 })).toThrow(/2 x but 1 successes/);
  });
});

describe("benjaminiHochberg", () => {
  it('agrees with R\'s p.adjust(p, "BH")', () => {
    const { adjusted } = benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05]);
    for (const value of adjusted) expect(value).toBeCloseTo(0.05, 14);
    const mixed = benjaminiHochberg([0.5, 0.001, 0.04, 0.011]).adjusted;
    for (const [i, value] of [0.5, 0.004, 0.16 / 3, 0.022].entries()) expect(mixed[i]).toBeCloseTo(value, 14);
  });

  it("keeps the share of false discoveries near level x share of true nulls", () => {
    const source = random(11);
    let share = 0;
    for (let k = 0; k < 400; k++) {
      const p = Array.from({ length: 60 }, (_, i) => (i < 20 ? source.uniform() * 0.003 : source.uniform()));
      const { rejected, count } = benjaminiHochberg(p, { fdr: 0.1 });
      share += rejected.filter((yes, i) => yes && i >= 20).length / Math.max(1, count) / 400;
    }
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.08);
  });

  it("takes no p at all, and throws on one that is none", () => {
    expect(benjaminiHochberg([])).toEqual({ adjusted: [], rejected: [], count: 0 });
    expect(() => benjaminiHochberg([0.1, 1.2])).toThrow("benjaminiHochberg: p[1] 1.2, needs a number from 0 to 1");
  });
});

describe("holm", () => {
  it("agrees with statsmodels, in the order given", () => {
    // multipletests(p, method="holm") of statsmodels 0.15.0
    const adjusted = holm([0.01, 0.04, 0.03, 0.5, 0.005, 0.005]);
    for (const [i, value] of [0.04, 0.09, 0.09, 0.5, 0.03, 0.03].entries()) expect(adjusted[i]).toBeCloseTo(value, 12);
    expect(holm([])).toEqual([]);
    expect(holm(Float64Array.of(0.6, 0.7))).toEqual([1, 1]);
  });

  it("refuses what is no probability", () => {
    expect(() => holm([0.1, 1.2])).toThrow("holm: p[1] 1.2, needs a number from 0 to 1");
  });
});

describe("changePointTest", () => {
  const x = Array.from({ length: 10 }, (_, i) => 18 + 0.6 * i);

  it("finds a jump, its place and its height", () => {
    const source = random(2);
    const y = x.map((at) => 0.1 * at + (at > 21.2 ? 0.7 : 0) + 0.02 * source.normal());
    const { p, place, jump } = changePointTest(x, y, { seed: 3 });
    expect(p).toBeLessThan(0.01);
    expect(place).toBeCloseTo(21.3, 10);
    expect(Math.abs(jump - 0.7)).toBeLessThan(0.15);
  });

  it("of a constant is the shift of the mean: the Nile's flow from 1871 on, F 75.93 after 1898", () => {
    // Cobb 1978, Biometrika 65, 243; sup.F of R's package strucchange: https://search.r-project.org/CRAN/refmans/strucchange/html/sctest.Fstats.html
    // biome-ignore format: a table of numbers
    const flow = [
      1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
      1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
      831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
      781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
      744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ];
    const years = flow.map((_, i) => 1871 + i);
    const found = changePointTest(years, flow, { degree: 0, replicates: 199, seed: 1 });
    expect(found.statistic.toFixed(2)).toBe("75.93");
    expect(found.place).toBe(1898.5);
    expect(found.jump.toFixed(2)).toBe("-247.78"); // 849.97 less 1097.75
    expect(found.p).toBe(1 / 200);
  });

  it("calls 5 of 100 smooth curves a jump at level .05, whatever the curve and the noise", () => {
    const source = random(5);
    let called = 0;
    for (let k = 0; k < 400; k++) {
      const y = x.map((at) => 3 - 0.2 * (at - 20) ** 2 + 0.3 * source.normal());
      if (changePointTest(x, y, { replicates: 99, seed: k }).p <= 0.05) called++;
    }
    expect(called / 400).toBeGreaterThan(0.025);
    expect(called / 400).toBeLessThan(0.08);
  });

  it("gives the same p for the same seed, and 1 for a curve that is smooth to rounding", () => {
    const y = [0, 0, 0.1, 0.1, 0.3, 0.2, 0.5, 0.9, 0.9, 1];
    expect(changePointTest(x, y, { seed: 9 })).toEqual(changePointTest(x, y, { seed: 9 }));
    expect(
      changePointTest(
        x,
        x.map((at) => at * at),
      ).p,
    ).toBe(1);
  });

  it("says what it needs", () => {
    expect(() => changePointTest([1, 2, 3], [1, 2, 3])).toThrow(
      "changePointTest: 3 points, needs at least 6 for degree 2",
    );
    expect(() => changePointTest(x, x.slice(1))).toThrow("changePointTest: 10 x but 9 y");
    expect(() => changePointTest([...x].reverse(), x)).toThrow(/increasing order/);
    expect(() => changePointTest(x, x, { replicates: 0 })).toThrow(/replicates 0/);
  });
});
