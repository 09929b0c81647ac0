import { createHash } from "node:crypto";
import { shown } from "@emergence/lib/core";
import { plainText } from "./plainText";

/**
 * Seed of one point of a sweep: the first 32 bits of SHA-256 over the seed of the sweep and the content of the point. It does
 * not depend on the point's place in the grid, on the other points, on the order of the keys or on the number of workers, so
 * when a grid grows, its old points keep their seeds.
 *
 * @param seed of the sweep, a whole number from -2^31 to 2^31 - 1
 * @param point numbers, strings, booleans, null, arrays and plain objects of them
 * @returns a whole number from -2^31 to 2^31 - 1, a seed for `random` of @emergence/lib/stats
 * @throws RangeError for another seed, TypeError for a point that holds a function or an instance of a class
 * @example
 * import { pointSeed } from "@emergence/run";
 * pointSeed(1, { size: 32, temperature: 2.1 }) === pointSeed(1, { temperature: 2.1, size: 32 }); // => true
 */
export function pointSeed(seed: number, point: object): number {
  if (!Number.isInteger(seed) || seed !== (seed | 0)) {
    throw new RangeError(`pointSeed: seed ${shown(seed)}, needs a whole number from -2^31 to 2^31 - 1`);
  }
  const text = `${seed + 0} ${plainText(point, "pointSeed: the point")}`;
  return createHash("sha256").update(text).digest().readInt32BE(0);
}
