import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { notebooksIn } from "../../scripts/notebooks/select.mjs";

const root = join(import.meta.dirname, "..", "..");
type Cell = { id: string; cell_type: string; source: string[]; outputs?: { data?: Record<string, string[]> }[] };
const cellsOf = (folder: string, name: string): Cell[] =>
  JSON.parse(readFileSync(join(root, folder, name), "utf8")).cells;
const code = (cells: Cell[]) => cells.filter((cell) => cell.cell_type === "code");
const isExercise = (cell: Cell) => cell.source.some((line) => line.startsWith("exercise("));
const plain = (cell: Cell) => (cell.outputs ?? []).map(({ data }) => (data?.["text/plain"] ?? []).join(""));

/** Names within the folder, `closer/01-magnets.ipynb` among them. */
const namesIn = (folder: "notebooks" | "solutions") =>
  notebooksIn(folder).map((path) => relative(join(root, folder), path).replaceAll("\\", "/"));
const solved = namesIn("solutions");
const withExercises = namesIn("notebooks").filter((name) => code(cellsOf("notebooks", name)).some(isExercise));

describe("solutions", () => {
  it("exist for every notebook with exercises", () => {
    expect(solved).toEqual(withExercises);
  });

  describe.each(solved)("%s", (name) => {
    const original = new Map(cellsOf("notebooks", name).map((cell) => [cell.id, cell]));
    const cells = code(cellsOf("solutions", name));

    it("answers every exercise, and its judge agrees", () => {
      const asked = [...original.values()].filter(isExercise).map(({ id }) => id);
      const answered = cells.filter(isExercise);
      expect(answered.map(({ id }) => id)).toEqual(asked);
      for (const cell of answered) expect(plain(cell).join(""), cell.id).toMatch(/^✓ .*\(right\)$/);
    });
    it("repeats the notebook's cells as they are, but for the line of the answer", () => {
      for (const cell of cells) {
        const source = original.get(cell.id)?.source;
        if (source === undefined) continue;
        const [first, ...rest] = source;
        expect(isExercise(cell) ? cell.source.slice(1) : cell.source, cell.id).toEqual(
          isExercise(cell) ? rest : [first, ...rest],
        );
      }
    });
  });

  it("leave the students' notebooks open", () => {
    for (const name of withExercises) {
      for (const cell of code(cellsOf("notebooks", name)).filter(isExercise)) {
        expect(plain(cell).join(""), `${name}, ${cell.id}`).toMatch(/^○ .*\(open\)$/);
      }
    }
  });
});
