/** What every update algorithm provides. It keeps the state in its own form and decodes what is asked for. */
export interface Lattice {
  /** One sweep: as many attempts, or about as many flips, as there are spins. */
  sweep(): void;
  /** -sum of s s' over the 2 N bonds, without the field's part; a whole number. */
  bonds(): number;
  /** Sum of spins; a whole number. */
  total(): number;
  /** All spins, row by row, each 1 or -1: a copy. */
  spins(): Int8Array;
}

/** Neighbors of each site on the torus, four per site: right, left, below, above. */
export function torusNeighbors(size: number): Int32Array {
  const neighbors = new Int32Array(4 * size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = 4 * (y * size + x);
      neighbors[at] = y * size + ((x + 1) % size);
      neighbors[at + 1] = y * size + ((x + size - 1) % size);
      neighbors[at + 2] = ((y + 1) % size) * size + x;
      neighbors[at + 3] = ((y + size - 1) % size) * size + x;
    }
  }
  return neighbors;
}

/** -sum of s s' over all bonds: each site counts the two to its right and below. */
export function bondSum(spins: Int8Array, neighbors: Int32Array): number {
  let sum = 0;
  for (let site = 0; site < spins.length; site++) {
    const right = spins[neighbors[4 * site] as number] as number;
    const below = spins[neighbors[4 * site + 2] as number] as number;
    sum -= (spins[site] as number) * (right + below);
  }
  return sum;
}

/** Sum of spins. */
export function spinSum(spins: Int8Array): number {
  let sum = 0;
  for (let site = 0; site < spins.length; site++) sum += spins[site] as number;
  return sum;
}
