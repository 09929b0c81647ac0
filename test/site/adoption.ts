// The table that the page of the S-curve reads, as Node reads it.
import { load } from "@emergence/data";
import { type Series, technologies } from "../../site/explorables/s-curve/model.js";

export const adoption: Readonly<Record<string, Series>> = Object.fromEntries(
  Object.values(technologies).map((technology) => {
    const rows = load("adoption").filter((row) => row.technology === technology);
    const [x, y] = [rows.map(({ year }) => year), rows.map(({ share }) => share)];
    return [technology, { x, y, of: rows[0]?.shareOf ?? "" }];
  }),
);
