// One notebook as one HTML file that needs neither a server nor a network.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { inputFiles } from "../notebooks/inputs.mjs";
import { readNotebook } from "../notebooks/refresh.mjs";
import { label } from "../notebooks/select.mjs";
import { writeAssets } from "../site/assets.mjs";
import { bundleKernel } from "../site/bundle.mjs";
import { kit, makePack } from "../site/pack.mjs";
import { markdownOf } from "../site/page/markdown.mjs";
import { notebookPage } from "../site/page/notebook.mjs";
import { bare } from "../site/pages.mjs";

/** @typedef {import("../../site/node/pack.js").Pack} Pack */
/** @typedef {{ texts: Map<string, string>, pack: Pack, apart: import("../site/pack.mjs").Apart[], style: string }} Parts what all exported pages have in common */

/** Scripts of the site that a page carries, by path from the site's root. page.js stands in it as it is. */
const scripts = ["assets/live.js", "assets/plotly.js", "kernel/kernel.js", "kernel/thread.js"];

/** A style with its fonts in it. @param {string} file */
const withFonts = (file) =>
  readFileSync(file, "utf8").replace(/url\((fonts\/[^)]+)\)/g, (_, font) => {
    const bytes = readFileSync(join(dirname(file), font));
    return `url(data:font/woff2;base64,${bytes.toString("base64")})`;
  });

/** Builds, in a folder of its own, what pages carry. @returns {Promise<Parts>} */
export async function makeParts() {
  const folder = mkdtempSync(join(tmpdir(), "emergence-export-"));
  try {
    const assets = join(folder, "assets");
    const kernel = join(folder, "kernel");
    const [{ pack, apart }] = await Promise.all([makePack(), bundleKernel(kernel), writeAssets(assets)]);
    const texts = new Map(
      [...scripts, "assets/page.js"].map((path) => [path, readFileSync(join(folder, path), "utf8")]),
    );
    const style = withFonts(join(assets, "katex", "katex.min.css")) + readFileSync(join(assets, "style.css"), "utf8");
    return { texts, pack, apart, style };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} path from the site's root @param {string} text */
const carried = (path, text) =>
  `<script type="application/gzip" data-carried="${path}">${gzipSync(text, { level: 9 }).toString("base64")}</script>`;

/** @param {import("../site/page/outputs.mjs").Picture} picture @returns {string} */
const pictureInPage = ({ name, content }) => {
  const type = name.endsWith(".svg") ? "image/svg+xml" : "image/jpeg";
  return `data:${type};base64,${Buffer.from(content).toString("base64")}`;
};

/** The pack with those tables in it that a notebook reads, or with all. @param {Parts} parts @param {string} path @param {boolean} allTables */
function packFor({ pack, apart }, path, allTables) {
  const read = new Set(inputFiles(path).map((file) => `${kit}/${label(file)}`));
  const isTable = (/** @type {string} */ file) => file.endsWith(".csv");
  const inside = apart.filter((file) => allTables || !isTable(file.path) || read.has(file.path));
  const files = { ...pack.files, ...Object.fromEntries(inside.map((file) => [file.path, file.content])) };
  const tables = inside.filter((file) => isTable(file.path)).map((file) => basename(file.path, ".csv"));
  const there =
    tables.length === 0 ? "no table" : `${tables.length === 1 ? "the table" : "the tables"} ${tables.join(", ")}`;
  const absent = `this page carries ${there}. Export it with --all-tables, or open the notebook in Jupyter.`;
  const remote = Object.fromEntries(Object.entries(pack.remote).filter(([file]) => !Object.hasOwn(files, file)));
  return { pack: { ...pack, files, remote, absent }, tables };
}

/** Words at the page's foot. @param {readonly string[]} tables */
function foot(tables) {
  const count = tables.length === 1 ? "one table" : `${tables.length} tables`;
  return `<p>This file is all there is to it: the notebook, ${tables.length === 0 ? "" : `${count} that it reads, `}its kernel and what draws its figures.
It is read, edited and run without a network, and sends nothing anywhere. It keeps nothing either: Download gives the notebook with your changes.</p>`;
}

/**
 * @param {string} path of the notebook
 * @param {Parts} parts
 * @param {{ allTables: boolean }} options
 * @returns {{ html: string, tables: readonly string[] }} tables: names of those that the page carries
 */
export function exportedPage(path, parts, { allTables }) {
  const notebook = readNotebook(path);
  const { pack, tables } = packFor(parts, path, allTables);
  const files = [
    ...scripts.map((name) => carried(name, parts.texts.get(name) ?? "")),
    carried("kernel/pack.json", JSON.stringify(pack)),
    carried(basename(path), bare(notebook)),
  ];
  const html = notebookPage({
    // Links to other pages become plain text: nothing lies beside this one.
    ...{ path: basename(path), notebook, markdown: markdownOf(path, new Set()), keep: pictureInPage },
    own: {
      style: parts.style,
      script: parts.texts.get("assets/page.js") ?? "",
      carried: files.join("\n"),
      foot: foot(tables),
    },
  });
  return { html, tables };
}
