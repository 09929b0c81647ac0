// Which notebooks a command means.
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { here } from "../setup/here.mjs";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";

/** A copy that an update or a reset has kept beside a notebook of the course: a person's own, so no part of the course. */
const isKept = /\.(mine|course)(-\d+)?\.ipynb$/;

/** The notebooks of a folder of this clone, in order; those of its folder `closer`, which go deeper, come last. */
export function notebooksIn(/** @type {"notebooks" | "solutions"} */ folder) {
  return [join(root, folder), join(root, folder, "closer")].flatMap((path) => {
    if (!existsSync(path)) return [];
    const files = readdirSync(path).filter((name) => name.endsWith(".ipynb") && !isKept.test(name));
    return files.sort().map((name) => join(path, name));
  });
}

/** How a notebook is called on the screen: its path from the clone, or all of it where it lies elsewhere. */
export function label(/** @type {string} */ path) {
  const short = relative(root, path);
  return short.startsWith("..") ? path : short.replaceAll("\\", "/");
}

/**
 * `04`, `04-s-curves`, `closer/04`, `mine/anything` or a path; no names means every notebook of the seminar.
 * @param {string[]} names
 * @param {{ solutions: boolean }} options
 */
export function select(names, { solutions }) {
  const seminar = notebooksIn("notebooks");
  const worked = notebooksIn("solutions");
  if (names.length === 0) return solutions ? [...seminar, ...worked] : seminar;
  const known = solutions ? worked : seminar;
  const chosen = names.flatMap((name) => {
    const path = resolve(here(), name);
    if (name.endsWith(".ipynb") && existsSync(path)) return [path];
    const own = join(root, "notebooks", name.endsWith(".ipynb") ? name : `${name}.ipynb`);
    if (name.startsWith("mine/") && existsSync(own)) return [own];
    const found = known.filter((path) => {
      const own = label(path).replace(/^\w+\//, ""); // closer/01-magnets.ipynb is asked for as closer/01
      return [name, `${name}.ipynb`].includes(own) || own.startsWith(`${name}-`);
    });
    if (found.length === 0) {
      const choice = known.map((path) => label(path).replace(/^\w+\/|\.ipynb$/g, "")).join(", ") || "none";
      throw new Problem(`no notebook is called ${name}; there are ${choice}.`);
    }
    return found;
  });
  return [...new Set(chosen)];
}
