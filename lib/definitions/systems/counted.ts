/** Mutual information of two columns of codes over the given pairs of rows, in bits, by counting. */
export function countedInformation(
  a: Uint32Array,
  countA: number,
  b: Uint32Array,
  countB: number,
  rows: ArrayLike<number>,
  partners: ArrayLike<number>,
): number {
  const n = rows.length;
  const joint = new Uint32Array(countA * countB);
  const [first, second] = [new Uint32Array(countA), new Uint32Array(countB)];
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[rows[i] as number] as number, b[partners[i] as number] as number];
    joint[x * countB + y] = (joint[x * countB + y] as number) + 1;
    first[x] = (first[x] as number) + 1;
    second[y] = (second[y] as number) + 1;
  }
  return Math.log2(n) + (plogp(joint) - plogp(first) - plogp(second)) / n;
}

/** Sum of count log2(count). */
function plogp(counts: Uint32Array): number {
  let total = 0;
  for (const count of counts) if (count > 1) total += count * Math.log2(count);
  return total;
}
