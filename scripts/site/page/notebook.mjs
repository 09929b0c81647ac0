// A notebook as a page that can be read at once, and whose cells become live on the first click.
import { basename } from "node:path";
import { joined } from "../../notebooks/format.mjs";
import { highlighted } from "./highlight.mjs";
import { linkedCode } from "./linkedCode.mjs";
import { valuesOf, withOpenNumbers } from "./numbers.mjs";
import { outputsOf } from "./outputs.mjs";
import { shell } from "./shell.mjs";
import { escapeHtml, plainText, slug } from "./text.mjs";

/** @typedef {import("../../notebooks/format.mjs").Notebook} Notebook */
/** @typedef {import("../../notebooks/format.mjs").Json} Json */
/** @typedef {{ href: string, title: string }} Link */

/** The first heading. */
export const titleOf = (/** @type {Notebook} */ notebook) =>
  plainText(/^# (.*)$/m.exec(joined(notebook.cells[0]?.source))?.[1] ?? "");

/**
 * @param {Json} cell
 * @param {string} up
 * @param {(picture: import("./outputs.mjs").Picture) => void} keep
 * @param {import("./linkedCode.mjs").Places} places
 */
function codeCell(cell, up, keep, places) {
  const source = joined(cell.source);
  const kind = /(?<![\w.])exercise\(/.test(source) ? "cell exercise" : "cell";
  return `<section class="${kind}" data-id="${escapeHtml(cell.id)}">
<div class="source"><pre tabindex="0"><code>${linkedCode(highlighted(source), places, up)}</code></pre></div>
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

/**
 * @param {{
 *   path: string, notebook: Notebook, markdown: (text: string) => string,
 *   keep: (picture: import("./outputs.mjs").Picture) => void,
 *   places: import("./linkedCode.mjs").Places,
 *   before?: Link | undefined, after?: Link | undefined, closer: readonly Link[],
 * }} page path: from the clone; before, after: its neighbours in the seminar; closer: notebooks that go deeper
 */
export function notebookPage({ path, notebook, markdown, keep, places, before, after, closer }) {
  const up = "../".repeat(path.split("/").length - 1);
  const values = valuesOf(notebook, up);
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code"
      ? codeCell(cell, up, keep, places)
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
    contents.length > 2 ? `<details class="contents"><summary>On this page</summary>${list(contents)}</details>` : "",
    ...rest,
    closer.length > 0 ? `<nav class="closer" aria-label="Closer looks"><h2>Closer looks</h2>${list(closer)}</nav>` : "",
    nav.length > 0 ? `<nav class="neighbours" aria-label="Neighbours">${nav.join("")}</nav>` : "",
  ];
  return shell({
    title: `${title} · Emergence`,
    description: plainText(joined(notebook.cells[0]?.source).replace(/^# .*$/m, "")).slice(0, 200),
    up,
    kind: "notebook",
    header: `<div class="tools" data-notebook="${escapeHtml(basename(path))}"><button type="button" class="live">Edit and run</button></div>`,
    body: body.join("\n"),
  });
}
