import type { Reference } from "@emergence/data";
import { describe, expect, it } from "vitest";
import { reproduce } from "../../plot/index";
import { compareWith } from "../../plot/reproduce";
import { fakeKernel } from "./fakeKernel";

const critical: Reference = {
  id: "ising-critical-temperature",
  claim: "critical temperature of the square lattice",
  value: 2.269,
  unit: "J / k_B",
  source: "Onsager 1944",
  locator: "eq. 121",
  class: "exact",
  tolerance: { absolute: 0.001 },
  toleranceReason: "a unit of the last digit",
};

describe("compareWith", () => {
  it("is reproduced up to the tolerance and differs beyond it", () => {
    expect(compareWith(critical, 2.2691853).verdict).toBe("reproduced");
    expect(compareWith(critical, 2.27).verdict).toBe("reproduced");
    expect(compareWith(critical, 2.268).verdict).toBe("reproduced");
    expect(compareWith(critical, 2.2701).verdict).toBe("differs");
  });
  it("takes a tolerance as a share, of a negative value as well", () => {
    const share: Reference = { ...critical, value: -200, tolerance: { relative: 0.01 } };
    expect(compareWith(share, -201.9)).toMatchObject({ verdict: "reproduced", allowed: 2 });
    expect(compareWith(share, -202.1).verdict).toBe("differs");
  });
  it("differs, and stays JSON, where the value is no number", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(compareWith(critical, value)).toMatchObject({ verdict: "differs", here: null, difference: null });
    }
  });
  it("takes the mean of an estimate and keeps its standard error", () => {
    const { here, verdict, standardError } = compareWith(critical, { mean: 2.2691, standardError: 0.0004 });
    expect([here, verdict, standardError]).toEqual([2.2691, "reproduced", 0.0004]);
    expect(compareWith(critical, 2.2691).standardError).toBeNull();
    expect(() => compareWith(critical, { mean: "2" } as never)).toThrow(TypeError);
  });
  it("rejects an entry that cannot be compared with", () => {
    expect(() => compareWith({ ...critical, value: Number.NaN }, 1)).toThrow(RangeError);
    expect(() => compareWith({ ...critical, tolerance: { absolute: -1 } }, 1)).toThrow(
      /has the tolerance -1, needs 0 or more/,
    );
    expect(() => compareWith(critical, "2" as never)).toThrow(TypeError);
    expect(() => compareWith({ ...critical, id: "" }, 1)).toThrow(/id is missing/);
    for (const value of [null, {}, { mean: 2.27 }, { standardError: 1 }])
      expect(() => compareWith(critical, value as never)).toThrow(/needs a number or { mean, standardError }/);
  });
  it("says by how many standard errors a value with an error is off", () => {
    const row = compareWith(critical, { mean: 2.28, standardError: 0.005 });
    expect(row).toMatchObject({ here: 2.28, standardError: 0.005, verdict: "differs" });
    expect(row.sigma).toBeCloseTo(2.2, 10);
    expect(compareWith(critical, 2.28)).toMatchObject({ standardError: null, sigma: null });
    expect(compareWith(critical, { mean: 2.269, standardError: 0 })).toMatchObject({
      sigma: null,
      verdict: "reproduced",
    });
  });
  it("holds a measured value to its own standard errors", () => {
    const measured: Reference = { ...critical, tolerance: { standardErrors: 3 } };
    expect(compareWith(measured, { mean: 2.28, standardError: 0.004 })).toMatchObject({
      verdict: "reproduced",
      allowed: 0.012,
    });
    expect(compareWith(measured, { mean: 2.28, standardError: 0.003 }).verdict).toBe("differs");
    expect(compareWith(measured, Number.NaN)).toMatchObject({ verdict: "differs", here: null });
    for (const standardError of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(compareWith(measured, { mean: 2.269, standardError })).toMatchObject({
        verdict: "differs",
        allowed: null,
      });
    expect(() => compareWith(measured, 2.27)).toThrow(
      '"ising-critical-temperature" has a tolerance of 3 standard errors, needs { mean, standardError }, got a number',
    );
  });
  it("takes a bound as kept at any distance on its right side", () => {
    const upper: Reference = { ...critical, bound: "upper" };
    expect([1, 2.27, 2.2701].map((value) => compareWith(upper, value).verdict)).toEqual([
      "reproduced",
      "reproduced",
      "differs",
    ]);
    const lower: Reference = { ...critical, bound: "lower" };
    expect([2.2679, 2.268, 9].map((value) => compareWith(lower, value).verdict)).toEqual([
      "differs",
      "reproduced",
      "reproduced",
    ]);
  });
  it("does not call a copy reproduced", () => {
    const copy: Reference = { ...critical, copied: true };
    expect([2.269, 2.5].map((value) => compareWith(copy, value).verdict)).toEqual(["copied", "differs"]);
  });
});

describe("reproduce", () => {
  const sent = fakeKernel();
  it("shows one row for people and the same for machines, and never throws for a difference", () => {
    expect(reproduce({ ...critical, note: "Two digits more are known." }, 2.5)).toBeUndefined();
    expect(Object.keys(sent[0]?.data ?? {}).sort()).toEqual([
      "application/vnd.emergence.reproduce+json",
      "text/html",
      "text/plain",
    ]);
    const plain = sent[0]?.data["text/plain"] as string;
    for (const part of [
      "2.269 J / k_B",
      "2.5",
      "0.23",
      "✗\u00a0differs",
      "Onsager 1944, eq. 121 (exact)",
      "Two digits more",
    ]) {
      expect(plain).toContain(part);
    }
    expect(sent[0]?.data["application/vnd.emergence.reproduce+json"]).toMatchObject([
      { id: critical.id, claim: critical.claim, published: 2.269, here: 2.5, verdict: "differs", class: "exact" },
    ]);
  });
  it("shows an error beside the value, its sigma beside the difference, a bound as such, and a note once", () => {
    const noted: Reference = { ...critical, note: "In two rows." };
    reproduce([
      [noted, { mean: 2.28, standardError: 0.00512 }],
      [{ ...noted, id: "bound", bound: "upper", class: "derived" }, 2.1],
    ]);
    const plain = String(sent[0]?.data["text/plain"]);
    for (const part of ["2.28 ± 0.0051", "0.011 (2.1 σ)", "at most 2.269 J / k_B", "(computed from shipped data)"])
      expect(plain).toContain(part);
    expect(plain.match(/In two rows/g)).toHaveLength(1);
  });
  it("heads what no paper prints as expected, and gives the difference of two counts whole", () => {
    const count: Reference = { ...critical, value: 1000, bound: "lower", unit: "nets" };
    reproduce(count, 1125);
    reproduce({ ...count, class: "printed" }, 1125);
    const [exact, printed] = sent.map(({ data }) => String(data["text/plain"]));
    expect(exact).toMatch(/^value +expected +here/);
    expect(printed).toMatch(/^value +published +here/);
    for (const plain of [exact, printed]) expect(plain).toMatch(/ 1125 +125 /);
  });
  it("shows several values as one table, by their claims", () => {
    reproduce([
      [{ ...critical, claim: "critical temperature" }, 2.2692],
      [{ ...critical, id: "line", claim: "a line's score", value: 7, unit: "", tolerance: { absolute: 0 } }, 7],
    ]);
    expect(sent).toHaveLength(1);
    const lines = String(sent[0]?.data["text/plain"])
      .split("\n")
      .filter((line) => line.includes("✓\u00a0reproduced"));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("critical temperature");
    expect(lines[1]).toContain("a line's score");
    expect(sent[0]?.data["application/vnd.emergence.reproduce+json"]).toHaveLength(2);
  });
  it("wants at least one value", () => {
    expect(() => reproduce([])).toThrow(/reproduce: got no values/);
  });
});
