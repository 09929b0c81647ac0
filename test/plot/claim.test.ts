import { describe, expect, it } from "vitest";
import { CheckFailed, claim } from "../../plot/index";
import { fakeKernel } from "./fakeKernel";

const rises = (y: readonly number[]) => y.every((value, i) => i === 0 || value > (y[i - 1] as number));

describe("claim", () => {
  const sent = fakeKernel();
  it("holds where the evidence bears it out and the counter-evidence does not, and says which that was", () => {
    expect(claim("it rises", rises, [1, 2, 3], { "sizes shuffled": [2, 1, 3], reversed: [3, 2, 1] })).toBeUndefined();
    expect(sent[0]?.data["text/plain"]).toBe("✓ it rises\n  and is false, as it must be, for sizes shuffled; reversed");
  });
  it("fails where the evidence does not bear it out", () => {
    expect(() => claim("it rises", rises, [1, 1], { reversed: [3, 2] })).toThrow(
      new CheckFailed("it rises", "does not hold for the evidence"),
    );
    expect(sent[0]?.data["text/html"]).toContain("✗");
  });
  it("fails where it holds for the counter-evidence too: such a claim says nothing", () => {
    expect(() => claim("it has numbers", (y) => y.length > 0, [1, 2], { shuffled: [2, 1], empty: [] })).toThrow(
      "it has numbers (says nothing: it also holds with shuffled)",
    );
  });
  it("wants counter-evidence, a claim in words, and a predicate that answers", () => {
    expect(() => claim("it rises", rises, [1, 2], {})).toThrow(/claim: "it rises" has no counter-evidence, needs/);
    expect(() => claim("", rises, [1, 2], { reversed: [2, 1] })).toThrow(/claim: the claim is missing/);
    const vague = (() => undefined) as unknown as () => boolean;
    expect(() => claim("vague", vague, 1, { other: 2 })).toThrow(
      new TypeError('claim: the predicate of "vague" gives undefined, needs true or false'),
    );
    expect(sent).toEqual([]);
  });
  it("escapes what it shows", () => {
    claim("1 < 2", (x) => x < 2, 1, { "x <= 3": 3 });
    expect(sent[0]?.data["text/html"]).toContain("1 &#60; 2");
    expect(sent[0]?.data["text/html"]).toContain("x &#60;= 3");
  });
});
