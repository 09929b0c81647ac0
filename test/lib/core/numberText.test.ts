import { numberText } from "@emergence/lib/core";
import { describe, expect, it } from "vitest";

describe("numberText", () => {
  it.each<[number, string]>([
    [0, "0"],
    [-0, "0"],
    [1984, "1984"],
    [70426624, "70\u202f426\u202f624"],
    [-12345, "−12\u202f345"],
    [0.709815, "0.7098"],
    [0.5, "0.5"],
    [12.3456, "12.35"],
    [123456.7, "123500"],
    [3.14159e23, "3.142 × 10²³"],
    [0.00012, "0.00012"],
    [3.1e-7, "3.1 × 10⁻⁷"],
    [-2.5e-10, "−2.5 × 10⁻¹⁰"],
    [999999.6, "1 × 10⁶"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "∞"],
    [Number.NEGATIVE_INFINITY, "−∞"],
  ])("writes %d as %s", (value, text) => expect(numberText(value)).toBe(text));

  it("writes formulas with what TeX knows", () => {
    expect(numberText(-1.5e-9, { style: "tex" })).toBe("-1.5 \\cdot 10^{-9}");
    expect(numberText(-12345, { style: "tex" })).toBe("-12\\,345");
    expect(numberText(Number.POSITIVE_INFINITY, { style: "tex" })).toBe("\\infty");
  });

  it("takes digits or places, and writes plain numbers that read back", () => {
    expect(numberText(0.709815, { digits: 2 })).toBe("0.71");
    expect(numberText(-12.3456, { places: 2 })).toBe("−12.35");
    expect(numberText(-12.3456, { places: 2, style: "plain" })).toBe("-12.35");
    expect(numberText(0.00000012345, { digits: 2, style: "plain" })).toBe("1.2e-7");
  });
});
