import { inNameOf, type Kinds, optionsOf, requireFinite, requireWhole } from "@emergence/lib/core";
import type { VerdictCase } from "@emergence/lib/definitions";
import { type ReadOptions, requireKnown } from "./asked";
import type { AboutResults } from "./results/about";
import { parts, type ResultColumns } from "./results/columns";
import { curvesOf } from "./results/curves";
import { rowsOf } from "./results/rows";

/** What a file of results does not say by itself. */
export interface ResultOptions {
  /** Which column plays which part, where its name does not say: `{ scale: "params", score: ["acc", "f1"] }` */
  readonly columns?: ResultColumns;
  /** What holds for every curve of the file */
  readonly about?: AboutResults;
  /** As the options of `readTable`, but for percentages, which are read as shares */
  readonly reading?: Omit<ReadOptions, "percent">;
}

/** Curves, and what was taken for granted when they were read, in words. */
export type OwnResults = VerdictCase[] & { readonly remarks: readonly string[] };

const optionKinds: Kinds<ResultOptions> = { columns: "object", about: "object", reading: "object" };

const aboutKinds: Kinds<AboutResults> = {
  trials: "number",
  percent: "boolean",
  chance: "number",
  metric: "text",
  examples: "number",
  taught: "boolean",
  subject: ["matter", "crowd", "market", "network", "language model", "control"],
  observable: ["behavior", "attribute"],
  interacting: "boolean",
  logScale: "boolean",
};

const columnKinds = Object.fromEntries(parts.map((part) => [part, "any"])) as unknown as Kinds<ResultColumns>;

/**
 * Curves of results in a CSV file of your own, as `verdictMatrix` and `resultReport` take them. A row is a score at a scale.
 *
 * Columns: `scale`, `score`; optional `trials` (questions behind the score), `right` (right answers, in place of the score), `stderr`, `chance`,
 * `metric`, `loss`, `seed`, `examples` (in the prompt), `taught` (yes or no), `smooth` (a graded metric of the same outputs), `task`. Other capitals and
 * common other names are taken, with a word in `remarks`. Several tasks, metrics, numbers of examples or columns of scores make several curves;
 * several seeds at a scale make one score, the mean, with the error that their scatter gives. Percentages become shares, 70M becomes 7e7, rows come
 * into the order of their scales, rows without a scale or a score are left out.
 *
 * @param source a path, or the text itself (which has line breaks), or a file's bytes
 * @param options `columns`, `about` (chance, trials, percent, metric, examples, taught, subject, observable, interacting, logScale), `reading`
 * @throws RangeError for a file that is not there or no CSV, a column that is lacking, a cell that is not what its part needs, two scores at one scale
 *   without a seed, parts that change within a curve: names row, line, column, what it found, what it needs, and the cure
 * @example
 * import { readResults } from "@emergence/data";
 * const [curve] = readResults("Params,Accuracy,n\n70M,25 %,100\n1.4B,57 %,100", { about: { chance: 0.25 } });
 * curve?.evidence.score; // => [0.25, 0.57]
 */
export function readResults(source: string | Uint8Array, options: ResultOptions = {}): OwnResults {
  const caller = "readResults";
  const { columns = {}, about = {}, reading = {} } = optionsOf(caller, options, optionKinds);
  optionsOf(caller, columns, columnKinds, "columns");
  optionsOf(caller, about, aboutKinds, "about");
  checkColumns(caller, columns);
  if (about.trials !== undefined) requireWhole(caller, "trials", about.trials);
  if (about.examples !== undefined) requireWhole(caller, "examples", about.examples, 0);
  if (about.chance !== undefined) requireFinite(caller, "chance", about.chance);
  const remarks: string[] = [];
  const remark = (text: string): void => void (remarks.includes(text) || remarks.push(text));
  const cases = inNameOf(caller, () => {
    requireKnown(undefined, reading);
    return curvesOf(rowsOf(source, columns, reading, remark), about, remark);
  });
  return Object.defineProperty(cases, "remarks", { value: Object.freeze(remarks) }) as OwnResults;
}

function checkColumns(caller: string, columns: ResultColumns): void {
  for (const part of parts) {
    const given = columns[part];
    const all = typeof given === "string" ? [given] : (given ?? []);
    if (
      Array.isArray(all) &&
      (given === undefined || all.length > 0) &&
      all.every((name) => typeof name === "string" && name !== "")
    )
      continue;
    throw new RangeError(`${caller}: columns.${part} is no name of a column, needs a text, or a list of texts`);
  }
}
