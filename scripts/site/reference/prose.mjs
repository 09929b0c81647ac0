// The text of a doc comment as HTML: names in backticks lead to where they are told, stretches set apart are formulas, tables or code.
import katex from "katex";
import { Marked } from "marked";
import { highlighted } from "../page/highlight.mjs";
import { escapeHtml, toldCode } from "../page/text.mjs";
import { formulaTex, isFormula } from "./formula.mjs";

/** @typedef {(name: string) => string | undefined} Links the address of a public name, as seen from the page */

const formula = (/** @type {string} */ text) =>
  katex.renderToString(formulaTex(text), { throwOnError: true, strict: "ignore" });

/** Stretches of a line that two spaces or more keep apart. */
const stretches = (/** @type {string} */ line) => line.trim().split(/(?: {2,}|(?<=[,;:]) {2,})/);

/**
 * What stands apart in a comment: formulas line by line, with what is said of them beside; or as it is, if it is no formula.
 * @param {string} text
 * @param {(text: string) => string} inline
 */
function apart(text, inline) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map(stretches);
  const numbers = (/** @type {string[]} */ row) => row.filter((each) => /^[-.\d,]+$/.test(each)).length;
  const isSet =
    2 * rows.filter((row) => row.some(isFormula)).length >= rows.length && rows.every((row) => numbers(row) < 3);
  if (!isSet) return `<pre><code>${escapeHtml(text)}</code></pre>\n`;
  const most = Math.max(...rows.map((row) => row.length));
  const html = rows.map((row) => {
    const cells = row.map((each, i) => {
      const span = i === row.length - 1 && row.length < most ? ` colspan="${most - i}"` : "";
      if (isFormula(each)) return `<td${span}>${formula(each)}</td>`;
      return `<td${span}${each.length > 40 ? ' class="said"' : ""}>${inline(each)}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="wide"><table class="formulas" role="presentation">${html.join("")}</table></div>\n`;
}

/**
 * @param {Links} links
 * @returns {{ block: (text: string) => string, inline: (text: string) => string }} the HTML of paragraphs, and of a piece of a line
 */
export function proseWith(links) {
  /** @type {(text: string) => string} */
  const inline = (text) => /** @type {string} */ (marked.parseInline(text, { async: false }));
  /** @type {Marked} */
  const marked = new Marked({
    gfm: true,
    // Comments write < and * of formulas, and no HTML and no emphasis.
    tokenizer: { html: () => undefined, tag: () => undefined, emStrong: () => undefined, url: () => undefined },
    renderer: {
      codespan: ({ text }) => toldCode(text, links),
      code: ({ text, lang }) =>
        lang === undefined
          ? apart(text, inline)
          : `<pre><code>${lang === "ts" ? highlighted(text) : escapeHtml(text)}</code></pre>\n`,
    },
  });
  return { block: (text) => /** @type {string} */ (marked.parse(text, { async: false })), inline };
}
