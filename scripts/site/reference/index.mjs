// The API reference: a page per module, and a first page with all names.
import { join, relative } from "node:path";
import { joined } from "../../notebooks/format.mjs";
import { root } from "../../setup/places.mjs";
import { linkTo } from "../course.mjs";
import { searchBox } from "../page/front.mjs";
import { markdownOf } from "../page/markdown.mjs";
import { shell } from "../page/shell.mjs";
import { escapeHtml, plainText } from "../page/text.mjs";
import { readDeclarations } from "./declarations.mjs";
import { modulePage, summaryOf } from "./page.mjs";

/** @typedef {import("./declarations.mjs").Module} Module */
/** @typedef {import("./page.mjs").Link} Link */
/** @typedef {import("../course.mjs").Entry} Notebook */

/** The imports of a cell: names and where they come from. @param {string} code @returns {{ names: string[], specifier: string }[]} */
export const importsIn = (code) =>
  [...code.matchAll(/import (?:type )?\{([^}]*)\} from "(@emergence\/[^"]+)"/g)].map(
    ([, names = "", specifier = ""]) => ({
      names: names.split(",").map((name) =>
        name
          .trim()
          .replace(/^type /, "")
          .replace(/ as .*$/s, ""),
      ),
      specifier,
    }),
  );

/** The notebooks that import each name, by specifier and name. @param {readonly Notebook[]} notebooks */
function usesIn(notebooks) {
  /** @type {Map<string, Notebook[]>} */
  const uses = new Map();
  for (const notebook of notebooks) {
    const code = notebook.notebook.cells.filter((cell) => cell.cell_type === "code").map((cell) => joined(cell.source));
    for (const { names, specifier } of code.flatMap(importsIn)) {
      for (const name of names) {
        const list = uses.get(`${specifier} ${name}`) ?? [];
        if (!list.includes(notebook)) uses.set(`${specifier} ${name}`, [...list, notebook]);
      }
    }
  }
  return uses;
}

/** Where a name is told, as seen from a page of the reference: on that page first; not where two modules have it. */
export function linksFrom(/** @type {readonly Module[]} */ modules, /** @type {string} */ page) {
  return (/** @type {string} */ name) => {
    const having = modules.flatMap((module) =>
      module.entries.filter((entry) => entry.name === name && entry.home === undefined).map(() => module.page),
    );
    if (having.includes(page)) return `#${name}`;
    return having.length === 1 ? `${having[0]}.html#${name}` : undefined;
  };
}

/** The address of a module, or of a name in it, from the site's root. @param {readonly Module[]} modules */
export const toldIn = (modules) => (/** @type {string} */ specifier, /** @type {string | undefined} */ name) => {
  const module = modules.find((each) => each.specifier === specifier);
  if (module === undefined) return undefined;
  if (name === undefined) return `reference/${module.page}.html`;
  const entry = module.entries.find((each) => each.name === name);
  return entry && `reference/${entry.home ?? module.page}.html#${name}`;
};

/** What README says of each module, by specifier, in Markdown and in its order. */
function aboutModules(/** @type {string} */ readme) {
  const rows = [...readme.matchAll(/^\| `(@emergence\/[^`]+)` \| (.)(.*) \|$/gm)];
  const about = rows.map(([, specifier = "", first = "", rest = ""]) => [specifier, first.toUpperCase() + rest]);
  return new Map([
    .../** @type {[string, string][]} */ (about),
    ["@emergence/data/frame", "Tables as danfojs DataFrames"],
  ]);
}

/** @param {readonly Module[]} modules @param {ReadonlyMap<string, string>} about HTML by specifier */
function indexPage(modules, about) {
  const order = [...about.keys()];
  const sorted = [...modules].sort((one, other) => order.indexOf(one.specifier) - order.indexOf(other.specifier));
  const sections = sorted.map(({ specifier, page, entries }) => {
    const names = entries
      .filter(({ kind }) => kind !== "type")
      .map(({ name }) => `<a href="${page}.html#${escapeHtml(name)}"><code>${escapeHtml(name)}</code></a>`);
    return `<h2 id="${page}"><a href="${page}.html"><code>${escapeHtml(specifier)}</code></a></h2>
<p>${about.get(specifier) ?? ""}</p><p class="names">${names.join(" ")}</p>`;
  });
  return shell({
    title: "Reference · Emergence",
    description: "Every public name of the library, of figures, data and sweeps.",
    up: "../",
    kind: "plain",
    body: `<section class="text reference"><h1>Reference</h1>
<p>Every public name: what it computes, with formula, arguments, errors, an example that a test runs, and the source. The pages are made
of the comments in the code, which an editor shows on hover.</p></section>
${searchBox("Search notebooks, guides and reference")}
<section class="text reference">${sections.join("\n")}</section>`,
  });
}

/**
 * @param {{ notebooks: readonly Notebook[], readme: string, pages: ReadonlySet<string> }} site readme: of the clone; pages: files of
 *   the clone that have a page
 * @returns {{ files: readonly { path: string, content: string }[], found: readonly import("../page/front.mjs").Found[], modules: readonly Module[] }}
 */
export function referencePages({ notebooks, readme, pages }) {
  const modules = readDeclarations();
  const uses = usesIn(notebooks);
  // README's links are against the clone's root, and these pages are in a folder.
  const markdown = markdownOf(join(root, "README.md"), pages);
  const line = (/** @type {string} */ text) =>
    markdown(text)
      .replace(/^<p>|<\/p>\s*$/g, "")
      .replaceAll('href="', 'href="../');
  const about = new Map([...aboutModules(readme)].map(([specifier, text]) => [specifier, line(text)]));

  const files = modules.map((module) => {
    const path = `reference/${module.page}.html`;
    const usesOf = (/** @type {string} */ name) =>
      (uses.get(`${module.specifier} ${name.split(".")[0]}`) ?? []).map((entry) => ({
        href: relative("reference", linkTo("index.html", entry).href).replaceAll("\\", "/"),
        title: entry.path.replace(/^.*\/|\.ipynb$/g, ""),
      }));
    const content = modulePage(module, {
      about: about.get(module.specifier) ?? "",
      links: linksFrom(modules, module.page),
      usesOf,
    });
    return { path, content };
  });
  const found = modules.flatMap(({ page, specifier, entries }) =>
    entries
      .filter(({ kind, home }) => kind !== "type" && home === undefined)
      .map((entry) => ({
        href: `reference/${page}.html#${entry.name}`,
        title: specifier,
        heading: entry.name,
        text: plainText(`${entry.name}: ${summaryOf(entry)}`),
      })),
  );
  return { files: [...files, { path: "reference/index.html", content: indexPage(modules, about) }], found, modules };
}
