// Markdown as the notebooks write it, to HTML: formulas by KaTeX at build time, links to notebooks as links to their pages.
import { dirname, join, relative } from "node:path";
import katex from "katex";
import { Marked, Renderer } from "marked";
import { root } from "../../setup/places.mjs";
import { highlighted } from "./highlight.mjs";
import { escapeHtml, slug, toldCode } from "./text.mjs";

const formula = (/** @type {string} */ tex, /** @type {boolean} */ displayMode) =>
  katex.renderToString(tex, { displayMode, throwOnError: true, strict: "ignore" });

/** @type {import("marked").TokenizerAndRendererExtension} */
const inlineFormula = {
  name: "formula",
  level: "inline",
  start: (source) => source.indexOf("$"),
  tokenizer(source) {
    const match = /^\$\$([^$]+)\$\$|^\$(?!\s)((?:\\.|[^\\$`])+?)(?<!\s)\$(?!\d)/.exec(source);
    if (match === null) return undefined;
    return { type: "formula", raw: match[0], text: match[1] ?? match[2] ?? "", display: match[1] !== undefined };
  },
  renderer: ({ text, display }) => formula(text, display),
};

/** @type {import("marked").TokenizerAndRendererExtension} */
const blockFormula = {
  name: "blockFormula",
  level: "block",
  start: (source) => source.indexOf("$$"),
  tokenizer(source) {
    const match = /^\$\$([\s\S]+?)\$\$(?:\n|$)/.exec(source);
    return match === null ? undefined : { type: "blockFormula", raw: match[0], text: match[1] ?? "" };
  },
  renderer: ({ text }) => formula(text, true),
};

/** Where a link within the clone leads on the site; undefined for a file that the site does not have. */
function onSite(/** @type {string} */ href, /** @type {string} */ folder, /** @type {ReadonlySet<string>} */ pages) {
  if (/^(#|https?:|mailto:)/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const target = relative(root, join(folder, path)).replaceAll("\\", "/");
  if (!pages.has(target)) return undefined;
  return path.replace(/\.(ipynb|md)$/, ".html") + (anchor === undefined ? "" : `#${anchor}`);
}

/**
 * @param {string} file whose texts are rendered: links are against it
 * @param {ReadonlySet<string>} pages files of the clone, by path from it, that have a page
 * @param {(name: string) => string | undefined} [told] address of a public name that stands in backticks
 * @returns {(markdown: string) => string}
 */
export function markdownOf(file, pages, told = () => undefined) {
  const folder = dirname(file);
  const marked = new Marked({ gfm: true, extensions: [inlineFormula, blockFormula] });
  marked.use({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${escapeHtml(slug(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, title, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = onSite(href, folder, pages);
        if (target === undefined) return text; // of the clone alone
        return `<a href="${escapeHtml(target)}"${title ? ` title="${escapeHtml(title)}"` : ""}>${text}</a>`;
      },
      codespan: ({ text }) => toldCode(text, told),
      image: ({ text }) => escapeHtml(text),
      table(token) {
        return `<div class="wide">${Renderer.prototype.table.call(this, token)}</div>`;
      },
      code: ({ text, lang }) => `<pre><code>${lang === "ts" ? highlighted(text) : escapeHtml(text)}</code></pre>\n`,
    },
  });
  // A text beside the notebooks quotes them, and has no figures of its own.
  const figure = file.endsWith(".ipynb") ? '<a href="#figure-$2">$1</a>' : "$1";
  return (markdown) =>
    /** @type {string} */ (marked.parse(markdown, { async: false })).replace(/\b(Figure \d+)<!--([\w-]+)-->/g, figure);
}
