// Rows by what tells curves apart.
import { cut } from "../cell";
import type { ResultRow, ResultRows } from "./rows";

export interface Scored {
  readonly row: ResultRow;
  readonly score: number | null;
  readonly error: number | null;
  readonly errorColumn: string | undefined;
}

/** The rows of one curve, and the column of its scores. */
export interface Group {
  readonly name: string;
  readonly column: string;
  readonly rows: readonly Scored[];
}

/** Rows by what tells curves apart: the columns of names, metrics and numbers of examples if there are several, and the column of the score. */
export function groupsOf({ rows, columns }: ResultRows): Group[] {
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
