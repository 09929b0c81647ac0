import { inNameOf, type Kinds, optionsOf, requireFinite } from "@emergence/lib/core";
import { definitions, type SensitivityRow } from "@emergence/lib/definitions";
import type { Figure } from "./figure";
import { requireItems, requireText } from "./input";
import { lines } from "./lines";

export interface ThresholdsOptions {
  readonly title?: string;
  /** Height in pixels; default: 460. */
  readonly height?: number;
}

const thresholdsOptions: Kinds<ThresholdsOptions> = { title: "text", height: "number" };
/** What is read of a row. */
export type ThresholdRow = Pick<SensitivityRow, "definition" | "threshold" | "committed" | "yes" | "no" | "undecided">;

const rowParts: Kinds<ThresholdRow> = {
  definition: "text",
  threshold: "number",
  committed: "boolean",
  yes: "number",
  no: "number",
  undecided: "number",
};

/**
 * The rows of `sensitivity` as curves: the share of yes among the cases that a definition applies to, over its threshold as a multiple of the committed
 * one. Of a confidence what it lacks to 1 counts.
 *
 * Throws a RangeError without rows, and for a definition whose rows hold no committed threshold, or one of 0, of which there are no multiples.
 *
 * @example
 * const row = { definition: "wei", no: 5, undecided: 0 };
 * const figure = thresholds([
 *   { ...row, threshold: 0.05, committed: true, yes: 5 },
 *   { ...row, threshold: 0.1, committed: false, yes: 15 },
 * ]);
 * figure.data[0]?.y; // => [0.5, 0.75]
 */
export function thresholds(rows: readonly ThresholdRow[], options: ThresholdsOptions = {}): Figure {
  optionsOf("thresholds", options, thresholdsOptions);
  requireItems("thresholds", "rows", rows, rowParts);
  for (const [i, row] of Array.from(rows).entries()) {
    requireText("thresholds", `definition of rows[${i}]`, row.definition, "wei");
    for (const name of ["threshold", "yes", "no", "undecided"] as const)
      requireFinite("thresholds", `${name} of rows[${i}]`, row[name]);
  }
  const ids = [...new Set(rows.map(({ definition }) => definition))];
  const curves = ids.map((id) => {
    const own = rows.filter(({ definition }) => definition === id);
    const committed = own.find((row) => row.committed)?.threshold;
    if (committed === undefined || committed === 0)
      throw new RangeError(
        `thresholds: definition ${id} ${committed === 0 ? "is committed to 0" : "without its committed threshold"}, needs one above 0`,
      );
    const lacks = definitions.find((one) => one.id === id)?.thresholdUnit === "confidence";
    const points = own
      .map(({ threshold, yes, no, undecided }) => ({
        x: lacks ? (1 - threshold) / (1 - committed) : threshold / committed,
        y: yes / (yes + no + undecided),
      }))
      .sort((a, b) => a.x - b.x);
    return { name: id, x: points.map(({ x }) => x), y: points.map(({ y }) => y) };
  });
  return inNameOf("thresholds", () =>
    lines(curves, {
      ...options,
      x: "threshold (multiples of ours)",
      y: "yes (share of cases it applies to)",
      logX: true,
      yRange: [-0.05, 1.12],
      marks: [{ at: 1, text: "ours" }],
    }),
  );
}
