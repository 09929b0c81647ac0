// The columns of the table "adoption" that the page needs, from the file that the notebooks read.
import csv from "../../../data/tables/adoption/adoption.csv";
import { type Series, technologies } from "./model";

const wanted = new Set(Object.values(technologies));
const rows = csv
  .trim()
  .split("\n")
  .map((row) => row.split(","))
  .filter(([technology = ""]) => wanted.has(technology));

export const table: Readonly<Record<string, Series>> = Object.fromEntries(
  [...wanted].map((technology) => {
    const own = rows.filter(([name]) => name === technology);
    return [technology, { x: own.map(([, year]) => Number(year)), y: own.map(([, , share]) => Number(share)) }];
  }),
);
