/** Sizes of the piles on a torus, largest first. A pile is a group of cells with chips that touch, at least at a corner. */
export function pileSizes(chips: Uint8Array, size: number): number[] {
  const seen = new Uint8Array(chips.length);
  const stack = new Int32Array(chips.length);
  const sizes: number[] = [];
  for (let from = 0; from < chips.length; from++) {
    if (chips[from] === 0 || seen[from] === 1) continue;
    let [top, found] = [0, 0];
    stack[top++] = from;
    seen[from] = 1;
    while (top > 0) {
      const cell = stack[--top] as number;
      found++;
      const x = cell % size;
      const row = cell - x;
      const beside = [x === 0 ? size - 1 : x - 1, x, x === size - 1 ? 0 : x + 1];
      const rows = [row === 0 ? chips.length - size : row - size, row, row === chips.length - size ? 0 : row + size];
      for (let i = 0; i < 9; i++) {
        const next = (rows[Math.floor(i / 3)] as number) + (beside[i % 3] as number);
        if (chips[next] === 0 || seen[next] === 1) continue;
        seen[next] = 1;
        stack[top++] = next;
      }
    }
    sizes.push(found);
  }
  return sizes.sort((a, b) => b - a);
}
