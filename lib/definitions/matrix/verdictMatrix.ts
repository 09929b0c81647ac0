import { inNameOf, optionsOf, partsOf, requireList, requireString } from "../../core/require";
import { briefly } from "../../core/shown";
import { definitions as all } from "../definitions";
import { forOneRound } from "../evidence/ready";
import type { Definition, Judgement, VerdictCase } from "../types";
import { countsOf, type VerdictCounts } from "./counts";

/** A row of the matrix: a definition, and how often it said what. */
export interface MatrixRow {
  readonly id: string;
  readonly author: string;
  readonly year: number;
  readonly name: string;
  readonly sense: Definition["sense"];
  readonly rogers?: 1 | 2 | 3 | 4;
  readonly operational: boolean;
  readonly counts: VerdictCounts;
}

/** A column of the matrix: a case, and what the definitions said of it. */
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  readonly control: boolean;
  readonly counts: VerdictCounts;
}

/** Every definition on every case: plain data, as JSON keeps it. */
export interface VerdictTable {
  readonly definitions: readonly MatrixRow[];
  readonly cases: readonly MatrixColumn[];
  /** Judgements by definition, then by case. */
  readonly cells: readonly (readonly Judgement[])[];
}

/** The same with a look-up, which JSON leaves out. */
export interface VerdictMatrix extends VerdictTable {
  /** The judgement of a definition on a case; throws a RangeError for an id that is not there. */
  of(definitionId: string, caseId: string): Judgement;
}

/**
 * Every definition on every case. A case is `{ id, name, evidence }`, with `control: true` where nothing can emerge. Each verdict depends on its case
 * alone.
 *
 * @param cases with different ids
 * @param options `definitions`, default all 25
 * @returns rows of definitions, columns of cases, cells by both, counts of verdicts per row and column; `of(definitionId, caseId)`
 * @throws RangeError for cases without id, name or evidence, two of one id, and evidence that does not fit together; the error names the case
 * @example
 * import { verdictMatrix } from "@emergence/lib/definitions";
 * const jump = { scale: [1, 10, 100, 1000, 10000], score: [0, 0, 0, 0.4, 0.9], trials: 200, chance: 0 };
 * verdictMatrix([{ id: "jump", name: "a jump", evidence: jump }]).of("wei", "jump").verdict; // => "yes"
 *
 * Source: each definition names its own.
 */
export function verdictMatrix(
  cases: readonly VerdictCase[],
  options: { readonly definitions?: readonly Definition[] } = {},
): VerdictMatrix {
  const caller = "verdictMatrix";
  const { definitions = all } = optionsOf(caller, options, { definitions: "list" });
  checkCases(caller, cases);
  checkDefinitions(caller, definitions);
  const byCase = cases.map(({ id, evidence }) =>
    inNameOf(`${caller}, case ${id}`, () => {
      const once = forOneRound(evidence);
      return definitions.map((definition) => definition.judge(once));
    }),
  );
  const cells = definitions.map((_, d) => byCase.map((column) => column[d] as Judgement));
  const table: VerdictTable = {
    definitions: definitions.map(({ id, author, year, name, sense, rogers, operational }, d) => ({
      id,
      author,
      year,
      name,
      sense,
      ...(rogers === undefined ? {} : { rogers }),
      operational: operational === true,
      counts: countsOf(cells[d] as Judgement[]),
    })),
    cases: cases.map(({ id, name, control = false }, c) => ({
      id,
      name,
      control,
      counts: countsOf(byCase[c] as Judgement[]),
    })),
    cells,
  };
  return withLookUp(table);
}

function withLookUp(table: VerdictTable): VerdictMatrix {
  const rows = new Map(table.definitions.map(({ id }, d) => [id, d]));
  const columns = new Map(table.cases.map(({ id }, c) => [id, c]));
  const of = (definitionId: string, caseId: string): Judgement => {
    const cell = table.cells[rows.get(definitionId) ?? -1]?.[columns.get(caseId) ?? -1];
    if (cell !== undefined) return cell;
    const [what, got, ids] = rows.has(definitionId) ? ["case", caseId, columns] : ["definition", definitionId, rows];
    const known = [...(ids as Map<string, number>).keys()].join(", ");
    throw new RangeError(`verdictMatrix: ${what} ${briefly(got)}, needs one of ${known}`);
  };
  // Not among the data, so that copies between threads and comparisons leave it out as JSON does.
  return Object.defineProperty({ ...table }, "of", { value: of, enumerable: false }) as VerdictMatrix;
}

export function checkCases(caller: string, cases: readonly VerdictCase[]): void {
  requireList(caller, "cases", cases);
  if (cases.length === 0) throw new RangeError(`${caller}: no cases, needs at least one`);
  for (const [i, one] of Array.from(cases).entries()) {
    partsOf(caller, one, { id: "text", name: "text", evidence: "object", control: "boolean" }, `cases[${i}]`);
    requireString(caller, `id of cases[${i}]`, one.id);
    requireString(caller, `name of cases[${i}]`, one.name);
    if (one.evidence === undefined)
      throw new RangeError(`${caller}: evidence of case ${one.id} is missing, needs an object`);
  }
  requireDifferent(caller, "case", cases);
}

export function checkDefinitions(caller: string, definitions: readonly Definition[]): void {
  requireList(caller, "definitions", definitions);
  if (definitions.length === 0) throw new RangeError(`${caller}: no definitions, needs at least one`);
  for (const [i, one] of Array.from(definitions).entries()) {
    partsOf(caller, one, { id: "text", judge: "function" }, `definitions[${i}]`);
    requireString(caller, `id of definitions[${i}]`, one.id);
    if (typeof one.judge !== "function")
      throw new RangeError(`${caller}: definition ${one.id} has no judge, needs a function of evidence`);
  }
  requireDifferent(caller, "definition", definitions);
}

function requireDifferent(caller: string, what: string, items: readonly { readonly id: string }[]): void {
  const ids = items.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new RangeError(`${caller}: two of ${what} ${briefly(twice)}, needs different ids`);
}
