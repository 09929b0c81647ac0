// Six hues found by search: any two are distinct in normal vision and in full protanopia, deuteranopia and tritanopia
// (Machado et al. 2009), and each has a contrast of at least 3 : 1 on white. The smallest difference is .13 in Oklab; in the
// palette of Okabe and Ito it is .076. A test computes these numbers.
import { requireNumber } from "@emergence/lib/core";

/** Colors of series, in order of use. */
export const palette: readonly string[] = ["#2f40d8", "#ca8600", "#00938c", "#a32c11", "#a67ef1", "#37334f"];

/** Color of text and axis lines. */
export const ink = "#1f2430";
/** Color of chance level, marks and notes. */
export const quiet = "#5c6370";

const dashes = ["solid", "dash", "dot", "dashdot"] as const;
const symbols = ["circle", "square", "diamond", "triangle-up", "x", "star"] as const;

/** Style of one series: color first, then dash pattern and marker, so that the first 24 are distinct. */
export interface Look {
  readonly color: string;
  readonly dash: string;
  readonly symbol: string;
}

/** Style of series number `index`. */
export function look(index: number): Look {
  const color = palette[index % palette.length] as string;
  const dash = dashes[Math.floor(index / palette.length) % dashes.length] as string;
  return { color, dash, symbol: symbols[index % symbols.length] as string };
}

// Light to dark, so that the order is visible without a legend and in grayscale; neither end is too light for a white page.
const ramp: readonly (readonly number[])[] = [
  [231, 155, 30],
  [214, 92, 74],
  [160, 44, 112],
  [88, 24, 118],
  [28, 16, 68],
];

/**
 * Color for `position` from 0 (light) to 1 (dark) on the ramp for ordered series, such as model sizes.
 *
 * @example
 * orderedColor(1); // => "#1c1044"
 */
export function orderedColor(position: number): string {
  requireNumber("orderedColor", "position", position);
  const place = Math.min(1, Math.max(0, position)) * (ramp.length - 1);
  const low = Math.min(ramp.length - 2, Math.floor(place));
  const from = ramp[low] as readonly number[];
  const to = ramp[low + 1] as readonly number[];
  const channel = (c: number): string =>
    Math.round((from[c] as number) + ((to[c] as number) - (from[c] as number)) * (place - low))
      .toString(16)
      .padStart(2, "0");
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}

/** The same color with opacity, for bands under lines. */
export function faded(color: string, opacity: number): string {
  const channel = (start: number): number => Number.parseInt(color.slice(start, start + 2), 16);
  return `rgba(${channel(1)},${channel(3)},${channel(5)},${opacity})`;
}
