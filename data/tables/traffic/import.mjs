// Traffic at road detectors: from free flow to congestion.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { numeric, significant } from "../../import/files.mjs";

const folder = join("traffic-flow-density", "data", "demo_data_s3_1");
export const sources = [folder];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const matrix = (/** @type {string} */ name) =>
    readFileSync(join(raw, folder, `${name}.csv`), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(",").map(numeric));
  const [flow, speed, density] = [matrix("flow"), matrix("speed"), matrix("density")];
  return density.flatMap((line, i) =>
    line.map((value, j) => ({
      row: i + 1,
      column: j + 1,
      density: significant(value, 7),
      speed: significant(speed[i]?.[j] ?? NaN, 7),
      flow: significant(flow[i]?.[j] ?? NaN, 7),
    })),
  );
}
