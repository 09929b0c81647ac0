// A notebook as a page that can be read at once, and whose cells become live on the first click.
import { basename } from "node:path";
import { joined } from "../../notebooks/format.mjs";
import { highlighted } from "./highlight.mjs";
import { importLinks } from "./importLinks.mjs";
import { linkedCode } from "./linkedCode.mjs";
import { named } from "./name.mjs";
import { valuesOf, withOpenNumbers } from "./numbers.mjs";
import { outputsOf } from "./outputs.mjs";
import { shell } from "./shell.mjs";
import { escapeHtml, plainText, slug, upFrom } from "./text.mjs";

/** @typedef {import("../../notebooks/format.mjs").Notebook} Notebook */
/** @typedef {import("../../notebooks/format.mjs").Json} Json */
/** @typedef {{ href: string, title: string }} Link */

/** The first heading. */
export const titleOf = (/** @type {Notebook} */ notebook) =>
  plainText(/^# (.*)$/m.exec(joined(notebook.cells[0]?.source))?.[1] ?? "");

/**
 * @param {Json} cell
 * @param {string | undefined} up path to the site's root, if there is one
 * @param {import("./outputs.mjs").Keep} keep
 * @param {(code: string) => string} coloured
 */
function codeCell(cell, up, keep, coloured) {
  const source = joined(cell.source);
  const kind = /(?<![\w.])exercise\(/.test(source) ? "cell exercise" : "cell";
  return `<section class="${kind}" data-id="${escapeHtml(cell.id)}">
<div class="source"><pre tabindex="0"><code>${coloured(source)}</code></pre></div>
<div class="outputs">${outputsOf(cell.outputs, up, keep)}</div>
</section>`;
}

/** Headings of the second level, for the contents. @returns {Link[]} */
const headings = (/** @type {Notebook} */ notebook) =>
  notebook.cells
    .filter((cell) => cell.cell_type === "markdown")
    .flatMap((cell) => [...joined(cell.source).matchAll(/^## (.*)$/gm)])
    .map(([, text = ""]) => ({ href: `#${slug(text)}`, title: plainText(text) }));

const list = (/** @type {readonly Link[]} */ links) =>
  `<ul>${links.map(({ href, title }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a></li>`).join("")}</ul>`;

/** What a page is to who reads "run the cell" in its text. */
const how = `<p class="how">All cells have been run already, so that you can read on without running any. To change one, click into it:
it then runs in this browser.</p>`;

/**
 * @param {{
 *   path: string, notebook: Notebook, markdown: (text: string) => string,
 *   keep: import("./outputs.mjs").Keep, own?: import("./shell.mjs").Own,
 *   places?: import("./linkedCode.mjs").Places, told?: (specifier: string, name?: string) => string | undefined,
 *   before?: Link | undefined, after?: Link | undefined, closer?: readonly Link[], hands?: readonly Link[],
 * }} page path: from the clone; places: where values and tables in code lead to; told: address of a name in the reference, from the
 *   site's root; before, after: its neighbours in the seminar; closer: notebooks that go deeper; hands: explorables; own: what a page
 *   has in itself that stands alone
 */
export function notebookPage({
  path,
  notebook,
  markdown,
  keep,
  places,
  told,
  before,
  after,
  closer = [],
  hands = [],
  own,
}) {
  const up = own === undefined ? upFrom(path) : undefined;
  const coloured = (/** @type {string} */ code) => {
    const html = highlighted(code);
    return up === undefined || !places || !told ? html : importLinks(linkedCode(html, places, up), told, up);
  };
  const values = valuesOf(notebook, up);
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code"
      ? codeCell(cell, up, keep, coloured)
      : `<section class="text">${withOpenNumbers(markdown(joined(cell.source)), values)}</section>`,
  );
  const contents = headings(notebook);
  const title = titleOf(notebook);
  const [first = "", ...rest] = cells;
  const nav = [
    before && `<a rel="prev" href="${escapeHtml(before.href)}">← ${escapeHtml(before.title)}</a>`,
    after && `<a rel="next" href="${escapeHtml(after.href)}">${escapeHtml(after.title)} →</a>`,
  ].filter(Boolean);
  const body = [
    first,
    how,
    hands.length > 0 ? `<aside class="hands"><p>Under your hand:</p>${list(hands)}</aside>` : "",
    contents.length > 2 ? `<details class="contents"><summary>On this page</summary>${list(contents)}</details>` : "",
    ...rest,
    closer.length > 0 ? `<nav class="closer" aria-label="Closer looks"><h2>Closer looks</h2>${list(closer)}</nav>` : "",
    nav.length > 0 ? `<nav class="neighbours" aria-label="Neighbours">${nav.join("")}</nav>` : "",
  ];
  return shell({
    title: `${title} · ${named.title}`,
    description: plainText(joined(notebook.cells[0]?.source).replace(/^# .*$/m, "")).slice(0, 200),
    up: upFrom(path),
    kind: "notebook",
    own,
    header: `<div class="tools" data-notebook="${escapeHtml(basename(path))}"><button type="button" class="live">Edit and run</button></div>`,
    body: body.join("\n"),
  });
}
