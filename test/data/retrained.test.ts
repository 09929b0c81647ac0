// The table that the kit has trained itself: single rows are trained again, which must give the same digits and the same weights.
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { nets, rowOf } from "../../data/tables/parity-retrained/make.mjs";

const require = createRequire(import.meta.url);
const { parityNet } =
  require("../../scripts/learning/parityNet.cjs") as typeof import("../../scripts/learning/parityNet.cjs");

const rows = load("parity-retrained");
type Key = (typeof nets)[number];
const stored = ({ net, ...setting }: Key) =>
  rows.find(
    (row) => row.seed === net && Object.entries(setting).every(([name, value]) => row[name as "width"] === value),
  );

describe("parity-retrained", () => {
  it("has a row for each net that its program trains, and no other", () => {
    expect(rows).toHaveLength(nets.length);
    expect(nets.filter((key) => stored(key) === undefined)).toEqual([]);
  });

  it("gives the same row again, in two seconds", () => {
    const key = { examples: 1000, weightDecay: 0.01, width: 16, net: 3 };
    expect(rowOf(key, parityNet(key))).toEqual(stored(key));
  });
  it("and at another width, in six", { tags: ["slow"] }, () => {
    const key = { examples: 1250, weightDecay: 0.01, width: 64, net: 5 };
    expect(rowOf(key, parityNet(key))).toEqual(stored(key));
  });
});
