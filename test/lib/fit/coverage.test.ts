import { curves, fit } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

// 2,000 data sets from known parameters: a 95 % interval must hold the truth in 93 to 97 of 100.
const truth = { floor: 0.25, L: 0.9, k: 2, x0: 5 };
const x = Array.from({ length: 40 }, (_, i) => i / 4);
const sets = 2000;
const at = [2, 4.5, 5.5, 8];

const hits = {
  interval: { floor: 0, L: 0, k: 0, x0: 0 },
  profile: { floor: 0, L: 0, k: 0, x0: 0 },
  curve: 0,
  observation: 0,
};
let profiled = 0;
for (let seed = 1; seed <= sets; seed++) {
  const { normal } = random(seed);
  const y = x.map((value) => curves.logistic4.value(value, truth) + 0.03 * normal());
  const result = fit(curves.logistic4, x, y, { start: truth });
  if (result.kind === "failed") throw new Error(result.reason);
  const within = ({ lower, upper }: { lower: number; upper: number }, value: number) =>
    Number(lower <= value && value <= upper);
  const students = result.interval();
  const profiles = seed % 4 === 0 ? result.profile() : undefined;
  profiled += Number(profiles !== undefined);
  for (const name of ["floor", "L", "k", "x0"] as const) {
    hits.interval[name] += within(students[name], truth[name]);
    if (profiles) hits.profile[name] += within(profiles[name], truth[name]);
  }
  for (const place of at) {
    const value = curves.logistic4.value(place, truth);
    hits.curve += within(result.band(place), value) / at.length;
    hits.observation += within(result.band(place, { interval: "prediction" }), value + 0.03 * normal()) / at.length;
  }
}

describe(`95 % intervals over ${sets} simulated data sets`, () => {
  for (const name of ["floor", "L", "k", "x0"] as const) {
    it(`Student's of ${name} hold the truth in 93 to 97 %`, () => {
      expect(hits.interval[name] / sets).toBeGreaterThan(0.93);
      expect(hits.interval[name] / sets).toBeLessThan(0.97);
    });

    it(`the profile's of ${name} too (every fourth set)`, () => {
      expectMisses(profiled - hits.profile[name], profiled, 0.05);
      expectMisses(hits.profile[name], profiled, 0.95);
    });
  }

  it("bands of the curve and of an observation too", () => {
    expect(hits.curve / sets).toBeGreaterThan(0.93);
    expect(hits.curve / sets).toBeLessThan(0.97);
    expect(hits.observation / sets).toBeGreaterThan(0.93);
    expect(hits.observation / sets).toBeLessThan(0.97);
  });
});
