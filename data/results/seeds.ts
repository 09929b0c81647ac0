// The points of a curve, several runs at one scale put together.

import type { Evidence } from "@emergence/lib/definitions";
import { max } from "d3-array";
import type { AboutResults } from "./about";
import type { ResultPart } from "./columns";
import { hundredth } from "./meaning";
import { misfitAt } from "./misfitAt";
import type { PointRow, ResultRows } from "./rows";

interface Context {
  readonly about: AboutResults;
  readonly percent: boolean;
  readonly read: ResultRows;
  readonly name: string;
  readonly remark: (name: string, text: string) => void;
}

/** Scale, score, trials or errors, loss, smooth and seeds. */
export function pointsOf(points: readonly PointRow[], context: Context): Evidence {
  const { percent, read, name, remark } = context;
  const share = (point: PointRow) => (percent ? hundredth(point.score) : point.score);
  const scale = [...new Set(points.map((point) => point.scale))].sort((a, b) => a - b);
  const at = scale.map((one) => points.filter((point) => point.scale === one));
  if (read.columns.seed === undefined) refuseTwice(at, context);
  const score = at.map((some) => mean(some.map(share)));
  const trials = trialsOf(points, score, context);
  const seeds = at.map((some) => some.map(share));
  const runs = max(seeds, ({ length }) => length) ?? 0;
  const repeated = seeds.every(({ length }) => length > 1);
  if (runs > 1 && !repeated)
    remark(
      name,
      `one run at some scales, so how far runs differ is not used for errors; needs two runs or more at each scale`,
    );
  const pooled = trials && at.map((some) => some.reduce((sum, point) => sum + (trials.get(point) as number), 0));
  const error = errorsOf(points, at, context);
  const spread = repeated ? seeds.map((some, i) => errorOverSeeds(some, pooled?.[i])) : undefined;
  if (pooled === undefined && spread === undefined && error === undefined)
    remark(
      name,
      `neither trials nor errors, so that most tests stay open; a column trials or stderr, or --trials N, closes them`,
    );
  return {
    scale,
    score,
    ...(pooled === undefined ? {} : { trials: pooled }),
    ...(spread ? { error: spread } : error !== undefined && pooled === undefined ? { error } : {}),
    ...(runs > 1 ? { seeds } : {}),
    ...along(at, "loss", context),
    ...along(at, "smooth", context),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Runs differ by more than their counts do, and equal runs by as much as those. */
function errorOverSeeds(scores: readonly number[], trials: number | undefined): number {
  const [m, n] = [mean(scores), scores.length];
  const scattered = scores.reduce((sum, one) => sum + (one - m) ** 2, 0) / (n - 1) / n;
  const p = trials === undefined ? 0 : (m * trials + 1) / (trials + 2);
  return Math.sqrt(Math.max(scattered, trials === undefined ? 0 : (p * (1 - p)) / trials));
}

function refuseTwice(at: readonly (readonly PointRow[])[], { read: { columns, fail }, name }: Context): void {
  const twice = at.find((some) => some.length > 1);
  if (twice === undefined) return;
  const [a, b] = twice as [PointRow, PointRow];
  fail(
    `, ${a.row.place} and ${b.row.place}: ${name} has two scores at ${columns.scale?.[0]} ${a.scale}, needs one, or a column seed that says which run each is, or a column task that says which curve; --column seed=... or task=... names it`,
  );
}

/** Trials of each point, whole and above 0, with scores that are shares of them. */
function trialsOf(
  points: readonly PointRow[],
  score: readonly number[],
  context: Context,
): Map<PointRow, number> | undefined {
  const { about, percent, read } = context;
  const column = read.columns.trials?.[0];
  const own = column === undefined ? [] : whole(points, "trials", context);
  if (own === undefined || (own.length === 0 && about.trials === undefined)) return undefined;
  const odd = points.find((point) => !(point.score >= 0 && point.score <= (percent ? 100 : 1)));
  if (odd !== undefined)
    misfitAt(
      read,
      odd.row,
      read.columns.score?.[0] ?? "score",
      String(odd.score),
      "a share from 0 to 1 (or percent), since there are trials; for other scores give standard errors (stderr) in their place",
    );
  if (score.length === 0) return undefined;
  const found = new Map<PointRow, number>();
  for (const [i, point] of points.entries()) {
    const n = own[i] ?? (about.trials as number);
    if (!(Number.isInteger(n) && n >= 1))
      misfitAt(read, point.row, column ?? "trials", String(n), "a whole number from 1: the questions behind the score");
    found.set(point, n);
  }
  return found;
}

/** Values of a column that all rows of the curve hold; undefined if none does. */
function whole(points: readonly PointRow[], part: ResultPart, { read }: Context): number[] | undefined {
  const values = points.map(({ row }) => row.numbers[part] ?? null);
  const [full, gap] = [values.findIndex((value) => value !== null), values.indexOf(null)];
  if (full < 0) return undefined;
  if (gap >= 0)
    misfitAt(
      read,
      (points[gap] as PointRow).row,
      read.columns[part]?.[0] as string,
      "nothing",
      `a number, as ${points[full]?.row.place} has`,
    );
  return values as number[];
}

/** Standard errors; several runs at a scale are put together as their mean is. */
function errorsOf(
  points: readonly PointRow[],
  at: readonly (readonly PointRow[])[],
  { read, percent }: Context,
): number[] | undefined {
  const known = points.find(({ error }) => error !== null);
  if (known === undefined) return undefined;
  const odd = points.find(({ error }) => !(error !== null && error >= 0));
  if (odd !== undefined)
    misfitAt(
      read,
      odd.row,
      odd.errorColumn as string,
      odd.error === null ? "nothing" : String(odd.error),
      "a standard error from 0, as the other rows of the curve have",
    );
  const own = (error: number) => (percent ? hundredth(error) : error);
  const squares = (some: readonly PointRow[]) => some.reduce((sum, { error }) => sum + own(error as number) ** 2, 0);
  return at.map((some) => Math.sqrt(squares(some)) / some.length);
}

/** A column along the curve, runs averaged; a gap leaves it out, with a word. */
function along(
  at: readonly (readonly PointRow[])[],
  part: "loss" | "smooth",
  { read, name, remark }: Context,
): Evidence {
  const column = read.columns[part]?.[0];
  if (column === undefined) return {};
  const values = at.map((some) => some.flatMap(({ row }) => row.numbers[part] ?? []));
  const gap = values.findIndex(({ length }) => length === 0);
  if (gap < 0) return { [part]: values.map(mean), ...(part === "smooth" ? { smoothMetric: column } : {}) };
  if (values.some(({ length }) => length > 0))
    remark(name, `${column} is empty in ${at[gap]?.[0]?.row.place}, so it is left out; a curve needs it at all scales`);
  return {};
}
