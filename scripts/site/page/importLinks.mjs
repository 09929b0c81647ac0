// Names that a cell imports, as links to where they are told.
import { escapeHtml } from "./text.mjs";

const importing =
  /(<span class="tok-keyword">import<\/span> (?:<span class="tok-keyword">type<\/span> )?\{)([^}]*)(\} <span class="tok-keyword">from<\/span> <span class="tok-string">&quot;)(@emergence\/[^&]+)(&quot;)/g;

/**
 * @param {string} html coloured code
 * @param {(specifier: string, name?: string) => string | undefined} told address of a name, or of a module, from the site's root
 * @param {string} up path from the page to the site's root
 */
export const importLinks = (html, told, up) =>
  html.replace(importing, (_, before, names, middle, specifier, after) => {
    const link = (/** @type {string} */ text, /** @type {string | undefined} */ href) =>
      href === undefined ? text : `<a href="${up}${escapeHtml(href)}">${text}</a>`;
    const linked = names.replace(
      /(<[^>]*>)|\w+/g,
      (/** @type {string} */ word, /** @type {string | undefined} */ tag) =>
        tag === undefined ? link(word, told(specifier, word)) : word,
    );
    return `${before}${linked}${middle}${link(specifier, told(specifier))}${after}`;
  });
