import type { Numbers } from "../../core/numbers";

/**
 * Hartigan's dip of sorted values: the largest distance between their distribution function and the unimodal one that is nearest, at least 1 / (2 n).
 *
 * Inside an interval the greatest convex minorant (from the lower corners of the steps) and the least concave majorant (from the upper ones) are taken, and the
 * place at which they are farthest apart gives the next, smaller interval for the mode. Outside of it the function must be convex on the left and
 * concave on the right, and half its largest distance from these is a bound from below; when the inner distance no longer exceeds the bound, the bound is the dip.
 *
 * Source: Hartigan & Hartigan 1985, Ann. Statist. 13, 70-84.
 */
export function dip(sorted: Numbers): number {
  const n = sorted.length;
  let [low, high, bound] = [0, n - 1, 1];
  if ((sorted[low] as number) === (sorted[high] as number)) return bound / (2 * n);
  for (;;) {
    const convex = hull(sorted, low, high, 1);
    const concave = hull(sorted, low, high, -1);
    const { apart, left, right } = farthest(sorted, convex, concave);
    if (apart <= bound) break;
    const gaps = Math.max(convexGap(sorted, convex, left), concaveGap(sorted, concave, right));
    bound = Math.max(bound, gaps);
    const [nextLow, nextHigh] = [convex[left] as number, concave[right] as number];
    if (nextLow === low && nextHigh === high) break;
    [low, high] = [nextLow, nextHigh];
  }
  return bound / (2 * n);
}

/** Indices of the corners of the convex minorant (sign 1) or concave majorant (sign -1) of the steps from `low` to `high`. */
function hull(x: Numbers, low: number, high: number, sign: 1 | -1): number[] {
  const corners: number[] = [];
  for (let i = low; i <= high; i++) {
    // Of equal values the minorant touches the first, the majorant the last.
    if (sign === 1 && i > low && x[i] === x[i - 1] && i < high) continue;
    if (sign === -1 && i < high && x[i] === x[i + 1] && i > low) continue;
    while (corners.length > 1) {
      const [a, b] = [corners.at(-2) as number, corners.at(-1) as number];
      const turn = (b - a) * ((x[i] as number) - (x[a] as number)) - (i - a) * ((x[b] as number) - (x[a] as number));
      if (sign * turn < 0) break;
      corners.pop();
    }
    corners.push(i);
  }
  return corners;
}

/** Height of the chord through corners `a` and `b`, above the index of `a`, at value `at`. */
function chord(x: Numbers, a: number, b: number, at: number): number {
  const run = (x[b] as number) - (x[a] as number);
  return run > 0 ? ((at - (x[a] as number)) / run) * (b - a) : 0;
}

/** Largest distance between the two hulls, with the corner of the minorant at or before it and that of the majorant at or after it. */
function farthest(x: Numbers, convex: readonly number[], concave: readonly number[]) {
  let [apart, left, right] = [0, 0, concave.length - 1];
  for (let i = 0, j = 0; i < convex.length; i++) {
    const corner = convex[i] as number;
    while (j < concave.length - 1 && (x[concave[j] as number] as number) < (x[corner] as number)) j++;
    const after = concave[j] as number;
    const before = concave[Math.max(0, j - 1)] as number;
    const top = j === 0 ? after : before + chord(x, before, after, x[corner] as number);
    const distance = top - corner + 1;
    if (distance > apart) [apart, left, right] = [distance, i, j];
  }
  for (let j = 0, i = 0; j < concave.length; j++) {
    const corner = concave[j] as number;
    while (i < convex.length - 1 && (x[convex[i + 1] as number] as number) <= (x[corner] as number)) i++;
    const before = convex[i] as number;
    const after = convex[Math.min(convex.length - 1, i + 1)] as number;
    const bottom = before + chord(x, before, after, x[corner] as number);
    const distance = corner - bottom + 1;
    if (distance > apart) [apart, left, right] = [distance, i, j];
  }
  return { apart, left, right };
}

/** Largest height of the steps above the minorant, up to its corner `last`. */
function convexGap(x: Numbers, convex: readonly number[], last: number): number {
  let gap = 0;
  for (let c = 0; c < last; c++) {
    const [a, b] = [convex[c] as number, convex[c + 1] as number];
    for (let i = a; i <= b; i++) gap = Math.max(gap, i + 1 - a - chord(x, a, b, x[i] as number));
  }
  return gap;
}

/** Largest height of the majorant above the steps, from its corner `first` on. */
function concaveGap(x: Numbers, concave: readonly number[], first: number): number {
  let gap = 0;
  for (let c = first; c < concave.length - 1; c++) {
    const [a, b] = [concave[c] as number, concave[c + 1] as number];
    for (let i = a; i <= b; i++) gap = Math.max(gap, chord(x, a, b, x[i] as number) + 1 - (i - a));
  }
  return gap;
}
