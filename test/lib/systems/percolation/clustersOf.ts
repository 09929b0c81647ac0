/** Clusters of a torus by a plain walk that unrolls it: whoever comes back to a site in another copy of the torus has run around. An oracle. */
export function clustersOf(occupied: ArrayLike<number>, size: number, kind: "site" | "bond") {
  const sites = size * size;
  const at = (x: number, y: number) => ((y + size) % size) * size + ((x + size) % size);
  const seen = new Map<number, readonly [number, number]>();
  const sizes: number[] = [];
  let wraps = false;
  for (let start = 0; start < sites; start++) {
    if (seen.has(start) || (kind === "site" && occupied[start] !== 1)) continue;
    const queue: (readonly [number, number])[] = [[start % size, Math.floor(start / size)]];
    seen.set(start, queue[0] as readonly [number, number]);
    let found = 0;
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
      found++;
      const [x, y] = place;
      const here = at(mod(x, size), mod(y, size));
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const there = at(mod(x + dx, size), mod(y + dy, size));
        const bond = dx === 1 ? 2 * here : dx === -1 ? 2 * there : dy === 1 ? 2 * here + 1 : 2 * there + 1;
        if (occupied[kind === "site" ? there : bond] !== 1) continue;
        const before = seen.get(there);
        if (before === undefined) {
          seen.set(there, [x + dx, y + dy]);
          queue.push([x + dx, y + dy]);
        } else if (before[0] !== x + dx || before[1] !== y + dy) wraps = true;
      }
    }
    sizes.push(found);
  }
  return { sizes, wraps };
}

const mod = (value: number, size: number) => ((value % size) + size) % size;
