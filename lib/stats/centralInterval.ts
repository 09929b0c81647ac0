import type { Interval } from "../core/estimate";

/** Ends of the middle share `confidence` of finite sorted values, between neighbors by a straight line. */
export function centralInterval(sorted: Float64Array, confidence: number): Interval {
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
    return low + (place - Math.floor(place)) * (high - low);
  };
  return { lower: at((1 - confidence) / 2), upper: at((1 + confidence) / 2) };
}
