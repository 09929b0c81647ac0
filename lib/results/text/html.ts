import { optionsOf } from "../../core/require";
import type { ResultReport } from "../types";
import type { Block } from "./blocks";
import { checkReports } from "./checkReports";
import { type DocumentOptions, documentOf } from "./document";
import { documentKinds } from "./markdown";
import { requireShape } from "./requireShape";
import { style } from "./style";

/** Options of `reportHtml`. */
export interface HtmlOptions extends DocumentOptions {
  /** Pictures by the id of the curve, as SVG: a wide one, and one for narrow screens. */
  readonly figures?: Readonly<Record<string, { readonly wide: string; readonly narrow?: string }>>;
  /** Why there are no pictures, where there are none. */
  readonly without?: string;
}

/**
 * Reports of curves as one page that stands by itself: no network, no script; light and dark as the reader's screen is; readable on a phone. It says
 * what `reportMarkdown` says, with pictures.
 *
 * @param reports as `resultReport` gives them
 * @param options `title`, `file`, `remarks`; `figures`, SVG by the id of the curve, which is taken as it is; `without`, why there are none
 * @throws RangeError for no reports, or what is none
 * @example
 * import { reportHtml, resultReport } from "@emergence/lib/results";
 * const evidence = { scale: [1, 10, 100, 1000], score: [0, 0, 0.4, 0.9], trials: 200, chance: 0 };
 * reportHtml([resultReport({ id: "a", name: "a jump", evidence })]).includes("<script"); // => false
 */
export function reportHtml(reports: readonly ResultReport[], options: HtmlOptions = {}): string {
  const { figures = {}, without = "" } = optionsOf("reportHtml", options, {
    ...documentKinds,
    figures: "object",
    without: "text",
  });
  checkReports("reportHtml", reports, options);
  for (const [id, figure] of Object.entries(figures))
    requireShape("reportHtml", `figures.${id}`, figure, { parts: { wide: "text", narrow: "text?" } });
  const blocks = documentOf(reports, options);
  const body = blocks.map((block) => html(block, figures, without)).join("\n");
  const title = blocks.find(({ kind }) => kind === "heading") as Extract<Block, { kind: "heading" }>;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title.text)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A verdict stands out by its color and its word. */
const marked = (cell: string): string =>
  ["yes", "no", "undecided", "does not apply"].includes(cell)
    ? `<span class="verdict ${cell.replaceAll(" ", "-")}">${cell}</span>`
    : escaped(cell);

function html(block: Block, figures: NonNullable<HtmlOptions["figures"]>, without: string): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "figure": {
      const found = Object.hasOwn(figures, block.id) ? figures[block.id] : undefined;
      if (found === undefined) return `<p class="note">${escaped(block.text)} ${escaped(without)}</p>`;
      const label = `role="img" aria-label="${escaped(block.text)}"`;
      const narrow = found.narrow === undefined ? "" : `<div class="narrow" ${label}>${found.narrow}</div>`;
      return `<figure><div${narrow === "" ? "" : ' class="broad"'} ${label}>${found.wide}</div>${narrow}</figure>`;
    }
    case "table": {
      if (block.rows.length === 0) return "<p>(none)</p>";
      const head = block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("");
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell, i) => cellOf(cell, block.head[i] ?? "")).join("")}</tr>`,
      );
      const table = `<div class="scroll"><table${block.wide === true ? ' class="wide"' : ""}><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
      return block.folded === undefined
        ? table
        : `<details><summary>${escaped(block.folded)}</summary>${table}</details>`;
    }
  }
}

/** On a phone a row of a wide table becomes a card, whose cells say their column. */
const cellOf = (cell: string, column: string): string =>
  cell === "" ? "<td></td>" : `<td data-column="${escaped(column)}">${marked(cell)}</td>`;
