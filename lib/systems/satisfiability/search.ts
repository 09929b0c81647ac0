import { max } from "d3-array";
import type { SatInstance } from "./instance";

/** Result of a search. `values` holds 1 or -1 for each variable from 1, or 0 if any value will do. */
export interface SearchResult {
  readonly values: Int8Array | undefined;
  readonly effort: number;
}

/**
 * Complete backtracking search with unit propagation (Davis, Logemann & Loveland 1962). Each clause counts its true and its open literals, which the
 * choice of the next variable needs anyway. Candidates are variables that occur with both signs in many short open clauses, weighted by
 * 5^(-open literals) (Freeman 1995); of these, the search branches on the one whose values shorten the most clauses in a look-ahead (Li & Anbulagan 1997).
 * Effort is the number of dead ends: contradictions from which the search backtracked, or with which it ended. The search is deterministic.
 */
export function search({ variables, clauses }: SatInstance): SearchResult {
  // Literal x is 2 x, its negation 2 x + 1.
  const code = (literal: number) => (literal > 0 ? 2 * literal : -2 * literal + 1);
  // A repeated literal adds nothing, and a clause with a literal and its negation always holds.
  const sets = clauses
    .map((clause) => [...new Set(clause)])
    .filter((clause) => clause.every((literal) => !clause.includes(-literal)))
    .map((clause) => clause.map(code));
  const offset = new Int32Array(sets.length + 1);
  for (const [c, clause] of sets.entries()) offset[c + 1] = (offset[c] as number) + clause.length;
  const literals = Int32Array.from(sets.flat());
  const { first, where } = occurrences(2 * variables + 2, sets);

  const values = new Int8Array(variables + 1);
  const truths = new Int32Array(sets.length);
  const open = Int32Array.from(sets, (clause) => clause.length);
  const weight = Float64Array.from({ length: Math.max(2, max(open) ?? 0) + 1 }, (_, length) => 5 ** -length);
  const score = new Float64Array(2 * variables + 2);
  const trail = new Int32Array(variables + 1);
  const waiting: number[] = [];
  let [height, effort, gained] = [0, 0, 0];
  const merits = new Float64Array(variables + 1);

  /** Makes a literal true; returns false if a clause has no literal left. Queues clauses that have one left. */
  function assign(literal: number): boolean {
    values[literal >> 1] = literal & 1 ? -1 : 1;
    trail[height++] = literal;
    for (let i = first[literal] as number; i < (first[literal + 1] as number); i++) {
      const clause = where[i] as number;
      truths[clause] = (truths[clause] as number) + 1;
    }
    const negated = literal ^ 1;
    let alive = true;
    for (let i = first[negated] as number; i < (first[negated + 1] as number); i++) {
      const clause = where[i] as number;
      const left = (open[clause] as number) - 1;
      open[clause] = left;
      if (truths[clause] !== 0) continue;
      gained += weight[left] as number;
      if (left > 1) continue;
      if (left === 0) alive = false;
      else waiting.push(clause);
    }
    return alive;
  }

  /** Makes a literal true and all that follows from it; returns false on a contradiction. */
  function propagate(literal: number): boolean {
    waiting.length = 0;
    if (!assign(literal)) return false;
    for (let clause = waiting.pop(); clause !== undefined; clause = waiting.pop()) {
      if (truths[clause] !== 0) continue;
      let free = -1;
      for (let i = offset[clause] as number; i < (offset[clause + 1] as number) && free < 0; i++) {
        if (values[(literals[i] as number) >> 1] === 0) free = literals[i] as number;
      }
      if (free < 0 || !assign(free)) return false;
    }
    return true;
  }

  function undo(to: number): void {
    while (height > to) {
      const literal = trail[--height] as number;
      values[literal >> 1] = 0;
      for (let i = first[literal] as number; i < (first[literal + 1] as number); i++) {
        truths[where[i] as number] = (truths[where[i] as number] as number) - 1;
      }
      const negated = literal ^ 1;
      for (let i = first[negated] as number; i < (first[negated + 1] as number); i++) {
        open[where[i] as number] = (open[where[i] as number] as number) + 1;
      }
    }
  }

  /** Open variables by merit, the best first, at most `ahead` of them; none if all clauses hold. */
  function candidates(): number[] {
    score.fill(0);
    for (let clause = 0; clause < truths.length; clause++) {
      if (truths[clause] !== 0) continue;
      const gain = weight[open[clause] as number] as number;
      for (let i = offset[clause] as number; i < (offset[clause + 1] as number); i++) {
        const literal = literals[i] as number;
        if (values[literal >> 1] === 0) score[literal] = (score[literal] as number) + gain;
      }
    }
    const best: number[] = [];
    for (let variable = 1; variable <= variables; variable++) {
      const merit = product(score[2 * variable] as number, score[2 * variable + 1] as number);
      if (merit === 0) continue;
      merits[variable] = merit;
      let place = best.length;
      while (place > 0 && (merits[best[place - 1] as number] as number) < merit) place--;
      if (place === ahead) continue;
      best.splice(place, 0, variable);
      if (best.length > ahead) best.pop();
    }
    return best;
  }

  /** Effect of making a literal true: the weight that clauses gain, or -1 for a contradiction. Changes nothing. */
  function lookAhead(literal: number): number {
    const before = height;
    gained = 0;
    const alive = propagate(literal);
    undo(before);
    return alive ? gained : -1;
  }

  /**
   * The literal to try first, 0 if all clauses hold, or -1 on a contradiction. Looks ahead along both values of the best candidates; if one value
   * fails at once, the other is fixed.
   */
  function choose(): number {
    for (let fixed = true; fixed; ) {
      fixed = false;
      let [best, most] = [0, -1];
      for (const variable of candidates()) {
        if (values[variable] !== 0) continue;
        const [yes, no] = [lookAhead(2 * variable), lookAhead(2 * variable + 1)];
        if (yes >= 0 && no >= 0) {
          const merit = product(yes, no);
          if (merit > most) [best, most] = [yes <= no ? 2 * variable : 2 * variable + 1, merit];
        } else if (propagate(yes < 0 ? 2 * variable + 1 : 2 * variable)) fixed = true;
        else return -1;
      }
      if (!fixed) return best;
    }
    return 0;
  }

  if (sets.some((clause) => clause.length === 0)) return { values: undefined, effort: 1 };
  for (const [single = 0] of sets.filter((clause) => clause.length === 1)) {
    const set = values[single >> 1] as number;
    if (set === (single & 1 ? -1 : 1)) continue;
    if (set !== 0 || !propagate(single)) return { values: undefined, effort: 1 };
  }
  // Branchings above: height of the trail before each, and the value not yet tried, or 0.
  const [heights, others]: [number[], number[]] = [[], []];
  for (;;) {
    let literal = choose();
    if (literal === 0) return { values, effort };
    if (literal > 0) {
      heights.push(height);
      others.push(literal ^ 1);
      if (propagate(literal)) continue;
    }
    do {
      effort++;
      let other = 0;
      while (other === 0) {
        const below = heights.at(-1);
        if (below === undefined) return { values: undefined, effort };
        undo(below);
        other = others.pop() as number;
        if (other === 0) heights.pop();
      }
      others.push(0);
      literal = other;
    } while (!propagate(literal));
  }
}

/** Number of candidates for the look-ahead. */
const ahead = 10;

/** High if both sides are. */
const product = (yes: number, no: number): number => 1024 * yes * no + yes + no;

/** Clauses of each literal, in turn. */
function occurrences(codes: number, sets: readonly (readonly number[])[]): { first: Int32Array; where: Int32Array } {
  const first = new Int32Array(codes + 1);
  for (const clause of sets) for (const literal of clause) first[literal + 1] = (first[literal + 1] as number) + 1;
  for (let i = 1; i <= codes; i++) first[i] = (first[i] as number) + (first[i - 1] as number);
  const fill = first.slice();
  const where = new Int32Array(first[codes] as number);
  for (const [c, clause] of sets.entries()) {
    for (const literal of clause) {
      where[fill[literal] as number] = c;
      fill[literal] = (fill[literal] as number) + 1;
    }
  }
  return { first, where };
}
