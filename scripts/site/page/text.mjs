// HTML of texts.

/** @type {Record<string, string>} */
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (/** @type {string} */ text) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** What stands in backticks; a public name, or a call of one, leads to where it is told. @param {string} text @param {(name: string) => string | undefined} told */
export function toldCode(text, told) {
  const href = told(text.replace(/\(.*$/s, ""));
  const code = `<code>${escapeHtml(text)}</code>`;
  return href === undefined ? code : `<a href="${escapeHtml(href)}">${code}</a>`;
}

/** A heading's anchor, as GitHub makes it, so that links between files hold here too. */
export const slug = (/** @type {string} */ text) =>
  text
    .replace(/<[^>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

/** A text without the marks of Markdown, for titles and for the search. */
export const plainText = (/** @type {string} */ markdown) =>
  markdown
    .replace(/<!--.*?-->/gs, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`]+/g, "")
    .replace(/[#>|]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The way from a page to the site's root. @param {string} path of the page, from the root */
export const upFrom = (path) => "../".repeat(path.split("/").length - 1);
