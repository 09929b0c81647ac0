// The first page: the seminar's notebooks by their first figures, a search over all texts.
import { joined, plotlyType } from "../../notebooks/format.mjs";
import { named as course } from "./name.mjs";
import { pictureOf } from "./outputs.mjs";
import { shell } from "./shell.mjs";
import { escapeHtml, plainText, slug } from "./text.mjs";

/** @typedef {import("./notebook.mjs").Link} Link */
/** @typedef {{ href: string, title: string, notebook: import("../../notebooks/format.mjs").Notebook, closer: readonly Link[], isShown: boolean }} Entry isShown: in one of the evenings */
/**
 * @typedef {{
 *   seminar: readonly Entry[], second: number, beside: readonly Link[], lead: string,
 *   shelves: readonly { to: string, guides: readonly (Link & { about: string })[] }[],
 *   hands: readonly (import("../explorables.mjs").Explorable & { href: string })[],
 * }} Front second: where the second evening begins; lead: what the kit is, in a paragraph; shelves: guides, by whom they are for; hands: explorables
 */

/** The question of a notebook: its first sentence in bold, or else its first. @param {Entry["notebook"]} notebook */
export function question(notebook) {
  const text = joined(notebook.cells[0]?.source).replace(/^# .*$/m, "");
  const bold = [...text.matchAll(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gs)].map(([, words = ""]) => words);
  return plainText(bold.find(({ length }) => length >= 12) ?? /[^.?!]*[.?!]/.exec(plainText(text))?.[0] ?? "");
}

/** Number and name of a notebook, as its title has them. */
function named(/** @type {string} */ title) {
  const [, number = "", name = title] = /^(\S+) · (.*)$/.exec(title) ?? [];
  return { number, name };
}

function card(/** @type {Entry} */ entry) {
  const { href, title, notebook, closer } = entry;
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  const shown = outputs.find((output) => output.data?.[plotlyType] !== undefined && pictureOf(output) !== undefined);
  const picture = shown && pictureOf(shown);
  const image = picture
    ? `<img src="pictures/${picture.name}" alt="${escapeHtml(shown.metadata.alt ?? "")}" loading="lazy">`
    : "";
  const { number, name } = named(title);
  const deeper = closer
    .map((link) => `<li><a href="${escapeHtml(link.href)}">${escapeHtml(link.title)}</a></li>`)
    .join("");
  return `<article class="card">
<a class="face" href="${escapeHtml(href)}">${image}<h3><span class="number">${escapeHtml(number)}</span> ${escapeHtml(name)}</h3></a>
<p>${escapeHtml(question(notebook))}</p>
${deeper === "" ? "" : `<details><summary>${closer.length} closer ${closer.length === 1 ? "look" : "looks"}</summary><ul>${deeper}</ul></details>`}
</article>`;
}

/** @param {import("../explorables.mjs").Explorable & { href: string }} explorable */
const handCard = ({ name, href, title, description, picture }) => `<article class="card">
<a class="face" href="${escapeHtml(href)}"><img src="explorables/${name}.svg" alt="${escapeHtml(picture)}" loading="lazy"><h3>${escapeHtml(title)}</h3></a>
<p>${escapeHtml(description)}</p>
</article>`;

/** A notebook on the map: its name without what follows a colon, and a dot for each closer look. */
function stop(/** @type {Entry} */ { href, title, closer, isShown }) {
  const { number, name } = named(title);
  const count = `${closer.length} closer ${closer.length === 1 ? "look" : "looks"}`;
  const dots =
    closer.length === 0
      ? ""
      : ` <span class="dots" role="img" aria-label="${count}" title="${count}">${"·".repeat(closer.length)}</span>`;
  return `<li class="${isShown ? "shown" : "between"}"><a href="${escapeHtml(href)}"><span class="number">${escapeHtml(number)}</span> ${escapeHtml(name.split(":")[0] ?? "")}</a>${dots}</li>`;
}

/** The seminar's way: two evenings, what is read between them, and how far it goes deeper. */
function map(/** @type {Front} */ { seminar, second }) {
  const evening = (/** @type {string} */ name, /** @type {readonly Entry[]} */ entries) =>
    `<div><h2>${name}</h2><ol>${entries.map(stop).join("")}</ol></div>`;
  return `<nav class="map" aria-label="The seminar">
${evening("First evening", seminar.slice(0, second))}
${evening("Second evening", seminar.slice(second))}
<p>Filled: shown in the evening. Hollow: read between. Each dot behind a name is a closer look.</p></nav>`;
}

const lead = (/** @type {Front} */ site) => `<section class="lead"><div><h1>${escapeHtml(course.title)}</h1>
${course.about && `<p>${escapeHtml(course.about)}</p>\n`}<p>${escapeHtml(site.lead)}</p>
<p>Every page can be read at once, edited and run, in this browser alone: nothing to install, nothing is sent anywhere.</p>
<p><a class="button" href="${escapeHtml(site.seminar[0]?.href ?? "")}">Start here</a></p></div>
${map(site)}</section>`;

/** The field and the answers of search.ts. */
export const searchBox = (
  /** @type {string} */ label,
) => `<search class="search"><label for="query">${escapeHtml(label)}</label>
<input id="query" type="search" autocomplete="off" spellcheck="false"><ol id="found" aria-live="polite"></ol></search>`;

const search = () => searchBox("Search notebooks, guides and reference");

const underHand = (/** @type {Front} */ { hands }) => `<section class="hands"><h2>Under your hand</h2>
<p>Figures that follow your hand, with the formulas of the notebooks behind them.</p>
<div class="cards">${hands.map(handCard).join("\n")}</div></section>`;

const cards = (/** @type {Front} */ { seminar }) => `<h2>The seminar</h2>
<section class="cards">${seminar.map(card).join("\n")}</section>`;

function besides(/** @type {Front} */ { beside }) {
  const links = [...beside, { href: "FIDELITY.html", title: "Published numbers, and what the notebooks get" }];
  const items = links.map(({ href, title }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a></li>`);
  return `<section><h2>Beside the seminar</h2><ul>${items.join("")}</ul></section>`;
}

function toRead(/** @type {Front} */ { shelves }) {
  const about = "every function, with formula, example and source";
  const reference = { href: "reference/index.html", title: "Reference", about };
  const parts = shelves.map(({ to, guides }, i) => {
    const items = [...guides, ...(i === 0 ? [reference] : [])].map(
      (one) => `<li><a href="${escapeHtml(one.href)}">${escapeHtml(one.title)}</a>: ${escapeHtml(one.about)}</li>`,
    );
    return `<div><h3>${escapeHtml(to)}</h3><ul>${items.join("")}</ul></div>`;
  });
  return `<section><h2 id="guides">Guides and reference</h2><div class="shelves">${parts.join("\n")}</div></section>`;
}

/** The parts of the first page, from the top. */
const sections = [lead, search, underHand, cards, besides, toRead];

export function frontPage(/** @type {Front} */ site) {
  return shell({
    title: `${course.title}: a seminar in notebooks`,
    description: site.lead,
    up: "",
    kind: "front",
    body: sections.map((section) => section(site)).join("\n"),
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
