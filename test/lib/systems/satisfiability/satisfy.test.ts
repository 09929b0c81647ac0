import { randomKSat, type SatInstance, satisfiable, satisfy } from "@emergence/lib/systems";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const holds = ({ clauses }: SatInstance, values: readonly boolean[]) =>
  clauses.every((clause) => clause.some((literal) => values[Math.abs(literal) - 1] === literal > 0));

/** Every assignment, one after the other. */
const bruteForce = (instance: SatInstance) =>
  Array.from({ length: 2 ** instance.variables }, (_, state) => state).some((state) =>
    holds(
      instance,
      Array.from({ length: instance.variables }, (_, i) => ((state >> i) & 1) === 1),
    ),
  );

/** Clauses of any length, empty ones, repeated literals and tautologies too. */
const formulas = (longest: number) =>
  fc.integer({ min: 1, max: 9 }).chain((variables) => {
    const literal = fc.tuple(fc.integer({ min: 1, max: variables }), fc.boolean()).map(([v, not]) => (not ? -v : v));
    const clause = fc.array(literal, { minLength: longest > 2 ? 0 : 1, maxLength: longest });
    return fc.record({ variables: fc.constant(variables), clauses: fc.array(clause, { maxLength: 40 }) });
  });

function agrees(instance: SatInstance, method?: "search" | "components") {
  const answer = satisfy(instance, method ? { method } : {});
  expect(answer.kind).toBe(bruteForce(instance) ? "satisfiable" : "unsatisfiable");
  if (answer.kind === "satisfiable") expect(holds(instance, answer.assignment)).toBe(true);
}

describe("satisfy", () => {
  it("agrees with all assignments, on clauses of up to four literals", () => {
    fc.assert(
      fc.property(formulas(4), (instance) => agrees(instance)),
      { numRuns: 300, seed: 1 },
    );
  });

  it("agrees with all assignments on clauses of one or two literals, by components and by search", () => {
    fc.assert(
      fc.property(formulas(2), (instance) => {
        agrees(instance, "components");
        agrees(instance, "search");
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("agrees with all assignments on random 3-SAT and 4-SAT of 12 variables around the transition", () => {
    const answers = Array.from({ length: 60 }, (_, seed) => {
      const instance = randomKSat({ variables: 12, ratio: 5.2, k: 3, seed });
      agrees(instance);
      agrees(randomKSat({ variables: 12, ratio: 10, k: 4, seed }));
      return satisfiable(instance);
    });
    expect(answers).toContain(true);
    expect(answers).toContain(false);
  });

  it("finds that five pigeons do not fit into four holes, and that four do", () => {
    const pigeons = (count: number, holes: number): SatInstance => {
      const sits = (pigeon: number, hole: number) => pigeon * holes + hole + 1;
      const all = [...Array(count).keys()];
      const every = [...Array(holes).keys()];
      const apart = every.flatMap((h) => all.flatMap((p) => all.slice(p + 1).map((q) => [-sits(p, h), -sits(q, h)])));
      return { variables: count * holes, clauses: [...all.map((p) => every.map((h) => sits(p, h))), ...apart] };
    };
    expect(satisfiable(pigeons(5, 4))).toBe(false);
    expect(satisfiable(pigeons(4, 4))).toBe(true);
  });

  it("is not fooled by a plain truth test", () => {
    expect(satisfiable({ variables: 1, clauses: [[1], [-1]] }) ? "yes" : "no").toBe("no");
    expect(satisfiable({ variables: 1, clauses: [[1]] }) ? "yes" : "no").toBe("yes");
  });

  it("takes no clauses for satisfiable, an empty clause for unsatisfiable", () => {
    expect(satisfy({ variables: 2, clauses: [] }).kind).toBe("satisfiable");
    expect(satisfy({ variables: 2, clauses: [[]] }).kind).toBe("unsatisfiable");
  });

  it("decides a chain of a hundred thousand implications without filling the stack", () => {
    const n = 100_000;
    const chain = Array.from({ length: n - 1 }, (_, i) => [-(i + 1), i + 2]);
    expect(satisfiable({ variables: n, clauses: [...chain, [1]] })).toBe(true);
    expect(satisfiable({ variables: n, clauses: [...chain, [1], [-n]] })).toBe(false);
  });

  it("leaves its input alone and gives the same answer again", () => {
    const instance = randomKSat({ variables: 40, ratio: 4.3, k: 3, seed: 8 });
    const copy = structuredClone(instance);
    expect(satisfy(instance)).toEqual(satisfy(instance));
    expect(instance).toEqual(copy);
  });

  it("says what it needs", () => {
    expect(() => satisfiable({ variables: 2, clauses: [[1, 3]] })).toThrow(
      "satisfiable: literal 3 in clause 0, needs 1 to 2",
    );
    expect(() => satisfiable({ variables: 2, clauses: [[0]] })).toThrow("satisfiable: literal 0 in clause 0");
    expect(() => satisfy({ variables: 3, clauses: [[1, 2, 3]] }, { method: "components" })).toThrow(
      "a clause of 3 literals",
    );
    expect(() => satisfy({ variables: 1, clauses: [[1]] }, { method: "luck" as "search" })).toThrow(
      'method "luck", needs one of search, components',
    );
  });
});
