// Dates as people write them.

/** The order of day, month and year where a date is not written YYYY-MM-DD. */
export type DateOrder = "DMY" | "MDY";

const iso = /^(\d{4})-(\d\d)-(\d\d)$/;
const moment = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const parted = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return iso.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** A date as YYYY-MM-DD; undefined where the cell is none. */
export function isoDate(cell: string, order: DateOrder | undefined): string | undefined {
  const [, one = "", , two = "", year = ""] = (order && parted.exec(cell)) || [];
  const [day, month] = order === "MDY" ? [two, one] : [one, two];
  const text = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : cell;
  return isDay(text) ? text : undefined;
}

/** A `Date` of a date, a date with a time (UTC unless it says otherwise), a month (YYYY-MM) or a year; undefined where the cell is none. */
export function dateOf(cell: string, order: DateOrder | undefined): Date | undefined {
  const padded = /^\d{4}$/.test(cell) ? `${cell}-01-01` : /^\d{4}-\d\d$/.test(cell) ? `${cell}-01` : cell;
  const day = isoDate(padded, order);
  if (day) return new Date(`${day}T00:00:00Z`);
  const [, date = "", time = "", zone = "Z"] = moment.exec(cell) ?? [];
  if (!isDay(date)) return undefined;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2").toUpperCase();
  const value = new Date(`${date}T${time}${offset}`);
  return Number.isNaN(value.getTime()) ? undefined : value;
}

/** What a cell that is no date needs, with the cure where its form is known. */
export function dateNeeds(cell: string): string {
  if (parted.test(cell)) return 'a date, YYYY-MM-DD; say { type: "date", order: "DMY" } or "MDY" for this form';
  const isOther = !isoDate(cell, undefined) && dateOf(cell, undefined) !== undefined;
  return isOther ? 'a date, YYYY-MM-DD; type "Date" reads this form too' : "a date, YYYY-MM-DD";
}

/** The order of day and month that dates as 13.01.2001 or 1/13/2001 have: found where one of them is above 12; undefined where not all cells are such dates. */
export function orderOf(cells: readonly string[]): DateOrder | "either" | undefined {
  if (cells.length === 0) return undefined;
  let found: DateOrder | "either" = "either";
  for (const cell of cells) {
    const could = (["DMY", "MDY"] as const).filter((order) => parted.test(cell) && isoDate(cell, order));
    const [order] = could;
    if (order === undefined) return undefined;
    if (could.length === 2) continue;
    if (found !== "either" && found !== order) return undefined;
    found = order;
  }
  return found;
}
