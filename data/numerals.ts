// Numbers as people write them: decimal point or comma, thousands apart.
import { quoted } from "./cell";
import type { Fail, Line } from "./csv";

export type DecimalMark = "." | ",";

/** Blanks and apostrophes that stand between thousands: space, no-break, thin and narrow no-break space, ' and \u2019. */
const gaps = " \u00a0\u2009\u202f'\u2019";

const numeral = (mark: DecimalMark): RegExp => {
  const separator = mark === "." ? "," : ".";
  const whole = `(?:[1-9]\\d{0,2}([${separator}${gaps}])\\d{3}(?:\\1\\d{3})*|\\d+)`;
  return new RegExp(`^[+-]?(?:${whole}(?:[${mark}]\\d*)?|[${mark}]\\d+)(?:e[+-]?\\d+)?$`, "i");
};
const numerals = { ".": numeral("."), ",": numeral(",") };

/** A number with a decimal point and nothing between its thousands, as a schema means it; undefined where the cell is none. */
export function plainNumber(cell: string, mark: DecimalMark): string | undefined {
  const written = cell.replace(/^\u2212/, "-"); // the minus sign proper
  if (!numerals[mark].test(written)) return undefined;
  const digits = written.replace(new RegExp(`[${mark === "." ? "," : "."}${gaps}]`, "g"), "").replace(",", ".");
  return digits
    .replace(/^\+/, "")
    .replace(/^(-?)\./, "$10.")
    .replace(/\.(?=e|$)/i, "");
}

export const isNumber = (cell: string): boolean =>
  plainNumber(cell, ".") !== undefined || plainNumber(cell, ",") !== undefined;

/**
 * The decimal mark of a file: that of the cells which one mark alone can explain. 1.234 and 1,234 each mean two things.
 * Where no other cell settles it, a file whose cells a comma parts has English numbers; any other must say.
 */
export function decimalMark(
  cells: readonly { readonly cell: string; readonly column: string; readonly place: string }[],
  delimiter: string,
  fail: Fail,
): DecimalMark {
  const sure: { [mark in DecimalMark]?: (typeof cells)[number] } = {};
  let unsure: (typeof cells)[number] | undefined;
  for (const one of cells) {
    const [point, comma] = [plainNumber(one.cell, "."), plainNumber(one.cell, ",")];
    if (point === comma) continue; // no mark, or no number
    if (comma === undefined) sure["."] ??= one;
    else if (point === undefined) sure[","] ??= one;
    else unsure ??= one;
  }
  const { ".": point, ",": comma } = sure;
  if (point && comma)
    fail(
      `, ${comma.place}, column ${comma.column}: found ${quoted(comma.cell)}, a decimal comma, but ${point.place}, column ${point.column}, has ${quoted(point.cell)}, a decimal point`,
    );
  if (point || comma) return comma ? "," : ".";
  if (unsure && delimiter !== ",")
    fail(
      `, ${unsure.place}, column ${unsure.column}: ${quoted(unsure.cell)} can be ${plainNumber(unsure.cell, ".")} or ${plainNumber(unsure.cell, ",")}, and no other number tells which: say { decimal: "." } or { decimal: "," }`,
    );
  return ".";
}

/** Cells of some columns, with where they stand. */
export const cellsOf = (
  lines: readonly Line[],
  columns: readonly { readonly name: string; readonly index: number }[],
): { cell: string; column: string; place: string }[] =>
  lines.flatMap(({ cells, place }) =>
    columns.map(({ name, index }) => ({ cell: (cells[index] ?? "").trim(), column: name, place })),
  );
