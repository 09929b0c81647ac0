/** One step of a clustering: two clusters, numbered from 0 by leaf and then by step, become one. */
export interface Merge {
  readonly first: number;
  readonly second: number;
  /** Mean distance between their members. */
  readonly height: number;
  readonly size: number;
}

/** Average linkage of a matrix of distances (UPGMA): the merges by height, and the leaves in an order in which every cluster is in one piece. */
export function averageLinkage(distances: readonly (readonly number[])[]): { merges: Merge[]; order: number[] } {
  const clusters = new Map(distances.map((_, i) => [i, [i]]));
  const merges: Merge[] = [];
  const mean = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, i) => sum + b.reduce((part, j) => part + (distances[i]?.[j] as number), 0), 0) /
    (a.length * b.length);
  while (clusters.size > 1) {
    const keys = [...clusters.keys()];
    let best = { first: 0, second: 0, height: Number.POSITIVE_INFINITY };
    for (const [i, first] of keys.entries()) {
      for (const second of keys.slice(i + 1)) {
        const height = mean(clusters.get(first) as number[], clusters.get(second) as number[]);
        if (height < best.height) best = { first, second, height };
      }
    }
    const members = [...(clusters.get(best.first) as number[]), ...(clusters.get(best.second) as number[])];
    clusters.delete(best.first);
    clusters.delete(best.second);
    clusters.set(distances.length + merges.length, members);
    merges.push({ ...best, size: members.length });
  }
  return { merges, order: [...clusters.values()].flat() };
}
