// Dates on the x-axis: milliseconds inside, in which places and ranges are computed, and text in the figure, since Plotly
// reads a small number as a year and a large one in the reader's time zone.
import { requireList, shown } from "@emergence/lib/core";
import type { Places } from "./figure";
import { plain } from "./input";

/** Positions in numbers, and whether they are dates; undefined where there is none to tell by. */
export interface Positions {
  readonly x: (number | null)[];
  readonly dates: boolean | undefined;
}

const cure = "needs dates or numbers alone: yearsOf of @emergence/lib/core makes years of dates";

/** Reads the positions of a series; a `Date` that is invalid is a gap. */
export function positions(where: string, what: string, given: Places): Positions {
  const values: ArrayLike<unknown> = given;
  requireList(where, what, values, "an array of numbers or of dates");
  let first = -1;
  for (let i = 0; i < values.length && first < 0; i++) if (values[i] !== null && values[i] !== undefined) first = i;
  if (!(values[first] instanceof Date)) {
    const odd = first < 0 ? -1 : Array.prototype.findIndex.call(values, (value) => value instanceof Date);
    if (odd >= 0) mixed(where, `${what}[${odd}]`, values[odd], `${what}[${first}]`, values[first]);
    return { x: plain(where, what, given as ArrayLike<number | null>), dates: first < 0 ? undefined : false };
  }
  const x = Array.from(values, (value, i) => {
    if (value === null || value === undefined) return null;
    if (!(value instanceof Date)) return mixed(where, `${what}[${i}]`, value, `${what}[${first}]`, values[first]);
    return Number.isFinite(value.getTime()) ? value.getTime() : null;
  });
  return { x, dates: true };
}

function mixed(where: string, what: string, value: unknown, other: string, than: unknown): never {
  throw new TypeError(`${where}: ${what} is ${plainly(value)}, but ${other} is ${plainly(than)}; ${cure}`);
}

const plainly = (value: unknown): string =>
  value instanceof Date && Number.isFinite(value.getTime())
    ? `the Date ${iso(value.getTime())}`
    : shown(value).replace(/ \(a Date.*/, "");

/** All series of a figure have dates, or none has. */
export function sameKind(where: string, whose: string, known: boolean | undefined, dates: boolean | undefined): void {
  if (known === undefined || dates === undefined || known === dates) return;
  const [has, others] = dates ? ["dates", "numbers"] : ["numbers", "dates"];
  throw new TypeError(`${where}: ${whose} has ${has} as x, but an earlier series has ${others}; ${cure}`);
}

/** A position that the caller names, on an axis of dates or of numbers: a mark, an end of a range. */
export function position(where: string, what: string, at: number | Date, dates: boolean): number {
  if (at instanceof Date && dates) {
    if (Number.isFinite(at.getTime())) return at.getTime();
    throw new RangeError(`${where}: ${what} is at an invalid date, needs a date`);
  }
  if (at instanceof Date) throw new TypeError(`${where}: ${what} is at ${shown(at)}, but the x-axis has numbers`);
  if (dates) {
    throw new TypeError(
      `${where}: ${what} is at ${shown(at)}, but the x-axis has dates; needs a date, such as new Date("2020-01-31")`,
    );
  }
  return at;
}

/** A time as text that Plotly and a reader read alike: the day, with the time of the day where there is one. */
export const iso = (time: number): string =>
  new Date(time)
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace(/(\.000)?Z$/, "");

/** Positions as they stand in the figure. */
export const written = (x: readonly (number | null)[], dates: boolean): readonly (number | string | null)[] =>
  dates ? x.map((at) => (at === null ? null : iso(at))) : x;
