import { inNameOf, type Kinds, optionsOf, requireFinite, requireInside, requireList } from "../../core/require";
import { studentTest } from "../../stats/studentTest";
import { benjaminiHochberg } from "../curve/benjaminiHochberg";

/** Kinds of the options, for their check. */
const sidesOptions: Kinds<{ readonly fdr?: number }> = { fdr: "number" };

/**
 * On which side of a level the mean over seeds lies, for a table of curves: 1 above, -1 below, 0 where one cannot tell.
 *
 *     side = sign(mean over seeds - level) if Student's test of the seeds rejects the level, else 0
 *
 * Two-sided tests, one per curve and checkpoint, together at the false discovery rate `fdr` (Benjamini and Hochberg): of the signs
 * given, at most this share is expected to be luck. Seeds count as independent runs, whatever the number of questions behind a score.
 *
 * @param scores `scores[curve][checkpoint]`: at least two seeds' scores, in any unit
 * @param level the score to compare with, such as that of guessing
 * @param options `fdr`: default 0.05
 * @returns `sides[curve][checkpoint]`
 * @throws RangeError for no curve, fewer than two seeds, a score or level that is not finite
 * @example
 * import { sidesOverSeeds } from "@emergence/lib/measures";
 * sidesOverSeeds([[[0.4, 0.6, 0.5], [0.9, 0.91, 0.92]]], 0.5); // => [[0, 1]]
 *
 * Source: Student 1908, Biometrika 6, 1-25; Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57, 289-300.
 */
export function sidesOverSeeds(
  scores: readonly (readonly (readonly number[])[])[],
  level: number,
  options: { readonly fdr?: number } = {},
): number[][] {
  requireList("sidesOverSeeds", "scores", scores, "an array of curves");
  if (scores.length === 0) throw new RangeError("sidesOverSeeds: no curves, needs at least one");
  requireFinite("sidesOverSeeds", "level", level);
  const { fdr = 0.05 } = optionsOf("sidesOverSeeds", options, sidesOptions);
  requireInside("sidesOverSeeds", "fdr", fdr);
  const tests = Array.from(scores, (curve, i) => {
    requireList("sidesOverSeeds", `scores[${i}]`, curve, "an array of checkpoints");
    return Array.from(curve, (seeds) => inNameOf("sidesOverSeeds", () => studentTest(seeds, level)));
  });
  const { rejected } = benjaminiHochberg(
    tests.flat().map(({ p }) => p),
    { fdr },
  );
  let next = 0;
  return tests.map((curve) => curve.map(({ t }) => (rejected[next++] ? Math.sign(t) : 0)));
}
