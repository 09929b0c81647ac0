/** Number of occurrences of each n-gram, keyed by its tokens with a separator that no token contains. */
export type Counts = ReadonlyMap<string, number>;

/** Counts the n-grams; tokens contain no white space. */
export function ngrams(tokens: readonly string[], n: number): Counts {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const key = tokens.slice(i, i + n).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Largest count of each n-gram. */
export function union(all: readonly Counts[]): Counts {
  const larger = new Map<string, number>();
  for (const counts of all) {
    for (const [key, count] of counts) larger.set(key, Math.max(count, larger.get(key) ?? 0));
  }
  return larger;
}

/** Number of n-grams in common, each with the smaller of its two counts. */
export function overlap(a: Counts, b: Counts): number {
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  return shared;
}
