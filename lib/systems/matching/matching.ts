import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

/** A relational hypothesis, and an example to test it on. */
export interface MatchingProblem {
  /** n, number of variables of the hypothesis, numbered 0 to n - 1. */
  readonly variables: number;
  /** L, number of constants, numbered 0 to L - 1; each variable is assigned one. */
  readonly constants: number;
  /** m literals, each with its own predicate: the two variables that it joins, and the pairs of constants for which it holds in the example. */
  readonly literals: readonly MatchingLiteral[];
}

/** A literal of the hypothesis, with its relation in the example. */
export interface MatchingLiteral {
  readonly variables: readonly [number, number];
  readonly pairs: readonly (readonly [number, number])[];
}

/** Options of a random covering test. */
export interface MatchingOptions {
  /** n, number of variables of the hypothesis, >= 2. */
  readonly variables: number;
  /** m, number of binary predicates, >= n - 1: the first n - 1 join the variables into a chain, so that the hypothesis is connected. */
  readonly predicates: number;
  /** L, number of constants of the example, >= 2. */
  readonly constants: number;
  /** N, number of pairs of constants for which each predicate holds, 1 to L^2. */
  readonly pairs: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const matchingOptions: Kinds<MatchingOptions> = {
  variables: "number",
  predicates: "number",
  constants: "number",
  pairs: "number",
  seed: "number",
};

/**
 * A random covering test, which a relational learner must do for every hypothesis and every example: is there a constant for each variable such that all
 * predicates hold? Predicates 1 to n - 1 join neighbors in a chain, the others join two distinct random variables. Each holds for N of the L^2 pairs of
 * constants, drawn without replacement.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { randomMatching } from "@emergence/lib/systems";
 * randomMatching({ variables: 4, predicates: 6, constants: 10, pairs: 30, seed: 1 }).literals.length; // => 6
 *
 * Source: Giordana & Saitta 2000, Phase transitions in relational learning, Mach. Learn. 41, 217; Botta, Giordana, Saitta & Sebag 2003, Relational
 * learning as search in a critical region, J. Mach. Learn. Res. 4, 431.
 */
export function randomMatching(options: MatchingOptions): MatchingProblem {
  const { variables, predicates, constants, pairs, seed } = optionsOf("randomMatching", options, matchingOptions);
  requireWhole("randomMatching", "variables", variables, 2);
  requireWhole("randomMatching", "predicates", predicates, variables - 1);
  requireWhole("randomMatching", "constants", constants, 2);
  requireWhole("randomMatching", "pairs", pairs);
  const cells = constants * constants;
  if (pairs > cells) throw new RangeError(`randomMatching: pairs ${pairs}, needs at most constants^2, here ${cells}`);
  const { integer } = random(seed, "randomMatching");
  const literals = Array.from({ length: predicates }, (_, p): MatchingLiteral => {
    const first = p < variables - 1 ? p : integer(0, variables - 1);
    const other = p < variables - 1 ? p + 1 : integer(0, variables - 2);
    const second = p >= variables - 1 && other >= first ? other + 1 : other;
    const drawn = new Set<number>();
    // Floyd's algorithm to draw without replacement.
    for (let top = cells - pairs; top < cells; top++) {
      const cell = integer(0, top);
      drawn.add(drawn.has(cell) ? top : cell);
    }
    const pairsOf = [...drawn].map((cell) => [Math.floor(cell / constants), cell % constants] as const);
    return { variables: [first, second], pairs: pairsOf };
  });
  return { variables, constants, literals };
}

/** Kinds of the options, for their check. */
const expectedMatchesOptions: Kinds<Omit<MatchingOptions, "seed">> = {
  variables: "number",
  predicates: "number",
  constants: "number",
  pairs: "number",
};

/**
 * Expected number of matches in a random covering test,
 *
 *     L^n (N / L^2)^m
 *
 * The line on which it is 1, m = n ln L / (2 ln L - ln N), is an estimate of where matching breaks down. It is not an exact threshold: the mean is
 * dominated by rare examples with very many matches.
 *
 * @param options those of `randomMatching`, without a seed
 * @throws RangeError for an option out of range
 * @example
 * import { expectedMatches } from "@emergence/lib/systems";
 * expectedMatches({ variables: 2, predicates: 1, constants: 10, pairs: 30 }); // => 30
 *
 * Source: Giordana & Saitta 2000, Mach. Learn. 41, 217; after Smith & Dyer 1996, Artif. Intell. 81, 155.
 */
export function expectedMatches(options: Omit<MatchingOptions, "seed">): number {
  const { variables, predicates, constants, pairs } = optionsOf("expectedMatches", options, expectedMatchesOptions);
  requireWhole("expectedMatches", "variables", variables, 2);
  requireWhole("expectedMatches", "predicates", predicates, 0);
  requireWhole("expectedMatches", "constants", constants, 1);
  requireWhole("expectedMatches", "pairs", pairs, 0);
  return constants ** (variables - 2 * predicates) * pairs ** predicates;
}
