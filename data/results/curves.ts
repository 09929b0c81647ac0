// From rows to curves: which rows belong together, in which order, and what holds for all of a curve.
import type { Evidence, VerdictCase } from "@emergence/lib/definitions";
import { cut, quoted } from "../cell";
import type { Fail } from "../csv";
import type { AboutResults } from "./about";
import type { ResultPart } from "./columns";
import { isPercent, linear } from "./meaning";
import type { PointRow, ResultRow, ResultRows } from "./rows";
import { pointsOf } from "./seeds";

interface Group {
  readonly name: string;
  readonly column: string;
  readonly rows: readonly { readonly row: ResultRow; readonly score: number | null }[];
}

export function curvesOf(read: ResultRows, about: AboutResults, remark: (text: string) => void): VerdictCase[] {
  const { columns, fail } = read;
  const groups = groupsOf(read);
  const scaleName = (columns.scale as readonly string[])[0] as string;
  const isLinear = about.logScale === undefined && linear(scaleName);
  if (isLinear) remark(`column ${scaleName}: differences count, not ratios; logScale: true (--log) for ratios`);
  const empty: string[] = [];
  const cases = groups.flatMap(({ name, column, rows }): VerdictCase[] => {
    const known = rows.flatMap(({ row, score }): PointRow[] => {
      if (row.scale === null || score === null) empty.push(row.place);
      else return [{ row, scale: row.scale, score }];
      return [];
    });
    const points = about.logScale === true ? positive(known, name, remark) : known;
    if (points.length === 0) {
      remark(`${name} has no scores and is left out`);
      return [];
    }
    const metric = about.metric ?? constant(points, "metric", "texts", fail, columns) ?? column;
    const percent = isPercent(points, metric, column, about.trials !== undefined);
    if (percent)
      remark(`${name}: scores up to ${Math.max(...points.map(({ score }) => score))} are percentages, read as shares`);
    const evidence: Evidence = {
      scaleName,
      metric,
      ...(isLinear ? { logScale: false } : about.logScale === undefined ? {} : { logScale: about.logScale }),
      ...declared(points, about, percent, read),
      ...pointsOf(points, { about, percent, read, name, remark }),
    };
    return [{ id: name, name, evidence }];
  });
  if (empty.length > 0)
    remark(
      `${empty.length} ${empty.length === 1 ? "row has" : "rows have"} no scale or no score and ${empty.length === 1 ? "is" : "are"} left out: ${empty.slice(0, 5).join(", ")}${empty.length > 5 ? " ..." : ""}`,
    );
  if (cases.length === 0) fail(" has no row with a scale and a score, needs four or more for most definitions");
  return cases;
}

/** Rows by what tells curves apart: the columns of names, metrics and numbers of examples if there are several, and the column of the score. */
function groupsOf({ rows, columns }: ResultRows): Group[] {
  const different = (part: "metric" | "examples"): boolean =>
    columns[part] !== undefined && new Set(rows.map((row) => row.texts[part] ?? row.numbers[part])).size > 1;
  const [metrics, examples] = [different("metric"), different("examples")];
  const scores = columns.score ?? ["share right"];
  const found = new Map<string, { column: string; rows: { row: ResultRow; score: number | null }[] }>();
  for (const row of rows) {
    const own = row.curve.map((name) => name ?? "no name");
    if (metrics) own.push(row.texts.metric ?? "no metric");
    if (examples) own.push(`${row.numbers.examples ?? "unknown"} examples`);
    for (const [i, column] of scores.entries()) {
      const name = cut([...own, ...(scores.length > 1 || own.length === 0 ? [column] : [])].join(", "));
      const group = found.get(name) ?? { column, rows: [] };
      group.rows.push({ row, score: columns.score === undefined ? shareOf(row) : (row.scores[i] ?? null) });
      found.set(name, group);
    }
  }
  return [...found].map(([name, group]) => ({ name, ...group }));
}

function shareOf({ numbers: { right, trials } }: ResultRow): number | null {
  return right == null || trials == null || trials === 0 ? null : right / trials;
}

function positive(points: readonly PointRow[], name: string, remark: (text: string) => void): PointRow[] {
  const kept = points.filter(({ scale }) => scale > 0);
  const left = points.length - kept.length;
  if (left > 0)
    remark(`${name}: ${left} ${left === 1 ? "row" : "rows"} of scale 0 or below left out, since ratios are asked for`);
  return kept;
}

/** What all rows of a curve must agree on; undefined if the file does not say. */
export function constant<Value>(
  points: readonly PointRow[],
  part: ResultPart,
  kind: "texts" | "numbers",
  fail: Fail,
  columns: ResultRows["columns"],
): Value | undefined {
  const values = points.map(({ row }) => (row[kind][part] ?? null) as Value | null);
  const first = values[0] ?? null;
  const odd = values.findIndex((value) => value !== first);
  if (odd > 0)
    fail(
      `, ${points[odd]?.row.place}, column ${columns[part]?.[0]}: found ${quoted(String(values[odd] ?? ""))}, needs ${quoted(String(first ?? ""))} as in ${points[0]?.row.place}: ${part} holds for a whole curve; a column task tells curves apart`,
    );
  return first ?? undefined;
}

/** Chance, examples and taught: said once, or in the file. */
function declared(
  points: readonly PointRow[],
  about: AboutResults,
  percent: boolean,
  { columns, fail }: ResultRows,
): Evidence {
  const { examples, subject, observable, interacting } = about;
  const chance = about.chance ?? constant<number>(points, "chance", "numbers", fail, columns);
  const shots = examples ?? constant<number>(points, "examples", "numbers", fail, columns);
  const taught = about.taught ?? flag(points, columns, fail);
  if (shots !== undefined && !(Number.isInteger(shots) && shots >= 0))
    fail(
      `, ${points[0]?.row.place}, column ${columns.examples?.[0]}: found ${shots}, needs a whole number from 0: the examples in the prompt`,
    );
  return {
    ...(chance === undefined ? {} : { chance: percent && chance > 1 ? chance / 100 : chance }),
    ...(shots === undefined ? {} : { examples: shots }),
    ...(taught === undefined ? {} : { taught }),
    ...(subject === undefined ? {} : { subject }),
    ...(observable === undefined ? {} : { observable }),
    ...(interacting === undefined ? {} : { interacting }),
  };
}

const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  "1": true,
  no: false,
  false: false,
  "0": false,
};

function flag(points: readonly PointRow[], columns: ResultRows["columns"], fail: Fail): boolean | undefined {
  const word = constant<string>(points, "taught", "texts", fail, columns);
  if (word === undefined) return undefined;
  return (
    flags[word.toLowerCase()] ??
    fail(`, ${points[0]?.row.place}, column ${columns.taught?.[0]}: found ${quoted(word)}, needs yes or no`)
  );
}
