import { requireString } from "../core/require";
import { shown } from "../core/shown";

/**
 * A seed from a student's name, for data of one's own with the same check. Case, accents typed in one way or the other, and spaces
 * more or less do not count, so that a name typed by hand gives the seed of the list.
 *
 * @param name of the student, or the number in the course's list; not empty
 * @returns whole number from 0 to 2^31 - 1, a seed for `random`
 * @throws RangeError for a name without letters or digits
 * @example
 * import { studentSeed } from "@emergence/lib/stats";
 * studentSeed("Ada Lovelace") === studentSeed(" ada  lovelace"); // => true
 *
 * Source: FNV-1a of 32 bits over the name in UTF-16 (Fowler, Noll & Vo), mixed by the last step of MurmurHash3 (Appleby 2011).
 */
export function studentSeed(name: string): number {
  requireString("studentSeed", "name", name);
  const folded = name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(folded)) {
    throw new RangeError(`studentSeed: name ${shown(name)}, needs a name such as "Ada Lovelace"`);
  }
  let hash = 0x811c9dc5;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
