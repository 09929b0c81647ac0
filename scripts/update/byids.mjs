// A merge of notebooks by the ids of their cells, for where nbdime breaks down: it does where both sides have put in
// cells that are alike.
import { noteCell } from "./cells.mjs";
import { textOf } from "./notebook.mjs";

/** @typedef {import("./notebook.mjs").Cell} Cell */
/** @typedef {import("./notebook.mjs").Notebook} Notebook */

/** Cells by id; null where ids are missing or stand twice. @param {Notebook} notebook @returns {Map<string, Cell> | null} */
function byId({ cells }) {
  const found = new Map(cells.map((cell) => [cell.id ?? "", cell]));
  return found.size === cells.length && !found.has("") ? found : null;
}

const isSame = (/** @type {Cell} */ one, /** @type {Cell} */ other) =>
  one.cell_type === other.cell_type && textOf(one) === textOf(other);

/** What becomes of a cell that both have now. @param {Cell} mine @param {Cell} other @param {Cell | undefined} before @returns {Cell[]} */
function joined(mine, other, before) {
  if (isSame(mine, other) || (before && isSame(other, before))) return [mine];
  if (before && isSame(mine, before)) return [other];
  return [noteCell(mine, "both"), { ...mine, id: `${mine.id?.slice(0, 60)}-y` }, other];
}

/**
 * The person's order, with the course's new cells where the course has put them.
 * @param {{ base: Notebook, yours: Notebook, theirs: Notebook }} sides
 * @returns {Notebook | null} null where the cells have no ids to go by
 */
export function mergeByIds({ base, yours, theirs }) {
  const [before, own, course] = [byId(base), byId(yours), byId(theirs)];
  if (!before || !own || !course) return null;

  /** What the course has put in, or you have taken away and it has revised: after which cell of both. @type {Map<string, Cell[]>} */
  const runs = new Map();
  const added = new Set(yours.cells.filter(({ id = "" }) => !before.has(id)).map(textOf));
  let after = "";
  for (const cell of theirs.cells) {
    const { id = "" } = cell;
    const was = before.get(id);
    if (own.has(id)) {
      after = id;
      continue;
    }
    // Taken away by you and left alone by the course; or put in by both.
    if (was ? isSame(cell, was) : added.has(textOf(cell))) continue;
    const run = runs.get(after) ?? [];
    runs.set(after, [...run, ...(was ? [noteCell(cell, "local")] : []), cell]);
  }

  /** @type {Cell[]} */
  const cells = [];
  /** The course's run that waits for the end of yours. @type {Cell[]} */
  let waiting = runs.get("") ?? [];
  /** Yours at the same place. @type {Cell[]} */
  let mine = [];
  const close = () => {
    const [first, other] = [mine[0], waiting[0]];
    if (!first || !other) cells.push(...mine, ...waiting);
    else {
      const last = noteCell({ ...other, ...(other.id ? { id: `${other.id.slice(0, 58)}-e` } : {}) }, "end");
      cells.push(noteCell(first, "both"), ...mine, noteCell(other, "theirs"), ...waiting, last);
    }
    [mine, waiting] = [[], []];
  };
  for (const cell of yours.cells) {
    const { id = "" } = cell;
    const [was, other] = [before.get(id), course.get(id)];
    if (!was && !other) {
      mine.push(cell);
      continue;
    }
    close();
    if (other) cells.push(...joined(cell, other, was));
    else if (was && !isSame(cell, was)) cells.push(noteCell(cell, "remote"), cell);
    waiting = runs.get(id) ?? [];
  }
  close();

  const isOwn = JSON.stringify(yours.metadata) !== JSON.stringify(base.metadata);
  const newer = yours.nbformat_minor > theirs.nbformat_minor ? yours : theirs;
  return { ...newer, metadata: isOwn ? yours.metadata : theirs.metadata, cells };
}
