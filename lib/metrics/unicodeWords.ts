/** Scripts written without spaces between words. */
const unspaced = ["Han", "Hiragana", "Katakana", "Bopomofo", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"];
const alone = `(?=\\p{L})[${unspaced.map((script) => `\\p{scx=${script}}`).join("")}]\\p{M}*`;

/** A flag, or a pictograph with its variants: skin tones, and several joined into one. */
const pictograph =
  "(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\ufe0f)(?:\\p{EMod}|\\ufe0f|\\u200d\\p{Extended_Pictographic})*";
const emoji = `\\p{RI}{2}|${pictograph}`;

/** Anything but what stands alone, so that "100円" is two words. */
const run = `(?:(?!${alone})[\\p{L}\\p{M}\\p{N}])+`;

const word = new RegExp(`${alone}|${emoji}|${run}`, "gu");

/**
 * Words of a text in any script, in lower case and composed form (NFC): runs of letters, marks and digits; single characters of scripts without spaces
 * between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan), since a dictionary would change from one version to the next; single emoji.
 * Of an English text they are the runs of a-z and 0-9.
 */
export function unicodeWords(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(word) ?? [];
}
