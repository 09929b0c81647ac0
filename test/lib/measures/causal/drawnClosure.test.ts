import { drawnClosure, informationalClosure } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { glauberChain } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const { tpm, groups } = glauberChain({ spins: 7, coupling: "ring", temperature: 2.5 });
const count = tpm.map((_, state) => groups.findIndex((group) => group.includes(state)));
const chances = tpm.map((row) => groups.map((group) => group.reduce((sum, to) => sum + (row[to] as number), 0)));
/** By how much the count changes: -1, 0 or 1. */
const changes = chances.map((row, state) => [-1, 0, 1].map((by) => row[(count[state] as number) + by] ?? 0));
const truth = informationalClosure(tpm, groups);

describe("drawn closure", () => {
  it("of every state once is informational closure, whether the next value or its change is given", () => {
    expect(drawnClosure(count, chances).uncorrected).toBeCloseTo(
      (truth * 128) / 126, // the two states that are alone with their count are left out
      12,
    );
    expect(drawnClosure(count, changes).uncorrected).toBeCloseTo(drawnClosure(count, chances).uncorrected, 12);
    expect(drawnClosure(count, changes).used).toBe(126 / 128);
    expect(drawnClosure(count, changes, { unit: "nats" }).value).toBeCloseTo(
      drawnClosure(count, changes).value * Math.LN2,
      14,
    );
  });
  it("of 60 states drawn at random has no bias that 400 seeds could see, and without the correction one of a tenth", () => {
    const found = Array.from({ length: 400 }, (_, seed) => {
      const { integer } = random(seed);
      // The two middle counts, so that no state is alone and truth is a plain mean.
      const middle = count.flatMap((k, state) => (k === 3 || k === 4 ? [state] : []));
      const drawn = Array.from({ length: 60 }, () => middle[integer(0, middle.length - 1)] as number);
      return drawnClosure(
        drawn.map((state) => count[state] as number),
        drawn.map((state) => changes[state] as number[]),
      );
    });
    const middle = [3, 4].flatMap((k) => groups[k] as number[]);
    const exact = drawnClosure(
      middle.map((state) => count[state] as number),
      middle.map((state) => changes[state] as number[]),
    ).uncorrected;
    const mean = (of: "value" | "uncorrected") => found.reduce((sum, one) => sum + one[of] / found.length, 0);
    const error =
      Math.sqrt(found.reduce((sum, { value }) => sum + (value - mean("value")) ** 2, 0) / 399) / Math.sqrt(400);
    expect(Math.abs(mean("value") - exact)).toBeLessThan(3 * error);
    expect(mean("uncorrected")).toBeLessThan(exact - 3 * error);
  });
  it("is 0 for all coupled", () => {
    const closed = glauberChain({ spins: 7, coupling: "all", temperature: 2.5 });
    const rows = closed.tpm.map((row) =>
      groups.map((group) => group.reduce((sum, to) => sum + (row[to] as number), 0)),
    );
    expect(drawnClosure(count, rows).value).toBe(0);
  });
  it("throws on rows that are no chances, and on states that are all alone", () => {
    expect(() =>
      drawnClosure(
        [0, 0],
        [
          [0.5, 0.4],
          [1, 0],
        ],
      ),
    ).toThrow("drawnClosure: next[0] adds up to 0.9, needs chances from 0 to 1 that add up to 1");
    expect(() => drawnClosure([0, 1], [[1], [1]])).toThrow(
      "drawnClosure: no two of 2 states have the same macro value, needs more states",
    );
    expect(() => drawnClosure([0], [[1], [1]])).toThrow("drawnClosure");
  });
});
