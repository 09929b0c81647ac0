// The notebooks that `npm run export` can be asked for, and what is meant by a name.
import { basename } from "node:path";
import { nearest } from "../../lib/dist/core/nearest.js";
import { label, notebooksIn } from "../notebooks/select.mjs";
import { Problem } from "../setup/problem.mjs";

/** What a notebook is asked for by: `04-s-curves`, `closer/04-duel`, `solutions/04-s-curves`. */
export const nameOf = (/** @type {string} */ path) => label(path).replace(/^notebooks\/|\.ipynb$/g, "");

export const exportable = () => [...notebooksIn("notebooks"), ...notebooksIn("solutions")];

/**
 * The notebook of a name: `04`, `04-s-curves`, `closer/04-duel`, its path, or the end of one that is like no other.
 * @param {string} name
 * @param {readonly string[]} [paths] of the notebooks there are
 * @returns {string} its path
 */
export function find(name, paths = exportable()) {
  const asked = name.replaceAll("\\", "/").replace(/^(\.\/)?notebooks\/|^\.\/|\.ipynb$/g, "");
  const named = paths.filter((path) => nameOf(path) === asked || nameOf(path).startsWith(`${asked}-`));
  const found = named.length > 0 ? named : paths.filter((path) => basename(path, ".ipynb") === asked);
  // A notebook's solution has its name.
  const own = found.filter((path) => !nameOf(path).startsWith("solutions/"));
  const [first, ...more] = own.length > 0 ? own : found;
  if (first !== undefined && more.length === 0) return first;
  if (first !== undefined) {
    const choice = [first, ...more].map(nameOf).join(", ");
    throw new Problem(`npm run export: ${JSON.stringify(name)} may be one of ${choice}: give one of these names.`);
  }
  const names = paths.map(nameOf);
  const like = names.filter((each) => asked !== "" && each.includes(asked.toLowerCase())).slice(0, 5);
  // By the whole name, without its folder, or without its number; the first of a spelling counts.
  const spellings = names.flatMap((each) =>
    [each, basename(each), basename(each).replace(/^\d+\w?-/, "")].map((part) => ({ part, each })),
  );
  const near = nearest(
    asked,
    spellings.map(({ part }) => part),
  );
  const hint =
    like.length > 0
      ? `; there is ${like.join(", ")}`
      : near === undefined
        ? ""
        : `; the nearest is ${spellings.find(({ part }) => part === near)?.each}`;
  throw new Problem(
    `npm run export: no notebook is called ${JSON.stringify(name)}${hint}. \`npm run export\` lists all names.`,
  );
}
