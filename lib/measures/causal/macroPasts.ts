import { max } from "d3-array";
import type { StateGroups } from "./groupOf";
import type { Transitions } from "./transitions";

/** Most pasts that are followed. */
const most = 200_000;

/** A past of less than this chance is rounding. */
const rounding = 1e-15;

/** Chance of each micro state together with each macro past: a list per past of `memory` macro values in a row, in the stationary regime. */
export function macroPasts(
  caller: string,
  tpm: Transitions,
  groups: StateGroups,
  shares: Float64Array,
  memory: number,
): Float64Array[] {
  const divided = (chances: Float64Array): Float64Array[] =>
    groups
      .map((group) => {
        const part = new Float64Array(chances.length);
        for (const state of group) part[state] = chances[state] as number;
        return part;
      })
      .filter((part) => (max(part) as number) > rounding);
  let pasts = divided(shares);
  for (let length = 2; length <= memory; length++) {
    pasts = pasts.flatMap((past) => divided(stepped(tpm, past)));
    if (pasts.length > most)
      throw new RangeError(
        `${caller}: memory ${memory} has more than ${most} macro pasts, needs a shorter one: ${length - 1} at most`,
      );
  }
  return pasts;
}

function stepped(tpm: Transitions, chances: Float64Array): Float64Array {
  const next = new Float64Array(chances.length);
  for (const [state, row] of tpm.entries()) {
    const share = chances[state] as number;
    if (share === 0) continue;
    for (let to = 0; to < next.length; to++) next[to] = (next[to] as number) + share * (row[to] as number);
  }
  return next;
}
