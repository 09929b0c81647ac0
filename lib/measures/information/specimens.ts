/** Small distributions with known values of the measures. Outcomes are equally likely. */
import { requireWhole } from "../../core/require";
import { type Distribution, distribution } from "./distribution";

function uniform(outcomes: readonly string[]): Distribution {
  return distribution(
    outcomes,
    outcomes.map(() => 1 / outcomes.length),
  );
}

/**
 * Two fair bits and a third that is 1 if they differ: pure synergy.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.xor())) / 1e4; // => -1
 */
export function xor(): Distribution {
  return uniform(["000", "011", "101", "110"]);
}

/**
 * Two fair bits and a third that is 1 if both are.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.and())) / 1e4; // => -0.1887
 */
export function and(): Distribution {
  return uniform(["000", "010", "100", "111"]);
}

/**
 * Two fair bits and a third that is 1 if either is.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.or())) / 1e4; // => -0.1887
 */
export function or(): Distribution {
  return uniform(["000", "011", "101", "111"]);
}

/**
 * One fair bit in n copies, n from 1 to 20: pure redundancy.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.giantBit(3))) / 1e4; // => 1
 */
export function giantBit(n: number): Distribution {
  requireWhole("specimens.giantBit", "variables", n, 1, 20);
  return uniform(["0".repeat(n), "1".repeat(n)]);
}

/**
 * n bits with an even number of ones, n from 2 to 20: any n - 1 of them are independent.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.parity(3))) / 1e4; // => -1
 */
export function parity(n: number): Distribution {
  requireWhole("specimens.parity", "variables", n, 2, 20);
  const even = (row: number) => [...row.toString(2)].filter((bit) => bit === "1").length % 2 === 0;
  const rows = Array.from({ length: 2 ** n }, (_, row) => row).filter(even);
  return uniform(rows.map((row) => row.toString(2).padStart(n, "0")));
}

/**
 * Two fair bits, and a third variable that holds both: each source provides its own bit of the target.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.copy())) / 1e4; // => 0
 */
export function copy(): Distribution {
  return uniform(["000", "011", "102", "113"]);
}

/**
 * Three variables of which each pair shares a bit of its own. All Shannon measures are those of `triadic`. James & Crutchfield 2017, Entropy 19, 531.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.dyadic())) / 1e4; // => 0
 */
export function dyadic(): Distribution {
  return uniform(["000", "021", "102", "123", "210", "231", "312", "333"]);
}

/**
 * Three variables that share one bit and have even parity in another. James & Crutchfield 2017, Entropy 19, 531.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.triadic())) / 1e4; // => 0
 */
export function triadic(): Distribution {
  return uniform(["000", "111", "022", "133", "202", "313", "220", "331"]);
}

/**
 * A bit that all three share, and an XOR: redundancy 1 and synergy 1 about the third. Griffith & Koch 2014.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.rdnXor())) / 1e4; // => 0
 */
export function rdnXor(): Distribution {
  return uniform(["000", "011", "101", "110", "222", "233", "323", "332"]);
}

/**
 * Redundancy, unique information of each source and synergy about the third, 1 bit each. Griffith & Koch 2014.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.rdnUnqXor())) / 1e4; // => 0
 */
export function rdnUnqXor(): Distribution {
  const rows = Array.from({ length: 32 }, (_, row) => {
    const [shared, own1, own2, a, b] = [16, 8, 4, 2, 1].map((bit) => Number((row & bit) > 0)) as [0, 0, 0, 0, 0];
    return [`${shared}${own1}${a}`, `${shared}${own2}${b}`, `${shared}${own1}${own2}${a ^ b}`];
  });
  return distribution(
    rows,
    rows.map(() => 1 / rows.length),
  );
}

/**
 * n independent fair bits, n from 1 to 20.
 *
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * Math.round(1e4 * coInformation(specimens.independent(3))) / 1e4; // => 0
 */
export function independent(n: number): Distribution {
  requireWhole("specimens.independent", "variables", n, 1, 20);
  return uniform(Array.from({ length: 2 ** n }, (_, row) => row.toString(2).padStart(n, "0")));
}
