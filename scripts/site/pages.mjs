// All pages of the site: every notebook and solution, the READMEs that they refer to, and the first page.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../setup/places.mjs";
import { linkTo, pageOf, readCourse } from "./course.mjs";
import { guides } from "./guides.mjs";
import { frontPage, searchEntries, searchIn } from "./page/front.mjs";
import { markdownOf } from "./page/markdown.mjs";
import { notebookPage } from "./page/notebook.mjs";
import { shell } from "./page/shell.mjs";
import { plainText } from "./page/text.mjs";
import { linksFrom, referencePages, toldIn } from "./reference/index.mjs";

/** Texts that notebooks refer to, and those that are read beside them. */
const texts = [
  ...["site/README.md", "data/README.md", "data/LICENSES.md", "plot/README.md", "run/README.md"],
  ...["definitions", "fit", "learning", "measures", "metrics", "stats", "systems"].map(
    (room) => `lib/${room}/README.md`,
  ),
  ...guides.map(({ path }) => path),
];

const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");

/** The notebook without outputs, for the download. */
function bare(/** @type {import("../notebooks/format.mjs").Notebook} */ notebook) {
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}

/** What the kit is: the first two sentences of its README. */
const lead = () =>
  plainText(read("README.md").split("\n\n")[1] ?? "")
    .split(/(?<=[a-z]\.) (?=[A-Z])/)
    .slice(0, 2)
    .join(" ");

const titleOfText = (/** @type {string} */ text) => plainText(/^# (.*)$/m.exec(text)?.[1] ?? "");

/** A README as a page. @param {string} path @param {ReadonlySet<string>} pages @param {(name: string) => string | undefined} told from the site's root */
function textPage(path, pages, told) {
  const text = read(path);
  const title = titleOfText(text) || path;
  const up = "../".repeat(path.split("/").length - 1);
  const named = (/** @type {string} */ name) => {
    const href = told(name);
    return href && up + href;
  };
  const body = `<section class="text">${markdownOf(join(root, path), pages, named)(text)}</section>`;
  return shell({ title: `${title} · Emergence`, description: title, up, kind: "plain", body });
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
    if (!pictures.has(name)) write(join("pictures", name), content);
    pictures.add(name);
  };

  const course = readCourse();
  const pages = new Set([...course.all.map(({ path }) => path), ...texts]);
  const reference = referencePages({ notebooks: course.notebooks, readme: read("README.md"), pages });
  for (const { path, content } of reference.files) write(path, content);
  const told = toldIn(reference.modules);
  const anywhere = linksFrom(reference.modules, "");
  const toldAnywhere = (/** @type {string} */ name) => {
    const href = anywhere(name);
    return href && `reference/${href}`;
  };
  for (const entry of course.all) {
    const { file, path, notebook } = entry;
    const [before, after] = course.neighbours(entry).map((near) => near && linkTo(path, near));
    const closer = course.closerTo(entry).map((deeper) => linkTo(path, deeper));
    const markdown = markdownOf(file, pages);
    write(pageOf(path), notebookPage({ path, notebook, markdown, keep, closer, before, after, told }));
    write(path, bare(notebook));
  }
  for (const path of texts) write(pageOf(path), textPage(path, pages, toldAnywhere));

  const fromFront = (/** @type {import("./course.mjs").Entry} */ entry) => linkTo("index.html", entry);
  const seminar = course.main.map((entry) => ({
    ...{ ...fromFront(entry), notebook: entry.notebook, closer: course.closerTo(entry).map(fromFront) },
  }));
  const beside = course.beside.map(fromFront);
  const toRead = guides.map(({ path, about }) => ({ href: pageOf(path), title: titleOfText(read(path)), about }));
  write("index.html", frontPage({ seminar, beside, guides: toRead, lead: lead() }));
  const found = [
    ...course.notebooks.flatMap((entry) => searchEntries({ ...fromFront(entry), notebook: entry.notebook })),
    ...guides.flatMap(({ path }) => {
      const text = read(path);
      return searchIn({ href: pageOf(path), title: titleOfText(text) }, text);
    }),
    ...reference.found,
  ];
  write("assets/search.json", JSON.stringify(found));
}
