import type { Estimate } from "../../core/estimate";
import { type Kinds, optionsOf, requireNonNegative, requireWhole } from "../../core/require";
import { blockMean } from "../../stats/blockMean";
import { type Random, random } from "../../stats/random";

/** Options of a run over random graphs. */
export interface RandomGraphRunOptions {
  /** Number of nodes, from 2 to 2^26. */
  readonly nodes: number;
  /** Mean number of neighbors per node, 0 to nodes - 1. */
  readonly meanDegree: number;
  /** Number of independent graphs, >= 2. */
  readonly replicates: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const randomGraphRunOptions: Kinds<RandomGraphRunOptions> = {
  nodes: "number",
  meanDegree: "number",
  replicates: "number",
  seed: "number",
};

/** Means over graphs, with standard errors over graphs. */
export interface RandomGraphResult {
  /** Fraction of nodes in the largest component. */
  readonly largestShare: Estimate;
  /** Fraction of nodes in the second largest component. */
  readonly secondShare: Estimate;
  /** Mean size of the component of a random node, without the largest component: sum of squared sizes over the number of nodes. */
  readonly meanComponentSize: Estimate;
  /** Mean degree of the graphs drawn: twice the number of edges per node. */
  readonly degree: Estimate;
}

/**
 * Random graphs G(n, p): each pair of nodes is joined with probability p = meanDegree / (nodes - 1), independently of the others. For infinitely many nodes
 * see `giantComponent`; the mean over graphs of n nodes differs from it by the order of log(n) / n below c = 1, of 1 / n above, and of n^(-1/3) at c = 1.
 *
 * Absent pairs are skipped by geometric random numbers, so the time per graph is linear in nodes and edges; components are trees (union-find).
 *
 * @throws RangeError for an option out of range
 * @example
 * import { randomGraphRun } from "@emergence/lib/systems";
 * randomGraphRun({ nodes: 100, meanDegree: 99, replicates: 2, seed: 1 }).largestShare.mean; // => 1
 *
 * Source: Gilbert 1959, Ann. Math. Stat. 30, 1141; the skipping after Batagelj & Brandes 2005, Phys. Rev. E 71, 036113.
 */
export function randomGraphRun(options: RandomGraphRunOptions): RandomGraphResult {
  const { nodes, meanDegree, replicates, seed } = optionsOf("randomGraphRun", options, randomGraphRunOptions);
  requireWhole("randomGraphRun", "nodes", nodes, 2);
  if (nodes > 2 ** 26) throw new RangeError(`randomGraphRun: nodes ${nodes}, needs at most 2^26`);
  requireNonNegative("randomGraphRun", "meanDegree", meanDegree);
  if (meanDegree > nodes - 1) {
    throw new RangeError(`randomGraphRun: meanDegree ${meanDegree}, needs at most nodes - 1, here ${nodes - 1}`);
  }
  requireWhole("randomGraphRun", "replicates", replicates, 2);
  const source = random(seed, "randomGraphRun");
  const graphs = Array.from({ length: replicates }, () => oneGraph(source, nodes, meanDegree / (nodes - 1)));
  const over = (value: (graph: Graph) => number) => blockMean(graphs.map(value), { blocks: replicates });
  return {
    largestShare: over(({ largest }) => largest / nodes),
    secondShare: over(({ second }) => second / nodes),
    meanComponentSize: over(({ squares, largest }) => (squares - largest * largest) / nodes),
    degree: over(({ edges }) => (2 * edges) / nodes),
  };
}

interface Graph {
  readonly largest: number;
  readonly second: number;
  readonly squares: number;
  readonly edges: number;
}

function oneGraph({ uniform }: Random, nodes: number, chance: number): Graph {
  // A root holds minus the size of its component, any other node its parent.
  const parent = new Int32Array(nodes).fill(-1);
  const find = (node: number): number => {
    let at = node;
    for (let up = parent[at] as number; up >= 0; up = parent[at] as number) {
      const next = parent[up] as number;
      if (next < 0) return up;
      parent[at] = next;
      at = next;
    }
    return at;
  };
  const logMiss = Math.log1p(-chance);
  let edges = 0;
  // Pairs (row, column) with column < row, in order; the distance to the next edge is geometric.
  for (let row = 1, column = -1; chance > 0; ) {
    column += 1 + (chance === 1 ? 0 : Math.floor(Math.log1p(-uniform()) / logMiss));
    while (column >= row && row < nodes) {
      column -= row;
      row++;
    }
    if (row >= nodes) break;
    edges++;
    const [one, other] = [find(row), find(column)];
    if (one === other) continue;
    const [root, leaf] = (parent[one] as number) <= (parent[other] as number) ? [one, other] : [other, one];
    parent[root] = (parent[root] as number) + (parent[leaf] as number);
    parent[leaf] = root;
  }
  let [largest, second, squares] = [0, 0, 0];
  for (const up of parent) {
    if (up >= 0) continue;
    squares += up * up;
    if (-up > largest) [largest, second] = [-up, largest];
    else if (-up > second) second = -up;
  }
  return { largest, second, squares, edges };
}
