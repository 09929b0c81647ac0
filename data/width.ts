// Lines that have more or fewer cells than the header has names, and what that most often means.
import type { Fail, Line } from "./csv";
import { isNumber } from "./numerals";

/** Whether the cells of a line could name columns: none is empty, none a number, but for years. */
export const areNames = (cells: readonly string[]): boolean =>
  !isNumber(cells[0] ?? "") &&
  cells.map((cell) => cell.trim()).every((cell) => cell !== "" && (!isNumber(cell) || /^\d{4}$/.test(cell)));

/** From which line on all have as many cells as the last. */
export function evenFrom(lines: readonly { readonly length: number }[]): number {
  let start = lines.length;
  while (start > 0 && lines[start - 1]?.length === lines.at(-1)?.length) start--;
  return start;
}

/** Throws at the first line that has not a cell for each name; blank cells at its end do not count, missing ones may be filled. */
export function requireWidths(
  lines: readonly Line[],
  width: number,
  delimiter: string,
  fill: boolean,
  fail: Fail,
): void {
  for (const { cells, place } of lines) {
    if (cells.length === width) continue;
    const surplus = cells.slice(width).some((cell) => cell.trim() !== "");
    if (!surplus && (cells.length > width || fill)) continue;
    const hints = [
      cells.some((cell) => /^\s+"/.test(cell)) ? "; a blank before a quotation mark must go" : "",
      surplus ? whySurplus(lines, width, delimiter) : whyShort(cells.length),
    ];
    fail(
      `, ${place}: found ${cells.length} cells, needs ${width}, one for each name of the first line${hints.join("")}`,
    );
  }
}

const whyShort = (count: number): string =>
  `; { fill: true } fills short lines with missing values${count === 1 ? "; a note below the table must go, or begin with #" : ""}`;

function whySurplus(lines: readonly Line[], width: number, delimiter: string): string {
  const usual = lines.at(-1)?.cells.length ?? 0;
  const start = evenFrom(lines.map(({ cells }) => cells));
  const first = lines[start];
  if (first && usual > width && lines.length - start > 1 && areNames(first.cells))
    return `; if the table begins with its names in line ${first.line}, say { skip: ${first.line - 1} }`;
  if (start === 0 && usual === width + 1)
    return `; if the header lacks a name, say { skip: 1, header: [...] } with ${usual} names${delimiter === "," ? "; a decimal comma must stand within quotation marks" : ""}`;
  return delimiter === "," ? "; a decimal comma must stand within quotation marks" : "";
}
