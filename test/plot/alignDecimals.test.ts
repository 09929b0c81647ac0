import { describe, expect, it } from "vitest";
import { alignDecimals } from "../../plot/alignDecimals";

describe("alignDecimals", () => {
  it("pads so that decimal points meet, and leaves words and powers of ten alone", () => {
    expect(alignDecimals(["0.25", "12", "3.5", "–", "1 × 10⁶"], "text")).toEqual([
      "0.25",
      "12   ",
      "3.5 ",
      "–",
      "1 × 10⁶",
    ]);
  });
  it("changes nothing where no number has decimals", () => {
    expect(alignDecimals(["1", "20"], "text")).toEqual(["1", "20"]);
  });
  it("pads a page with spaces as wide as a figure and a point", () => {
    expect(alignDecimals(["0.25", "12"], "html")).toEqual(["0.25", "12\u2008\u2007\u2007"]);
  });
});
