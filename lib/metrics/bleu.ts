import { mean } from "d3-array";
import { type Kinds, optionsOf, requireList, requireWhole } from "../core/require";
import { briefly } from "../core/shown";
import { ngrams, overlap, union } from "./ngrams";
import { anyTarget, requireTexts } from "./targets";
import { type Tokenization, tokenize } from "./tokenize";

/** Smoothing of BLEU for an order without a matching n-gram. */
export type Smoothing = "exp" | "floor" | "addK" | "none";

/** Options of `bleu`, with the defaults of sacrebleu. */
export interface BleuOptions {
  /**
   * "13a" (default, Western punctuation), "intl" (any script with spaces), "zh" (Chinese), "char" (characters; for Japanese, Thai and others without spaces
   * between words), "none" (white space).
   */
  readonly tokenize?: Tokenization;
  /** Count of an order without a match: "exp" (default: 1/2, 1/4 ... of a match), "floor" (.1), "addK" (one added to both counts), "none". */
  readonly smoothing?: Smoothing;
  /** Whether to ignore orders longer than the text. Default: true for one text, false for a corpus. */
  readonly effectiveOrder?: boolean;
  /** Longest n-grams that are counted, from 1: 2 for BLEU-2. Default 4. */
  readonly order?: number;
}

/** Kinds of the options, for their check. */
const bleuOptions: Kinds<BleuOptions> = {
  tokenize: ["13a", "intl", "zh", "char", "none"],
  smoothing: ["none", "exp", "floor", "addK"],
  effectiveOrder: "boolean",
  order: "number",
};

/** Counts over a corpus: matching and total n-grams per order, and lengths in tokens. */
interface Totals {
  readonly matched: number[];
  readonly total: number[];
  output: number;
  reference: number;
}

/**
 * BLEU, from 0 to 100: the geometric mean of the precisions m_n / t_n, the proportions of an output's n-grams, n = 1 to 4, that occur in a reference,
 * times a brevity penalty,
 *
 *     BLEU = 100 min(1, exp(1 - r / c)) (prod_n m_n / t_n)^(1/4)      c: tokens in the outputs, r: in the closest references
 *
 * Counts are summed over the corpus before the division, so the BLEU of a corpus is not the mean of its sentences' BLEU. A corpus
 * in which no text has four tokens scores 0 even if all texts are right, as in sacrebleu.
 *
 * @param output a text, or the texts of a corpus
 * @param references for a text, one reference or several; for a corpus, one entry (a text or several) per output
 * @throws RangeError for different lengths, references without a token or an unknown option, TypeError without a reference or for what is no text
 * @example
 * import { bleu } from "@emergence/lib/metrics";
 * bleu("the cat sat on the mat", "the cat sat on a mat"); // => 53.7284965911771
 *
 * Source: Papineni, Roukos, Ward & Zhu 2002, ACL, section 2.3; tokens and smoothing as in sacrebleu (Post 2018; Chen & Cherry 2014, methods 1 to 3).
 * The preferred `bleu` of BIG-bench tokenizes by "intl".
 */
export function bleu(output: string, references: string | readonly string[], options?: BleuOptions): number;
export function bleu(
  output: readonly string[],
  references: readonly (string | readonly string[])[],
  options?: BleuOptions,
): number;
export function bleu(
  output: string | readonly string[],
  references: string | readonly (string | readonly string[])[],
  options: BleuOptions = {},
): number {
  const { order = 4 } = optionsOf("bleu", options, bleuOptions);
  requireWhole("bleu", "order", order);
  const single = typeof output === "string";
  if (!single) requireList("bleu", "output", output, "text or an array of texts");
  const outputs = single ? [output] : output;
  const targets = single ? [references as string | readonly string[]] : references;
  if (!Array.isArray(targets) || outputs.length !== targets.length) {
    throw new RangeError(mismatch(outputs.length, targets));
  }
  if (outputs.length === 0) throw new RangeError("bleu: no outputs, needs one or more");
  const none = () => new Array<number>(order).fill(0);
  const totals: Totals = { matched: none(), total: none(), output: 0, reference: 0 };
  for (const [i, text] of outputs.entries()) {
    count(totals, text, targets[i] as string | readonly string[], options.tokenize ?? "13a");
  }
  if (totals.reference === 0) {
    throw new RangeError("bleu: no reference has a token, needs at least one: of empty texts no score means anything");
  }
  return score(totals, options.smoothing ?? "exp", options.effectiveOrder ?? single);
}

/** References that do not match the outputs: sacrebleu takes them the other way round, one list per set of references. */
function mismatch(outputs: number, references: unknown): string {
  if (!Array.isArray(references))
    return `bleu: references are ${briefly(references)}, needs an array with one entry per output`;
  const sets = references.length > 0 && references.every((set) => Array.isArray(set) && set.length === outputs);
  const hint = sets
    ? `; these seem to be sets of ${outputs} as sacrebleu takes them: needs [texts for output 0, texts for output 1, ...]`
    : "";
  return `bleu: ${outputs} outputs but ${references.length} entries of references, needs one per output, a text or several${hint}`;
}

function count(totals: Totals, output: string, references: string | readonly string[], tokenization: Tokenization) {
  const targets = anyTarget("bleu", references);
  requireTexts("bleu", [output, ...targets]);
  const own = tokenize(output, tokenization);
  const others = targets.map((text) => tokenize(text, tokenization));
  totals.output += own.length;
  // The reference of the closest length; ties go to the shorter.
  const distance = (length: number) => Math.abs(length - own.length);
  totals.reference += others
    .map(({ length }) => length)
    .sort((a, b) => distance(a) - distance(b) || a - b)[0] as number;
  for (let n = 1; n <= totals.total.length; n++) {
    const known = union(others.map((tokens) => ngrams(tokens, n)));
    (totals.matched[n - 1] as number) += overlap(ngrams(own, n), known);
    (totals.total[n - 1] as number) += Math.max(0, own.length - n + 1);
  }
}

/** Matches credited to the k-th order without a match. */
const credits: Readonly<Record<Smoothing, (k: number) => number>> = {
  exp: (k) => 0.5 ** k,
  floor: () => 0.1,
  addK: () => 0,
  none: () => 0,
};

function score(totals: Totals, smoothing: Smoothing, effectiveOrder: boolean): number {
  const credit = credits[smoothing];
  if (totals.matched.every((matches) => matches === 0)) return 0;
  const logs: number[] = [];
  let missed = 0;
  const order = totals.total.length;
  for (let n = 1; n <= order; n++) {
    // As in the paper on smoothing, unigrams are not smoothed.
    const added = smoothing === "addK" && n > 1 ? 1 : 0;
    const matched = (totals.matched[n - 1] as number) + added;
    const total = (totals.total[n - 1] as number) + added;
    if (total === 0) break;
    if (matched === 0) missed++;
    logs.push(Math.log((matched || credit(missed)) / total));
  }
  if (logs.length < order && !effectiveOrder) return 0;
  const penalty = Math.min(0, 1 - totals.reference / totals.output);
  return 100 * Math.exp(penalty + (mean(logs) as number));
}
