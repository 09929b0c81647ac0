// Texts that a reader of the site is shown beside the notebooks, in the order of the first page.

/** @type {readonly { path: string, about: string }[]} path: from the clone; about: the end of its line on the first page */
export const guides = [
  { path: "docs/which-measure.md", about: "from your question to a function, and the trap beside it" },
  { path: "docs/bring-your-own-data.md", about: "from a spreadsheet to a fit and a check" },
  { path: "docs/your-results.md", about: "scores over scale, through all definitions of emergence" },
  { path: "docs/cheat-sheet.md", about: "the kit on two pages" },
  { path: "docs/glossary.md", about: "words and signs, in one place" },
  { path: "docs/how-a-notebook-is-told.md", about: "for those who write one" },
  { path: "docs/two-evenings.md", about: "the seminar in two evenings, cell by cell" },
];
