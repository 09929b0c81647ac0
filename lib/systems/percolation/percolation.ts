import type { ReadonlyTyped } from "../../core/numbers";
import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

/** What is occupied at random: sites of the lattice, or bonds between neighboring sites. */
export type PercolationKind = "site" | "bond";

/** Options of a lattice filled in random order. */
export interface PercolationOptions {
  /** Side of the square lattice with periodic boundaries, >= 3. */
  readonly size: number;
  /** Seed of the random order, a whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
  /** Default "site". */
  readonly kind?: PercolationKind;
}

/** Kinds of the options, for their check. */
const percolationOptions: Kinds<PercolationOptions> = { size: "number", seed: "number", kind: ["site", "bond"] };

/** A lattice between empty and full. Its arrays change with `step`. */
export interface Percolation {
  readonly size: number;
  readonly kind: PercolationKind;
  /** Number of sites (size^2) or bonds (2 size^2). */
  readonly total: number;
  /** 1 for each occupied site, row by row; for bonds, entry 2 i is the bond from site i to the right, 2 i + 1 the one downward. */
  readonly occupied: ReadonlyTyped<Uint8Array>;
  /** Number of occupied sites or bonds. */
  readonly count: number;
  /** Fraction of all sites in the largest cluster. */
  readonly largestShare: number;
  /** Mean size of the cluster of a random site, without the largest cluster: sum of squared sizes over the number of sites in clusters; 0 if there are none. */
  readonly meanClusterSize: number;
  /** Whether a cluster wraps around the torus, in either direction. */
  readonly wraps: boolean;
  /** Rank by size of the cluster of each site: 1 for the largest, 2 for the second, and so on; 0 for an empty site. A new array each time. */
  readonly ranks: ReadonlyTyped<Int32Array>;
  /** Occupies `count` more sites or bonds (default 1), and stops once all are occupied. */
  step(count?: number): void;
}

/**
 * Percolation on a square torus: sites (or bonds) are occupied one by one in random order, and clusters of neighbors are kept as trees
 * (union-find), so filling the lattice takes a time about linear in the number of sites.
 *
 * Each site stores its displacement to its parent. Two neighbors in one cluster whose displacements to the root differ by more than the step
 * between them close a path around the torus.
 *
 * @throws RangeError for a size below 3, an unknown kind, or a seed that is not a whole number
 * @example
 * import { percolation } from "@emergence/lib/systems";
 * const lattice = percolation({ size: 3, seed: 1 });
 * lattice.step(9);
 * [lattice.wraps, lattice.largestShare]; // => [true, 1]
 *
 * Source: Newman & Ziff 2000, Phys. Rev. Lett. 85, 4104; 2001, Phys. Rev. E 64, 016706, for the displacements (after Machta et al. 1996).
 */
export function percolation(options: PercolationOptions): Percolation {
  const { size, seed, kind = "site" } = optionsOf("percolation", options, percolationOptions);
  requireWhole("percolation", "size", size, 3);
  const sites = size * size;
  const total = kind === "site" ? sites : 2 * sites;
  const order = randomOrder(total, seed);
  const occupied = new Uint8Array(total);
  // A root holds minus the size of its cluster, any other site its parent; an empty site is 0 in `there`.
  const parent = new Int32Array(sites).fill(-1);
  const there = new Uint8Array(sites).fill(kind === "site" ? 0 : 1);
  const across = new Int32Array(sites);
  const down = new Int32Array(sites);
  let [count, wraps] = [0, false];
  let [largest, squares] = kind === "site" ? [0, 0] : [1, sites];
  // `find` leaves here the displacement from its site to the root.
  let [toRootX, toRootY] = [0, 0];

  function find(site: number): number {
    let [x, y] = [0, 0];
    let at = site;
    for (let up = parent[at] as number; up >= 0; up = parent[at] as number) {
      const next = parent[up] as number;
      if (next >= 0) {
        // Path halving: from now on this site points to its grandparent.
        parent[at] = next;
        across[at] = (across[at] as number) + (across[up] as number);
        down[at] = (down[at] as number) + (down[up] as number);
      }
      x += across[at] as number;
      y += down[at] as number;
      at = parent[at] as number;
    }
    toRootX = x;
    toRootY = y;
    return at;
  }

  /** Joins the clusters of a site and of its neighbor at (stepX, stepY) from it. */
  function join(site: number, neighbor: number, stepX: number, stepY: number): void {
    const one = find(site);
    const [x, y] = [toRootX, toRootY];
    const other = find(neighbor);
    // From the root of the neighbor to the root of the site.
    const [gapX, gapY] = [x - stepX - toRootX, y - stepY - toRootY];
    if (one === other) {
      if (gapX !== 0 || gapY !== 0) wraps = true;
      return;
    }
    const [a, b] = [-(parent[one] as number), -(parent[other] as number)];
    const [root, leaf, sign] = a >= b ? [one, other, 1] : [other, one, -1];
    parent[root] = -(a + b);
    parent[leaf] = root;
    across[leaf] = sign * gapX;
    down[leaf] = sign * gapY;
    squares += 2 * a * b;
    if (a + b > largest) largest = a + b;
  }

  function addSite(site: number): void {
    there[site] = 1;
    squares += 1;
    if (largest === 0) largest = 1;
    const x = site % size;
    const right = x === size - 1 ? site - size + 1 : site + 1;
    const left = x === 0 ? site + size - 1 : site - 1;
    const below = site + size < sites ? site + size : site + size - sites;
    const above = site >= size ? site - size : site - size + sites;
    if (there[right] === 1) join(site, right, 1, 0);
    if (there[left] === 1) join(site, left, -1, 0);
    if (there[below] === 1) join(site, below, 0, 1);
    if (there[above] === 1) join(site, above, 0, -1);
  }

  function addBond(bond: number): void {
    const site = bond >> 1;
    if (bond & 1) join(site, site + size < sites ? site + size : site + size - sites, 0, 1);
    else join(site, site % size === size - 1 ? site - size + 1 : site + 1, 1, 0);
  }

  return {
    size,
    kind,
    total,
    occupied,
    get count() {
      return count;
    },
    get wraps() {
      return wraps;
    },
    get largestShare() {
      return largest / sites;
    },
    get meanClusterSize() {
      const inClusters = kind === "site" ? count : sites;
      return inClusters === 0 ? 0 : (squares - largest * largest) / inClusters;
    },
    get ranks() {
      const roots = Array.from(parent.keys()).filter((site) => there[site] === 1 && (parent[site] as number) < 0);
      roots.sort((a, b) => (parent[a] as number) - (parent[b] as number) || a - b);
      const rank = new Map(roots.map((root, i) => [root, i + 1]));
      return Int32Array.from(parent, (_, site) => (there[site] === 1 ? (rank.get(find(site)) as number) : 0));
    },
    step(more = 1) {
      requireWhole("percolation", "step", more, 0);
      const end = Math.min(total, count + more);
      for (; count < end; count++) {
        const next = order[count] as number;
        occupied[next] = 1;
        if (kind === "site") addSite(next);
        else addBond(next);
      }
    },
  };
}

/** The numbers from 0 in random order (Fisher and Yates). */
function randomOrder(total: number, seed: number): Int32Array {
  const { uniform } = random(seed, "percolation");
  const order = Int32Array.from({ length: total }, (_, i) => i);
  for (let i = total - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  return order;
}
