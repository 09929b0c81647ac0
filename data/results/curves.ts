// From rows to curves: which rows belong together, in which order, and what holds for all of a curve.
import type { Evidence, VerdictCase } from "@emergence/lib/definitions";
import { cut, quoted } from "../cell";
import type { Fail } from "../csv";
import type { AboutResults } from "./about";
import { bareName, modelNames, type ResultPart } from "./columns";
import { isPercent, linear } from "./meaning";
import type { PointRow, ResultRow, ResultRows } from "./rows";
import { pointsOf } from "./seeds";

interface Scored {
  readonly row: ResultRow;
  readonly score: number | null;
  readonly error: number | null;
  readonly errorColumn: string | undefined;
}

interface Group {
  readonly name: string;
  readonly column: string;
  readonly rows: readonly Scored[];
}

export function curvesOf(read: ResultRows, about: AboutResults, say: (text: string) => void): VerdictCase[] {
  const { columns, fail } = read;
  const { remark, tell } = byCurve(say);
  const groups = groupsOf(read);
  const scaleName = (columns.scale as readonly string[])[0] as string;
  const isLinear = about.logScale === undefined && linear(scaleName);
  if (isLinear) say(`column ${scaleName}: differences count, not ratios; logScale: true (--log) for ratios`);
  const cases = groups.flatMap(({ name, column, rows }): VerdictCase[] => {
    const empty: string[] = [];
    const known = rows.flatMap(({ row, score, ...error }): PointRow[] => {
      if (row.scale === null || score === null) empty.push(row.place);
      else return [{ row, scale: row.scale, score, ...error }];
      return [];
    });
    if (empty.length > 0 && known.length > 0)
      remark(
        name,
        `${empty.length} of ${rows.length} rows have no ${scaleName} or no score and are left out, the first ${empty[0]}`,
      );
    const points = about.logScale === true ? positive(known, name, remark) : known;
    if (points.length === 0) {
      remark(name, "no scores, left out");
      return [];
    }
    if (!isLinear && about.logScale === undefined && points.some(({ scale }) => scale <= 0))
      remark(
        name,
        `differences of ${scaleName} count, since one is 0 or below; logScale: true (--log) leaves it out and counts ratios`,
      );
    const scoreName = (columns.score?.length ?? 1) > 1 ? "score" : column;
    const metric = about.metric ?? constant(points, "metric", "texts", fail, columns) ?? scoreName;
    const percent = isPercent(points, metric, column, about.trials !== undefined);
    if (percent) remark(name, `scores above 1 are percentages, read as shares`);
    const evidence: Evidence = {
      scaleName: modelNames.includes(bareName(scaleName)) ? "parameters" : scaleName,
      metric,
      ...(isLinear ? { logScale: false } : about.logScale === undefined ? {} : { logScale: about.logScale }),
      ...declared(points, about, percent, read),
      ...pointsOf(points, { about, percent, read, name, remark }),
    };
    return [{ id: name, name, evidence }];
  });
  tell();
  if (cases.length === 0) fail(" has no row with a scale and a score, needs four or more for most definitions");
  return cases;
}

/** Names of curves that a remark gives. */
const mostNames = 3;

/** Remarks on curves: what is said of several is said once. */
function byCurve(say: (text: string) => void) {
  const found = new Map<string, string[]>();
  return {
    remark: (name: string, text: string): void => void found.set(text, [...(found.get(text) ?? []), name]),
    tell: (): void => {
      for (const [text, names] of found) {
        const more = names.length - mostNames;
        say(`${names.slice(0, mostNames).join(", ")}${more > 0 ? ` and ${more} more` : ""}: ${text}`);
      }
    },
  };
}

/** Rows by what tells curves apart: the columns of names, metrics and numbers of examples if there are several, and the column of the score. */
function groupsOf({ rows, columns }: ResultRows): Group[] {
  const different = (part: "metric" | "examples"): boolean =>
    columns[part] !== undefined && new Set(rows.map((row) => row.texts[part] ?? row.numbers[part])).size > 1;
  const [metrics, examples] = [different("metric"), different("examples")];
  const scores = columns.score ?? ["share right"];
  const found = new Map<string, { column: string; rows: Scored[] }>();
  for (const row of rows) {
    const own = row.curve.map((name, i) => named(name, columns.task?.[i] as string));
    if (metrics) own.push(row.texts.metric ?? "no metric");
    if (examples) own.push(`${row.numbers.examples ?? "unknown"} examples`);
    for (const [i, column] of scores.entries()) {
      const name = cut([...own, ...(scores.length > 1 || own.length === 0 ? [column] : [])].join(", "));
      const group = found.get(name) ?? { column, rows: [] };
      const score = columns.score === undefined ? shareOf(row) : (row.scores[i] ?? null);
      group.rows.push({ row, score, error: row.errors[i] ?? null, errorColumn: columns.error?.[i] });
      found.set(name, group);
    }
  }
  return [...found].map(([name, group]) => ({ name, ...group }));
}

/** A curve called 0.3 says of what. */
const named = (name: string | null, column: string): string =>
  name === null ? `no ${column}` : Number.isFinite(Number(name)) ? `${column} ${name}` : name;

function shareOf({ numbers: { right, trials } }: ResultRow): number | null {
  return right == null || trials == null || trials === 0 ? null : right / trials;
}

function positive(points: readonly PointRow[], name: string, remark: (name: string, text: string) => void): PointRow[] {
  const kept = points.filter(({ scale }) => scale > 0);
  const left = points.length - kept.length;
  if (left > 0)
    remark(name, `${left} ${left === 1 ? "row" : "rows"} of scale 0 or below left out, since ratios are asked for`);
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
