import { inNameOf, type Kinds, optionsOf, partsOf, requireKind } from "@emergence/lib/core";
import { agreement, splitters, type VerdictTable } from "@emergence/lib/definitions";
import type { Figure } from "./figure";
import { requireText } from "./input";
import { mosaic } from "./mosaic";

export interface VerdictsOptions {
  /** Group of each case by its id, such as its subject. Default: one group. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Verdicts of the same definitions on controls, which stand last. Default: the cases of the matrix that say they are controls. */
  readonly controls?: VerdictTable;
  readonly title?: string;
}

const verdictsOptions: Kinds<VerdictsOptions> = { groups: "object", controls: "object", title: "text" };

const classes = [
  { value: 0, label: "yes", color: "#2f40d8" },
  { value: 1, label: "no", color: "#ca8600" },
  { value: 2, label: "undecided", color: "#c9ced8" },
];
const values: Readonly<Record<string, number>> = { yes: 0, no: 1, undecided: 2 };
const senses = ["dictionary", "complexSystems", "machineLearning"];

/** Throws unless a matrix has all that is drawn of it. */
function requireTable(name: string, table: VerdictTable): void {
  requireKind("verdicts", name, table, "object");
  // What all functions of a matrix ask of it; these tell apart what is drawn.
  inNameOf("verdicts", () => splitters(table));
  for (const [i, row] of Array.from(table.definitions).entries()) {
    const where = `${name}.definitions[${i}]`;
    partsOf("verdicts", row, { name: "text", operational: "boolean" }, where);
    requireKind("verdicts", `sense of ${where}`, row.sense, senses);
    requireText("verdicts", `id of ${where}`, row.id, "wei");
  }
  for (const [i, one] of Array.from(table.cases).entries()) {
    partsOf("verdicts", one, { control: "boolean" }, `${name}.cases[${i}]`);
    requireText("verdicts", `name of ${name}.cases[${i}]`, one.name, "water");
  }
  for (const [d, row] of table.cells.entries())
    for (const [c, cell] of row.entries()) partsOf("verdicts", cell, { why: "text" }, `${name}.cells[${d}][${c}]`);
}

const heading = "controls: nothing emerges";

/** Rows of another matrix, its columns found by their ids. */
function ofControls(controls: VerdictTable, columns: readonly { readonly id: string }[]) {
  const places = new Map(controls.definitions.map(({ id }, d) => [id, d]));
  for (const { id } of columns)
    if (!places.has(id)) throw new RangeError(`verdicts: controls without definition ${id}, needs those of the matrix`);
  return controls.cases.map((one, c) => ({
    ...one,
    control: true,
    cells: columns.map(({ id }) => controls.cells[places.get(id) as number]?.[c]),
  }));
}

/** An id as a name: "weiLoss" as "Wei loss". */
const nameOf = (id: string): string =>
  `${id.slice(0, 1).toUpperCase()}${id.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;

/**
 * A matrix of `verdictMatrix` as one figure: a row per case, in groups, controls last; a column per operational definition, the three senses apart,
 * within each those that agree side by side; on hover why.
 *
 * Definitions that are not operational are left out, since they decide nothing. Throws a RangeError for what is no matrix, or a group without a name.
 *
 * @example
 * const counts = { yes: 1, no: 0, undecided: 0, notApplicable: 0 };
 * const wei = { id: "wei", author: "Wei et al.", year: 2022, name: "absent, then present", sense: "machineLearning", operational: true, counts };
 * const jump = { id: "jump", name: "a jump", control: false, counts };
 * const figure = verdicts({ definitions: [wei], cases: [jump], cells: [[{ verdict: "yes", why: "Absent, then present." }]] });
 * figure.data[0]?.z; // => [[0]]
 */
export function verdicts(matrix: VerdictTable, options: VerdictsOptions = {}): Figure {
  const { groups = {}, controls, title } = optionsOf("verdicts", options, verdictsOptions);
  requireTable("matrix", matrix);
  if (controls !== undefined) requireTable("controls", controls);
  const { order } = inNameOf("verdicts", () => agreement(matrix));
  const place = ({ id, sense }: VerdictTable["definitions"][number]) =>
    order.length * senses.indexOf(sense) + order.indexOf(id);
  const columns = [...matrix.definitions.keys()]
    .filter((d) => matrix.definitions[d]?.operational === true)
    .map((d) => ({ d, ...(matrix.definitions[d] as VerdictTable["definitions"][number]) }))
    .sort((a, b) => place(a) - place(b));
  const own = matrix.cases.map((one, c) => ({ ...one, cells: columns.map(({ d }) => matrix.cells[d]?.[c]) }));
  const extra = controls === undefined ? [] : ofControls(controls, columns);
  const all = [...own, ...extra].map((one) => ({ ...one, group: one.control ? heading : (groups[one.id] ?? "") }));
  for (const { id, group, control } of all)
    if (!control && id in groups) requireText("verdicts", `the group of case ${id}`, group, "market");
  const found = [...new Set(all.map(({ group }) => group))].filter((group) => group !== heading);
  const rank = ({ group }: { readonly group: string }) => (group === heading ? found.length : found.indexOf(group));
  const rows = [...all.keys()]
    .sort((a, b) => rank(all[a] as (typeof all)[0]) - rank(all[b] as (typeof all)[0]) || a - b)
    .map((i) => all[i] as (typeof all)[0]);
  return inNameOf("verdicts", () =>
    mosaic(
      {
        x: columns.map(({ id }) => nameOf(id)),
        y: rows.map(({ name }) => name),
        z: rows.map((row) => row.cells.map((one) => values[one?.verdict ?? ""] ?? null)),
        xGroups: columns.map(({ sense }) => sense),
        yGroups: rows.map(({ group }) => group),
        text: rows.map((row) => row.cells.map((one) => one?.why || "no reason")),
      },
      {
        ...{ x: "definition", y: "case", z: "verdict", classes, missing: "does not apply" },
        panels: rows.length > 40 ? 2 : 1,
        ...(title === undefined ? {} : { title }),
      },
    ),
  );
}
