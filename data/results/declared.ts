// What holds for a whole curve, by the file or by the person.
import type { Evidence } from "@emergence/lib/definitions";
import { quoted } from "../cell";
import type { Fail } from "../csv";
import type { AboutResults } from "./about";
import type { ResultPart } from "./columns";
import { hundredth } from "./meaning";
import type { PointRow, ResultRows } from "./rows";

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
export function declared(
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
    ...(chance === undefined ? {} : { chance: percent && chance > 1 ? hundredth(chance) : chance }),
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
