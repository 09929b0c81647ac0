// One cell: the value that its column's type and limits make of its text.
import type { Field } from "./descriptor";

/** The value of a cell; an empty cell is null. */
export type Value = string | number | boolean | null;

const longest = 80;

/** Text within an error, cut where it is long: one stray quotation mark can make one cell of a whole file. */
export const cut = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest)}... (${text.length.toLocaleString("en-US")} characters)`;

/** A cell within an error. */
export const quoted = (cell: string): string => JSON.stringify(cell.slice(0, longest)) + cut(cell).slice(longest);

/** A cell's value, or what the column needs instead. */
export function cellValue(cell: string, { type, constraints = {} }: Field): { value: Value; needs?: string } {
  if (cell === "") return constraints.required ? { value: null, needs: `a value (${type})` } : { value: null };
  switch (type) {
    case "integer":
    case "number": {
      const value = Number(cell);
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = constraints;
      if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) || !Number.isFinite(value))
        return { value, needs: type === "integer" ? "an integer" : "a number" };
      if (type === "integer" && !Number.isSafeInteger(value)) return { value, needs: "an integer" };
      if (value < minimum) return { value, needs: `${minimum} or more` };
      return value > maximum ? { value, needs: `${maximum} or less` } : { value };
    }
    case "boolean":
      return cell === "true" || cell === "false" ? { value: cell === "true" } : { value: null, needs: "true or false" };
    case "date":
      return isDate(cell) ? { value: cell } : { value: cell, needs: "a date, YYYY-MM-DD" };
    case "string": {
      const { enum: values, pattern } = constraints;
      if (values && !values.includes(cell)) return { value: cell, needs: `one of ${values.join(", ")}` };
      return pattern && !new RegExp(`^(?:${pattern})$`).test(cell)
        ? { value: cell, needs: `text like ${pattern}` }
        : { value: cell };
    }
    default:
      return { value: cell, needs: `a type that the loader knows; the schema says ${type}` };
  }
}

const isDate = (cell: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(cell) && !Number.isNaN(Date.parse(cell)) && new Date(cell).toISOString().startsWith(cell);
