// GLUE by year.
import { join } from "node:path";
import { numeric, readCsv } from "../../import/files.mjs";

const file = join("seaborn-glue", "glue.csv");
export const sources = [file];

/** @returns {import("../../import/files.mjs").Row[]} */
export const rows = (/** @type {string} */ raw) =>
  readCsv(join(raw, file)).map((row) => ({
    model: row.Model ?? "",
    year: numeric(row.Year),
    encoder: row.Encoder ?? "",
    task: row.Task ?? "",
    score: numeric(row.Score),
  }));
