// Cells that were moved. nbdime knows no moves: a cell that one side has moved was taken away here and put in there for it.
import { deleted, index, textOf } from "./notebook.mjs";

/** @typedef {import("./notebook.mjs").Cell} Cell */
/** @typedef {import("./notebook.mjs").Notebook} Notebook */
/** @typedef {import("./notebook.mjs").Sides} Sides */

/** What one side has only moved and the other has revised is revised where it was moved to. @param {Cell[]} cells @param {Sides} sides */
function reviseMoved(cells, sides) {
  const [base, yours, theirs] = [index(sides.base), index(sides.yours), index(sides.theirs)];
  let result = cells;
  for (const cell of cells) {
    const text = textOf(cell);
    const gone = deleted.exec(text)?.[1];
    if (!gone) continue;
    const [mover, reviser] = gone === "LOCAL" ? [yours, theirs] : [theirs, yours];
    const revised = reviser.saying(text.replace(deleted, ""), cell.id);
    const [before, moved] = [base.cell(revised?.id), mover.cell(revised?.id)];
    if (!revised || !before || !moved || textOf(before) !== textOf(moved)) continue;
    const [place, copy] = result.filter((each) => textOf(each) === textOf(moved));
    // Where there are copies, which of them it is cannot be told.
    if (place && !copy)
      result = result.filter((each) => each !== cell).map((each) => (each === place ? revised : each));
  }
  return result;
}

/** What both have moved, to different places, stands once, where the person has put it. @param {Cell[]} cells @param {Sides} sides */
function placeOnce(cells, { base, yours, theirs }) {
  if (!base || !yours || !theirs) return cells;
  const count = (/** @type {Cell[]} */ all) => {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const cell of all) found.set(textOf(cell), (found.get(textOf(cell)) ?? 0) + 1);
    return found;
  };
  const [merged, ...sides] = [cells, base.cells, yours.cells, theirs.cells].map(count);
  const twice = new Set(
    [...(merged ?? [])].flatMap(([text, n]) => (n > 1 && sides.every((side) => side.get(text) === 1) ? [text] : [])),
  );
  const neighbour = (/** @type {Cell[]} */ all, /** @type {number} */ i, /** @type {number} */ step) => {
    const next = all[i + step];
    return next && textOf(next);
  };
  const own = new Map(yours.cells.map((cell, i) => [textOf(cell), i]));
  const isOwnPlace = (/** @type {string} */ text, /** @type {number} */ i) =>
    [-1, 1].some((step) => neighbour(cells, i, step) === neighbour(yours.cells, own.get(text) ?? 0, step));
  /** @type {Map<string, number>} */
  const chosen = new Map();
  for (const [i, cell] of cells.entries()) {
    const text = textOf(cell);
    const known = chosen.get(text);
    if (known === undefined || (isOwnPlace(text, i) && !isOwnPlace(text, known))) chosen.set(text, i);
  }
  return cells.filter((cell, i) => !twice.has(textOf(cell)) || chosen.get(textOf(cell)) === i);
}

/** @param {Cell[]} cells as nbdime has merged them @param {Sides} sides @returns {Cell[]} */
export function followMoves(cells, sides) {
  return placeOnce(reviseMoved(cells, sides), sides);
}
