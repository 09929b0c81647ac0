import { counted } from "../counted.mjs";

/**
 * What an update did, in lines for a person.
 * @param {{ course: string, commits: number, theirs: string[], yours: string[], kept: string[], unsaved: boolean,
 *   branch: string, backup: string }} done
 * @returns {string[]}
 */
export function report({ course, commits, theirs, yours, kept, unsaved, branch, backup }) {
  const notebooks = theirs.filter((path) => path.endsWith(".ipynb"));
  const tables = theirs.filter((path) => path.startsWith("data/tables/"));
  const both = yours.filter((path) => theirs.includes(path) && !kept.some((line) => line.startsWith(`${path}:`)));
  return [
    `${counted(commits, "commit")} from ${course}: ${counted(theirs.length, "file")} changed.`,
    ...(notebooks.length ? [`Notebooks changed: ${notebooks.join(", ")}`] : []),
    ...(tables.length ? [`Data tables changed: ${tables.join(", ")}`] : []),
    ...(both.length ? [`Your changes and the course's were joined in: ${both.join(", ")}`] : []),
    ...(kept.length ? ["Changed by both in the same place:", ...kept.map((line) => `  ${line}`)] : []),
    ...(unsaved ? [`Your open changes were committed on ${branch} first.`] : []),
    `All as it was before: git branch ${backup}. notebooks/mine was not touched.`,
  ];
}
