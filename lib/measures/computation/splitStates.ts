import { max, sum } from "d3-array";
import { chiSquaredSurvival } from "../../stats/distributions";
import type { Histories, History } from "./histories";

/**
 * Assigns words to states by their next symbols (the first two steps of causal-state splitting): a longer word stays with its suffix unless its next symbols
 * differ significantly from those of that state; then it moves to the state that fits best, or to a new one.
 */
export function splitStates({ byLength, symbols }: Histories, significance: number): History[][] {
  const root = byLength[0]?.[0] as History;
  root.state = 0;
  const states: History[][] = [[root]];
  for (const level of byLength.slice(0, -1)) {
    const pools = states.map((members) => pooled(longest(members), symbols.length));
    for (const parent of level) {
      for (const child of parent.longer) {
        if (child === undefined) continue;
        const fits = pools.map((pool) => sameChance(child.counts, pool));
        child.state = (fits[parent.state] as number) >= significance ? parent.state : bestFit(fits, significance);
        if (child.state === pools.length) {
          pools.push(new Float64Array(symbols.length));
          states.push([]);
        }
        // A state created at this length has no other counts yet.
        const members = states[child.state] as History[];
        if (members.every(({ word }) => word.length === child.word.length))
          add(pools[child.state] as Float64Array, child);
        members.push(child);
      }
    }
  }
  return states;
}

/** The longest of some words: their counts are disjoint. */
export function longest(members: readonly History[]): History[] {
  const length = max(members, ({ word }) => word.length);
  return members.filter(({ word }) => word.length === length);
}

/** Sums of the counts of next symbols. */
export function pooled(members: readonly History[], symbols: number): Float64Array {
  const counts = new Float64Array(symbols);
  for (const member of members) add(counts, member);
  return counts;
}

function add(counts: Float64Array, member: History): void {
  for (const [b, count] of member.counts.entries()) counts[b] = (counts[b] as number) + count;
}

/** Index of the largest value if it is large enough, or one past the end. */
function bestFit(fits: readonly number[], least: number): number {
  const best = max(fits) as number;
  return best >= least ? fits.indexOf(best) : fits.length;
}

/** p value of Pearson's chi-squared test that two rows of counts come from one distribution. */
function sameChance(a: Float64Array, b: Float64Array): number {
  const [ofA, ofB] = [sum(a), sum(b)];
  let [chi2, kinds] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    if (x + y === 0) continue;
    kinds++;
    chi2 += (x * ofB - y * ofA) ** 2 / (ofA * ofB * (x + y));
  }
  return kinds < 2 ? 1 : chiSquaredSurvival(chi2, kinds - 1);
}
