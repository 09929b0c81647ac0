// Aligns a column of numbers at the decimal point.

import { max } from "d3-array";

const figureSpace = "\u2007";
const pointSpace = "\u2008";

/** Pads a column on the right so that decimal points align, provided that digits have equal width. */
export function alignDecimals(texts: readonly string[], blank: "html" | "text"): string[] {
  const [digit, point] = blank === "html" ? [figureSpace, pointSpace] : [" ", " "];
  const tails = texts.map((text) => /^[−\d\u202f]*(\.\d+)?$/.exec(text)?.[1]?.length ?? 0);
  const longest = max(tails) ?? 0;
  return texts.map((text, i) => {
    const tail = tails[i] as number;
    if (!/^[−\d]/.test(text) || text.includes("×") || tail === longest) return text;
    return text + (tail === 0 ? point : "") + digit.repeat(longest - Math.max(1, tail));
  });
}
