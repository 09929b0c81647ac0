import { between } from "./curves/initialGuesses";
import type { Shape } from "./model";
import { projection } from "./projection";
import { linearParameters } from "./structure";
import { compile, type Entry, withSides } from "./tape";

/** Number of places at which a kink is tried. */
const most = 20;

/**
 * Candidates for a formula with one `max` or `min` of two: where the data change from one operand to the other is tried between neighboring
 * x, both ways round, and the parameters in which the operands are linear are solved for on their own sides. The others are as in `others`.
 */
export function kinkCandidates(
  data: Shape,
  entries: readonly Entry[],
  parameters: readonly string[],
  others: readonly (readonly number[])[],
): number[][] {
  const kinks = entries.filter((entry) => entry.kind === "binary" && /^m(ax|in)$/.test(entry.operator));
  if (kinks.length !== 1 || others.length === 0) return [];
  const gaps = between(data.x);
  const every = Math.max(1, gaps.length / most);
  const places = Array.from({ length: Math.min(most, gaps.length) }, (_, i) => gaps[Math.floor(i * every)] as number);
  return [false, true].flatMap((exchanged) => {
    const split = splitAt(entries, parameters.length, exchanged);
    const linear = linearParameters(split, parameters);
    if (linear.length === 0) return [];
    const solve = projection(data, compile(split), [...parameters, ""], linear);
    return places.map((place, k) => solve([...(others[k % others.length] as number[]), place]).values.slice(0, -1));
  });
}

/** The tape with a choice by x < place in place of the `max` or `min`; `place` is a further parameter, the last. */
function splitAt(entries: readonly Entry[], place: number, exchanged: boolean): Entry[] {
  const ahead: Entry[] = [
    { kind: "predictor", index: 0 },
    { kind: "parameter", index: place },
    { kind: "binary", operator: "<", left: 0, right: 1 },
  ];
  const shift = ahead.length;
  const moved = entries.map((entry): Entry => {
    const shifted = withSides(entry, (position) => position + shift);
    if (shifted.kind !== "binary" || !/^m(ax|in)$/.test(shifted.operator)) return shifted;
    const { left, right } = shifted;
    return { kind: "choice", condition: 2, left: exchanged ? right : left, right: exchanged ? left : right };
  });
  return [...ahead, ...moved];
}
