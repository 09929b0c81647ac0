// The first page: the seminar's notebooks by their first figures, a search over all texts.
import { joined, plotlyType } from "../../notebooks/format.mjs";
import { pictureOf } from "./outputs.mjs";
import { shell } from "./shell.mjs";
import { escapeHtml, plainText, slug } from "./text.mjs";

/** @typedef {import("./notebook.mjs").Link} Link */
/** @typedef {{ href: string, title: string, notebook: import("../../notebooks/format.mjs").Notebook, closer: readonly Link[] }} Entry */

/** Its question: the first sentence in bold, or else the first. */
function question(/** @type {Entry} */ { notebook }) {
  const text = joined(notebook.cells[0]?.source).replace(/^# .*$/m, "");
  return plainText(/\*\*([^*]{12,}?)\*\*/.exec(text)?.[1] ?? /[^.?!]*[.?!]/.exec(plainText(text))?.[0] ?? "");
}

function card(/** @type {Entry} */ entry) {
  const { href, title, notebook, closer } = entry;
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  const shown = outputs.find((output) => output.data?.[plotlyType] !== undefined && pictureOf(output) !== undefined);
  const picture = shown && pictureOf(shown);
  const image = picture
    ? `<img src="pictures/${picture.name}" alt="${escapeHtml(shown.metadata.alt ?? "")}" loading="lazy">`
    : "";
  const [, number = "", name = title] = /^(\S+) · (.*)$/.exec(title) ?? [];
  const deeper = closer
    .map((link) => `<li><a href="${escapeHtml(link.href)}">${escapeHtml(link.title)}</a></li>`)
    .join("");
  return `<article class="card">
<a class="face" href="${escapeHtml(href)}">${image}<h3><span class="number">${escapeHtml(number)}</span> ${escapeHtml(name)}</h3></a>
<p>${escapeHtml(question(entry))}</p>
${deeper === "" ? "" : `<details><summary>${closer.length} closer ${closer.length === 1 ? "look" : "looks"}</summary><ul>${deeper}</ul></details>`}
</article>`;
}

/** The field and the answers of search.ts. */
export const searchBox = (
  /** @type {string} */ label,
) => `<search class="search"><label for="query">${escapeHtml(label)}</label>
<input id="query" type="search" autocomplete="off" spellcheck="false"><ol id="found" aria-live="polite"></ol></search>`;

/**
 * @param {{
 *   seminar: readonly Entry[], beside: readonly Link[], guides: readonly (Link & { about: string })[], lead: string,
 * }} site lead: what the kit is, in a paragraph
 */
export function frontPage({ seminar, beside, guides, lead }) {
  const further = beside
    .map(({ href, title }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a></li>`)
    .join("");
  const toRead = [
    ...guides,
    { href: "reference/index.html", title: "Reference", about: "every function, with formula, example and source" },
  ]
    .map(
      ({ href, title, about }) =>
        `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a>: ${escapeHtml(about)}</li>`,
    )
    .join("");
  return shell({
    title: "Emergence: a seminar in notebooks",
    description: lead,
    up: "",
    kind: "front",
    body: `<section class="lead"><h1>Emergence</h1>
<p>${escapeHtml(lead)}</p>
<p>Every page can be read at once, edited and run, in this browser alone: nothing to install, nothing is sent anywhere.</p>
<p><a class="button" href="${escapeHtml(seminar[0]?.href ?? "")}">Start here</a></p></section>
${searchBox("Search notebooks, guides and reference")}
<h2>The seminar</h2>
<section class="cards">${seminar.map(card).join("\n")}</section>
<section><h2>Beside the seminar</h2><ul>${further}</ul></section>
<section><h2 id="guides">Guides and reference</h2><ul>${toRead}</ul></section>`,
  });
}

/** @typedef {{ href: string, title: string, heading: string, text: string }} Found what the search looks through: a text per heading */

/** @param {Link} page @param {string} markdown its text @returns {Found[]} */
export const searchIn = ({ href, title }, markdown) =>
  markdown
    .split(/^(?=#{1,3} )/m)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [, marks = "#", heading = ""] = /^(#{1,3}) (.*)$/m.exec(part) ?? [];
      const anchor = marks === "#" ? "" : `#${slug(heading)}`;
      return { href: href + anchor, title, heading: plainText(heading), text: plainText(part) };
    });

/** @param {Link & { notebook: import("../../notebooks/format.mjs").Notebook }} page */
export function searchEntries(page) {
  const texts = page.notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => joined(cell.source));
  return searchIn(page, texts.join("\n\n"));
}
