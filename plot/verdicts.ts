import { type Kinds, optionsOf, requireKind } from "@emergence/lib/core";
import { agreement, type VerdictTable } from "@emergence/lib/definitions";
import type { Figure } from "./figure";
import { requireText } from "./input";
import { mosaic } from "./mosaic";

export interface VerdictsOptions {
  /** Group of each case by its id, such as its subject. Default: one group, and controls in one of their own. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly title?: string;
}

const verdictsOptions: Kinds<VerdictsOptions> = { groups: "object", title: "text" };

const classes = [
  { value: 0, label: "yes", color: "#2f40d8" },
  { value: 1, label: "no", color: "#ca8600" },
  { value: 2, label: "undecided", color: "#c9ced8" },
];
const values: Readonly<Record<string, number>> = { yes: 0, no: 1, undecided: 2 };
const senses = ["dictionary", "complexSystems", "machineLearning"];

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
 * import { verdictMatrix } from "@emergence/lib/definitions";
 * const evidence = { scale: [1, 10, 100, 1000], score: [0, 0, 0, 0.9], trials: 100, chance: 0 };
 * const figure = verdicts(verdictMatrix([{ id: "a", name: "a jump", evidence }]), { groups: { a: "jumps" } });
 * (figure.data[0]?.z as number[][]).length; // => 2
 */
export function verdicts(matrix: VerdictTable, options: VerdictsOptions = {}): Figure {
  const { groups = {}, title } = optionsOf("verdicts", options, verdictsOptions);
  requireKind("verdicts", "matrix", matrix, "object");
  const { order } = agreement(matrix);
  const place = ({ id, sense }: VerdictTable["definitions"][number]) =>
    order.length * senses.indexOf(sense) + order.indexOf(id);
  const columns = [...matrix.definitions.keys()]
    .filter((d) => matrix.definitions[d]?.operational === true)
    .map((d) => ({ d, ...(matrix.definitions[d] as VerdictTable["definitions"][number]) }))
    .sort((a, b) => place(a) - place(b));
  const grouped = matrix.cases.map(({ id, name, control }, c) => {
    const group = groups[id] ?? (control ? "controls: nothing emerges" : "");
    if (groups[id] !== undefined) requireText("verdicts", `the group of case ${id}`, groups[id], "market");
    return { c, name, group: control ? "controls: nothing emerges" : group };
  });
  const found = [...new Set(grouped.map(({ group }) => group))];
  const last = matrix.cases.some(({ control }) => control) ? "controls: nothing emerges" : undefined;
  const rank = (group: string) => (group === last ? found.length : found.indexOf(group));
  const rows = grouped.sort((a, b) => rank(a.group) - rank(b.group) || a.c - b.c);
  const cells = rows.map(({ c }) => columns.map(({ d }) => matrix.cells[d]?.[c] ?? { verdict: "undecided", why: "" }));
  return mosaic(
    {
      x: columns.map(({ id }) => nameOf(id)),
      y: rows.map(({ name }) => name),
      z: cells.map((row) => row.map(({ verdict }) => values[verdict] ?? null)),
      xGroups: columns.map(({ sense }) => sense),
      yGroups: rows.map(({ group }) => group),
      text: cells.map((row) => row.map(({ why }) => why || "no reason")),
    },
    {
      ...{ x: "definition", y: "case", z: "verdict", classes, missing: "does not apply" },
      panels: rows.length > 40 ? 2 : 1,
      ...(title === undefined ? {} : { title }),
    },
  );
}
