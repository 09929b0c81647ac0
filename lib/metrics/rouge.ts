import { type Kinds, optionsOf } from "../core/require";
import { briefly } from "../core/shown";
import { ngrams, overlap } from "./ngrams";
import { anyTarget, requireTexts } from "./targets";
import { words } from "./tokenize";
import { unicodeWords } from "./unicodeWords";

/** Words of ROUGE: of any script, or those of the package rouge-score. */
export type RougeWords = "unicode" | "rouge-score";

/** Options of `rouge`. */
export interface RougeOptions {
  /**
   * "unicode" (default): runs of letters, marks and digits of any script; characters of Chinese, Japanese, Thai and other scripts without spaces; emoji.
   * "rouge-score": runs of a-z and 0-9, as in the package by which most published values were computed. Both agree on texts in plain Latin letters.
   */
  readonly tokenize?: RougeWords;
}

/** Kinds of the options, for their check. */
const rougeOptions: Kinds<RougeOptions> = { tokenize: ["unicode", "rouge-score"] };

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
  /** What a score of 0 may hide: an output or a reference in which no words were found. Empty if there is nothing to say. */
  readonly warnings: readonly string[];
}

const tokenizers: Readonly<Record<RougeWords, (text: string) => string[]>> = {
  unicode: unicodeWords,
  "rouge-score": (text) => words(text.toLowerCase().replace(/[^a-z0-9]+/gu, " ")),
};

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L: the overlap of an output and a reference in words, in pairs of adjacent words, and as the longest common
 * subsequence. With m in common, precision is m / (total of the output), recall m / (total of the reference), f their harmonic mean; 0 to 1.
 *
 * Words are those of any script in lower case, without stemming; with `tokenize: "rouge-score"` those of a-z and 0-9 alone. A text without words scores 0,
 * with a warning.
 * Of several references the one with the best f counts, separately for each measure. BIG-bench reports f times 100, and prefers rougeLsum,
 * which equals rougeL for texts of one line.
 *
 * @param output what the model wrote
 * @param references a text, or several alternatives
 * @param options `tokenize`: "unicode" (default) or "rouge-score"
 * @throws TypeError without a reference or for what is no text, RangeError for an unknown tokenization
 * @example
 * import { rouge } from "@emergence/lib/metrics";
 * rouge("the cat sat", "The cat ran.").rougeL.f; // => 0.6666666666666666
 *
 * Source: Lin 2004, ROUGE, ACL workshop Text Summarization Branches Out, eq. 1 to 4, with F1 as in the package rouge-score.
 */
export function rouge(output: string, references: string | readonly string[], options: RougeOptions = {}): Rouge {
  const { tokenize = "unicode" } = optionsOf("rouge", options, rougeOptions);
  const wordsOf = tokenizers[tokenize];
  const texts = anyTarget("rouge", references);
  requireTexts("rouge", [output, ...texts]);
  const own = wordsOf(output);
  const others = texts.map(wordsOf);
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
  const silent = (name: string, text: string, found: readonly string[]) =>
    found.length > 0
      ? []
      : [`rouge: ${name} ${briefly(text)} has no words under tokenize "${tokenize}"${advice(text, tokenize)}`];
  const warnings = [
    // A model that says nothing scores 0 with good reason.
    ...(output.trim() === "" ? [] : silent("output", output, own)),
    ...texts.flatMap((text, i) => silent("reference", text, others[i] as string[])),
  ];
  return { rouge1: runs(1), rouge2: runs(2), rougeL, warnings };
}

/** What makes words visible that a tokenization does not see. */
function advice(text: string, tokenize: RougeWords): string {
  if (tokenize === "unicode" || unicodeWords(text).length === 0) return "";
  return ': it scores 0, and tokenize "unicode" sees its words';
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
