import { optionsOf, requireInside } from "../../core/require";
import type { Judgement } from "../types";
import { averageLinkage, type Merge } from "./averageLinkage";
import { cohensKappa, type FourCounts } from "./kappa";
import { requireTable } from "./requireTable";
import type { VerdictTable } from "./verdictMatrix";

/** Two definitions on the cases that both decide. */
export interface PairAgreement {
  readonly first: string;
  readonly second: string;
  /** Cases to which both say yes or no. */
  readonly n: number;
  /** Those to which both say the same. */
  readonly same: number;
  /** Cohen's kappa; null if no case is decided by both, or each says the same of all. */
  readonly kappa: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Agreement of all pairs, and what goes together. */
export interface Agreement {
  readonly pairs: readonly PairAgreement[];
  /** Ids of the operational definitions, those that agree side by side. */
  readonly order: readonly string[];
  /** Average linkage by 1 - kappa, leaves numbered as in `leaves`. */
  readonly merges: readonly Merge[];
  readonly leaves: readonly string[];
}

/**
 * How definitions agree: for each pair of operational ones, Cohen's kappa over the cases to which both say yes or no,
 *
 *     kappa = (p - q) / (1 - q),   p share of the same answers,   q = yes_1 yes_2 + no_1 no_2, the share expected by chance
 *
 * with the large-sample interval, cut at -1 and 1. It is 1 for the same answers, 0 for as many as chance gives, below 0 for fewer. With
 * fewer than some twenty cases the interval is rough. Definitions are ordered by average linkage of the distances 1 - kappa, with 1 where kappa is null.
 *
 * @param matrix of `verdictMatrix`, or read back from JSON
 * @param options `confidence`, default .95
 * @throws RangeError for what is no matrix, or a confidence out of range
 * @example
 * import { agreement, verdictMatrix } from "@emergence/lib/definitions";
 * const evidence = { scale: [1, 10, 100, 1000], score: [0, 0, 0, 0.9], trials: 100, chance: 0 };
 * agreement(verdictMatrix([{ id: "a", name: "a", evidence }])).order.length; // => 21
 *
 * Source: Cohen 1960, Educ. Psychol. Meas. 20, 37-46; standard error: Fleiss, Cohen & Everitt 1969, Psychol. Bull. 72, 323-327; average linkage:
 * Sokal & Michener 1958.
 */
export function agreement(matrix: VerdictTable, options: { readonly confidence?: number } = {}): Agreement {
  const { confidence = 0.95 } = optionsOf("agreement", options, { confidence: "number" });
  requireTable("agreement", matrix);
  requireInside("agreement", "confidence", confidence);
  const rows = [...matrix.definitions.keys()].filter((d) => matrix.definitions[d]?.operational === true);
  const leaves = rows.map((d) => matrix.definitions[d]?.id as string);
  const distances = rows.map((_, i) => rows.map((_, j) => (i === j ? 0 : 1)));
  const pairs = rows.flatMap((a, i) =>
    rows.slice(i + 1).map((b, k): PairAgreement => {
      const j = i + 1 + k;
      const counts = fourCounts(matrix.cells[a] as Judgement[], matrix.cells[b] as Judgement[]);
      const found = cohensKappa(counts, confidence);
      if (found !== undefined) {
        (distances[i] as number[])[j] = 1 - found.kappa;
        (distances[j] as number[])[i] = 1 - found.kappa;
      }
      return {
        first: leaves[i] as string,
        second: leaves[j] as string,
        n: counts.both + counts.first + counts.second + counts.neither,
        same: counts.both + counts.neither,
        kappa: found?.kappa ?? null,
        standardError: found?.standardError ?? null,
        lower: found?.lower ?? null,
        upper: found?.upper ?? null,
      };
    }),
  );
  const { merges, order } = averageLinkage(distances);
  return { pairs, order: order.map((i) => leaves[i] as string), merges, leaves };
}

function fourCounts(first: readonly Judgement[], second: readonly Judgement[]): FourCounts {
  const of = (a: Judgement["verdict"], b: Judgement["verdict"]) =>
    first.filter(({ verdict }, i) => verdict === a && second[i]?.verdict === b).length;
  return { both: of("yes", "yes"), first: of("yes", "no"), second: of("no", "yes"), neither: of("no", "no") };
}
