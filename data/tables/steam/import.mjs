// Vapour pressure of water.
import { join } from "node:path";
import { numeric, readCsv } from "../../import/files.mjs";

const file = join("steam-pressure", "csv", "MASS", "steam.csv");
export const sources = [file];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  return readCsv(join(raw, file)).map((row) => {
    const temperature = numeric(row.Temp);
    return { temperature, pressure: numeric(row.Press), suspect: temperature === 40 };
  });
}
