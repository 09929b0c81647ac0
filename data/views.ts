import { optionsOf, partsOf, requireFinite, requireList, requireNonNegative, requireString } from "@emergence/lib/core";
/** What notebooks would otherwise each write: curves, families and images made of the tables' rows. */
import { load } from "./load";
import type { PythiaTasks } from "./schema";

/** One point of a learning curve. */
export type CurvePoint = { step: number; tokens: number; value: number; standardError: number };

/**
 * Tokens that a Pythia model has seen by a step: 1,024 sequences of 2,048 tokens per step. In release 0 the sizes 160m,
 * 410m and 1.4b were trained with batches twice as large.
 *
 * @param step optimizer steps
 * @param options `model`, needed for release 0 only, and `release` (default 1)
 * @throws RangeError for a negative step, and for release 0 without a model
 * @example
 * import { pythiaTokens } from "@emergence/data";
 * pythiaTokens(143000); // => 299892736000
 */
export function pythiaTokens(step: number, options: { model?: string; release?: 0 | 1 } = {}): number {
  const { model, release = 1 } = optionsOf("pythiaTokens", options, { model: "text", release: "number" });
  requireNonNegative("pythiaTokens", "step", step);
  if (release !== 0 && release !== 1) throw new RangeError(`pythiaTokens: release ${release}, needs 0 or 1`);
  if (release === 0 && model === undefined) throw new RangeError("pythiaTokens: release 0 needs the model");
  const doubled = release === 0 && /-(160m|410m|1\.4b)\b/.test(model ?? "");
  return step * 1024 * 2048 * (doubled ? 2 : 1);
}

/** Kinds of what a learning curve is asked for. */
const curveKinds = { model: "text", task: "text", metric: "text", shots: "number", release: "number" } as const;

/**
 * The learning curve of one Pythia model on one task, in the order of training.
 *
 * @param of `model`, `task`, `metric`; optionally `shots` (default 0) and `release` (default 1)
 * @throws RangeError if there is no such curve: names the models and metrics there are
 * @example
 * import { learningCurve } from "@emergence/data";
 * learningCurve({ model: "pythia-12b", task: "sciq", metric: "accuracy" }).length; // => 27
 */
export function learningCurve(of: {
  model: string;
  task: PythiaTasks["task"];
  metric: PythiaTasks["metric"];
  shots?: 0 | 5;
  release?: 0 | 1;
}): CurvePoint[] {
  const { model, task, metric, shots = 0, release = 1 } = optionsOf("learningCurve", of, curveKinds);
  if (release !== 0 && release !== 1) throw new RangeError(`learningCurve: release ${release}, needs 0 or 1`);
  const rows = load(release === 1 ? "pythia-tasks" : "pythia-tasks-v0");
  const curve = rows.filter(
    (row) => row.model === model && row.task === task && row.metric === metric && row.shots === shots,
  );
  if (curve.length === 0) {
    const models = [...new Set(rows.map((row) => row.model))];
    const metrics = [...new Set(rows.filter((row) => row.task === task).map((row) => row.metric))];
    throw new RangeError(
      `learningCurve: nothing for model ${model}, task ${task}, metric ${metric}, ${shots} shots; ` +
        `models are ${models.join(", ")}; metrics of ${task} are ${metrics.join(", ")}`,
    );
  }
  return curve
    .map(({ step, tokens, value, standardError }) => ({ step, tokens, value, standardError }))
    .sort((a, b) => a.step - b.step);
}

/**
 * Rows grouped by family of models: each family sorted by training compute, the families by their largest model. Rows
 * whose compute is not published are left out.
 *
 * @example
 * import { familiesByFlops, load } from "@emergence/data";
 * familiesByFlops(load("obscaling-emergent")).find(({ family }) => family === "OPT")?.rows.length; // => 8
 */
export function familiesByFlops<Row extends { family: string; flops: number | null }>(
  rows: readonly Row[],
): { family: string; rows: (Row & { flops: number })[] }[] {
  requireList("familiesByFlops", "rows", rows, "an array of rows");
  for (let i = 0; i < rows.length; i++) {
    const { family, flops } = partsOf("familiesByFlops", rows[i] as Row, {}, `rows[${i}]`);
    requireString("familiesByFlops", `family of rows[${i}]`, family);
    if (flops !== null) requireFinite("familiesByFlops", `flops of rows[${i}]`, flops);
  }
  const families = new Map<string, (Row & { flops: number })[]>();
  for (const row of rows) {
    if (row.flops === null) continue;
    const family = families.get(row.family) ?? [];
    family.push({ ...row, flops: row.flops });
    families.set(row.family, family);
  }
  return [...families]
    .map(([family, members]) => ({ family, rows: members.sort((a, b) => a.flops - b.flops) }))
    .sort((a, b) => (a.rows.at(-1)?.flops ?? 0) - (b.rows.at(-1)?.flops ?? 0));
}

type Place = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Columns of the pixels, row by row from the top left: r0c0, r0c1 ... r7c7. */
const pixelNames = Array.from({ length: 64 }, (_, i) => `r${Math.floor(i / 8) as Place}c${(i % 8) as Place}` as const);

/**
 * The handwritten digits as images: 64 gray levels from 0 (white) to 16 (black), row by row from the top left.
 *
 * @example
 * import { digitImages } from "@emergence/data";
 * digitImages()[0]?.pixels.slice(0, 8); // => [0, 0, 5, 13, 9, 1, 0, 0]
 */
export function digitImages(): { digit: number; pixels: number[] }[] {
  return load("digits").map((row) => ({ digit: row.digit, pixels: pixelNames.map((name) => row[name]) }));
}
