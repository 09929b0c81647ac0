import { unwrap } from "@emergence/lib/core";
import { breakthroughness } from "@emergence/lib/measures";
import { expect, it } from "vitest";

it("unwrap gives the result itself, or throws the reason", () => {
  const score = breakthroughness([0, 0.1, 0.2, 1]);
  expect(unwrap(score)).toBe(score);
  const flat = breakthroughness([1, 1, 1, 1]);
  if (flat.kind !== "failed") throw new Error("a flat curve has no score");
  expect(() => unwrap(flat)).toThrow(new Error(flat.reason));
});
