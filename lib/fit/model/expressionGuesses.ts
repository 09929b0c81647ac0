import { random } from "../../stats/random";
import type { Shape } from "./model";

/** Number of candidates per parameter to be guessed, and in all; more do not help a formula of ten parameters. */
const perParameter = 150;
const most = 600;

/**
 * Candidate starts for a formula of which nothing is known: every nonlinear parameter is drawn at random, from a fixed seed,
 * as a size over six decades, as a rate over the range of x, or as a position within it.
 */
export function expressionCandidates(
  { xMin, xSpan }: Shape,
  parameters: readonly string[],
  linear: readonly string[],
): number[][] {
  const guessed = parameters.filter((name) => !linear.includes(name)).length;
  const { uniform } = random(1);
  const decades = (low: number, high: number) => (uniform() < 0.3 ? -1 : 1) * 10 ** (low + (high - low) * uniform());
  function draw(): number {
    const kind = uniform();
    if (kind < 1 / 3) return decades(-3, 3);
    return kind < 2 / 3 ? decades(-1, 2) / xSpan : xMin + xSpan * (1.4 * uniform() - 0.2);
  }
  const ones = parameters.map(() => 1);
  const count = guessed === 0 ? 0 : Math.min(most, perParameter * guessed);
  return [ones, ...Array.from({ length: count }, () => parameters.map(draw))];
}
