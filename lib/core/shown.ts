const longest = 40;

const cut = (text: string): string => JSON.stringify(text.length <= longest ? text : `${text.slice(0, longest)}...`);

/**
 * A value within an error, such that text does not look like a number and a date says how it becomes one: what was read
 * from a file is often text still.
 *
 * @param value whatever was given
 * @example
 * import { shown } from "@emergence/lib/core";
 * shown("few"); // => '"few" (text)'
 */
export function shown(value: unknown): string {
  if (typeof value === "string") {
    const digits = value.trim();
    if (digits === "") return `${cut(value)} (text)`;
    if (/^\d{4}-\d\d-\d\d/.test(digits))
      return `${cut(value)} (text; new Date(${cut(value)}) makes a date of it, yearsOf of @emergence/lib/core years)`;
    return Number.isFinite(Number(digits))
      ? `${cut(value)} (text; Number(${cut(value)}) or readTable of @emergence/data makes a number of it)`
      : `${cut(value)} (text${/^[-+\d.,\s]+%?$/.test(digits) ? "; readTable of @emergence/data reads such numbers" : ""})`;
  }
  if (value instanceof Date) return `${dayOf(value)} (a Date: yearsOf of @emergence/lib/core makes years of it)`;
  if (isList(value)) return "a list";
  if (ArrayBuffer.isView(value)) return "a typed array without numbers";
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `${value}n (a bigint: Number(...) makes a number of it)`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

const dayOf = (date: Date): string =>
  Number.isNaN(date.getTime()) ? "an invalid date" : date.toISOString().slice(0, 10);

/**
 * A value within an error where text and numbers are equally at home, as among tokens, labels, symbols and names.
 *
 * @param value whatever was given
 * @example
 * import { briefly } from "@emergence/lib/core";
 * briefly("few"); // => '"few"'
 */
export function briefly(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 30 ? `${value.slice(0, 30)}...` : value);
  if (value instanceof Date) return `${dayOf(value)} (a Date)`;
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

/** Whether this is an array or a typed array. Those of bigints hold no numbers. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  if (Array.isArray(value)) return true;
  const bigints = value instanceof BigInt64Array || value instanceof BigUint64Array;
  return ArrayBuffer.isView(value) && "length" in value && !bigints;
}
