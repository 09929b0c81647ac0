import { informationalClosure } from "@emergence/lib/measures";
import { chainSpecimens, glauberChain } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const { tpm: even, groups: tail } = chainSpecimens.evenProcess;
const { tpm: weak } = chainSpecimens.weaklyLumpable;
const left = (
  tpm: readonly (readonly number[] | Float64Array)[],
  groups: readonly (readonly number[])[],
  memory: number,
) => informationalClosure(tpm, groups, { inputs: "stationary", memory });

/** The chain of steps: a state is a pair of states in a row, a macro state a pair of macro states. Its leak is that of the chain with one more value remembered. */
function steps(tpm: readonly (readonly number[] | Float64Array)[], groups: readonly (readonly number[])[]) {
  const groupOf = tpm.map((_, state) => groups.findIndex((group) => group.includes(state)));
  const edges = tpm.flatMap((row, from) => Array.from(row).flatMap((p, to) => (p > 0 ? [{ from, to }] : [])));
  const pairs = new Map<string, number[]>();
  for (const [i, { from, to }] of edges.entries()) {
    const key = `${groupOf[from]} ${groupOf[to]}`;
    pairs.set(key, [...(pairs.get(key) ?? []), i]);
  }
  const chain = edges.map(({ to }) => edges.map((next) => (next.from === to ? (tpm[to]?.[next.to] as number) : 0)));
  return { tpm: chain, groups: [...pairs.values()] };
}

describe("informational closure with a longer memory", () => {
  it("is that of the chain of steps in a row", () => {
    const ring = glauberChain({ spins: 4, coupling: "ring", temperature: 2 });
    const weakly = { tpm: weak, groups: [[0, 1], [2]] };
    for (const { tpm, groups } of [{ tpm: even, groups: tail }, weakly, ring]) {
      const twice = steps(tpm, groups);
      expect(left(tpm, groups, 2)).toBeCloseTo(left(twice.tpm, twice.groups, 1), 12);
    }
    const twice = steps(even, tail);
    const thrice = steps(twice.tpm, twice.groups);
    expect(left(even, tail, 3)).toBeCloseTo(left(thrice.tpm, thrice.groups, 1), 12);
  });
  it("heals the even process, halving with every two values, and the weakly lumpable chain not at all", () => {
    for (let memory = 1; memory < 8; memory++) {
      expect(left(even, tail, memory + 2)).toBeCloseTo(left(even, tail, memory) / 2, 12);
      expect(left(weak, tail, memory)).toBeCloseTo(left(weak, tail, 1), 12);
    }
    expect(left(even, tail, 1)).toBe(informationalClosure(even, tail, { inputs: "stationary" }));
  });
  it("never grows, and stays 0 for a closed variable", () => {
    const ring = glauberChain({ spins: 5, coupling: "ring", temperature: 2.5 });
    const falling = [1, 2, 3, 4].map((memory) => left(ring.tpm, ring.groups, memory));
    for (const [i, value] of falling.entries()) if (i > 0) expect(value).toBeLessThan(falling[i - 1] as number);
    const all = glauberChain({ spins: 5, coupling: "all", temperature: 2.5 });
    expect(left(all.tpm, all.groups, 4)).toBeLessThan(1e-15);
  });
  it("throws on states that are set, a memory out of range, and too many pasts", () => {
    expect(() => informationalClosure(even, tail, { memory: 2 })).toThrow(
      'informationalClosure: memory 2 with uniform inputs, needs inputs "stationary": states that are set have no past',
    );
    expect(() => left(even, tail, 31)).toThrow("informationalClosure: memory 31, needs a whole number from 1 to 30");
    expect(() => left(weak, tail, 20)).toThrow(
      "informationalClosure: memory 20 has more than 200000 macro pasts, needs a shorter one: 17 at most",
    );
  });
});
