// What nbdime could not decide in a notebook: both versions are kept, as cells that a person finds and that run.

import { followMoves } from "./moves.mjs";
import { deleted, index, textOf } from "./notebook.mjs";

/** @typedef {import("./notebook.mjs").Cell} Cell */
/** @typedef {import("./notebook.mjs").Notebook} Notebook */
/** @typedef {import("./notebook.mjs").Sides} Sides */

const asSource = (/** @type {string} */ text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

// nbdime's marks: lines around what differs within a cell, and cells around whole cells; see also `deleted`. Lines may end
// as on Windows, and where git is told to (merge.conflictStyle diff3, zdiff3), what both began from stands between the two.
const opens = /^<{7} local\r?$/;
const began = /^\|{7}( .*)?\r?$/;
const parts = /^={7}\r?$/;
const closes = /^>{7} remote\r?$/;
const around = /^<span style="color:red"><b>(<{7} local|={7}|>{7} remote)<\/b><\/span>$/;

/** Where nbdime notes what it could not decide in metadata. */
const conflicts = "nbdime-conflicts";

const notes = /** @type {const} */ ({
  both: "**Update:** you and the course both changed what stands here. First comes yours, then the course's.",
  theirs: "**Update:** the course's version:",
  end: "**Update:** from here on nothing is in question.",
  local: "**Update:** you had deleted this cell, and the course has changed it: here is the course's.",
  remote: "**Update:** the course took this cell away, and you had changed it: here is yours.",
  movedLocal:
    "**Update:** you had moved this cell and changed it, and the course has changed it too: here is the course's, and yours stands where you moved it.",
  movedRemote:
    "**Update:** the course has moved this cell and changed it, and you had changed it too: here is yours, and the course's stands where it was moved.",
});

/** @param {Cell} cell */
export const isNote = (cell) => Object.values(notes).some((note) => note === textOf(cell));

/** By whose side nbdime calls deleted. @type {Record<string, keyof typeof notes>} */
const wasGone = { LOCAL: "local", REMOTE: "remote", movedLOCAL: "movedLocal", movedREMOTE: "movedRemote" };

/** @param {Cell} cell where the note stands @param {keyof typeof notes} name @returns {Cell} */
export function noteCell({ id }, name) {
  const own = id ? { id: `${id.slice(0, 60)}-n` } : {};
  return { cell_type: "markdown", ...own, metadata: {}, source: [notes[name]] };
}

/** Whose lines follow a line, if it is the mark that may stand there. @param {string} side @param {string} line */
function after(side, line) {
  if (side === "both") return opens.test(line) ? "yours" : undefined;
  if (side === "theirs") return closes.test(line) ? "both" : undefined;
  if (parts.test(line)) return "theirs";
  return side === "yours" && began.test(line) ? "before" : undefined;
}

/**
 * Both whole versions of a text in which nbdime marked what is undecided; null where its marks cannot be told from the
 * text's own lines.
 * @param {string} text
 */
function versions(text) {
  /** @type {{ yours: string[], theirs: string[] }} */
  const both = { yours: [], theirs: [] };
  let side = "both";
  for (const line of text.split("\n")) {
    const next = after(side, line);
    if (next !== undefined) side = next;
    else {
      if (side === "both" || side === "yours") both.yours.push(line);
      if (side === "both" || side === "theirs") both.theirs.push(line);
    }
  }
  if (side !== "both") return null;
  return { yours: both.yours.join("\n"), theirs: both.theirs.join("\n") };
}

/** A cell of the same kind and place with another text, never run. @param {Cell} cell @param {string} text @returns {Cell} */
function withText(cell, text) {
  const run = cell.cell_type === "code" ? { outputs: [], execution_count: null } : {};
  const { outputs: _outputs, execution_count: _count, ...rest } = cell;
  return { ...rest, ...run, source: asSource(text) };
}

/**
 * Turns nbdime's marks into notes and cells. What stands in one of the sides as it is here is nobody's mark, whatever it
 * looks like.
 * @param {Cell[]} cells
 * @param {Sides} [sides]
 * @returns {Cell[]}
 */
export function separate(cells, sides = {}) {
  const yours = index(sides.yours);
  const theirs = index(sides.theirs);
  return followMoves(cells, sides).flatMap((cell) => {
    const text = textOf(cell);
    const isMarked = [opens, parts, closes].every((each) => text.split("\n").some((line) => each.test(line)));
    if (yours.saying(text, cell.id) || theirs.saying(text, cell.id)) return [cell];

    const mark = around.exec(text)?.[1];
    if (mark) return [noteCell(cell, opens.test(mark) ? "both" : parts.test(mark) ? "theirs" : "end")];

    const gone = deleted.exec(text)?.[1];
    if (gone) {
      const isYours = gone === "REMOTE";
      const rest = text.replace(deleted, "");
      const [side, other] = isYours ? [yours, theirs] : [theirs, yours];
      const kept = side.saying(rest, cell.id);
      const note = `${other.cell(kept?.id) ? "moved" : ""}${gone}`;
      // Where a text begins like that and both have changed it, nbdime's own marks are within.
      if (kept || !isMarked) return [noteCell(cell, wasGone[note] ?? "both"), kept ?? withText(cell, rest)];
    }

    if (!isMarked) return [cell];
    // By their ids where there are any: a text may hold lines that look like marks.
    const read = versions(text);
    const version = (/** @type {ReturnType<typeof index>} */ side, /** @type {string | undefined} */ part) =>
      side.cell(cell.id) ?? (part === undefined ? undefined : (side.saying(part, undefined) ?? withText(cell, part)));
    const [mine, other] = [version(yours, read?.yours), version(theirs, read?.theirs)];
    if (!mine || !other) return [cell];
    return [noteCell(cell, "both"), { ...mine, ...(cell.id ? { id: `${cell.id.slice(0, 60)}-y` } : {}) }, other];
  });
}

/**
 * Outputs go with the text that made them: nbdime clears those that both sides have made anew, and leaves a person's
 * beside a text that the course has changed since.
 * @param {Cell} cell
 * @param {{ base: Cell | undefined, yours: Cell | undefined, theirs: Cell | undefined }} sides of the same id
 * @returns {Cell}
 */
function withOutputs(cell, { base, yours, theirs }) {
  if (cell.cell_type !== "code") return cell;
  const text = textOf(cell);
  const isSame = (/** @type {Cell | undefined} */ side) => side?.cell_type === "code" && textOf(side) === text;
  const take = (/** @type {Cell | undefined} */ from) => ({
    ...cell,
    outputs: from?.outputs ?? [],
    execution_count: from?.execution_count ?? null,
  });
  const isNew = JSON.stringify(yours?.outputs) !== JSON.stringify(base?.outputs);
  if (isSame(yours)) return isNew && !cell.outputs?.length ? take(yours) : cell;
  return isSame(theirs) ? take(theirs) : cell;
}

/** What nbformat asks of a cell, where a merge of two kinds of cell has mixed them. @param {Cell} cell @returns {Cell} */
function valid(cell) {
  const { outputs, execution_count, ...common } = cell;
  if (cell.cell_type !== "code") return common;
  return { ...common, outputs: outputs ?? [], execution_count: execution_count ?? null };
}

/** Before nbformat 4.5 a cell has none; nbdime's marks have. @param {Cell} cell @returns {Cell} */
function withoutId({ id: _, ...cell }) {
  return cell;
}

/** Ids that are there and differ, from nbformat 4.5 on. @param {Cell[]} cells @returns {Cell[]} */
function withIds(cells) {
  const taken = new Set();
  return cells.map((cell, i) => {
    let id = cell.id ?? `cell-${i}`;
    for (let n = 2; taken.has(id); n++) id = `${(cell.id ?? "cell").slice(0, 55)}-${n}`;
    taken.add(id);
    return id === cell.id ? cell : { ...cell, id };
  });
}

const linesOf = (/** @type {Notebook | undefined} */ notebook) =>
  new Set((notebook?.cells ?? []).flatMap((cell) => textOf(cell).split("\n")));

/** Whether all lines that either side has written are in the merged notebook. @param {Notebook} merged @param {Sides} sides */
function holdsAll(merged, { base, yours, theirs }) {
  const [before, now] = [linesOf(base), linesOf(merged)];
  return [...linesOf(yours), ...linesOf(theirs)].every((line) => before.has(line) || now.has(line));
}

/**
 * What nbdime has left open in a notebook in conflict: cells, which become notes and versions; only metadata; nothing,
 * since it has found a way (cells that were moved); null where it has broken down and left one side as the result.
 * @param {Notebook} merged
 * @param {Sides} sides
 * @returns {"cells" | "metadata" | "nothing" | null}
 */
export function openIn(merged, sides) {
  const cells = separate(merged.cells, sides);
  const isFresh = (/** @type {Cell} */ cell) => !merged.cells.includes(cell);
  if (cells.some((cell) => isFresh(cell) && isNote(cell))) return "cells";
  if ([merged, ...merged.cells].some(({ metadata }) => conflicts in metadata)) return "metadata";
  return holdsAll({ ...merged, cells }, sides) ? "nothing" : null;
}

/**
 * The notebook that nbdime has merged, as one that can be opened and run.
 * @param {Notebook} merged
 * @param {Sides} sides
 * @returns {Notebook}
 */
export function settle(merged, sides) {
  const [base, yours, theirs] = [index(sides.base), index(sides.yours), index(sides.theirs)];
  const of = (/** @type {string | undefined} */ id) => ({
    base: base.cell(id),
    yours: yours.cell(id),
    theirs: theirs.cell(id),
  });
  /** @type {<T extends { metadata: Record<string, unknown> }>(it: T, own: T | undefined) => T} */
  const withMetadata = (it, own) => {
    if (!(conflicts in it.metadata)) return it;
    const { [conflicts]: _, ...rest } = it.metadata;
    return { ...it, metadata: { ...rest, ...own?.metadata } };
  };
  const cells = separate(merged.cells, sides).map((cell) =>
    valid(withMetadata(withOutputs(cell, of(cell.id)), yours.cell(cell.id))),
  );
  const needsIds = merged.nbformat === 4 && merged.nbformat_minor >= 5;
  return { ...withMetadata(merged, sides.yours), cells: needsIds ? withIds(cells) : cells.map(withoutId) };
}
