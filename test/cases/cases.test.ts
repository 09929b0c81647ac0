import { describe, expect, it } from "vitest";
import { freshCases, peerValues, realCases } from "./data";
import { expectNear, freshExpected } from "./testCases";

describe("fresh problems", () => {
  it("are two at least of each kind, and have something to agree with", () => {
    for (let kind = 1; kind <= 11; kind++) {
      expect(freshCases.filter((one) => one.kind === kind).length, `kind ${kind}`).toBeGreaterThan(1);
    }
    expect(freshExpected.filter(({ expected }) => Object.keys(expected).length === 0)).toEqual([]);
  });
});

describe("expected values", () => {
  it.each(realCases.filter(({ id }) => id in peerValues))("of $id are what scipy, numpy and dit find", (one) => {
    const found = Object.entries(peerValues[one.id] ?? {});
    expect(found).not.toEqual([]);
    const given = Object.fromEntries(found.map(([name]) => [name, one.expected[name] ?? "not given"]));
    // Ten digits are kept, and numerical slopes cost the peers some.
    expectNear(Object.fromEntries(found), {
      expected: given,
      tolerance: { ...one.tolerance, rel: one.tolerance.rel + 2e-6 },
    });
  });
});
