// The notebooks of the clone as the site orders them, and the links between their pages.
import { basename, dirname, relative } from "node:path";
import { readNotebook } from "../notebooks/refresh.mjs";
import { label, notebooksIn } from "../notebooks/select.mjs";
import { titleOf } from "./page/notebook.mjs";

/** @typedef {import("./page/notebook.mjs").Link} Link */
/** @typedef {{ file: string, path: string, title: string, notebook: import("../notebooks/format.mjs").Notebook }} Entry path: from the clone */

/** The page of a notebook or a text, by path from the clone and from the site alike. */
export const pageOf = (/** @type {string} */ path) => path.replace(/\.(ipynb|md)$/, ".html");

/** The number of the seminar by which a notebook's name begins. */
const numberOf = (/** @type {string} */ path) => /^\d\d/.exec(basename(path))?.[0];

/** @param {"notebooks" | "solutions"} folder @returns {Entry[]} */
const entriesOf = (folder) =>
  notebooksIn(folder).map((file) => {
    const notebook = readNotebook(file);
    return { file, path: label(file), title: titleOf(notebook), notebook };
  });

/** A link from one file to the page of another. @param {string} from path from the clone @param {Pick<Entry, "path" | "title">} to @returns {Link} */
export const linkTo = (from, { path, title }) => ({
  href: relative(dirname(from), pageOf(path)).replaceAll("\\", "/"),
  title,
});

export function readCourse() {
  const notebooks = entriesOf("notebooks");
  const isCloser = (/** @type {Entry} */ { path }) => path.includes("/closer/");
  const main = notebooks.filter((entry) => numberOf(entry.path) !== undefined && !isCloser(entry));
  return {
    /** All pages of cells. */
    all: [...notebooks, ...entriesOf("solutions")],
    notebooks,
    /** The seminar, in its order. */
    main,
    /** What stands beside the seminar, such as the pages that show all tables. */
    beside: notebooks.filter((entry) => numberOf(entry.path) === undefined && !isCloser(entry)),
    /** What goes deeper than a notebook of the seminar; of 07 and 07b, the closer looks belong to 07. */
    closerTo: (/** @type {Entry} */ { path }) =>
      /^\d\d-/.test(basename(path)) && main.some((entry) => entry.path === path)
        ? notebooks.filter((entry) => isCloser(entry) && numberOf(entry.path) === numberOf(path))
        : [],
    /** The notebooks before and after, in the order of the seminar. */
    neighbours(/** @type {Entry} */ { path }) {
      const at = main.findIndex((entry) => entry.path === path);
      return at < 0 ? [] : [main[at - 1], main[at + 1]];
    },
  };
}
