// Handwritten digits, 8 x 8: small enough for networks that are trained while a class looks on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { numeric } from "../../import/files.mjs";

const file = join("sklearn-digits", "digits.csv.gz");
export const sources = [file];

const pixels = Array.from({ length: 64 }, (_, i) => `r${Math.floor(i / 8)}c${i % 8}`);

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const lines = gunzipSync(readFileSync(join(raw, file)))
    .toString("utf8")
    .trim()
    .split("\n");
  return lines.map((line, image) => {
    const values = line.split(",").map(numeric);
    return { image, digit: values[64], ...Object.fromEntries(pixels.map((name, i) => [name, values[i]])) };
  });
}
