import { type Kinds, optionsOf, requireOneOf } from "../core/require";
import { anyTarget, requireTexts } from "./targets";
import { unicodeWords } from "./unicodeWords";

/**
 * What counts as the same text. "none": every character. "unicode": characters as they look, composed or not (NFC), with white space at the ends removed. "words": the
 * same words of any script, whatever the case and punctuation; texts without words character by character.
 */
export type Normalization = "none" | "unicode" | "words";

/** Options of `exactMatch`. */
export interface ExactMatchOptions {
  /** Function applied to output and targets before comparison, or a `Normalization` by name. Default "none". */
  readonly normalize?: Normalization | ((text: string) => string);
}

/** Kinds of the options, for their check. */
const exactMatchOptions: Kinds<ExactMatchOptions> = { normalize: "any" };

/**
 * 1 if the output equals a target exactly, else 0.
 *
 * @param output what the model wrote
 * @param target the right answer, or several alternatives
 * @param options `normalize`: "none" (default), "unicode", "words" or a function
 * @throws TypeError without a target or for what is no text, RangeError for an unknown normalization
 * @example
 * import { exactMatch } from "@emergence/lib/metrics";
 * exactMatch("Paris", ["paris", "PARIS"], { normalize: (text) => text.toLowerCase() }); // => 1
 *
 * Source: BIG-bench's `exact_str_match` (Srivastava et al. 2022); with a lower-case `normalize` its `case_insensitive_str_match`.
 * Neither strips white space.
 */
export function exactMatch(
  output: string,
  target: string | readonly string[],
  options: ExactMatchOptions = {},
): number {
  const { normalize = "none" } = optionsOf("exactMatch", options, exactMatchOptions);
  const targets = anyTarget("exactMatch", target);
  requireTexts("exactMatch", [output, ...targets]);
  if (typeof normalize !== "function") requireOneOf("exactMatch", "normalize", normalize, Object.keys(normalizations));
  const normal = typeof normalize === "function" ? normalize : normalizations[normalize];
  const wanted = normal(output);
  return Number(targets.some((text) => normal(text) === wanted));
}

const normalizations: Readonly<Record<Normalization, (text: string) => string>> = {
  none: (text) => text,
  unicode: (text) => text.normalize("NFC").trim(),
  // Words hold no space: a text that begins with one has none.
  words: (text) => unicodeWords(text).join(" ") || ` ${text}`,
};
