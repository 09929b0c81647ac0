import { requireList, requireString } from "../core/require";
import { briefly, isList } from "../core/shown";
import { words } from "./tokenize";

/**
 * Levenshtein distance of two texts: the smallest number of insertions, deletions and substitutions of a character that turn one into the other.
 *
 * A character is a Unicode code point; a letter with a combining mark counts as two unless both texts are normalized (`text.normalize("NFC")`).
 *
 * @returns a whole number from | |a| - |b| | to max(|a|, |b|); 0 only for equal texts
 * @example
 * import { editDistance } from "@emergence/lib/metrics";
 * editDistance("kitten", "sitting"); // => 3
 *
 * Source: Levenshtein 1966, Soviet Physics Doklady 10, 707; by the algorithm of Wagner & Fischer 1974, J. ACM 21, 168.
 */
export function editDistance(a: string, b: string): number {
  for (const [name, text] of Object.entries({ a, b })) {
    if (isList(text))
      throw new RangeError(`editDistance: ${name} is a list, needs text; tokenEditDistance compares lists of tokens`);
    requireString("editDistance", name, text);
  }
  return levenshtein(Array.from(a), Array.from(b));
}

/**
 * Levenshtein distance in tokens, the smooth metric of Schaeffer et al.
 *
 * @param a tokens (words or token ids), or a text, which is split at white space
 * @param b likewise; words and token ids do not mix
 * @throws RangeError for tokens of two types, or a token that is neither text nor a finite number
 * @example
 * import { tokenEditDistance } from "@emergence/lib/metrics";
 * tokenEditDistance([4, 0, 7, 1], [4, 1, 7, 1]); // => 1
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, section 2, who use L (1 - p) for its expectation (`tokenModel`). That counts
 * substitutions only, so it is an upper bound.
 */
export function tokenEditDistance(
  a: string | readonly (string | number)[],
  b: string | readonly (string | number)[],
): number {
  const [own, other] = [toTokens("a", a), toTokens("b", b)];
  requireOneType(own, other);
  return levenshtein(own, other);
}

function toTokens(name: string, tokens: string | readonly (string | number)[]): readonly (string | number)[] {
  if (typeof tokens === "string") return words(tokens);
  requireList("tokenEditDistance", name, tokens, "text or an array of tokens");
  return tokens;
}

/** Throws a RangeError unless all tokens are strings, or all numbers: the number 4 and the word "4" never match. */
function requireOneType(...lists: readonly (readonly (string | number)[])[]): void {
  const first = lists.find(({ length }) => length > 0)?.[0];
  for (const [l, tokens] of lists.entries()) {
    const odd = Array.from(tokens).findIndex((token) => typeof token !== typeof first || !isToken(token));
    if (odd < 0) continue;
    const token: unknown = tokens[odd];
    const needed = isToken(token)
      ? `tokens of one type, as ${briefly(first)} is: a text is split into words`
      : "a word or a finite number";
    throw new RangeError(`tokenEditDistance: token ${odd} of ${"ab"[l]} is ${briefly(token)}, needs ${needed}`);
  }
}

const isToken = (token: unknown) => typeof token === "string" || Number.isFinite(token);

function levenshtein(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  // One row of the table at a time: row[j] is the distance from the first i symbols of a to the first j of b.
  const row = Uint32Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, symbol] of a.entries()) {
    let diagonal = i;
    row[0] = i + 1;
    for (let j = 1; j < row.length; j++) {
      const above = row[j] as number;
      const left = row[j - 1] as number;
      row[j] = symbol === b[j - 1] ? diagonal : 1 + Math.min(diagonal, above, left);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
