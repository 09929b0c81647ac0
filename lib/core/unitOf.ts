const [smallest, largest] = [1e-100, 1e100];
/** Beyond it 2^k, or its inverse, leaves the range of numbers. */
const mostDoublings = 1000;

/**
 * The unit in which a size is near 1, where its square may be no number; 1 for every other size. A power of 2, so that dividing by it costs no
 * digit.
 */
export function unitOf(size: number): number {
  if (!Number.isFinite(size) || size === 0 || (size > smallest && size < largest)) return 1;
  const doublings = Math.round(Math.log2(size));
  return 2 ** Math.max(-mostDoublings, Math.min(mostDoublings, doublings));
}
