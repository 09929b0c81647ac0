import { shown } from "./shown";

const isoText = /^(\d{4})-(\d\d)-(\d\d)(?:$|T)/;

/**
 * Dates as decimal years (UTC): year + (time since 1 January) / (length of that year), so that a fit over dates has rates per
 * year. Leap years are a day longer; a year later is 1 more, to the day.
 *
 * For another unit count from a day of your own: `(date.getTime() - start.getTime()) / 86_400_000` is days.
 *
 * @param dates a `Date`, a text that begins with YYYY-MM-DD (a date, or a time that names its zone), or a list of these
 * @returns years: a number for one date, a list for a list
 * @throws RangeError for what is no date
 * @example
 * import { yearsOf } from "@emergence/lib/core";
 * yearsOf(["2020-01-01", "2021-07-02T12:00:00Z"]); // => [2020, 2021.5]
 */
export function yearsOf(dates: Date | string): number;
export function yearsOf(dates: readonly (Date | string)[]): number[];
export function yearsOf(dates: Date | string | readonly (Date | string)[]): number | number[] {
  if (!Array.isArray(dates)) return decimalYear(dates as Date | string, "date");
  return Array.from(dates, (date, i) => decimalYear(date, `dates[${i}]`));
}

function decimalYear(date: Date | string, name: string): number {
  const time = date instanceof Date ? date.getTime() : timeOf(date);
  if (!Number.isFinite(time)) {
    throw new RangeError(
      `yearsOf: ${name} is ${typeof date === "string" ? JSON.stringify(date) : shown(date)}, needs a Date, or text such as "2020-01-31"`,
    );
  }
  const year = new Date(time).getUTCFullYear();
  const [start, end] = [startOf(year), startOf(year + 1)];
  return year + (time - start) / (end - start);
}

/** 1 January, 0:00 UTC; `Date.UTC` would take the years 0 to 99 for those of a century ago. */
const startOf = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

function timeOf(text: unknown): number {
  if (typeof text !== "string" || !isoText.test(text)) return Number.NaN;
  const time = Date.parse(text);
  // 30 February is read as 1 March.
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return Number.isFinite(day) && new Date(day).toISOString().startsWith(text.slice(0, 10)) ? time : Number.NaN;
}
