import { tokenF1 } from "@emergence/lib/metrics";
import { describe, expect, it } from "vitest";
import { scripts } from "./scripts";

describe("tokenF1", () => {
  it(`agrees with the evaluation script of SQuAD on ${scripts.squad.length} pairs`, () => {
    for (const { output, references, value } of scripts.squad) {
      expect(Math.abs(tokenF1(output, references, { tokenize: "squad" }) - value), output).toBeLessThan(1e-12);
    }
  });

  it("sees the words of any script by default", () => {
    expect(tokenF1("на столе", "на столе")).toBe(1);
    expect(tokenF1("北京", "北京市")).toBeCloseTo(4 / 5, 12);
    expect(tokenF1("?", "!")).toBe(0);
    expect(tokenF1("", "")).toBe(1);
  });

  it("refuses what is no text, no target, and other tokenizations", () => {
    expect(() => tokenF1(undefined as never, "a")).toThrow("tokenF1: undefined among the texts");
    expect(() => tokenF1("a", [])).toThrow("tokenF1: no target");
    expect(() => tokenF1("a", "a", { tokenize: "13a" as never })).toThrow('tokenF1: tokenize "13a"');
  });
});
