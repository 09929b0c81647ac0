import {
  type Kinds,
  optionsOf,
  partsOf,
  requireList,
  requireNonNegative,
  requireRoom,
  requireWhole,
} from "../../core/require";
import { shown } from "../../core/shown";
import { random } from "../../stats/random";

/**
 * A formula in conjunctive normal form: all clauses must hold, and a clause holds if one of its literals does. A literal is the number of a variable,
 * counted from 1, with a minus sign if it is negated: `[[1, -2], [2, 3]]` is (x1 or not x2) and (x2 or x3), as in the DIMACS format.
 */
export interface SatInstance {
  /** Number of variables. */
  readonly variables: number;
  readonly clauses: readonly (readonly number[])[];
}

/** Options of a random formula. */
export interface RandomKSatOptions {
  /** n, number of variables, >= k. */
  readonly variables: number;
  /** Clauses per variable, >= 0; the number of clauses is ratio n, rounded. */
  readonly ratio: number;
  /** Literals per clause, >= 1. */
  readonly k: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const randomKSatOptions: Kinds<RandomKSatOptions> = {
  variables: "number",
  ratio: "number",
  k: "number",
  seed: "number",
};

/**
 * Random k-SAT: each clause is drawn independently, as k distinct random variables, each negated with probability 1/2. A clause may occur twice. With the
 * same seed, a longer formula begins with the clauses of a shorter one.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { randomKSat } from "@emergence/lib/systems";
 * randomKSat({ variables: 50, ratio: 4.2, k: 3, seed: 1 }).clauses.length; // => 210
 *
 * Source: Mitchell, Selman & Levesque 1992, Hard and easy distributions of SAT problems, AAAI-92: the fixed clause-length model.
 */
export function randomKSat(options: RandomKSatOptions): SatInstance {
  const { variables, ratio, k, seed } = optionsOf("randomKSat", options, randomKSatOptions);
  requireWhole("randomKSat", "k", k);
  requireWhole("randomKSat", "variables", variables, k);
  requireNonNegative("randomKSat", "ratio", ratio);
  requireRoom("randomKSat", "ratio * variables", ratio * variables);
  const { integer, int32 } = random(seed, "randomKSat");
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

/** Kinds of the parts of an instance, for their check. */
const instanceKinds: Kinds<SatInstance> = { variables: "number", clauses: "list" };

/** Checks that all literals are valid. */
export function requireInstance(caller: string, instance: SatInstance): void {
  const { variables, clauses } = partsOf(caller, instance, instanceKinds, "instance");
  requireList(caller, "clauses", clauses, "an array of clauses");
  requireWhole(caller, "variables", variables, 0);
  for (let c = 0; c < clauses.length; c++) {
    const clause: unknown = clauses[c];
    requireList(caller, `clause ${c}`, clause, "an array of literals");
    for (let i = 0; i < clause.length; i++) {
      const literal = clause[i] as number;
      if (Number.isInteger(literal) && literal !== 0 && Math.abs(literal) <= variables) continue;
      throw new RangeError(
        `${caller}: literal ${shown(literal)} in clause ${c}, needs 1 to ${variables} or -${variables} to -1`,
      );
    }
  }
}
