// All pages of the site: every notebook and solution, the READMEs that they refer to, and the first page.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { readNotebook } from "../notebooks/refresh.mjs";
import { label, notebooksIn } from "../notebooks/select.mjs";
import { root } from "../setup/places.mjs";
import { frontPage, searchEntries } from "./page/front.mjs";
import { markdownOf } from "./page/markdown.mjs";
import { notebookPage, titleOf } from "./page/notebook.mjs";
import { shell } from "./page/shell.mjs";
import { plainText } from "./page/text.mjs";

/** Texts that notebooks refer to. */
const texts = [
  ...[
    "site/README.md",
    "data/README.md",
    "data/LICENSES.md",
    "plot/README.md",
    "run/README.md",
    "docs/bring-your-own-data.md",
  ],
  ...["definitions", "fit", "learning", "measures", "metrics", "stats", "systems"].map(
    (room) => `lib/${room}/README.md`,
  ),
];

const pageOf = (/** @type {string} */ path) => path.replace(/\.(ipynb|md)$/, ".html");
/** The number of a notebook of the seminar, by which its closer looks begin: "07b" is of 07 too. */
const numberOf = (/** @type {string} */ path) => /^\d\d/.exec(basename(path))?.[0];

/** The notebook without outputs, for the download. */
function bare(/** @type {import("../notebooks/format.mjs").Notebook} */ notebook) {
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}

/** What the kit is: the first two sentences of its README. */
function lead() {
  const paragraph = plainText(readFileSync(join(root, "README.md"), "utf8").split("\n\n")[1] ?? "");
  return paragraph
    .split(/(?<=[a-z]\.) (?=[A-Z])/)
    .slice(0, 2)
    .join(" ");
}

/** @param {string} folder of the site */
export function writePages(folder) {
  const write = (/** @type {string} */ path, /** @type {string | Buffer} */ content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  /** @type {Set<string>} */
  const pictures = new Set();
  const keep = (/** @type {import("./page/outputs.mjs").Picture} */ { name, content }) => {
    if (pictures.has(name)) return;
    pictures.add(name);
    write(join("pictures", name), content);
  };

  const seminar = notebooksIn("notebooks").map((file) => ({ file, path: label(file), notebook: readNotebook(file) }));
  const solutions = notebooksIn("solutions").map((file) => ({ file, path: label(file), notebook: readNotebook(file) }));
  const pages = new Set([...seminar, ...solutions].map(({ path }) => path).concat(texts));
  const main = seminar.filter(({ path }) => numberOf(path) !== undefined && !path.includes("/closer/"));
  const closerTo = (/** @type {string} */ path) =>
    seminar.filter(
      (other) =>
        other.path.includes("/closer/") &&
        numberOf(other.path) === numberOf(path) &&
        !/^\d\d[a-z]/.test(basename(path)),
    );
  const linkFrom = (/** @type {string} */ from, /** @type {typeof seminar[number] | undefined} */ to) =>
    to && { href: relative(dirname(from) || ".", pageOf(to.path)).replaceAll("\\", "/"), title: titleOf(to.notebook) };
  const linksFrom = (/** @type {string} */ from, /** @type {typeof seminar} */ list) =>
    list.flatMap((to) => linkFrom(from, to) ?? []);

  for (const { file, path, notebook } of [...seminar, ...solutions]) {
    const at = main.findIndex((each) => each.path === path);
    const neighbours = at < 0 ? {} : { before: linkFrom(path, main[at - 1]), after: linkFrom(path, main[at + 1]) };
    const closer = at < 0 ? [] : linksFrom(path, closerTo(path));
    const markdown = markdownOf(file, pages);
    write(pageOf(path), notebookPage({ path, notebook, markdown, keep, closer, ...neighbours }));
    write(path, bare(notebook));
  }
  for (const path of texts) {
    const text = readFileSync(join(root, path), "utf8");
    const title = plainText(/^# (.*)$/m.exec(text)?.[1] ?? path);
    const up = "../".repeat(path.split("/").length - 1);
    const body = `<section class="text">${markdownOf(join(root, path), pages)(text)}</section>`;
    write(pageOf(path), shell({ title: `${title} · Emergence`, description: title, up, kind: "plain", body }));
  }
  const entries = main.map(({ path, notebook }) => ({
    ...{ href: pageOf(path), title: titleOf(notebook), notebook, closer: linksFrom("index", closerTo(path)) },
  }));
  const reference = linksFrom(
    "index",
    seminar.filter(({ path }) => /reference-/.test(path)),
  );
  write("index.html", frontPage({ seminar: entries, reference, lead: lead() }));
  const found = seminar.flatMap((each) =>
    searchEntries({ href: pageOf(each.path), title: titleOf(each.notebook), notebook: each.notebook }),
  );
  write("assets/search.json", JSON.stringify(found));
}
