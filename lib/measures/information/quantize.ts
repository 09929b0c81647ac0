import { bisectRight } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireFinite, requireList, requireWhole } from "../../core/require";

/** Options of `quantize`. */
export interface QuantizeOptions {
  /** Number of levels, at least 2. */
  readonly levels: number;
  /** "count" (default): as many values in each level as ties allow. "width": levels of equal width over the range. */
  readonly by?: "count" | "width";
}

/** Kinds of the options, for their check. */
const quantizeOptions: Kinds<QuantizeOptions> = { levels: "number", by: ["count", "width"] };

/**
 * Measured values as symbols 0, 1 ... levels - 1, for measures that count. Equal values get the same symbol.
 *
 * Information depends on the levels: with n values keep levels^(history + 1) well below n, or most words occur once.
 *
 * @param values finite numbers
 * @param options `levels`, `by`
 * @returns a symbol per value; fewer symbols than levels if values tie or a level is empty
 * @throws RangeError for a value that is not finite, or levels that are not a whole number from 2
 * @example
 * import { quantize } from "@emergence/lib/measures";
 * quantize([0.1, 7.5, 0.2, 0.9], { levels: 2 }); // => [0, 1, 0, 1]
 *
 * Source: Cover & Thomas 2006, section 8.3 (quantized variables); equal counts as in Marschinski & Kantz 2002, Eur. Phys. J. B 30, 275-281.
 */
export function quantize(values: Numbers, options: QuantizeOptions): number[] {
  const caller = "quantize";
  const { levels, by = "count" } = optionsOf(caller, options, quantizeOptions);
  requireList(caller, "values", values, "an array of numbers");
  requireWhole(caller, "levels", levels, 2);
  const sorted = Float64Array.from(values, (value, i) => {
    requireFinite(caller, `values[${i}]`, value);
    return value;
  }).sort();
  const [low, high] = [sorted[0] as number, sorted[sorted.length - 1] as number];
  const edges = Array.from({ length: levels - 1 }, (_, level) => {
    const share = (level + 1) / levels;
    if (by === "width") return low * (1 - share) + high * share;
    return sorted[Math.ceil(share * sorted.length)] ?? Number.POSITIVE_INFINITY;
  });
  return Array.from(values, (value) => bisectRight(edges, value));
}
