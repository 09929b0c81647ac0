import { isFlat } from "./elementary";
import { isProduct, isTruth } from "./operators";
import type { Entry } from "./tape";

/** Parameters in which the formula is jointly linear, chosen greedily in their order. */
export function linearParameters(entries: readonly Entry[], parameters: readonly string[]): string[] {
  const taken = new Set<number>();
  for (const index of parameters.keys()) {
    taken.add(index);
    if (degree(entries, taken) > 1) taken.delete(index);
  }
  return parameters.filter((_, index) => taken.has(index));
}

/** Degree of the formula in the given parameters; Infinity if it is not a polynomial in them. */
function degree(entries: readonly Entry[], of: ReadonlySet<number>): number {
  const degrees: number[] = [];
  const at = (position: number) => degrees[position] as number;
  for (const entry of entries) degrees.push(degreeOf(entry, at, of));
  return degrees.at(-1) ?? 0;
}

function degreeOf(entry: Entry, at: (position: number) => number, of: ReadonlySet<number>): number {
  const never = Number.POSITIVE_INFINITY;
  if (entry.kind === "parameter") return of.has(entry.index) ? 1 : 0;
  if (entry.kind === "call") return entry.name === "negate" || at(entry.of) === 0 ? at(entry.of) : never;
  if (entry.kind === "constant" || entry.kind === "predictor") return 0;
  const [left, right] = [at(entry.left), at(entry.right)];
  if (entry.kind === "choice") return at(entry.condition) === 0 ? Math.max(left, right) : never;
  if (entry.operator === "+" || entry.operator === "-") return Math.max(left, right);
  if (isProduct(entry.operator)) return left + right;
  if (entry.operator === "/" && right === 0) return left;
  return left === 0 && right === 0 ? 0 : never;
}

/**
 * Parameters that are places on the axis of the first predictor, since it is compared with them: x < x0, sign(x - x0), max(0, x - x0). A jump
 * or a kink lies there.
 */
export function placesOf(entries: readonly Entry[], parameters: readonly string[]): string[] {
  const found = new Set<number>();
  for (const entry of entries) {
    if (entry.kind === "binary" && (isTruth(entry.operator) || /^m(ax|in)$/.test(entry.operator))) {
      note(entry.left, entry.right);
      for (const side of [entry.left, entry.right]) difference(side);
    } else if (entry.kind === "call" && (isFlat(entry.name) || entry.name === "abs")) difference(entry.of);
  }
  return parameters.filter((_, index) => found.has(index));

  function difference(position: number): void {
    const entry = entries[position] as Entry;
    if (entry.kind === "binary" && entry.operator === "-") note(entry.left, entry.right);
  }
  function note(left: number, right: number): void {
    const sides = [entries[left] as Entry, entries[right] as Entry];
    const place = sides.find((side) => side.kind === "parameter");
    if (place?.kind === "parameter" && sides.some((side) => side.kind === "predictor" && side.index === 0))
      found.add(place.index);
  }
}

/** Parameters on which the value depends in jumps alone, so that its derivative by them is 0. */
export function flatParameters(entries: readonly Entry[], parameters: readonly string[]): string[] {
  const reached = new Set<number>([entries.length - 1]);
  const steep = new Set<number>();
  for (let at = entries.length - 1; at >= 0; at--) {
    if (!reached.has(at)) continue;
    const entry = entries[at] as Entry;
    if (entry.kind === "parameter") steep.add(entry.index);
    else if (entry.kind === "call" && !isFlat(entry.name)) reached.add(entry.of);
    else if (entry.kind === "choice" || (entry.kind === "binary" && !isTruth(entry.operator)))
      for (const side of [entry.left, entry.right]) reached.add(side);
  }
  return parameters.filter((_, index) => !steep.has(index));
}
