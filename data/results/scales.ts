// Scales as people write them: 1e21, 1,300,000,000, 70M, 1.4b, or a model's name that ends in its size.
import { cut } from "../cell";
import { type Fail, type Line, misfit } from "../csv";

const powers: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, t: 12 };
const short = /(?:^|[^\d.])(\d+(?:\.\d+)?) ?([kmbt])(?:$|[^a-z])/gi;

/** Whether a cell gives a size with a letter: 70M, or pythia-1.4b. */
const isShort = (cell: string): boolean => [...cell.matchAll(short)].length === 1;

/** Whether the column is of such sizes. */
export const areShort = (cells: readonly string[]): boolean => cells.some((cell) => cell !== "" && isShort(cell));

/** Their numbers; an empty cell is null, and a plain number stays what it is. */
export function shortScales(
  cells: readonly string[],
  lines: readonly Line[],
  column: string,
  fail: Fail,
  remark: (text: string) => void,
): (number | null)[] {
  remark(
    `column ${column}: sizes such as ${cut(cells.find(isShort) ?? "")} are read with k, M, B, T for 10^3, 10^6, 10^9, 10^12`,
  );
  return cells.map((cell, i) => {
    if (cell === "") return null;
    const [size, ...rest] = [...cell.matchAll(short)];
    if (size !== undefined && rest.length === 0) {
      const [, digits = "", letter = ""] = size;
      return Number(`${digits}e${powers[letter.toLowerCase()]}`);
    }
    const plain = Number(cell);
    if (Number.isFinite(plain)) return plain;
    return fail(misfit(lines[i] as Line, column, cell, "a number, or one size with k, M, B or T"));
  });
}
