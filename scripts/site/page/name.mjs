// What a fork calls its course: course.json at the root, which the kit itself does not have, so that no update touches it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../setup/places.mjs";
import { Problem } from "../../setup/problem.mjs";

/** @typedef {{ title: string, about: string }} Course about: a sentence for the first page, or "" */

/** @param {string} [file] @returns {Course} */
export function readName(file = join(root, "course.json")) {
  if (!existsSync(file)) return { title: "Emergence", about: "" };
  const needs = 'needs { "title": "Emergence, spring 2027", "about": "A sentence for the first page." }';
  /** @type {unknown} */
  let content;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Problem(`course.json: is no JSON (${error instanceof Error ? error.message : error}), ${needs}.`);
  }
  const { title, about = "", ...others } = /** @type {Partial<Course>} */ (content ?? {});
  const unknown = Object.keys(others);
  if (typeof title !== "string" || title.trim() === "" || typeof about !== "string" || unknown.length > 0)
    throw new Problem(`course.json: got ${JSON.stringify(content)}, ${needs}.`);
  return { title, about };
}

export const named = readName();
