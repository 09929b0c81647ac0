// Explorables: pages whose figure follows the reader's hand. site/explorables/README.md says how to add one.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../setup/places.mjs";
import { named } from "./page/name.mjs";
import { shell } from "./page/shell.mjs";
import { escapeHtml } from "./page/text.mjs";

/**
 * @typedef {{ name: string, title: string, description: string, picture: string, notebooks: string[], sources: string }} Explorable
 * picture: what its picture shows, in words; notebooks: by path from the clone; sources: HTML
 */

const sources = join(root, "site", "explorables");

/** All of them, in the order of the first page. */
export const explorables = /** @type {Explorable[]} */ (JSON.parse(readFileSync(join(sources, "list.json"), "utf8")));

export const hrefOf = (/** @type {Explorable} */ { name }) => `explorables/${name}.html`;

/** @type {import("esbuild").BuildOptions} */
const shared = {
  ...{ bundle: true, format: "iife", target: "es2022", minify: true, charset: "utf8" },
  ...{ legalComments: "none", logLevel: "error", loader: { ".csv": "text" } },
};

/** The picture that a page draws of itself, from the same code. @returns {Promise<string>} an SVG */
async function pictureOf(/** @type {string} */ name) {
  const entryPoints = [join(sources, name, "picture.ts")];
  const loader = /** @type {const} */ ({ ".csv": "text", ".css": "text" });
  const { outputFiles } = await build({
    ...shared,
    ...{ entryPoints, loader, write: false, format: "esm", platform: "node", mainFields: ["module", "main"] },
  });
  const code = Buffer.from(outputFiles?.[0]?.contents ?? []).toString("base64");
  return (await import(`data:text/javascript;base64,${code}`)).default;
}

/** @param {Explorable} explorable @param {readonly { href: string, title: string }[]} notebooks where it belongs to */
function page({ name, title, description, sources: told }, notebooks) {
  const body = readFileSync(join(sources, name, "page.html"), "utf8");
  const links = notebooks.map(({ href, title }) => `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`).join(", ");
  return shell({
    title: `${title} · ${named.title}`,
    description,
    up: "../",
    kind: "live-figure",
    body: `${body}
<p class="fine">The address of this page keeps the state of the figure: copy it to share what you see. The same seed gives the numbers
that Node gives, up to the last digits of this browser's exp. The code is that of the notebooks, @emergence/lib.</p>
<p class="fine">Belongs to ${links}. ${told}</p>
<noscript><p>The figure needs JavaScript. The notebook shows the same in pictures.</p></noscript>`,
  }).replace("</head>", `<link rel="stylesheet" href="style.css">\n<script src="${name}.js" defer></script>\n</head>`);
}

/**
 * @param {string} folder of the site
 * @param {(from: string, notebook: string) => { href: string, title: string }} link to a notebook, from the path of a page
 */
export async function writeExplorables(folder, link) {
  const own = join(folder, "explorables");
  mkdirSync(own, { recursive: true });
  await build({ ...shared, entryPoints: [join(sources, "style.css")], outfile: join(own, "style.css") });
  for (const explorable of explorables) {
    const { name, notebooks } = explorable;
    await build({ ...shared, entryPoints: [join(sources, name, "main.ts")], outfile: join(own, `${name}.js`) });
    writeFileSync(join(own, `${name}.svg`), await pictureOf(name));
    const links = notebooks.map((path) => link(hrefOf(explorable), path));
    writeFileSync(join(own, `${name}.html`), page(explorable, links));
  }
}
