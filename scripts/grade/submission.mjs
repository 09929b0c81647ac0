// What a student has handed in, put beside the course's notebook.
import { readFileSync } from "node:fs";
import { joined } from "../notebooks/format.mjs";
import { titlesIn, withoutJudges } from "./course.mjs";

/** @typedef {import("./course.mjs").Course} Course */
/**
 * @typedef {{ source: string, instead?: string, wanted: { key: string, name: string }[] }} StudentCell
 * @typedef {{ cells: StudentCell[], missing: string[], notes: string[], texts: Map<string, string>, answers: Map<string, string> }} Submission
 *   missing: the keys of exercises whose cell is not there; texts: what was written where a person grades; answers: the source of each answer
 */

/** No more than this many characters of a file are looked at: a notebook with figures has some megabytes. */
const largest = 100 * 1024 * 1024;

/**
 * @param {string} path
 * @returns {{ notebook: import("../notebooks/format.mjs").Notebook } | { reason: string }}
 */
export function readSubmission(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return { reason: `the file cannot be read (${/** @type {NodeJS.ErrnoException} */ (error).code})` };
  }
  if (text.trim() === "") return { reason: "the file is empty" };
  if (text.length > largest) return { reason: "the file is larger than 100 MB" };
  let notebook;
  try {
    notebook = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const merged = /^(<{7}|={7}|>{7})/m.test(text) ? ", there are marks of a merge in it" : "";
    return { reason: `the file is not a notebook: it is broken JSON${merged}` };
  }
  if (Array.isArray(notebook?.worksheets))
    return { reason: "the notebook is of format 3, from before 2015: open it in JupyterLab and save it" };
  if (!Array.isArray(notebook?.cells)) return { reason: "the file is JSON but not a notebook: it has no cells" };
  const cells = notebook.cells.filter((/** @type {any} */ cell) => typeof cell === "object" && cell !== null);
  if (cells.every((/** @type {any} */ cell) => joined(cell.source).trim() === ""))
    return { reason: "the notebook is empty" };
  return { notebook: { ...notebook, cells } };
}

/** The language that a notebook names, if it is none of ours. @param {any} notebook */
function otherKernel({ metadata = {} }) {
  const { kernelspec = {}, language_info = {} } = metadata ?? {};
  const named = kernelspec?.language ?? language_info?.name ?? kernelspec?.name;
  return typeof named !== "string" || /typescript|javascript|tslab|jslab/i.test(named) ? undefined : named;
}

const squeezed = (/** @type {string} */ source) => source.replace(/\s+/g, " ").trim();

/**
 * @param {any} notebook @param {Course} course
 * @returns {Submission | { reason: string }}
 */
export function beside(notebook, course) {
  const byId = new Map(course.cells.map((cell) => [cell.id, cell]));
  const byTitle = new Map(course.exercises.map(({ title, cell }) => [title, cell]));
  const bySource = new Map(course.cells.map((cell) => [squeezed(cell.source), cell.id]));
  const asked = new Set(course.exercises.map(({ cell }) => cell));
  /** @type {Set<string>} */
  const taken = new Set();
  const code = notebook.cells
    .filter((/** @type {any} */ cell) => cell.cell_type === "code")
    .map((/** @type {any} */ cell) => {
      const source = joined(cell.source);
      // An exercise is known by its id, or by its title where a platform has given new ids; other cells by id or text.
      const title = titlesIn(source).find((one) => byTitle.has(one));
      const id = byId.has(cell.id) ? cell.id : (title && byTitle.get(title)) || bySource.get(squeezed(source));
      if (id === undefined || taken.has(id)) return { id: undefined, source };
      taken.add(id);
      return { id, source };
    });
  const notes = [];
  const other = otherKernel(notebook);
  if (taken.size === 0) {
    if (other !== undefined)
      return { reason: `the notebook is of another kernel (${other}) and has no cell of ${course.label}` };
    return { reason: `no cell of ${course.label} is in this notebook` };
  }
  if (other !== undefined) notes.push(`the file names another kernel (${other}); its cells were run as TypeScript`);

  /** Where the course's own cells that the student's lacks are put: after the one that is before them in the course. */
  const order = [...code];
  let gaps = 0;
  course.cells.forEach(({ id }, index) => {
    if (taken.has(id)) return;
    const before = course.cells[index - 1]?.id;
    const at = before === undefined ? -1 : order.findIndex((cell) => cell.id === before);
    order.splice(at + 1, 0, { id, source: asked.has(id) ? "" : /** @type {any} */ (byId.get(id)).source });
    gaps += 1;
  });
  const missing = course.exercises.filter(({ cell }) => !taken.has(cell)).map(({ key }) => key);
  const lost = gaps - new Set(course.exercises.filter(({ key }) => missing.includes(key)).map(({ cell }) => cell)).size;
  if (lost > 0) notes.push(`${lost} ${lost === 1 ? "cell" : "cells"} of the course were missing and were put back`);

  const cells = order.map(({ id, source }) => {
    const own = byId.get(id);
    const wanted = (own?.exercises ?? [])
      .filter(({ key }) => !missing.includes(key))
      .map(({ key, name }) => ({ key, name }));
    if (own && course.own?.cell === own.id) wanted.push({ key: "own", name: course.own.name });
    const edited = own !== undefined && wanted.length === 0 && squeezed(own.source) !== squeezed(source);
    return { source: withoutJudges(source), ...(edited ? { instead: own.source } : {}), wanted };
  });
  const texts = new Map();
  for (const { key, cell, title } of course.byHand) {
    const found = notebook.cells.find(
      (/** @type {any} */ one) => one.id === cell || joined(one.source).includes(`**${title}**`),
    );
    if (found !== undefined) texts.set(key, joined(found.source));
  }
  const sources = new Map(order.map(({ id, source }) => [id, source]));
  const answers = new Map(
    course.exercises.map(({ key, cell }) => [key, withoutJudges(sources.get(cell) ?? "").trim()]),
  );
  return { cells, missing, notes, texts, answers };
}
