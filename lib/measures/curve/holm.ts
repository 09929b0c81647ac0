/** p values corrected for how many there are, by Holm's method: each holds at the level at which all hold together. */
export function holm(p: readonly number[]): number[] {
  const order = [...p.keys()].sort((a, b) => (p[a] as number) - (p[b] as number));
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  for (const [rank, i] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * (p[i] as number)));
    adjusted[i] = largest;
  }
  return adjusted;
}
