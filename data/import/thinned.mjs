// Thinning a curve that spans decades of steps.

/**
 * Keeps the first and last row, and of the rest every row whose step is at least `decades` decades (on a log10 scale,
 * counted from step 1) beyond the last one kept.
 * @template {{ step: number }} Row
 */
export function thinned(/** @type {Row[]} */ rows, decades = 0.05) {
  let last = -Infinity;
  return rows.filter((row, i) => {
    const at = Math.log10(Math.max(row.step, 1));
    if (i !== 0 && i !== rows.length - 1 && at < last + decades) return false;
    last = at;
    return true;
  });
}
