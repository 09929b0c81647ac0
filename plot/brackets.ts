// Brackets beside a matrix: one name for a run of rows or columns, in place of a name on each.
import { type Kinds, optionsOf, partsOf, shown } from "@emergence/lib/core";
import { max } from "d3-array";
import type { Annotation } from "./figure";
import { requireText } from "./input";
import { textWidth } from "./labels";
import { ink } from "./palette";
import type { Shape } from "./remarks";
import { size } from "./theme";

/** A run of rows or columns with one name. */
export interface Bracket {
  /** First and last row or column, by its name. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Kinds of the parts of a bracket, for their check. */
const bracketParts: Kinds<Bracket> = { from: "text", to: "text", text: "any" };

/** Brackets on the right of the rows and above the columns. */
export interface Brackets {
  readonly x?: readonly Bracket[];
  readonly y?: readonly Bracket[];
}

/** Pixels from the plot to the line of a bracket, and from there to its text. */
const [toLine, toText] = [8, 14];
/** Height in pixels of a bracket above the columns, with its text. */
const above = toText + size.label + 8;

/** Lines and texts of the brackets, and the room in pixels that they take up above and on the right of the plot. */
export interface DrawnBrackets {
  readonly shapes: readonly Shape[];
  readonly words: readonly Annotation[];
  readonly top: number;
  readonly right: number;
}

/** Positions of the ends of a bracket on a category axis, half a cell beyond the middles of its first and last cell. */
function ends(where: string, which: string, bracket: Bracket, places: readonly (number | string)[]): [number, number] {
  const { from, to, text } = partsOf(where, bracket, bracketParts, which);
  requireText(where, `the text of ${which}`, text, "early");
  const [first, last] = [from, to].map((place) => {
    const index = places.indexOf(place);
    if (index < 0)
      throw new RangeError(`${where}: ${which} ends at ${shown(place)}, needs the name of a row or column`);
    return index;
  }) as [number, number];
  if (first > last)
    throw new RangeError(`${where}: ${which} runs from ${shown(from)} back to ${shown(to)}, needs the first one first`);
  return [first - 0.5, last + 0.5];
}

/** Brackets for a matrix with these names of columns and rows. */
export function drawBrackets(
  where: string,
  brackets: Brackets,
  x: readonly (number | string)[],
  y: readonly (number | string)[],
): DrawnBrackets {
  const { x: columns = [], y: rows = [] } = optionsOf(where, brackets, { x: "list", y: "list" }, "brackets");
  const line = { color: ink, width: 2 };
  const gap = 2; // pixels that keep neighboring brackets apart
  const along = columns.map((bracket, i) => ({ bracket, at: ends(where, `brackets.x[${i}]`, bracket, x) }));
  const beside = rows.map((bracket, i) => ({ bracket, at: ends(where, `brackets.y[${i}]`, bracket, y) }));
  const shapes = [
    ...along.map(({ at: [x0, x1] }) => ({
      ...{ type: "line", line, xref: "x", x0, x1 },
      ...{ yref: "paper", ysizemode: "pixel", yanchor: 1, y0: toLine, y1: toLine },
    })),
    ...beside.map(({ at: [y0, y1] }) => ({
      ...{ type: "line", line, yref: "y", y0, y1 },
      ...{ xref: "paper", xsizemode: "pixel", xanchor: 1, x0: toLine, x1: toLine },
    })),
    // A thin white line between the runs, so that the eye finds where one ends.
    ...beside.slice(1).map(({ at: [y0] }) => ({
      ...{ type: "line", line: { color: "#ffffff", width: 2 * gap }, yref: "y", y0, y1: y0 },
      ...{ xref: "paper", x0: 0, x1: 1.03 },
    })),
  ];
  const font = { size: size.label, color: ink };
  const words = [
    ...along.map(({ bracket, at: [x0, x1] }) => ({
      ...{ text: bracket.text, font, showarrow: false, xref: "x", x: (x0 + x1) / 2, xanchor: "center" },
      ...{ yref: "paper", y: 1, yshift: toText, yanchor: "bottom" },
    })),
    ...beside.map(({ bracket, at: [y0, y1] }) => ({
      ...{ text: bracket.text, font, showarrow: false, xref: "paper", x: 1, xshift: toText, xanchor: "left" },
      ...{ yref: "y", y: (y0 + y1) / 2, yanchor: "middle", align: "left" },
    })),
  ];
  const widest = max(rows, ({ text }) => max(text.split("<br>"), (part) => textWidth(part, size.label))) ?? 0;
  return { shapes, words, top: along.length > 0 ? above : 0, right: rows.length > 0 ? toText + Math.ceil(widest) : 0 };
}
