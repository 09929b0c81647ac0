// Numbers as people write them: decimal point or comma, thousands apart, percent signs.
import { quoted } from "./cell";
import type { Fail, Line } from "./csv";

export type DecimalMark = "." | ",";

/** Blanks and apostrophes that stand between thousands: space, no-break, thin, figure and narrow no-break space, ' and \u2019. */
const gaps = " \u00a0\u2007\u2009\u202f'\u2019";

const numeral = (mark: DecimalMark): RegExp => {
  const separator = mark === "." ? "," : ".";
  // In India the groups above the first thousand have two digits: 12,34,567.
  const indian = separator === "," ? "[1-9]\\d?(?:,\\d\\d)+,\\d{3}|" : "";
  const whole = `(?:${indian}[1-9]\\d{0,2}([${separator}${gaps}])\\d{3}(?:\\1\\d{3})*|\\d+)`;
  return new RegExp(`^[+-]?(?:${whole}(?:[${mark}]\\d*)?|[${mark}]\\d+)(?:e[+-]?\\d+)?$`, "i");
};
const numerals = { ".": numeral("."), ",": numeral(",") };
const between = { ".": new RegExp(`[,${gaps}]`, "g"), ",": new RegExp(`[.${gaps}]`, "g") };
const percent = /\s*%$/;

/** As programs write them, which is how most are written: looked for first, since files are long. */
const whole = /^-?\d+$/;
const withPoint = /^-?\d+\.\d+(?:e[+-]?\d+)?$/i;
const withComma = /^-?\d+,\d+(?:e[+-]?\d+)?$/i;
const oneGroup = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

const infinite = /^([+-]?)(?:inf|infinity|\u221e)$/i;
/** The D of a number in double precision as Fortran writes it, 1.5D+02. */
const fortran = /(?<=^[+-]?\d*\.\d*)d(?=[+-]?\d+$)/i;
const currency = /[$\u20ac\u00a3\u00a5\u20b9]/;
const money = /^([+-]?)[$\u20ac\u00a3\u00a5\u20b9]\s*(?=[\d.,+-])|(?<=\d)\s*[$\u20ac\u00a3\u00a5\u20b9]$/;

const isDigit = (cell: string, at: number): boolean => {
  const code = cell.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** Whether a cell is a number of percents. */
export const isPercent = (cell: string): boolean => cell.endsWith("%");

/**
 * A number with a decimal point and nothing between its thousands, as a schema means it, without its percent or currency sign; undefined
 * where the cell is none.
 */
export function plainNumber(cell: string, mark: DecimalMark): string | undefined {
  if (whole.test(cell) || (mark === "." && withPoint.test(cell))) return cell;
  if (mark === "," && withComma.test(cell)) return cell.replace(",", ".");
  // The minus sign proper, and the dash that a word processor makes of it.
  const bare = cell
    .replace(/^[\u2212\u2013](?=[\d.,])|(?<=e)\u2212/i, "-")
    .replace(percent, "")
    .replace(money, "$1");
  const written = mark === "." ? bare.replace(fortran, "e") : bare;
  const [, sign] = infinite.exec(written) ?? [];
  if (sign !== undefined) return `${sign === "-" ? "-" : ""}Infinity`;
  if (!numerals[mark].test(written)) return undefined;
  return written
    .replace(between[mark], "")
    .replace(",", ".")
    .replace(/^\+/, "")
    .replace(/^(-?)\./, "$10.")
    .replace(/\.(?=e|$)/i, "");
}

export const isNumber = (cell: string): boolean =>
  whole.test(cell) ||
  withPoint.test(cell) ||
  withComma.test(cell) ||
  plainNumber(cell, ".") !== undefined ||
  plainNumber(cell, ",") !== undefined;

/** A column of numbers: its cells, an empty text where a value is missing. */
export type NumberColumn = {
  readonly name: string;
  readonly cells: readonly string[];
  /** Whether all are whole numbers, as the schema says: 1.234 can be 1234 alone then */
  readonly whole?: boolean;
};

/** The first cell of a column that is written with one mark, with the other, and in a way that each mark explains. */
type Evidence = { readonly [kind in DecimalMark | "either"]?: number };

function evidenceOf(cells: readonly string[]): Evidence {
  const found: { [kind in DecimalMark | "either"]?: number } = {};
  for (const [i, cell] of cells.entries()) {
    if (whole.test(cell)) continue;
    const mark = withPoint.test(cell) ? "." : withComma.test(cell) ? "," : undefined;
    if (mark && !oneGroup.test(cell)) {
      found[mark] ??= i;
      continue;
    }
    const [point, comma] = [plainNumber(cell, "."), plainNumber(cell, ",")];
    if (point === comma) continue; // no mark, or no number
    if (comma === undefined) found["."] ??= i;
    else if (point === undefined) found[","] ??= i;
    else found.either ??= i;
  }
  return found;
}

const words = { ".": "a decimal point", ",": "a decimal comma" } as const;

/**
 * The decimal mark of each column. A cell that one mark alone can explain settles it for its column, then for the columns of
 * the file that leave it open: 1.234 and 1,234 each mean two things. Where nothing settles it, a file whose cells a comma
 * parts has English numbers; any other must say. What was taken for granted is a remark.
 */
export function decimalMarks(
  columns: readonly NumberColumn[],
  lines: readonly Line[],
  delimiter: string,
  fail: Fail,
  remark: (text: string) => void,
): Map<string, DecimalMark> {
  const marks = new Map<string, DecimalMark>();
  const open: { name: string; cell: string; at: number }[] = [];
  const sure: { [mark in DecimalMark]?: string } = {};
  for (const { name, cells, whole: isWhole } of columns) {
    const { ".": point, ",": comma, either } = evidenceOf(cells);
    const shown = (at: number): string => `${quoted(cells[at] as string)} in ${lines[at]?.place}, column ${name}`;
    if (point !== undefined && comma !== undefined) {
      const [first, second] = point < comma ? ([".", ","] as const) : ([",", "."] as const);
      const [a, b] = [Math.min(point, comma), Math.max(point, comma)];
      fail(
        `, ${lines[b]?.place}, column ${name}: found ${quoted(cells[b] as string)}, ${words[second]}, but ${lines[a]?.place} has ${quoted(cells[a] as string)}, ${words[first]}; one column needs one decimal mark`,
      );
    }
    const mark = point !== undefined ? "." : comma !== undefined ? "," : undefined;
    if (mark) {
      marks.set(name, mark);
      sure[mark] ??= shown((mark === "." ? point : comma) as number);
    } else if (either !== undefined && isWhole) marks.set(name, (cells[either] as string).includes(".") ? "," : ".");
    else if (either !== undefined) open.push({ name, cell: cells[either] as string, at: either });
  }
  if (sure["."] && sure[","])
    remark(`the decimal mark differs between columns: ${sure["."]} has ${words["."]}, ${sure[","]} ${words[","]}`);
  for (const { name, cell, at } of open) {
    const settled = sure["."] && sure[","] ? undefined : sure["."] ? "." : sure[","] ? "," : undefined;
    const mark = settled ?? (delimiter === "," ? "." : undefined);
    const both = [plainNumber(cell, "."), plainNumber(cell, ",")] as const;
    if (mark === undefined) {
      return fail(
        `, ${lines[at]?.place}, column ${name}: ${quoted(cell)} can be ${both[0]} or ${both[1]}, and no other number tells which: say { decimal: "." } or { decimal: "," }`,
      );
    }
    const why = settled ? `as ${sure[settled]} tells` : "since commas part the cells";
    const [value, other] = mark === "." ? both : [both[1], both[0]];
    const otherwise = mark === "." ? "," : ".";
    remark(
      `column ${name}: ${quoted(cell)} (${lines[at]?.place}) is read as ${value}, ${why}; if it means ${other}, say { decimal: { ${JSON.stringify(name)}: "${otherwise}" } }`,
    );
    marks.set(name, mark);
  }
  return marks;
}

/** Whether a column is of percents; a fault where only some of its numbers have the sign (0 needs none). */
export function isPercentColumn({ name, cells }: NumberColumn, lines: readonly Line[], fail: Fail): boolean {
  const signed = cells.findIndex(isPercent);
  if (signed < 0) return false;
  const bare = cells.findIndex((cell) => cell !== "" && !isPercent(cell) && !/^[+-]?0*[.,]?0*$/.test(cell));
  if (bare >= 0) {
    fail(
      `, ${lines[bare]?.place}, column ${name}: found ${quoted(cells[bare] as string)} without a percent sign, but ${lines[signed]?.place} has ${quoted(cells[signed] as string)}; needs the sign in each cell or in none`,
    );
  }
  return true;
}

/** The currency sign of a column, if its cells have one; a fault where they have two. */
export function currencyOf({ name, cells }: NumberColumn, lines: readonly Line[], fail: Fail): string | undefined {
  let first: { readonly sign: string; readonly at: number } | undefined;
  for (const [at, cell] of cells.entries()) {
    if (isDigit(cell, 0) && isDigit(cell, cell.length - 1)) continue;
    const sign = currency.exec(cell)?.[0];
    if (sign === undefined) continue;
    first ??= { sign, at };
    if (sign !== first.sign) {
      fail(
        `, ${lines[at]?.place}, column ${name}: found ${quoted(cell)}, but ${lines[first.at]?.place} has ${quoted(cells[first.at] as string)}; needs one currency`,
      );
    }
  }
  return first?.sign;
}
