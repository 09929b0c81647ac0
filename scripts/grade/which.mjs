// Which notebook of the course a folder of submissions is about.
import { basename, join } from "node:path";
import { joined } from "../notebooks/format.mjs";
import { readNotebook } from "../notebooks/refresh.mjs";
import { label, notebooksIn, select } from "../notebooks/select.mjs";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { readCourse, titlesIn } from "./course.mjs";
import { readSubmission } from "./submission.mjs";

/** How many submissions are looked at to find out. */
const looked = 10;

/** What an exercise looks like from outside. @param {any} notebook */
const titlesOf = (notebook) =>
  notebook.cells
    .filter((/** @type {any} */ cell) => cell.cell_type === "code")
    .flatMap((/** @type {any} */ cell) => titlesIn(joined(cell.source)));

/**
 * @param {string | undefined} name as the option says it
 * @param {import("./hand.mjs").HandIn[]} people
 */
export function courseFor(name, people) {
  const course = (/** @type {string} */ path) =>
    readCourse(readNotebook(path), label(path).replace(/^notebooks\/|\.ipynb$/g, ""));
  if (name !== undefined) {
    const [path, other] = select([name], { solutions: false });
    if (path === undefined || other !== undefined)
      throw new Problem(`--notebook: ${name} names more than one notebook; name one of them whole.`);
    return course(path);
  }
  const all = notebooksIn("notebooks").map((path) => ({
    path,
    titles: new Set(titlesOf(readNotebook(path))),
    votes: 0,
  }));
  for (const path of people.flatMap(({ files }) => files.slice(0, 1)).slice(0, looked)) {
    for (const one of all) if (basename(path).includes(basename(one.path, ".ipynb"))) one.votes += 0.5;
    const read = readSubmission(path);
    if (!("notebook" in read)) continue;
    const titles = titlesOf(read.notebook);
    for (const one of all) one.votes += titles.filter((/** @type {string} */ title) => one.titles.has(title)).length;
  }
  const [best] = all.sort((one, other) => other.votes - one.votes);
  if (best === undefined || best.votes === 0)
    throw new Problem(
      `none of the submissions resembles a notebook of ${join(root, "notebooks")}: name it by --notebook.`,
    );
  return course(best.path);
}
