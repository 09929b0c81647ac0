import { inNameOf, type Kinds, optionsOf } from "../../core/require";
import { requireInstance, type SatInstance } from "./instance";
import { search } from "./search";
import { twoSat } from "./twoSat";

/** Outcome of `satisfy`. */
export type Satisfaction =
  | {
      readonly kind: "satisfiable";
      /** One value per variable, that of variable i at index i - 1. */
      readonly assignment: readonly boolean[];
      readonly effort: number;
    }
  | { readonly kind: "unsatisfiable"; readonly effort: number };

/** Options of `satisfy`. */
export interface SatisfyOptions {
  /** "search" backtracks and takes any clauses; "components" takes clauses of at most two literals, in linear time. Default: "components" if possible. */
  readonly method?: "search" | "components";
}

/** Kinds of the options, for their check. */
export const satisfyOptions: Kinds<SatisfyOptions> = { method: ["search", "components"] };

/**
 * Decides a formula: an assignment under which every clause holds, or that there is none. The answer is always right, but the time may grow exponentially
 * (random 3-SAT near 4.3 clauses per variable: milliseconds at 100 variables, half a second at 200, minutes at 300).
 *
 * @param instance as `randomKSat` makes it, or any clauses
 * @param options `method`
 * @returns the outcome; `effort` is the number of dead ends of the search (contradictions from which it backtracked, or with which it ended), and 0 with
 * the method "components", which never backtracks
 * @throws RangeError for an invalid literal, or for long clauses with the method "components"
 * @example
 * import { satisfy } from "@emergence/lib/systems";
 * satisfy({ variables: 2, clauses: [[1, 2], [-1, 2], [1, -2]] }); // => ({ kind: "satisfiable", assignment: [true, true], effort: 0 })
 *
 * Source: Davis, Logemann & Loveland 1962, Commun. ACM 5, 394; two literals: Aspvall, Plass & Tarjan 1979, Inf. Process. Lett. 8, 121.
 */
export function satisfy(instance: SatInstance, options: SatisfyOptions = {}): Satisfaction {
  requireInstance("satisfy", instance);
  const long = Array.from(instance.clauses).find(({ length }) => length < 1 || length > 2);
  const { method = long === undefined ? "components" : "search" } = optionsOf("satisfy", options, satisfyOptions);
  if (method === "search") {
    const { values, effort } = search(instance);
    if (values === undefined) return { kind: "unsatisfiable", effort };
    return { kind: "satisfiable", assignment: Array.from(values.subarray(1), (value) => value > 0), effort };
  }
  if (long) throw new RangeError(`satisfy: a clause of ${long.length} literals, the method "components" needs 1 or 2`);
  const assignment = twoSat(instance);
  return assignment ? { kind: "satisfiable", assignment, effort: 0 } : { kind: "unsatisfiable", effort: 0 };
}

/**
 * Whether all clauses can hold at once, as true or false for `if (satisfiable(instance))`. `satisfy` returns the assignment and the effort too.
 *
 * @param instance as `randomKSat` makes it, or any clauses of literals 1 to n, negated by a minus sign
 * @throws RangeError for an invalid literal
 * @example
 * import { satisfiable } from "@emergence/lib/systems";
 * satisfiable({ variables: 1, clauses: [[1], [-1]] }); // => false
 *
 * Source: as `satisfy`.
 */
export function satisfiable(instance: SatInstance): boolean {
  return inNameOf("satisfiable", () => satisfy(instance)).kind === "satisfiable";
}
