import { max } from "d3-array";
import { type Kinds, optionsOf } from "../core/require";
import { ngrams, overlap } from "./ngrams";
import { anyTarget, requireTexts } from "./targets";
import { words } from "./tokenize";
import { unicodeWords } from "./unicodeWords";

/** Words that the evaluation of SQuAD leaves out, being English. */
const articles = new Set(["a", "an", "the"]);

/** Options of `tokenF1`. */
export interface TokenF1Options {
  /** "unicode" (default): words of any script, as in `rouge`. "squad": as in the evaluation of SQuAD 1.1, English. */
  readonly tokenize?: "unicode" | "squad";
}

/** Kinds of the options, for their check. */
const tokenF1Options: Kinds<TokenF1Options> = { tokenize: ["unicode", "squad"] };

/**
 * F1 of the words that an answer and a target share, each as often as in both, in any order: 2 m / (words of the answer + words of the target). Of several targets
 * the best one counts. 0 to 1. A pair of texts without words scores 1 if they are equal, else 0.
 *
 * "squad" removes the ASCII punctuation within words ("don't" is "dont") and the articles a, an and the, and splits at white space: a text in Chinese or
 * Thai is then one word.
 *
 * @param output what the model wrote
 * @param target the right answer, or several alternatives
 * @param options `tokenize`: "unicode" (default) or "squad"
 * @throws TypeError without a target or for what is no text, RangeError for an unknown tokenization
 * @example
 * import { tokenF1 } from "@emergence/lib/metrics";
 * tokenF1("the old harbor", "Harbor (old)", { tokenize: "squad" }); // => 1
 *
 * Source: Rajpurkar, Zhang, Lopyrev & Liang 2016, SQuAD, EMNLP, section 6.1, and its evaluation script.
 */
export function tokenF1(output: string, target: string | readonly string[], options: TokenF1Options = {}): number {
  const { tokenize = "unicode" } = optionsOf("tokenF1", options, tokenF1Options);
  const targets = anyTarget("tokenF1", target);
  requireTexts("tokenF1", [output, ...targets]);
  const wordsOf = tokenizers[tokenize];
  const own = wordsOf(output);
  return max(targets, (text) => {
    const other = wordsOf(text);
    if (own.length === 0 && other.length === 0) return Number(output.trim() === text.trim());
    return (2 * overlap(ngrams(own, 1), ngrams(other, 1))) / (own.length + other.length);
  }) as number;
}

const tokenizers: Readonly<Record<NonNullable<TokenF1Options["tokenize"]>, (text: string) => string[]>> = {
  unicode: unicodeWords,
  squad: (text) => words(text.toLowerCase().replace(/[!-/:-@[-`{-~]/g, "")).filter((word) => !articles.has(word)),
};
