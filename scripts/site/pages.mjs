// All pages of the site: every notebook and solution, the READMEs that they refer to, and the first page.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { evenings } from "../notebooks/evenings.mjs";
import { root } from "../setup/places.mjs";
import { linkTo, pageOf, readCourse } from "./course.mjs";
import { explorables, hrefOf, writeExplorables } from "./explorables.mjs";
import { guides, shelves } from "./guides.mjs";
import { frontPage, searchEntries, searchIn } from "./page/front.mjs";
import { withRowAnchors } from "./page/linkedCode.mjs";
import { markdownOf } from "./page/markdown.mjs";
import { named } from "./page/name.mjs";
import { notebookPage } from "./page/notebook.mjs";
import { shell } from "./page/shell.mjs";
import { plainText, upFrom } from "./page/text.mjs";
import { linksFrom, referencePages, toldIn } from "./reference/index.mjs";

/** Texts that notebooks refer to, and those that are read beside them. */
const texts = [
  ...[
    "site/README.md",
    "site/explorables/README.md",
    "data/README.md",
    "data/LICENSES.md",
    "plot/README.md",
    "run/README.md",
  ],
  ...["definitions", "fit", "learning", "measures", "metrics", "stats", "systems"].map(
    (room) => `lib/${room}/README.md`,
  ),
  "FIDELITY.md",
  ...guides.map(({ path }) => path),
];

const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");

/** The text of a notebook without outputs, for the download, which sets it out in lines. */
export function bare(/** @type {import("../notebooks/format.mjs").Notebook} */ notebook) {
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  return JSON.stringify({ ...notebook, cells });
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
  const up = upFrom(path);
  const toldFrom = (/** @type {string} */ name) => {
    const href = told(name);
    return href && up + href;
  };
  const html = withRowAnchors(markdownOf(join(root, path), pages, toldFrom)(text));
  const body = `<section class="text">${html}</section>`;
  return shell({ title: `${title} · ${named.title}`, description: title, up, kind: "plain", body });
}

/** Where published values and tables are shown. @returns {import("./page/linkedCode.mjs").Places} */
function placesOf(/** @type {readonly import("./course.mjs").Entry[]} */ notebooks) {
  const values = [...read("FIDELITY.md").matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id = ""]) => id);
  const tables = notebooks
    .filter(({ path }) => /\/reference-[^/]*$/.test(path))
    .flatMap(({ path, notebook }) =>
      searchEntries({ href: pageOf(path), title: "", notebook }).map(
        ({ heading, href }) => /** @type {const} */ ([heading, href]),
      ),
    );
  return { reference: new Map(values.map((id) => [id, `FIDELITY.html#${id}`])), load: new Map(tables) };
}

/** Explorables that belong to a notebook, as links from its page. @returns {import("./page/notebook.mjs").Link[]} */
const explorablesOf = (/** @type {string} */ path) =>
  explorables
    .filter(({ notebooks }) => notebooks.includes(path))
    .map((one) => linkTo(path, { path: hrefOf(one), title: one.title }));

/** @param {string} folder of the site */
export async function writePages(folder) {
  const write = (/** @type {string} */ path, /** @type {string | Buffer} */ content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  /** @type {Set<string>} */
  const pictures = new Set();
  const keepFor =
    (/** @type {string} */ page) =>
    (/** @type {import("./page/outputs.mjs").Picture} */ { name, content }) => {
      if (!pictures.has(name)) write(join("pictures", name), content);
      pictures.add(name);
      return `${upFrom(page)}pictures/${name}`;
    };

  const course = readCourse();
  const pages = new Set([...course.all.map(({ path }) => path), ...texts]);
  const places = placesOf(course.notebooks);
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
    const keep = keepFor(path);
    const hands = explorablesOf(path);
    write(pageOf(path), notebookPage({ path, notebook, markdown, keep, places, told, closer, before, after, hands }));
    write(path, bare(notebook));
  }
  for (const path of texts) write(pageOf(path), textPage(path, pages, toldAnywhere));

  const fromFront = (/** @type {import("./course.mjs").Entry} */ entry) => linkTo("index.html", entry);
  const seminar = course.main.map((entry) => ({
    ...{ ...fromFront(entry), notebook: entry.notebook, closer: course.closerTo(entry).map(fromFront) },
    isShown: evenings.some((files) => files.includes(entry.file)),
  }));
  // The second evening begins with the first notebook that it shows.
  const second = course.main.findIndex(({ file }) => file === evenings[1]?.[0]);
  const hands = explorables.map((one) => ({ ...one, href: hrefOf(one) }));
  const beside = course.beside.map(fromFront);
  const toRead = shelves.map(({ to, guides }) => ({
    to,
    guides: guides.map(({ path, about }) => ({ href: pageOf(path), title: titleOfText(read(path)), about })),
  }));
  write("index.html", frontPage({ seminar, second, hands, beside, shelves: toRead, lead: lead() }));
  const found = [
    ...course.notebooks.flatMap((entry) => searchEntries({ ...fromFront(entry), notebook: entry.notebook })),
    ...hands.map(({ href, title, description }) => ({ href, title, heading: title, text: description })),
    ...guides.flatMap(({ path }) => {
      const text = read(path);
      return searchIn({ href: pageOf(path), title: titleOfText(text) }, text);
    }),
    ...reference.found,
  ];
  write("assets/search.json", JSON.stringify(found));
  await writeExplorables(folder, (from, path) => {
    const entry = course.all.find((one) => one.path === path);
    if (entry === undefined) throw new Error(`site/explorables/list.json: no notebook ${path}`);
    return linkTo(from, entry);
  });
}
