// Texts that a reader of the site is shown beside the notebooks, in the order of the first page: site/guides.json.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup/places.mjs";

/** @typedef {{ path: string, about: string }} Guide path: from the clone; about: the end of its line on the first page */

/** @type {readonly { to: string, guides: readonly Guide[] }[]} to: whom or what they are for */
const all = JSON.parse(readFileSync(join(root, "site", "guides.json"), "utf8"));

const forTeachers = "docs/teaching";

/** @param {boolean} withTeachers whether their pages are here: a hand-out for students has none */
export const shelvesFor = (withTeachers) =>
  all.map(({ to, guides }) => ({
    to,
    guides: guides.filter(({ path }) => withTeachers || !path.startsWith(`${forTeachers}/`)),
  }));

export const shelves = shelvesFor(existsSync(join(root, forTeachers)));

export const guides = shelves.flatMap((shelf) => shelf.guides);
