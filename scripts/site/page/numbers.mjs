// The published numbers of a comparison, each of which opens its source, our value and the verdict. Of pages and of live cells alike.
import { escapeHtml } from "./text.mjs";

/** @typedef {{ id: string, claim: string, note: string, allowed: number | null }} Row what is read of a comparison's machine-readable rows */

export const comparisonType = "application/vnd.emergence.reproduce+json";

/** Headings of the comparison's table, in a panel's words; the last of a table of few columns is its own. */
const words = { here: "our value", difference: "difference", verdict: "verdict", source: "source" };

/** @param {readonly string[]} heads @param {readonly string[]} texts @param {Row} row @param {string | undefined} up */
function panel(heads, texts, row, up) {
  const lines = [
    [heads[1] ?? "", texts[1] ?? ""],
    ...Object.entries(words).map(([head, word]) => [word, texts[heads.indexOf(head)] ?? ""]),
    ...(row.allowed === null ? [] : [["allowed difference", String(row.allowed)]]),
  ].map(([word = "", text = ""]) => `<dt>${word}</dt><dd>${text}</dd>`);
  const note = row.note === "" ? "" : `<p>${escapeHtml(row.note)}</p>`;
  const list =
    up === undefined ? "" : `<p><a href="${up}FIDELITY.html#${escapeHtml(row.id)}">In the list of all numbers</a></p>`;
  return `<p class="claim">${escapeHtml(row.claim)}</p><dl>${lines.join("")}</dl>${note}${list}`;
}

/** Numbers panels within a page, whose ids must differ. */
let count = 0;

/**
 * @param {string} html a comparison's table
 * @param {readonly Row[]} rows its rows, in order
 * @param {string | undefined} up path from the page to the site's root; undefined where there is none
 */
export function withSources(html, rows, up) {
  const heads = [...html.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(([, text = ""]) => text);
  let at = 0;
  return html.replace(/<tr>((?:<td[^>]*>[^<]*<\/td>)+)<\/tr>/g, (line, /** @type {string} */ cells) => {
    const row = rows[at++];
    const texts = [...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text = ""]) => text);
    if (row === undefined || texts.length !== heads.length) return line;
    const id = `number-${++count}`;
    let column = 0;
    const open = cells.replace(/(<td[^>]*>)([^<]*)(<\/td>)/g, (cell, begin, text, end) =>
      column++ !== 1
        ? cell
        : `${begin}<button type="button" class="number" popovertarget="${id}" title="Its source, our value and the verdict">${text}</button><div class="panel" id="${id}" popover>${panel(heads, texts, row, up)}</div>${end}`,
    );
    return `<tr>${open}</tr>`;
  });
}
