// Technology adoption in the United States: Our World in Data, "Technology Diffusion - Comin and Hobijn (2004) and others".
import { join } from "node:path";
import { numeric, readCsv } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("owid", "technology-diffusion.csv");
export const sources = [file];

const households = "US households";
/** What each share is of, from the column's description in the publisher's datapackage.json; households where not listed. */
const populations = /** @type {Record<string, string>} */ ({
  "Amazon Prime users": "not stated",
  "Automatic transmission": "cars made in the US",
  "Disk brakes": "cars made in the US",
  "Ebook reader": "US adults",
  "Electricity access": "US population",
  "Electronic ignition": "cars made in the US",
  "Nox pollution controls (boilers)": "boilers",
  Podcasting: "Americans aged 12 or older",
  "Power steering": "cars made in the US",
  "Radial tires": "cars made in the US",
  "RTGS adoption": "central banks",
  "Shipping container port infrastructure": "ports",
  "Smartphone usage": "US adults",
  "Social media usage": "US adults",
  Tablet: "US adults",
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const shares = readCsv(join(raw, file)).map((row) => ({
    technology: row.Entity ?? "",
    year: numeric(row.Year),
    share: numeric(row["Technology Diffusion (Comin and Hobijn (2004) and others)"]),
    shareOf: populations[row.Entity ?? ""] ?? households,
  }));
  return sortedBy(shares, "technology", "year");
}
