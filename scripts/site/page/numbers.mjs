// The published numbers of a comparison, each of which opens its source, our value and the verdict. Of pages and of live cells alike.
import { joined } from "../../notebooks/format.mjs";
import { escapeHtml } from "./text.mjs";

/** @typedef {{ id: string, claim: string, note: string, allowed: number | null }} Row what is read of a comparison's machine-readable rows */
/** @typedef {{ id: string, published: number, content: string }} Value content: of its panel */

export const comparisonType = "application/vnd.emergence.reproduce+json";

/** Headings of the comparison's table, in a panel's words; the last of a table of few columns is its own. */
const words = { here: "our value", difference: "difference", verdict: "verdict", source: "source" };

/**
 * What a panel says of a value.
 * @param {readonly string[]} heads @param {readonly string[]} texts @param {Row} row @param {string | undefined} up
 */
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

/** Panels made so far: their ids within a page must differ, also from those that a live page makes. */
let count = 0;
const prefix = typeof document === "undefined" ? "number" : "live-number";

/** A number that opens a panel, and the panel. @param {string} text @param {string} content @returns {[string, string]} */
function opener(text, content) {
  const id = `${prefix}-${++count}`;
  return [
    `<button type="button" class="number" popovertarget="${id}" title="Its source, our value and the verdict">${text}</button>`,
    `<div class="panel" id="${id}" popover>${content}</div>`,
  ];
}

const headsOf = (/** @type {string} */ html) =>
  [...html.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(([, text = ""]) => text);
const textsOf = (/** @type {string} */ cells) =>
  [...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text = ""]) => text);
const rowPattern = /<tr>((?:<td[^>]*>[^<]*<\/td>)+)<\/tr>/g;

/**
 * @param {string} html a comparison's table
 * @param {readonly Row[]} rows its rows, in order
 * @param {string | undefined} up path from the page to the site's root; undefined where there is none
 */
export function withSources(html, rows, up) {
  const heads = headsOf(html);
  let at = 0;
  return html.replace(rowPattern, (line, /** @type {string} */ cells) => {
    const row = rows[at++];
    const texts = textsOf(cells);
    if (row === undefined || texts.length !== heads.length) return line;
    let column = 0;
    const open = cells.replace(/(<td[^>]*>)([^<]*)(<\/td>)/g, (cell, begin, text, end) =>
      column++ !== 1 ? cell : begin + opener(text, panel(heads, texts, row, up)).join("") + end,
    );
    return `<tr>${open}</tr>`;
  });
}

/**
 * The values that a notebook compares.
 * @param {import("../../notebooks/format.mjs").Notebook} notebook @param {string | undefined} up path from its page to the site's root
 * @returns {Value[]}
 */
export function valuesOf(notebook, up) {
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  const tables = outputs.filter((output) => output.data?.[comparisonType] !== undefined);
  return tables.flatMap(({ data }) => {
    const html = joined(data["text/html"]);
    const lines = [...html.matchAll(rowPattern)].map(([, cells = ""]) => textsOf(cells));
    return /** @type {(Row & { published: number })[]} */ (data[comparisonType]).flatMap((row, i) => {
      const texts = lines[i];
      return texts === undefined
        ? []
        : [{ id: row.id, published: row.published, content: panel(headsOf(html), texts, row, up) }];
    });
  });
}

/** Numbers of a text: with commas between thousands, or with decimals, and nothing that goes on before or behind. */
const numberPattern = /(?<![\w.,#$])(\d{1,3}(?:,\d{3})+|\d*\.?\d+)(?![\w%]|[.,]\d)/g;
/** Digits from which on it is no accident that two numbers are alike; zeros at the end do not count. */
const fewest = 3;
const isYear = (/** @type {string} */ text) => /^(1[5-9]|20)\d\d$/.test(text);

/** The one value that a number of the text gives, rounded or whole. @param {string} text @param {readonly Value[]} values */
function givenBy(text, values) {
  const plain = text.replaceAll(",", "");
  const digits = plain.replace(".", "").replace(/^0+|0+$/g, "");
  if (digits.length < fewest || isYear(text)) return undefined;
  const places = plain.split(".")[1]?.length ?? 0;
  const alike = values.filter(({ published }) => Math.abs(published).toFixed(places) === Number(plain).toFixed(places));
  return new Set(alike.map(({ id }) => id)).size === 1 ? alike[0] : undefined;
}

/** Where numbers are left alone: code, formulas, links, headings. */
const closed = /^<(code|pre|a|h[1-6]|button|span class="katex)\b/;

/**
 * Lets the published numbers of a text open their panels, which stand after it.
 * @param {string} html a text's HTML @param {readonly Value[]} values those of its notebook
 */
export function withOpenNumbers(html, values) {
  if (values.length === 0) return html;
  /** @type {string[]} */
  const panels = [];
  /** Tags that are open within what is left alone. */
  let depth = 0;
  const text = html.replace(/<[^>]*>|[^<]+/g, (part) => {
    if (part.startsWith("<")) {
      if (depth > 0) depth += part.startsWith("</") ? -1 : /\/>$|^<(br|img|hr)/.test(part) ? 0 : 1;
      else if (closed.test(part)) depth = 1;
      return part;
    }
    if (depth > 0) return part;
    return part.replace(numberPattern, (number) => {
      const value = givenBy(number, values);
      if (value === undefined) return number;
      const [button, content] = opener(number, value.content);
      panels.push(content);
      return button;
    });
  });
  return text + panels.join("");
}
