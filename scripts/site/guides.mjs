// Texts that a reader of the site is shown beside the notebooks, in the order of the first page.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

/** @typedef {{ path: string, about: string }} Guide path: from the clone; about: the end of its line on the first page */

/** @type {readonly { to: string, guides: readonly Guide[] }[]} to: whom or what they are for */
const all = [
  {
    to: "While you work",
    guides: [
      { path: "docs/which-measure.md", about: "from your question to a function, and the trap beside it" },
      { path: "docs/bring-your-own-data.md", about: "from a spreadsheet to a fit and a check" },
      { path: "docs/your-results.md", about: "scores over scale, through all definitions of emergence" },
      { path: "docs/cheat-sheet.md", about: "the kit on two pages" },
      { path: "docs/glossary.md", about: "words and signs, in one place" },
    ],
  },
  {
    to: "For teachers",
    guides: [
      { path: "docs/teaching/README.md", about: "what you need, by question" },
      { path: "docs/two-evenings.md", about: "the seminar in two evenings, cell by cell" },
      { path: "docs/teaching/six-weeks.md", about: "a course, week by week" },
      { path: "docs/teaching/slides.md", about: "where the seminar's slides are run" },
      { path: "docs/teaching/discussion.md", about: "each with what the cells can say, and what not" },
      { path: "docs/exercises.md", about: "all exercises, by skill" },
      { path: "docs/grading.md", about: "submissions, by the kit, by nbgrader, by hand" },
      { path: "docs/rooms.md", about: "containers, hubs and laptops without a network" },
      { path: "docs/fork-it.md", about: "from a fork to graded work" },
      { path: "docs/teaching/accessibility.md", about: "what was done and tried, and what is missing" },
    ],
  },
  {
    to: "For those who build",
    guides: [
      { path: "docs/how-a-notebook-is-told.md", about: "for those who write one" },
      { path: "docs/kernel.md", about: "TypeScript in Jupyter, without the kit" },
      { path: "docs/commands.md", about: "all of them, and how long each takes" },
      { path: "docs/tests.md", about: "what is run when" },
    ],
  },
];

const forTeachers = "docs/teaching";

/** @param {boolean} withTeachers whether their pages are here: a hand-out for students has none */
export const shelvesFor = (withTeachers) =>
  all.map(({ to, guides }) => ({
    to,
    guides: guides.filter(({ path }) => withTeachers || !path.startsWith(`${forTeachers}/`)),
  }));

export const shelves = shelvesFor(existsSync(join(root, forTeachers)));

export const guides = shelves.flatMap((shelf) => shelf.guides);
