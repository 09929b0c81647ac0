import {
  coveringTest,
  expectedMatches,
  type MatchingProblem,
  matchingRun,
  randomMatching,
} from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const holds = ({ literals }: MatchingProblem, values: readonly number[]) =>
  literals.every(({ variables: [a, b], pairs }) => pairs.some(([x, y]) => x === values[a] && y === values[b]));

/** All matches, by trying every assignment. */
function matches(problem: MatchingProblem): number {
  const { variables, constants } = problem;
  let found = 0;
  for (let code = 0; code < constants ** variables; code++) {
    const values = Array.from({ length: variables }, (_, i) => Math.floor(code / constants ** i) % constants);
    if (holds(problem, values)) found++;
  }
  return found;
}

describe("randomMatching", () => {
  it("joins the variables to a chain, then distinct ones, with as many distinct pairs as asked for", () => {
    const { literals } = randomMatching({ variables: 5, predicates: 30, constants: 6, pairs: 20, seed: 1 });
    expect(literals.slice(0, 4).map(({ variables }) => variables)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    const joined = new Set(literals.map(({ variables }) => `${variables}`));
    expect(joined.size).toBeGreaterThan(12);
    for (const {
      variables: [a, b],
      pairs,
    } of literals) {
      expect(a).not.toBe(b);
      expect(new Set(pairs.map(String)).size).toBe(20);
      for (const constant of pairs.flat()) expect(constant >= 0 && constant < 6).toBe(true);
    }
  });

  it("says what it needs", () => {
    const good = { variables: 4, predicates: 5, constants: 6, pairs: 9, seed: 1 };
    expect(() => randomMatching({ ...good, predicates: 2 })).toThrow(
      "randomMatching: predicates 2, needs a whole number from 3",
    );
    expect(() => randomMatching({ ...good, pairs: 37 })).toThrow(
      "randomMatching: pairs 37, needs at most constants^2, here 36",
    );
    expect(() => randomMatching({ ...good, variables: 1 })).toThrow("randomMatching: variables 1");
  });
});

describe("coveringTest", () => {
  it("agrees with trying every assignment", () => {
    const options = fc.record({
      variables: fc.integer({ min: 2, max: 4 }),
      constants: fc.integer({ min: 2, max: 5 }),
      more: fc.integer({ min: 0, max: 5 }),
      share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(options, ({ variables, constants, more, share, seed }) => {
        const pairs = Math.ceil(share * constants ** 2);
        const problem = randomMatching({ variables, constants, predicates: variables - 1 + more, pairs, seed });
        const answer = coveringTest(problem);
        expect(answer.kind).toBe(matches(problem) > 0 ? "covered" : "not covered");
        if (answer.kind === "covered") expect(holds(problem, answer.assignment)).toBe(true);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it("works across words of 32 constants", () => {
    const chain = (ends: readonly (readonly [number, number])[]): MatchingProblem => ({
      variables: 3,
      constants: 70,
      literals: [
        { variables: [0, 1], pairs: ends },
        {
          variables: [1, 2],
          pairs: [
            [31, 69],
            [63, 64],
          ],
        },
      ],
    });
    expect(coveringTest(chain([[5, 63]]))).toMatchObject({ kind: "covered", assignment: [5, 63, 64] });
    expect(coveringTest(chain([[69, 31]]))).toMatchObject({ kind: "covered", assignment: [69, 31, 69] });
    expect(coveringTest(chain([[5, 64]])).kind).toBe("not covered");
  });

  it("says what it needs", () => {
    const literal = { variables: [0, 1], pairs: [[0, 9]] } as const;
    expect(() => coveringTest({ variables: 2, constants: 3, literals: [literal] })).toThrow(
      "literal 0: constant 9, needs a whole number from 0 to 2",
    );
    expect(() => coveringTest({ variables: 1, constants: 10, literals: [literal] })).toThrow(
      "literal 0: variable 1, needs a whole number from 0 to 0",
    );
    const loop = { variables: [1, 1], pairs: [] } as const;
    expect(() => coveringTest({ variables: 2, constants: 3, literals: [loop] })).toThrow(
      "literal 0 joins variable 1 to itself",
    );
  });
});

describe("expectedMatches", () => {
  it("is the mean number of matches over random tests", () => {
    const options = { variables: 3, predicates: 4, constants: 4, pairs: 7 };
    const counts = Array.from({ length: 1500 }, (_, seed) => matches(randomMatching({ ...options, seed })));
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
    expect(Math.abs(mean - expectedMatches(options))).toBeLessThan((3 * Math.sqrt(squares)) / counts.length);
  });
});

describe("matchingRun", () => {
  it("falls from all to none with more predicates, and costs most between", () => {
    const at = (predicates: number) =>
      matchingRun({ variables: 8, predicates, constants: 16, pairs: 64, replicates: 60, seed: 4 });
    const [few, middle, many] = [at(8), at(15), at(40)];
    expect([few.share.mean, many.share.mean]).toEqual([1, 0]);
    expect(middle.share.mean).toBeGreaterThan(0.1);
    expect(middle.share.mean).toBeLessThan(0.9);
    expect(middle.effort.mean).toBeGreaterThan(2 * Math.max(few.effort.mean, many.effort.mean));
  });

  it("gives the same for the same seed, and says what it needs", () => {
    const options = { variables: 3, predicates: 4, constants: 5, pairs: 9, replicates: 5, seed: 1 };
    expect(matchingRun(options)).toEqual(matchingRun(options));
    expect(() => matchingRun({ ...options, replicates: 1 })).toThrow(
      "matchingRun: replicates 1, needs a whole number from 2",
    );
  });
});
