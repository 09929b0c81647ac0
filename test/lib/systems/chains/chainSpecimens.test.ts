import { computationalClosure, effectiveInformation, informationalClosure } from "@emergence/lib/measures";
import { chainSpecimens } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const { andNetwork, sevenAndOne, evenProcess, weaklyLumpable } = chainSpecimens;

describe("chain specimens", () => {
  it("have the effective information that Hoel et al. 2013 and their matrices give, and exact groups", () => {
    expect(effectiveInformation(andNetwork.tpm)).toBeCloseTo(1.148579, 6);
    expect(effectiveInformation(sevenAndOne.tpm)).toBeCloseTo(0.543564, 6);
    expect(andNetwork.groups.map((group) => group.length)).toEqual([9, 3, 3, 1]);
    for (const { tpm, groups } of [andNetwork, sevenAndOne]) expect(informationalClosure(tpm, groups)).toBe(0);
  });
  it("are closed in one sense and not in the other", () => {
    for (const { tpm, groups } of [evenProcess, weaklyLumpable]) {
      expect(computationalClosure(tpm, groups).closed).toBe(true);
      expect(informationalClosure(tpm, groups, { inputs: "stationary" })).toBeGreaterThan(0.1);
    }
  });
});
