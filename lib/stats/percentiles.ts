/** Ends of the middle share `level` of finite sorted values, between neighbors by a straight line. */
export function percentiles(sorted: Float64Array, level: number): { readonly lower: number; readonly upper: number } {
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
    return low + (place - Math.floor(place)) * (high - low);
  };
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}
