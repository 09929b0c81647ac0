import type { Estimate } from "../../core/estimate";
import type { Numbers } from "../../core/numbers";
import { slopeAtEqual } from "./slopeAtEqual";

/**
 * Slope of the score in size at equal loss, among the models below a threshold: a parabola in the loss is held.
 * Undefined if fewer than 3 models more than parameters are left, or if their size follows from their loss.
 */
export function sizeEffect(
  loss: Numbers,
  score: Numbers,
  size: Numbers,
  threshold: number,
): (Estimate & { readonly p: number }) | undefined {
  const kept = Array.from(loss, (_, i) => i).filter((i) => (loss[i] as number) < threshold);
  if (kept.length < 7) return undefined; // four parameters
  const of = (values: Numbers) => kept.map((i) => values[i] as number);
  const found = slopeAtEqual(of(loss), of(size), of(score), { degree: 2 });
  if (found.kind === "failed") return undefined;
  const { mean, standardError, p } = found;
  return { mean, standardError, p };
}
