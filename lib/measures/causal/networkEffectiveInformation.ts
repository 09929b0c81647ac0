import { requireNonNegative, requireRows } from "../../core/require";
import { bits, meanBits, meanRow } from "./transitions";

/**
 * Effective information of a network: the information of a random walker's node, set uniformly at random, about its next node.
 *
 *     EI = H(mean over nodes of W_i) - mean over nodes of H(W_i)   bits,   W_i = out-weights of node i, scaled to sum 1
 *
 * log2(n) - log2(n) = 0 for a complete network with loops, log2(n) for a directed ring. A node without outgoing edges is left out of the
 * means (our choice).
 *
 * @param adjacency n rows of n weights, at least 0; entry (i, j) leads from i to j
 * @throws RangeError for a matrix that is not square, a weight below 0, or no edge at all
 * @example
 * import { networkEffectiveInformation } from "@emergence/lib/measures";
 * networkEffectiveInformation([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]]); // => 2
 *
 * Source: Klein & Hoel 2020, The emergence of informative higher scales in complex networks, Complexity 2020, 8932526; the same value for the karate club as in the authors' code, https://github.com/jkbren/einet.
 */
export function networkEffectiveInformation(adjacency: readonly (readonly number[] | Float64Array)[]): number {
  const caller = "networkEffectiveInformation";
  requireRows(caller, "adjacency", adjacency);
  const rows = adjacency.flatMap((row, i) => {
    if (row.length !== adjacency.length) {
      throw new RangeError(`${caller}: row ${i} has ${row.length} entries, needs ${adjacency.length}`);
    }
    let sum = 0;
    for (const weight of row) {
      requireNonNegative(caller, `row ${i}, weight`, weight);
      sum += weight;
    }
    return sum > 0 ? [Float64Array.from(row, (weight) => weight / sum)] : [];
  });
  if (rows.length === 0)
    throw new RangeError(`${caller}: a network of ${adjacency.length} nodes without an edge, needs at least one edge`);
  return bits(meanRow(rows)) - meanBits(rows);
}
