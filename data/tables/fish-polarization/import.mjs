// A school of fish: summary of its polarization.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { significant } from "../../import/files.mjs";

const file = join("fish-schooling", "pydaddy", "data", "fish_data", "ectropus.csv");
export const sources = [file];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const lines = readFileSync(join(raw, file), "utf8").trim().split("\n");
  const polarization = lines.map((line) =>
    Math.hypot(...line.split(",").map((cell) => (cell.trim() === "" ? NaN : Number(cell)))),
  );
  const width = 0.02;
  const bins = Array.from({ length: 50 }, (_, i) => ({
    lower: significant(i * width),
    upper: significant((i + 1) * width),
    points: 0,
    pairs: 0,
    change: 0,
    square: 0,
  }));
  for (const [t, value] of polarization.entries()) {
    const bin = bins[Math.min(49, Math.floor(value / width))];
    if (Number.isNaN(value) || !bin) continue;
    bin.points++;
    const change = (polarization[t + 1] ?? NaN) - value;
    if (Number.isNaN(change)) continue;
    bin.pairs++;
    bin.change += change;
    bin.square += change ** 2;
  }
  return bins.map(({ lower, upper, points, pairs, change, square }) => ({
    lower,
    upper,
    points,
    pairs,
    meanChange: pairs === 0 ? null : significant(change / pairs),
    meanSquaredChange: pairs === 0 ? null : significant(square / pairs),
  }));
}
