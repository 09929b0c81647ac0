import { type Kinds, optionsOf, requireWhole } from "./require";
import { shown } from "./shown";
/** How `numberText` writes. */
export interface NumberStyle {
  /** Significant digits. Default 4. */
  readonly digits?: number;
  /** Decimal places, in place of significant digits. */
  readonly places?: number;
  /** "text" for people (default), "tex" for formulas, "plain" as JavaScript reads it back. */
  readonly style?: "text" | "tex" | "plain";
}

/** Kinds of the options, for their check. */
const styleKinds: Kinds<NumberStyle> = { digits: "number", places: "number", style: ["text", "tex", "plain"] };

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const superscript = (exponent: number): string =>
  String(exponent).replace(/[-\d]/g, (sign) => (sign === "-" ? "⁻" : (raised[Number(sign)] as string)));

const marks = {
  text: { minus: "−", gap: "\u202f", infinity: "∞", power: (m: number, e: number) => `${m} × 10${superscript(e)}` },
  tex: { minus: "-", gap: "\\,", infinity: "\\infty", power: (m: number, e: number) => `${m} \\cdot 10^{${e}}` },
} as const;

/**
 * A number as text, without trailing zeros: whole numbers below 10^12 in full, in groups of three from five digits on (years stay years); others to
 * `digits` significant digits, below 10^-4 and from 10^6 on as a power of ten.
 *
 * @param value any number; NaN is "NaN"
 * @param options `digits` or `places`; `style`
 * @example
 * import { numberText } from "@emergence/lib/core";
 * numberText(3.14159e23); // => "3.142 × 10²³"
 */
export function numberText(value: number, options: NumberStyle = {}): string {
  if (typeof value !== "number") throw new RangeError(`numberText: value ${shown(value)}, needs a number`);
  const { digits = 4, places, style = "text" } = optionsOf("numberText", options, styleKinds);
  requireWhole("numberText", "digits", digits, 1, 100);
  if (places !== undefined) requireWhole("numberText", "places", places, 0);
  const rounded = () => Number(places === undefined ? value.toPrecision(digits) : value.toFixed(Math.min(100, places)));
  if (style === "plain") return String(rounded());
  const { minus, gap, infinity, power } = marks[style];
  if (Number.isNaN(value)) return "NaN";
  const size = Math.abs(value);
  const sign = value < 0 ? minus : "";
  if (size === Infinity) return sign + infinity;
  if (Number.isInteger(value) && size < 1e12) {
    return sign + (size < 1e4 ? String(size) : String(size).replace(/\B(?=(\d{3})+$)/g, gap));
  }
  if (places !== undefined) return sign + String(Math.abs(rounded()));
  const [mantissa, exponent] = size.toExponential(digits - 1).split("e") as [string, string];
  if (Number(exponent) < -4 || Number(exponent) >= 6) return sign + power(Number(mantissa), Number(exponent));
  return sign + String(Math.abs(rounded()));
}
