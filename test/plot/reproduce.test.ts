import { describe, expect, it } from "vitest";
import { reproduce } from "../../plot/index";
import { compareWith, type Published } from "../../plot/reproduce";
import { fakeKernel } from "./fakeKernel";

const critical: Published = {
  id: "ising-critical-temperature",
  value: 2.269,
  unit: "J / k_B",
  source: "Onsager 1944",
  locator: "eq. 121",
  status: "exact",
  tolerance: { absolute: 0.001 },
};

describe("compareWith", () => {
  it("is reproduced up to the tolerance and differs beyond it", () => {
    expect(compareWith(critical, 2.2691853).verdict).toBe("reproduced");
    expect(compareWith(critical, 2.27).verdict).toBe("reproduced");
    expect(compareWith(critical, 2.268).verdict).toBe("reproduced");
    expect(compareWith(critical, 2.2701).verdict).toBe("differs");
  });
  it("takes a tolerance as a share, of a negative value as well", () => {
    const share: Published = { ...critical, value: -200, tolerance: { relative: 0.01 } };
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
    expect(compareWith(critical, 2.2691)).not.toHaveProperty("standardError");
    expect(() => compareWith(critical, { mean: "2" } as never)).toThrow(TypeError);
  });
  it("rejects an entry that cannot be compared with", () => {
    expect(() => compareWith({ ...critical, value: Number.NaN }, 1)).toThrow(RangeError);
    expect(() => compareWith({ ...critical, tolerance: { absolute: -1 } }, 1)).toThrow(
      /has the tolerance -1, needs 0 or more/,
    );
    expect(() => compareWith(critical, "2" as never)).toThrow(TypeError);
    expect(() => compareWith({ ...critical, id: "" }, 1)).toThrow(/id is missing/);
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
      { id: critical.id, claim: critical.id, published: 2.269, here: 2.5, verdict: "differs" },
    ]);
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
