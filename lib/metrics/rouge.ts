import { requireString } from "../core/require";
import { ngrams, overlap } from "./ngrams";
import { anyTarget } from "./targets";
import { words } from "./tokenize";

/** Precision and recall, from 0 to 1, and their harmonic mean. */
export interface RougeScore {
  /** Proportion of the output that is in the reference. */
  readonly precision: number;
  /** Proportion of the reference that is in the output. */
  readonly recall: number;
  /** 2 precision recall / (precision + recall); 0 if both are 0. */
  readonly f: number;
}

/** ROUGE for words, for pairs of words, and for the longest common subsequence. */
export interface Rouge {
  readonly rouge1: RougeScore;
  readonly rouge2: RougeScore;
  readonly rougeL: RougeScore;
}

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L: the overlap of an output and a reference in words, in pairs of adjacent words, and as the longest common
 * subsequence. With m in common, precision is m / (total of the output), recall m / (total of the reference), f their harmonic mean; 0 to 1.
 *
 * Words are runs of a-z and 0-9 in lower case, without stemming: a text in another script, or in phonetic letters, has none.
 * Of several references the one with the best f counts, separately for each measure. BIG-bench reports f times 100, and prefers rougeLsum,
 * which equals rougeL for texts of one line.
 *
 * @throws TypeError without a reference
 * @example
 * import { rouge } from "@emergence/lib/metrics";
 * rouge("the cat sat", "The cat ran.").rougeL.f; // => 0.6666666666666666
 *
 * Source: Lin 2004, ROUGE, ACL workshop Text Summarization Branches Out, eq. 1 to 4, with F1 as in the package rouge-score.
 */
export function rouge(output: string, references: string | readonly string[]): Rouge {
  requireString("rouge", "output", output);
  const own = plainWords(output);
  const others = anyTarget("rouge", "text", references).map(plainWords);
  const runs = (n: number) => {
    const counts = ngrams(own, n);
    return best(
      others.map((other) => {
        const available = (tokens: readonly string[]) => Math.max(0, tokens.length - n + 1);
        return score(overlap(counts, ngrams(other, n)), available(own), available(other));
      }),
    );
  };
  const rougeL = best(others.map((other) => score(commonSubsequence(own, other), own.length, other.length)));
  return { rouge1: runs(1), rouge2: runs(2), rougeL };
}

function plainWords(text: string): string[] {
  return words(text.toLowerCase().replace(/[^a-z0-9]+/gu, " "));
}

function score(common: number, inOutput: number, inReference: number): RougeScore {
  if (common === 0) return { precision: 0, recall: 0, f: 0 };
  return { precision: common / inOutput, recall: common / inReference, f: (2 * common) / (inOutput + inReference) };
}

function best(scores: readonly RougeScore[]): RougeScore {
  return scores.reduce((a, b) => (b.f > a.f ? b : a));
}

/** Length of the longest common subsequence, one row of the table at a time. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  const row = new Uint32Array(b.length + 1);
  for (const symbol of a) {
    let diagonal = 0;
    for (let j = 1; j < row.length; j++) {
      const above = row[j] as number;
      row[j] = symbol === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] as number);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
