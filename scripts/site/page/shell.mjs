// What every page of the site has: head, header, and the switch between light and dark.
import { named } from "./name.mjs";
import { escapeHtml } from "./text.mjs";

/** Before anything is drawn, so that a dark page does not begin white. */
const theme = `try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

/** What a page has in itself that stands alone: its styles and page.js, the files that it carries, and words at its foot. @typedef {{ style: string, script: string, carried: string, foot: string }} Own */

/** What begins a comment or ends a script must not stand in one. */
const inScript = (/** @type {string} */ code) => code.replace(/<(?=\/script|!--)/gi, "\\x3c");

/** @param {string} up @param {Own | undefined} own */
const head = (up, own) =>
  own === undefined
    ? `<link rel="stylesheet" href="${up}assets/katex/katex.min.css">
<link rel="stylesheet" href="${up}assets/style.css">
<script>${theme}</script>
<script src="${up}assets/page.js" defer></script>`
    : `<style>${own.style}</style>
<script>${theme}</script>`;

/**
 * @param {{ title: string, description: string, up: string, header?: string, body: string, kind: string, own?: Own | undefined }} page
 *   up: path to the site's root, "" or "../"…; kind: class of the body; own: for a page without a site around it
 */
export function shell({ title, description, up, header = "", body, kind, own }) {
  const home =
    own === undefined
      ? `<a class="home" href="${up}index.html">${escapeHtml(named.title)}</a>`
      : `<span class="home">${escapeHtml(named.title)}</span>`;
  const foot = own?.foot ?? `<a href="${up}site/README.html">How these pages run, and what they cannot do</a>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="data:,">
${head(up, own)}
</head>
<body class="${kind}" data-root="${up}">
<a class="skip" href="#content">Skip to the text</a>
<header class="bar">
${home}
${header}
<button type="button" class="theme" aria-label="Light or dark">◐</button>
</header>
<main id="content">
${body}
</main>
<footer>${foot}</footer>
${own === undefined ? "" : `${own.carried}\n<script>${inScript(own.script)}</script>\n`}</body>
</html>
`;
}
