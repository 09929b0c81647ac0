// What the comparison of a browser's outputs with the committed ones lets pass, and what not.
import { describe, expect, it } from "vitest";
import type { Output } from "../../site/kernel/messages.js";
import { betweenValues, committedOutputs, sentOutputs, tolerance } from "../browser/site/compare.js";

const same = (one: unknown, other: unknown) => betweenValues(one, other) <= tolerance;

describe("two outputs are the same", () => {
  it.each([
    [1, 1 + 1e-12],
    [
      [1e-17, 1],
      [0, 1],
    ],
    ["slope 2.5000001 and 3", "slope 2.5000002 and 3"],
    [
      { a: [1, null], b: "x" },
      { b: "x", a: [1, null] },
    ],
  ])("%j and %j", (one, other) => {
    expect(same(one, other)).toBe(true);
  });
});

describe("two outputs differ", () => {
  it.each([
    [1, 1.00001],
    [
      [1, 2],
      [1, 2, 3],
    ],
    ["58 of 112", "59 of 112"],
    ["✓ it holds", "✗ it holds"],
    [{ a: 1 }, { a: 1, b: 2 }],
    [1, "1"],
    [null, 0],
  ])("%j and %j", (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});

describe("what a kernel sends", () => {
  it("reads as what a notebook keeps: streams joined, displays updated, pictures left out", () => {
    const sent: Output[] = [
      { type: "stream", content: { name: "stdout", text: "a\n" } },
      { type: "stream", content: { name: "stdout", text: "b\n" } },
      { type: "display_data", content: { data: { "text/plain": "0 of 2" }, transient: { display_id: "bar" } } },
      { type: "display_data", content: { data: { "text/plain": "figure" }, transient: {} } },
      { type: "update_display_data", content: { data: { "text/plain": "2 of 2" }, transient: { display_id: "bar" } } },
      { type: "execute_result", content: { data: { "text/plain": "3" } } },
    ];
    const committed = [
      { output_type: "stream", name: "stdout", text: ["a\n", "b\n"] },
      { output_type: "display_data", data: { "text/plain": ["2 of 2"] }, metadata: {} },
      { output_type: "display_data", data: { "text/plain": "figure", "image/svg+xml": "<svg/>" }, metadata: {} },
      { output_type: "execute_result", data: { "text/plain": ["3"] }, metadata: {}, execution_count: 1 },
    ];
    expect(sentOutputs(sent)).toEqual(committedOutputs(committed));
  });
});
