// How much a figure draws, so that no page stalls on it.

/** Points that a figure draws in full; with more, each series is thinned to its part. About 2 MB as JSON. */
export const figureBudget = 20_000;

/** Points that a series may have, of a figure with so many: its part of the budget, and enough for a curve. */
export const budgetOf = (lengths: readonly number[], budget: number): number => {
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return all <= budget ? Number.POSITIVE_INFINITY : Math.max(500, Math.floor(budget / Math.max(1, lengths.length)));
};
