import { random, studentTest } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

// Student's own example: hours of sleep gained by ten patients (Student 1908; the table `sleep` of R).
const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];

describe("studentTest", () => {
  it("agrees with R's t.test on Student's patients", () => {
    const found = studentTest(gained);
    expect(found.mean).toBeCloseTo(1.58, 12);
    expect(found.t).toBeCloseTo(4.0621, 4);
    expect(found.p).toBeCloseTo(0.002833, 6);
    expect(found.degreesOfFreedom).toBe(9);
  });
  it("has a closed form for three values: p = 1 - t / sqrt(2 + t^2)", () => {
    const { t, p } = studentTest([1, 2, 4], 0.5);
    expect(p).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
  });
  it("does not mind the unit or the sign", () => {
    const { t, p } = studentTest(gained, 1);
    const turned = studentTest(
      gained.map((value) => -60 * value),
      -60,
    );
    expect(turned.t).toBeCloseTo(-t, 10);
    expect(turned.p).toBeCloseTo(p, 12);
  });
  it("is sure of values that do not scatter", () => {
    expect(studentTest([1, 1, 1])).toMatchObject({ t: Infinity, p: 0, standardError: 0 });
    expect(studentTest([1, 1, 1], 1)).toMatchObject({ t: 0, p: 1 });
  });
  it("calls normal values off in one of twenty", () => {
    const times = 400;
    const off = Array.from({ length: times }, (_, seed) => {
      const source = random(seed);
      return studentTest(
        Array.from({ length: 10 }, () => 3 + source.normal()),
        3,
      ).p;
    });
    expectMisses(off.filter((p) => p <= 0.05).length, times, 0.05);
  });
  it("says what it needs", () => {
    expect(() => studentTest([1])).toThrow("studentTest: 1 values, needs at least two");
    expect(() => studentTest([1, Infinity])).toThrow(/studentTest: values\[1\] is Infinity/);
    expect(() => studentTest([1, 2], Number.NaN)).toThrow(/studentTest: expected NaN/);
    expect(() => studentTest(null as never)).toThrow(/studentTest: values/);
  });
});
