import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Rates, solveOde } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

// By scipy's DOP853 at a tolerance of 1e-13: test/fixtures/systems/solve_values.py.
const file = join(import.meta.dirname, "..", "..", "..", "fixtures", "systems", "solve.json");
const { trajectories } = JSON.parse(readFileSync(file, "utf8")) as {
  trajectories: Record<string, { t: number[]; x: number[][] }>;
};
const problems: Record<string, Rates> = {
  vanDerPol: ([x = 0, v = 0]) => [v, 2 * (1 - x * x) * v - x],
  lorenz: ([x = 0, y = 0, z = 0]) => [10 * (y - x), x * (28 - z) - y, x * y - (8 / 3) * z],
  drivenPendulum: ([x = 0, v = 0], t) => [v, -Math.sin(x) - 0.2 * v + 0.7 * Math.cos((2 * t) / 3)],
};
const turn: Rates = ([x = 0, v = 0]) => [v, -x];
const error = (tolerance: number, method: "RK45" | "RK23" = "RK45") => {
  const { x } = solveOde(turn, [1, 0], { t: [0, 5, 10], tolerance, method });
  return Math.abs((x[2]?.[0] as number) - Math.cos(10));
};

describe("solveOde", () => {
  for (const [name, F] of Object.entries(problems)) {
    it(`agrees with scipy on ${name}`, () => {
      const { t, x } = trajectories[name] as { t: number[]; x: number[][] };
      const found = solveOde(F, x[0] as number[], { t, tolerance: 1e-9 });
      expect(found.kind).toBe("solution");
      // Lorenz's system makes an error 100 times as large over 5 units of time.
      for (const [i, row] of x.entries()) {
        for (const [k, value] of row.entries()) {
          expect(Math.abs((found.x[i]?.[k] as number) - value)).toBeLessThan(name === "lorenz" ? 1e-5 : 1e-7);
        }
      }
    });
  }

  it("knows the logistic curve at just the times asked for", () => {
    const t = [0, 0.1, 2, 3.5, 10];
    const found = solveOde(([x = 0]) => [x * (1 - x)], [0.01], { t });
    expect([...found.t]).toEqual(t);
    for (const [i, time] of t.entries()) expect(found.x[i]?.[0]).toBeCloseTo(1 / (1 + 99 * Math.exp(-time)), 8);
  });

  it("gives the solver's own steps for two times, both ends among them, rising", () => {
    const { t, x } = solveOde(turn, [1, 0], { t: [2, 12] });
    expect(t[0]).toBe(2);
    expect(t.at(-1)).toBe(12);
    expect(t.length).toBe(x.length);
    expect(t.length).toBeGreaterThan(20);
    expect(t.every((time, i) => i === 0 || time > (t[i - 1] as number))).toBe(true);
    for (const [i, row] of x.entries()) expect(row[0]).toBeCloseTo(Math.cos((t[i] as number) - 2), 6);
  });

  it("keeps the constant of Lotka and Volterra over many rounds", () => {
    const F: Rates = ([x = 0, y = 0]) => [x * (1 - y), y * (x - 1)];
    const constant = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>) => x - Math.log(x) + y - Math.log(y);
    const { x } = solveOde(F, [2, 1], { t: [0, 50], tolerance: 1e-9 });
    for (const state of x) expect(Math.abs(constant(state) - constant([2, 1]))).toBeLessThan(1e-6);
  });

  it("errs in proportion to the tolerance, and by no more than it times the span", () => {
    for (const method of ["RK45", "RK23"] as const) {
      const tolerances = method === "RK45" ? [1e-4, 1e-6, 1e-8] : [1e-3, 1e-4, 1e-5];
      const errors = tolerances.map((tolerance) => error(tolerance, method));
      for (const [i, tolerance] of tolerances.entries()) expect(errors[i]).toBeLessThan(10 * tolerance);
      expect(errors[0] as number).toBeGreaterThan(10 * (errors[2] as number));
    }
  });

  it("runs backwards to where it came from", () => {
    const there = solveOde(problems.vanDerPol as Rates, [2, 0], { t: [0, 1, 2], tolerance: 1e-11 });
    const back = solveOde(problems.vanDerPol as Rates, there.x[2] as Float64Array, { t: [2, 1, 0], tolerance: 1e-11 });
    expect(back.x[2]?.[0]).toBeCloseTo(2, 7);
  });

  it("tells times apart that agree to many digits, and near 0 as elsewhere", () => {
    const from = 1e9;
    expect(solveOde(([x = 0]) => [x], [1], { t: [from, from + 0.5, from + 1] }).x[2]?.[0]).toBeCloseTo(Math.E, 6);
    expect(solveOde(([x = 0]) => [x], [1], { t: [-1, -1e-14, 0] }).x[2]?.[0]).toBeCloseTo(Math.E, 6);
  });

  it("sees a short pulse when steps may not be longer", () => {
    const pulse: Rates = (_, t) => [Math.exp(-(((t - 50) / 0.1) ** 2))];
    const area = 0.1 * Math.sqrt(Math.PI);
    expect(solveOde(pulse, [0], { t: [0, 100], longestStep: 0.1 }).x.at(-1)?.[0]).toBeCloseTo(area, 6);
  });

  it("stays where nothing moves, and does not change x0", () => {
    const x0 = Object.freeze([1, 2]);
    expect(solveOde(() => [0, 0], x0, { t: [0, 7] }).x.at(-1)).toEqual(Float64Array.of(1, 2));
  });

  it("says how far it came where X runs off in finite time", () => {
    const found = solveOde(([x = 0]) => [x * x], [1], { t: [0, 2], tolerance: 1e-4, maxSteps: 1000 });
    expect(found).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/^solveOde: .*; it came to t = \S+ of 2$/),
    });
    expect(found.t.at(-1)).toBeCloseTo(1, 2);
    for (const [i, [x = 0]] of found.x.entries())
      expect(Math.abs(1 / x - (1 - (found.t[i] as number)))).toBeLessThan(1e-4);
    expect(found.x.every((row) => row.every(Number.isFinite))).toBe(true);
  });

  it("says so where F ends, without NaN", () => {
    const found = solveOde(([x = 0]) => [-Math.sqrt(x)], [1], { t: [0, 1, 3, 4] });
    expect(found.kind).toBe("failed");
    expect(found.x.every((row) => row.every(Number.isFinite))).toBe(true);
    expect(found.t.at(-1) as number).toBeLessThan(2.001);
    expect(solveOde(() => [Number.NaN], [1], { t: [0, 1] })).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/gives \[NaN\] at t = 0/),
    });
  });

  it("says so where it may not take steps enough", () => {
    expect(solveOde(turn, [1, 0], { t: [0, 100], maxSteps: 10 })).toMatchObject({
      reason: expect.stringMatching(/10 steps were not enough/),
    });
  });

  it("names what is wrong with its input", () => {
    expect(() => solveOde(turn, [1, 0], { t: [0] })).toThrow("solveOde: times [0], needs two or more");
    expect(() => solveOde(turn, [1, 0], { t: [0, 2, 1] })).toThrow("needs two or more that all rise or all fall");
    expect(() => solveOde(turn, [1, 0], { t: [0, Number.NaN] })).toThrow("solveOde: t[1] is NaN, needs a number");
    expect(() => solveOde(turn, [], { t: [0, 1] })).toThrow("solveOde: x0 [], needs one or more finite numbers");
    expect(() => solveOde(turn, [1, Number.POSITIVE_INFINITY], { t: [0, 1] })).toThrow("solveOde: x0");
    expect(() => solveOde(turn, [1], { t: [0, 1] })).toThrow("solveOde: F gives 2 rates, needs 1");
    expect(() => solveOde(turn, [1, 0], { t: [0, 1], tolerance: 0 })).toThrow(
      "solveOde: tolerance 0, needs a finite number above 0",
    );
    expect(() => solveOde(turn, [1, 0], { t: [0, 1], maxSteps: 0.5 })).toThrow("solveOde: maxSteps 0.5");
    expect(() => solveOde(turn, [1, 0], { t: [0, 1], longestStep: -1 })).toThrow("solveOde: longestStep -1");
    expect(() => solveOde(turn, [1, 0], { t: [0, 1], method: "Euler" as "RK45" })).toThrow(
      'solveOde: method "Euler", needs one of RK45, RK23',
    );
  });
});
