// From rows to curves: which rows belong together, in which order, and what holds for all of a curve.
import type { Evidence, VerdictCase } from "@emergence/lib/definitions";
import type { AboutResults } from "./about";
import { byCurve } from "./byCurve";
import { bareName, modelNames } from "./columns";
import { constant, declared } from "./declared";
import { type Group, groupsOf } from "./groups";
import { isPercent, linear } from "./meaning";
import type { PointRow, ResultRows } from "./rows";
import { pointsOf } from "./seeds";

export function curvesOf(read: ResultRows, about: AboutResults, say: (text: string) => void): VerdictCase[] {
  const { columns, fail } = read;
  const { remark, tell } = byCurve(say);
  const groups = groupsOf(read);
  const scaleName = (columns.scale as readonly string[])[0] as string;
  const isLinear = about.logScale === undefined && linear(scaleName);
  if (isLinear) say(`column ${scaleName}: differences count, not ratios; logScale: true (--log) for ratios`);
  const percents = percentsOf(groups, read, about);
  const cases = groups.flatMap((group): VerdictCase[] => {
    const { name, column, rows } = group;
    const known = pointsIn(group);
    const [first] = rows.filter(({ row, score }) => row.scale === null || score === null);
    if (first !== undefined && known.length > 0)
      remark(
        name,
        `${rows.length - known.length} of ${rows.length} rows have no ${scaleName} or no score and are left out, the first ${first.row.place}`,
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
    const percent = percents.has(unitOf(group));
    if (percent) remark(name, "scores are percentages, read as shares");
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

/** Rows that have both. */
const pointsIn = ({ rows }: Group): PointRow[] =>
  rows.flatMap(({ row, score, error, errorColumn }) =>
    row.scale === null || score === null ? [] : [{ row, scale: row.scale, score, error, errorColumn }],
  );

/** Curves of one column and one metric have one unit: a curve of small scores is in percent if its neighbors are. */
const unitOf = ({ column, rows }: Group): string => `${column} ${rows[0]?.row.texts.metric ?? ""}`;

/** Units that are percent. */
function percentsOf(groups: readonly Group[], { columns }: ResultRows, about: AboutResults): ReadonlySet<string> {
  const units = [...new Set(groups.map(unitOf))];
  if (about.percent !== undefined) return new Set(about.percent ? units : []);
  return new Set(
    units.filter((unit) => {
      const own = groups.filter((group) => unitOf(group) === unit);
      const counted = about.trials !== undefined || columns.trials !== undefined;
      return isPercent(own.flatMap(pointsIn), `${about.metric ?? ""} ${unit}`, counted);
    }),
  );
}

function positive(points: readonly PointRow[], name: string, remark: (name: string, text: string) => void): PointRow[] {
  const kept = points.filter(({ scale }) => scale > 0);
  const left = points.length - kept.length;
  if (left > 0)
    remark(name, `${left} ${left === 1 ? "row" : "rows"} of scale 0 or below left out, since ratios are asked for`);
  return kept;
}
