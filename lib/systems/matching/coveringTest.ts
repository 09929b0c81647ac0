import { type Kinds, partsOf, requireList, requireNumbers, requireWhole } from "../../core/require";
import type { MatchingLiteral, MatchingProblem } from "./matching";

/** Outcome of a covering test. */
export type Covering =
  | {
      readonly kind: "covered";
      /** A constant for each variable. */
      readonly assignment: readonly number[];
      readonly effort: number;
    }
  | { readonly kind: "not covered"; readonly effort: number };

/** Kinds of the parts of a problem, for their check. */
const problemKinds: Kinds<MatchingProblem> = { variables: "number", constants: "number", literals: "list" };
const literalKinds: Kinds<MatchingLiteral> = { variables: "list", pairs: "list" };

function requireLiteral(l: number, literal: unknown): void {
  const where = `literal ${l}`;
  const { variables, pairs } = partsOf("coveringTest", literal as MatchingLiteral, literalKinds, where);
  const two = (name: string, value: unknown) => {
    requireNumbers("coveringTest", name, value);
    if (value.length !== 2) throw new RangeError(`coveringTest: ${name} has ${value.length} numbers, needs two`);
  };
  two(`variables of ${where}`, variables);
  requireList("coveringTest", `pairs of ${where}`, pairs, "an array of pairs");
  for (let i = 0; i < pairs.length; i++) two(`pair ${i} of ${where}`, pairs[i]);
}

/**
 * Whether a hypothesis covers an example, by backtracking with forward checking: once a variable has a constant, the constants left for its neighbors are
 * reduced, and the variable with the fewest constants left is next. The search is complete and deterministic.
 *
 * @param problem as `randomMatching` makes it, or any
 * @returns an assignment, or that there is none; `effort` is the number of constants tried
 * @throws RangeError for a variable or constant that does not exist
 * @example
 * import { coveringTest } from "@emergence/lib/systems";
 * const literals = [{ variables: [0, 1], pairs: [[0, 1]] }, { variables: [1, 0], pairs: [[0, 1]] }];
 * coveringTest({ variables: 2, constants: 2, literals }).kind; // => "not covered"
 *
 * Source: Haralick & Elliott 1980, Artif. Intell. 14, 263.
 */
export function coveringTest(problem: MatchingProblem): Covering {
  const { variables, constants, literals } = partsOf("coveringTest", problem, problemKinds, "problem");
  requireWhole("coveringTest", "variables", variables);
  requireWhole("coveringTest", "constants", constants);
  requireList("coveringTest", "literals", literals, "an array of literals");
  for (let l = 0; l < literals.length; l++) requireLiteral(l, literals[l]);
  const words = Math.ceil(constants / 32);
  const relations = Array.from(literals, ({ variables: [first, second], pairs }, l) => {
    for (const variable of [first, second])
      requireWhole("coveringTest", `literal ${l}: variable`, variable, 0, variables - 1);
    if (first === second)
      throw new RangeError(`coveringTest: literal ${l} joins variable ${first} to itself, needs two`);
    // Row a: the constants b for which (a, b) holds, as bits; and the same for pairs (b, a).
    const [forward, backward] = [new Int32Array(constants * words), new Int32Array(constants * words)];
    for (const [a, b] of pairs) {
      for (const constant of [a, b]) requireWhole("coveringTest", `literal ${l}: constant`, constant, 0, constants - 1);
      forward[a * words + (b >> 5)] = (forward[a * words + (b >> 5)] as number) | (1 << (b & 31));
      backward[b * words + (a >> 5)] = (backward[b * words + (a >> 5)] as number) | (1 << (a & 31));
    }
    return { first, second, forward, backward };
  });
  const neighbors = Array.from({ length: variables }, (_, variable) =>
    relations.flatMap(({ first, second, forward, backward }) => {
      if (variable === first) return [{ other: second, rows: forward }];
      return variable === second ? [{ other: first, rows: backward }] : [];
    }),
  );

  // Constants left for each variable, as bits, at each depth of the search.
  const domains = Array.from({ length: variables + 1 }, () => new Int32Array(variables * words));
  const start = domains[0] as Int32Array;
  for (let variable = 0; variable < variables; variable++) {
    for (let constant = 0; constant < constants; constant++) {
      const possible = neighbors[variable]?.every(({ rows }) => anyBit(rows, constant * words, words));
      if (possible)
        start[variable * words + (constant >> 5)] =
          (start[variable * words + (constant >> 5)] as number) | (1 << (constant & 31));
    }
  }
  const assignment = new Array<number>(variables).fill(-1);
  let effort = 0;

  function extend(depth: number): boolean {
    if (depth === variables) return true;
    const here = domains[depth] as Int32Array;
    const below = domains[depth + 1] as Int32Array;
    const variable = tightest(here, assignment, words);
    for (let word = 0; word < words; word++) {
      for (let left = here[variable * words + word] as number; left !== 0; left &= left - 1) {
        const constant = 32 * word + 31 - Math.clz32(left & -left);
        effort++;
        below.set(here);
        const alive = (neighbors[variable] as (typeof neighbors)[0]).every(({ other, rows }) => {
          if (assignment[other] !== -1) return true;
          let any = 0;
          for (let w = 0; w < words; w++) {
            const narrowed = (below[other * words + w] as number) & (rows[constant * words + w] as number);
            below[other * words + w] = narrowed;
            any |= narrowed;
          }
          return any !== 0;
        });
        if (!alive) continue;
        assignment[variable] = constant;
        if (extend(depth + 1)) return true;
        assignment[variable] = -1;
      }
    }
    return false;
  }

  return extend(0) ? { kind: "covered", assignment, effort } : { kind: "not covered", effort };
}

function anyBit(bits: Int32Array, from: number, words: number): boolean {
  for (let w = from; w < from + words; w++) if (bits[w] !== 0) return true;
  return false;
}

/** The open variable with the fewest constants left. */
function tightest(domains: Int32Array, assignment: readonly number[], words: number): number {
  let [best, fewest] = [-1, Number.POSITIVE_INFINITY];
  for (const [variable, constant] of assignment.entries()) {
    if (constant !== -1) continue;
    let size = 0;
    for (let w = variable * words; w < (variable + 1) * words; w++) {
      for (let left = domains[w] as number; left !== 0; left &= left - 1) size++;
    }
    if (size < fewest) [best, fewest] = [variable, size];
  }
  return best;
}
