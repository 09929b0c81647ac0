// What every page of the site has: head, header, and the switch between light and dark.
import { escapeHtml } from "./text.mjs";

/** Before anything is drawn, so that a dark page does not begin white. */
const theme = `try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

/**
 * @param {{ title: string, description: string, up: string, header?: string, body: string, kind: string }} page up: path to the
 *   site's root, "" or "../"…; kind: class of the body
 */
export function shell({ title, description, up, header = "", body, kind }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}assets/katex/katex.min.css">
<link rel="stylesheet" href="${up}assets/style.css">
<script>${theme}</script>
<script src="${up}assets/page.js" defer></script>
</head>
<body class="${kind}" data-root="${up}">
<a class="skip" href="#content">Skip to the text</a>
<header class="bar">
<a class="home" href="${up}index.html">Emergence</a>
${header}
<button type="button" class="theme" aria-label="Light or dark">◐</button>
</header>
<main id="content">
${body}
</main>
<footer><a href="${up}index.html#guides">Guides</a> · <a href="${up}reference/index.html">Reference</a> ·
<a href="${up}site/README.html">How these pages run, and what they cannot do</a></footer>
</body>
</html>
`;
}
