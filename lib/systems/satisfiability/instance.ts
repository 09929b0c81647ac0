import { requireNonNegative, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

/**
 * A formula in conjunctive normal form: all clauses must hold, a clause holds if one of its literals does. A literal is the number of a variable,
 * from 1, with a minus sign where it is negated: `[[1, -2], [2, 3]]` is (x1 or not x2) and (x2 or x3), as in the DIMACS format.
 */
export interface SatInstance {
  /** Number of variables. */
  readonly variables: number;
  readonly clauses: readonly (readonly number[])[];
}

/** A random formula. */
export interface RandomKSatOptions {
  /** Number of variables n, from k. */
  readonly variables: number;
  /** Clauses per variable, from 0; the number of clauses is the nearest whole number to ratio n. */
  readonly ratio: number;
  /** Literals in a clause, from 1. */
  readonly k: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/**
 * Random k-SAT: each clause is drawn on its own, k distinct variables by chance and each negated by a fair coin. A clause may come twice. With the same
 * seed, more clauses begin with the same ones.
 *
 * @throws RangeError for an impossible option
 * @example
 * import { randomKSat } from "@emergence/lib/systems";
 * randomKSat({ variables: 50, ratio: 4.2, k: 3, seed: 1 }).clauses.length; // => 210
 *
 * Source: Mitchell, Selman & Levesque 1992, Hard and easy distributions of SAT problems, AAAI-92: the fixed clause-length model.
 */
export function randomKSat({ variables, ratio, k, seed }: RandomKSatOptions): SatInstance {
  requireWhole("randomKSat", "k", k);
  requireWhole("randomKSat", "variables", variables, k);
  requireNonNegative("randomKSat", "ratio", ratio);
  const { integer, int32 } = random(seed);
  const clauses = Array.from({ length: Math.round(ratio * variables) }, () => {
    const clause: number[] = [];
    while (clause.length < k) {
      const variable = integer(1, variables);
      if (!clause.some((literal) => Math.abs(literal) === variable)) clause.push(int32() < 0 ? -variable : variable);
    }
    return clause;
  });
  return { variables, clauses };
}

/** Throws where literals are no literals. */
export function requireInstance(caller: string, { variables, clauses }: SatInstance): void {
  requireWhole(caller, "variables", variables, 0);
  for (const [c, clause] of clauses.entries()) {
    for (const literal of clause) {
      if (Number.isInteger(literal) && literal !== 0 && Math.abs(literal) <= variables) continue;
      throw new RangeError(
        `${caller}: literal ${literal} in clause ${c}, needs one of 1 to ${variables}, or of -1 to -${variables}`,
      );
    }
  }
}
