// Colors of kinds of cells, the same in a lattice and on a ring: the first is nearly white, for what is empty.
import { palette } from "./palette";

export const kindColors: readonly string[] = ["#f4f1ea", ...palette.slice(0, 5)];

/** A color scale of equal steps, without gradients. */
export function stepped(colors: readonly string[]): [number, string][] {
  return colors.flatMap((color, i): [number, string][] => [
    [i / colors.length, color],
    [(i + 1) / colors.length, color],
  ]);
}
