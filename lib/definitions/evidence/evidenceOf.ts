import { partsOf, requireFinite, requireKind, requireList, requireString, requireWhole } from "../../core/require";
import { briefly } from "../../core/shown";
import type { Evidence, Subject, VerdictCase } from "../types";
import { checked } from "./checked";

/** A cell that may be empty. */
type Cell<T> = T | null | undefined;

/** A row of the table `verdict-cases`; other columns are ignored. */
export interface VerdictCaseRow {
  readonly id: string;
  readonly name: string;
  readonly subject?: Cell<string>;
  readonly control?: Cell<boolean>;
  readonly observable?: Cell<string>;
  readonly taught?: Cell<boolean>;
  readonly interacting?: Cell<boolean>;
  readonly examples?: Cell<number>;
  readonly scaleName?: Cell<string>;
  readonly logScale?: Cell<boolean>;
  readonly metric?: Cell<string>;
  readonly chance?: Cell<number>;
  readonly smoothMetric?: Cell<string>;
  /** Units behind each signed order parameter. */
  readonly units?: Cell<number>;
}

/** A row of the table `verdict-curves`. */
export interface VerdictCurveRow {
  readonly case: string;
  /** "score", "seed", "task", "structure" or "symmetry". */
  readonly part: string;
  /** Number of the seed or task; 0 otherwise. */
  readonly run: number;
  readonly scale: number;
  readonly score: number;
  readonly trials?: Cell<number>;
  readonly error?: Cell<number>;
  readonly smooth?: Cell<number>;
  readonly loss?: Cell<number>;
}

/** A row of the table `verdict-systems`. */
export interface VerdictSystemRow {
  readonly case: string;
  readonly run: number;
  readonly step: number;
  /** One symbol per unit. */
  readonly micro?: Cell<string>;
  readonly macro?: Cell<number>;
}

const caller = "evidenceOf";
const parts = ["score", "seed", "task", "structure", "symmetry"];

/**
 * Cases from the rows of three tables: what each is, its curve, its system. Rows may come in any order.
 *
 * - part "score": the curve, with trials, error, smooth and loss where all its rows hold them
 * - part "seed", "task", "structure": further scores at each scale of the curve; `run` numbers seeds and tasks
 * - part "symmetry": the signed order parameter of each `run`, of as many `units` as the case says
 * - systems: `micro` and `macro` by run and step; each run is a series of its own
 *
 * @param cases one row per case
 * @param curves rows of all curves, default none
 * @param systems rows of all systems, default none
 * @returns cases for `verdictMatrix`, in the order of their rows
 * @throws RangeError for rows of an unknown case or part, a column that some rows of a curve hold and others do not, scores at other scales than the
 * curve's, two of one scale or step, and evidence that does not fit together; the error names the case
 * @example
 * import { evidenceOf } from "@emergence/lib/definitions";
 * const points = [1, 10, 100].map((scale) => ({ case: "a", part: "score", run: 0, scale, score: 0.5, trials: 20 }));
 * evidenceOf([{ id: "a", name: "level", chance: 0.5 }], points)[0].evidence.scale; // => [1, 10, 100]
 *
 * Source: ours.
 */
export function evidenceOf(
  cases: readonly VerdictCaseRow[],
  curves: readonly VerdictCurveRow[] = [],
  systems: readonly VerdictSystemRow[] = [],
): VerdictCase[] {
  for (const [name, rows] of Object.entries({ cases, curves, systems })) requireList(caller, name, rows, "rows");
  for (const [i, row] of Array.from(cases).entries()) {
    partsOf(caller, row, {}, `cases[${i}]`);
    requireString(caller, `id of cases[${i}]`, row.id);
    requireString(caller, `name of cases[${i}]`, row.name);
  }
  const ids = new Set(cases.map(({ id }) => id));
  const points = byCase("curves", curves, ids);
  const series = byCase("systems", systems, ids);
  return cases.map((row) => {
    const where = `${caller}: case ${row.id}`;
    const evidence = {
      ...declaredOf(row),
      ...curveOf(where, row, points.get(row.id) ?? []),
      ...systemOf(where, series.get(row.id) ?? []),
    };
    checkedFor(where, evidence);
    return { id: row.id, name: row.name, evidence, ...(row.control === true ? { control: true } : {}) };
  });
}

/** The error of the check begins with the name of the case in place of `judge`. */
function checkedFor(where: string, evidence: Evidence): void {
  try {
    checked(evidence);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(error.message.replace(/^judge:/, `${where}:`));
  }
}

function byCase<Row extends { readonly case: string }>(
  name: string,
  rows: readonly Row[],
  ids: ReadonlySet<string>,
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const [i, row] of Array.from(rows).entries()) {
    partsOf(caller, row, {}, `${name}[${i}]`);
    if (!ids.has(row.case))
      throw new RangeError(`${caller}: ${name}[${i}] is of case ${briefly(row.case)}, needs a case that is listed`);
    const some = found.get(row.case);
    if (some === undefined) found.set(row.case, [row]);
    else some.push(row);
  }
  return found;
}

const given = <T>(value: Cell<T>): value is T => value !== null && value !== undefined;

/** The parts of an object that hold something. */
function held<Data extends object>(data: Data): { [Name in keyof Data]?: NonNullable<Data[Name]> } {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => given(value))) as ReturnType<typeof held<Data>>;
}

/** What the row of a case says, its words checked later with the rest of the evidence. */
function declaredOf(row: VerdictCaseRow): Evidence {
  const { observable, taught, interacting, examples, scaleName, logScale, metric, chance, smoothMetric } = row;
  const words = { subject: row.subject as Subject, observable: observable as Evidence["observable"] };
  return held({ ...words, taught, interacting, examples, scaleName, logScale, metric, chance, smoothMetric });
}

function curveOf(where: string, { units }: VerdictCaseRow, rows: readonly VerdictCurveRow[]): Evidence {
  for (const { part, run, scale, score } of rows) {
    requireKind(where, "part", part, parts);
    requireWhole(where, "run", run, 0);
    requireFinite(where, `scale of part ${part}`, scale);
    requireFinite(where, `score of part ${part}`, score);
  }
  const of = (part: string) => rows.filter((row) => row.part === part);
  const own = of("score").sort((a, b) => a.scale - b.scale);
  const scale = own.map((row) => row.scale);
  const runsOf = (part: string) => [...new Set(of(part).map(({ run }) => run))].sort((a, b) => a - b);
  const along = (part: string, run: number) =>
    atScales(
      where,
      scale,
      part,
      of(part).filter((row) => row.run === run),
    );
  const [tasks, structure, seeds] = [runsOf("task"), of("structure"), of("seed")];
  const signed = of("symmetry").sort((a, b) => a.run - b.run);
  return {
    ...(own.length === 0 ? {} : { scale, score: own.map((row) => row.score), ...columnsOf(where, own) }),
    ...(seeds.length === 0 ? {} : { seeds: seedsAt(where, scale, seeds) }),
    ...(tasks.length === 0 ? {} : { tasks: tasks.map((run) => along("task", run)) }),
    ...(structure.length === 0 ? {} : { structure: along("structure", (structure[0] as VerdictCurveRow).run) }),
    ...(signed.length === 0
      ? {}
      : { symmetry: { signed: signed.map(({ score }) => score), units: unitsOf(where, units) } }),
  };
}

function unitsOf(where: string, units: Cell<number>): number {
  if (!given(units))
    throw new RangeError(`${where}: units are missing, needs the number of units behind each signed order parameter`);
  return units;
}

/** Columns that all rows of the curve hold. */
function columnsOf(where: string, rows: readonly VerdictCurveRow[]): Evidence {
  const columns: { [name: string]: number[] } = {};
  for (const name of ["trials", "error", "smooth", "loss"] as const) {
    const values = rows.flatMap((row) => (given(row[name]) ? [row[name]] : []));
    if (values.length === 0) continue;
    if (values.length < rows.length)
      throw new RangeError(
        `${where}: ${name} in ${values.length} of ${rows.length} rows, needs it in all rows of part score, or in none`,
      );
    columns[name] = values;
  }
  return columns;
}

/** Scores of one run at the scales of the curve, one each. */
function atScales(where: string, scale: readonly number[], part: string, rows: readonly VerdictCurveRow[]): number[] {
  const sorted = [...rows].sort((a, b) => a.scale - b.scale);
  if (sorted.length !== scale.length || sorted.some((row, i) => row.scale !== scale[i]))
    throw new RangeError(
      `${where}: part ${part} has ${sorted.length} rows, needs one at each of the ${scale.length} scales of part score`,
    );
  return sorted.map(({ score }) => score);
}

/** Scores of all seeds at each scale, by the number of the seed. */
function seedsAt(where: string, scale: readonly number[], rows: readonly VerdictCurveRow[]): number[][] {
  const places = new Map(scale.map((one, i) => [one, i]));
  const found: number[][] = scale.map(() => []);
  for (const row of [...rows].sort((a, b) => a.run - b.run)) {
    const place = places.get(row.scale);
    if (place === undefined)
      throw new RangeError(`${where}: a seed at scale ${row.scale}, needs the scales of part score`);
    found[place]?.push(row.score);
  }
  return found;
}

function systemOf(where: string, rows: readonly VerdictSystemRow[]): Evidence {
  if (rows.length === 0) return {};
  for (const { run, step } of rows) {
    requireWhole(where, "run", run, 0);
    requireWhole(where, "step", step, 0);
  }
  const sorted = [...rows].sort((a, b) => a.run - b.run || a.step - b.step);
  const twice = sorted.find(({ run, step }, i) => sorted[i - 1]?.run === run && sorted[i - 1]?.step === step);
  if (twice !== undefined)
    throw new RangeError(`${where}: two of run ${twice.run}, step ${twice.step}, needs one row per step`);
  const column = <T>(name: string, values: readonly Cell<T>[]): T[] | undefined => {
    const some = values.filter(given);
    if (some.length === 0) return undefined;
    if (some.length < values.length)
      throw new RangeError(`${where}: ${name} in ${some.length} of ${values.length} steps, needs it in all or in none`);
    return some;
  };
  const micro = column(
    "micro",
    sorted.map((row) => row.micro),
  );
  const macro = column(
    "macro",
    sorted.map((row) => row.macro),
  );
  const runs = sorted.flatMap(({ run }, i) => (sorted[i - 1]?.run === run ? [] : [i]));
  return { ...(micro === undefined ? {} : { micro }), ...(macro === undefined ? {} : { macro }), runs };
}
