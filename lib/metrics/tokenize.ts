/** Tokenization of BLEU, with the names of sacrebleu. */
export type Tokenization = "13a" | "intl" | "zh" | "char" | "none";

type Rules = readonly (readonly [pattern: RegExp, replacement: string])[];

/** Punctuation marks are tokens, except a point or comma between digits; a dash is one after a digit. */
const western: Rules = [
  [/([{-~[-` -&(-+:-@/])/gu, " $1 "],
  [/([^0-9])([.,])/gu, "$1 $2 "],
  [/([.,])([^0-9])/gu, " $1 $2"],
  [/([0-9])(-)/gu, "$1 $2 "],
];

/** The same for every script, by Unicode's classes of punctuation and symbols. */
const international: Rules = [
  [/(\P{N})(\p{P})/gu, "$1 $2 "],
  [/(\p{P})(\P{N})/gu, " $1 $2"],
  [/(\p{S})/gu, " $1 "],
];

/** HTML entities, and hyphens at line ends. */
const residue: Rules = [
  [/<skipped>/gu, ""],
  [/-\n/gu, ""],
  [/\n/gu, " "],
  [/&quot;/gu, '"'],
  [/&amp;/gu, "&"],
  [/&lt;/gu, "<"],
  [/&gt;/gu, ">"],
];

/** Characters that stand alone in Chinese text, with the ranges of sacrebleu; those from U+2001 and U+2F81 are there by a slip of its escapes, and count. */
const chinese =
  /[\u3400-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\u2001-\u2a6d\u2f81-\u2fa1\uff00-\uffef\u2e80-\u2eff\u3000-\u303f\u31c0-\u31ef\u2f00-\u2fdf\u2ff0-\u2fff\u3100-\u312f\u31a0-\u31bf\ufe10-\ufe1f\ufe30-\ufe4f\u2600-\u27bf\u3200-\u33ff]/gu;

const tokenizers: Readonly<Record<Tokenization, (text: string) => string[]>> = {
  "13a": (text) => words(replaced(` ${replaced(text, residue)} `, western)),
  intl: (text) => words(replaced(text, international)),
  zh: (text) => words(replaced(text.trim().replace(chinese, " $& "), western)),
  char: (text) => Array.from(text).filter((character) => words(character).length > 0),
  none: words,
};

/**
 * Tokens of a text. Sources of the rules: NIST's mteval-v13a (13a) and mteval-v14 (intl), as Post 2018 uses them in sacrebleu.
 *
 * @throws RangeError for an unknown tokenization
 */
export function tokenize(text: string, tokenization: Tokenization): string[] {
  const tokenizer = tokenizers[tokenization];
  return tokenizer(text.trimEnd());
}

function replaced(text: string, rules: Rules): string {
  return rules.reduce((changed, [pattern, replacement]) => changed.replace(pattern, replacement), text);
}

/** Pieces of a text between white space. */
export function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}
