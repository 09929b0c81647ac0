import { sum } from "d3-array";
import { recurrentParts } from "../causal/stationary";
import type { Histories, History } from "./histories";
import { longest } from "./splitStates";

/** Words of a state, and the state to which each symbol leads: its index, or undefined if the symbol was never seen. */
export interface Resolved {
  readonly members: readonly History[];
  readonly targets: readonly (number | undefined)[];
}

/**
 * Splits states until each symbol leads from each state to a single state (the third step of causal-state splitting), and keeps the recurrent states: of several
 * recurrent classes, the one that covers most of the sequence.
 */
export function determinize(states: readonly (readonly History[])[], histories: Histories): Resolved[] {
  const first = recurrent(states, histories);
  let members: History[][] = renumber(first.map((place) => [...(states[place] as History[])]));
  for (let split = true; split; ) {
    split = false;
    for (let s = 0; s < members.length && !split; s++) {
      for (let symbol = 0; symbol < histories.symbols.length && !split; symbol++) {
        const parts = byTarget(members[s] as History[], symbol, histories);
        if (parts.length < 2) continue;
        members = renumber(members.flatMap((own, at) => (at === s ? parts : [own])));
        split = true;
      }
    }
  }
  const kept = renumber(
    recurrent(members, histories).map((place) => members[place] as History[]),
    members,
  );
  return kept.map((list) => ({
    members: list,
    targets: histories.symbols.map((_, symbol) => targetsOf(list, symbol, histories).at(0)?.[0]),
  }));
}

/** Stores in each word its state; words of discarded states get -1. */
function renumber(states: History[][], before: readonly History[][] = []): History[][] {
  for (const members of before) for (const member of members) member.state = -1;
  for (const [s, members] of states.entries()) for (const member of members) member.state = s;
  return states;
}

/** States to which a symbol leads from the words of a state, most frequent first. The longest words, which lose their oldest symbol, are used only if there are no others. */
function targetsOf(members: readonly History[], symbol: number, histories: Histories): [number, number][] {
  const short = members.filter(({ word }) => word.length < histories.maxLength);
  const times = new Map<number, number>();
  for (const member of short.length > 0 ? short : members) {
    const state = successor(member, symbol, histories)?.state ?? -1;
    if (state >= 0) times.set(state, (times.get(state) ?? 0) + (member.counts[symbol] as number));
  }
  return [...times].sort((a, b) => b[1] - a[1]);
}

function successor({ word, counts }: History, symbol: number, { find, maxLength }: Histories): History | undefined {
  if (counts[symbol] === 0) return undefined;
  return find([...word, symbol].slice(-maxLength));
}

/** Words of a state, partitioned by the state to which a symbol leads. The longest words, which do not determine it, follow their suffix, or the largest part. */
function byTarget(members: readonly History[], symbol: number, histories: Histories): History[][] {
  const places = targetsOf(members, symbol, histories).map(([state]) => state);
  if (places.length < 2) return [[...members]];
  const shortOnes = members.some(({ word }) => word.length < histories.maxLength);
  const parts: History[][] = places.map(() => []);
  const partOf = new Map<History, number>();
  for (const member of [...members].sort((a, b) => a.word.length - b.word.length)) {
    const deep = shortOnes && member.word.length === histories.maxLength;
    const target = deep ? undefined : successor(member, symbol, histories)?.state;
    const ending = histories.find(member.word.slice(1));
    const inherited = ending === undefined || member.word.length === 0 ? undefined : partOf.get(ending);
    const known = target === undefined ? -1 : places.indexOf(target);
    const part = known >= 0 ? known : (inherited ?? 0);
    partOf.set(member, part);
    (parts[part] as History[]).push(member);
  }
  return parts.filter((part) => part.length > 0);
}

/** Indices of the recurrent states. */
function recurrent(states: readonly (readonly History[])[], histories: Histories): number[] {
  const ways = states.map((members) =>
    histories.symbols.flatMap((_, symbol) => targetsOf(members, symbol, histories).map(([to]) => ({ to }))),
  );
  const weight = (part: readonly number[]) =>
    sum(part, (s) => sum(longest(states[s] as History[]), (member) => member.total));
  const parts = recurrentParts(ways);
  return parts.reduce((best, part) => (weight(part) > weight(best) ? part : best));
}
