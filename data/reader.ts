// What makes a value of a cell of a person's own file, by its column's type.
import type { Wanted } from "./asked";
import { cellValue, type Value } from "./cell";
import { dateNeeds, dateOf, isoDate } from "./dates";
import type { Field } from "./descriptor";
import { type DecimalMark, plainNumber } from "./numerals";

const flags = new Map(
  Object.entries({ yes: "true", no: "false", y: "true", n: "false", t: "true", f: "false", 1: "true", 0: "false" }),
);

/** What makes a value of a column's cell. */
export function reader(
  { type, field, order }: Wanted,
  mark: DecimalMark,
  shift: number,
): (cell: string) => { value: Value | Date; needs?: string } {
  switch (type) {
    case "number":
    case "integer":
      return numberReader(field, mark, shift);
    case "boolean":
      return (cell) => cellValue(flags.get(cell.toLowerCase()) ?? cell.toLowerCase(), field);
    case "date":
      return (cell) => {
        const plain = cell && isoDate(cell, order);
        return plain === undefined ? { value: null, needs: dateNeeds(cell) } : cellValue(plain, field);
      };
    case "Date":
      return (cell) => {
        if (cell === "") return cellValue(cell, field);
        const value = dateOf(cell, order);
        return value ? { value } : { value: null, needs: `${dateNeeds(cell)}, with or without a time` };
      };
    default:
      return (cell) => cellValue(cell, field);
  }
}

/** What makes a number of a cell; limits are looked at only where there are some, since files are long. */
function numberReader(
  field: Field,
  mark: DecimalMark,
  shift: number,
): (cell: string) => { value: Value; needs?: string } {
  const { minimum, maximum } = field.constraints ?? {};
  const free = field.type === "number" && minimum === undefined && maximum === undefined;
  return (cell) => {
    const plain = cell === "" ? "" : plainNumber(cell, mark);
    if (plain === undefined) return { value: null, needs: `a number${markedOtherwise(cell, mark)}` };
    const digits = shift && plain ? shifted(plain, shift) : plain;
    const value = Number(digits);
    if (free && plain !== "" && (Number.isFinite(value) || /Infinity/.test(plain))) return { value };
    const read = cellValue(digits, field);
    return read.needs === "an integer" && /^-?\d+$/.test(plain)
      ? { ...read, needs: `an integer up to 2^53; as "string" it keeps all digits` }
      : read;
  };
}

/** "57" and -2 make "57e-2", which is .57 to the last digit, as 57 / 100 need not be. */
const shifted = (plain: string, by: number): string => {
  const [digits = "", exponent = "0"] = plain.split(/e/i);
  return `${digits}e${Number(exponent) + by}`;
};

const markedOtherwise = (cell: string, mark: DecimalMark): string =>
  plainNumber(cell, mark === "." ? "," : ".") === undefined
    ? ""
    : ` with ${mark === "." ? "a decimal point" : "a decimal comma"}, as the rest of the column`;
