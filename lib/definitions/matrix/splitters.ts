import type { Judgement } from "../types";
import { countsOf, type VerdictCounts } from "./counts";
import { requireTable } from "./requireTable";
import type { VerdictTable } from "./verdictMatrix";

/** A case, and how evenly the definitions that decide it are split. */
export interface Splitter extends VerdictCounts {
  readonly case: string;
  readonly name: string;
  /** Entropy of yes and no, in bits: 1 for as many of each, 0 if all say the same or none decides. */
  readonly evenness: number;
}

/**
 * Cases by how they split the operational definitions, the most even first: with a share p of yes among yes and no
 *
 *     evenness = -p log2 p - (1 - p) log2 (1 - p)   bits
 *
 * Among equals those that more definitions decide come first, then those with the smaller id.
 *
 * @param matrix of `verdictMatrix`, or read back from JSON
 * @throws RangeError for what is no matrix
 * @example
 * import { splitters, verdictMatrix } from "@emergence/lib/definitions";
 * const evidence = { scale: [1, 10, 100, 1000], score: [0, 0, 0, 0.9], trials: 100, chance: 0 };
 * splitters(verdictMatrix([{ id: "a", name: "a", evidence }])).map(({ case: id }) => id); // => ["a"]
 *
 * Source: entropy: Shannon 1948; its use here is ours.
 */
export function splitters(matrix: VerdictTable): Splitter[] {
  requireTable("splitters", matrix);
  const rows = matrix.cells.filter((_, d) => matrix.definitions[d]?.operational === true);
  return matrix.cases
    .map(({ id, name }, c) => {
      const counts = countsOf(rows.map((row) => row[c] as Judgement));
      return { case: id, name, ...counts, evenness: evennessOf(counts) };
    })
    .sort(
      (a, b) =>
        b.evenness - a.evenness || b.yes + b.no - (a.yes + a.no) || (a.case < b.case ? -1 : a.case > b.case ? 1 : 0),
    );
}

function evennessOf({ yes, no }: VerdictCounts): number {
  if (yes === 0 || no === 0) return 0;
  const p = yes / (yes + no);
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}
