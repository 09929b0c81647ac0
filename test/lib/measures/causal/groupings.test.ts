import { groupings } from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

describe("groupings", () => {
  it("are as many as Bell's numbers, all different, each state in one group", () => {
    for (const [i, bell] of [1, 2, 5, 15, 52, 203, 877, 4140].entries()) {
      const all = groupings(i + 1);
      expect(new Set(all.map((groups) => JSON.stringify(groups))).size).toBe(bell);
      expect(all).toHaveLength(bell);
      for (const groups of all) {
        expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: i + 1 }, (_, state) => state));
      }
    }
  });
  it("throws on a number of states out of range", () => {
    expect(() => groupings(11)).toThrow("groupings: n 11, needs a whole number from 1 to 10");
  });
});
