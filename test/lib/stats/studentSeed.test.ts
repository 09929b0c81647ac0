import { describe, expect, it } from "vitest";
import { random, studentSeed } from "../../../lib/stats";

describe("studentSeed", () => {
  const names = Array.from({ length: 2000 }, (_, i) => `Student ${i}`);

  it("gives a seed that random takes, the same one each time", () => {
    for (const name of names.slice(0, 50)) {
      expect(studentSeed(name)).toBe(studentSeed(name));
      expect(() => random(studentSeed(name))).not.toThrow();
    }
  });
  it("does not mind case, spaces, and the two ways to write an accent", () => {
    expect(studentSeed(" ZOË  Müller ")).toBe(studentSeed("zoe\u0308 mu\u0308ller"));
  });
  it("gives neighbors in a list other data", () => {
    // 2,000 of 2^31 seeds: a pair that agrees is expected once in 1,074 lists.
    expect(new Set(names.map(studentSeed)).size).toBe(names.length);
    const bits = names.map((name) => studentSeed(name) & 1);
    const ones = bits.reduce((sum, bit) => sum + bit, 0);
    expect(Math.abs(ones - 1000)).toBeLessThan(4 * Math.sqrt(500)); // four standard deviations of fair coins
  });
  it.each(["", "  ", "—"])("wants a name, not %j", (name) => {
    expect(() => studentSeed(name)).toThrow(/^studentSeed: name .*needs a name/);
  });
});
