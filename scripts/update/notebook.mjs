// Cells of a notebook, and of the sides of a merge.

/**
 * @typedef {{ cell_type: string, id?: string, source: string | string[], metadata: Record<string, unknown>, outputs?: unknown[],
 *   execution_count?: number | null }} Cell
 * @typedef {{ cells: Cell[], metadata: Record<string, unknown>, nbformat: number, nbformat_minor: number }} Notebook
 * @typedef {{ base?: Notebook | undefined, yours?: Notebook | undefined, theirs?: Notebook | undefined }} Sides what was merged
 */

export const textOf = (/** @type {Cell} */ { source }) => (Array.isArray(source) ? source.join("") : source);

/** nbdime's line above a cell of which one side had only changed what the other took away. */
export const deleted = /^<{7} (LOCAL|REMOTE) CELL DELETED >{7}\r?\n/;

/** Cells of one side by id and by text. @param {Notebook | undefined} notebook */
export function index(notebook) {
  const cells = notebook?.cells ?? [];
  const byId = new Map(cells.flatMap((cell) => (cell.id ? [[cell.id, cell]] : [])));
  const byText = new Map(cells.map((cell) => [textOf(cell), cell]));
  return {
    /** @returns {Cell | undefined} */
    cell: (/** @type {string | undefined} */ id) => byId.get(id ?? ""),
    /** The cell of this id where it says this, or any that says this. @returns {Cell | undefined} */
    saying: (/** @type {string} */ text, /** @type {string | undefined} */ id) => {
      const same = byId.get(id ?? "");
      return same && textOf(same) === text ? same : byText.get(text);
    },
  };
}
