import type { Estimate } from "../../core/estimate";
import type { Numbers } from "../../core/numbers";
import { studentCdf } from "../../stats/distributions";

/** Degrees of freedom of a parabola in loss and one slope in size. */
const parameters = 4;

/**
 * Slope of the score in size at equal loss, among the models below a threshold: least squares of the score on 1, u, u^2 and the size, u = threshold - loss.
 * Undefined if fewer than 3 models more than parameters are left, or if their size follows from their loss.
 */
export function sizeEffect(
  loss: Numbers,
  score: Numbers,
  size: Numbers,
  threshold: number,
): (Estimate & { readonly p: number }) | undefined {
  const kept = Array.from(loss, (_, i) => i).filter((i) => (loss[i] as number) < threshold);
  const degrees = kept.length - parameters;
  if (degrees < 3) return undefined;
  const deepest = Math.max(...kept.map((i) => threshold - (loss[i] as number)));
  const powers = [0, 1, 2].map((power) => kept.map((i) => ((threshold - (loss[i] as number)) / deepest) ** power));
  const basis: number[][] = [];
  for (const column of powers) {
    const rest = without(column, basis);
    const norm = Math.sqrt(dot(rest, rest));
    if (norm > 1e-9 * Math.sqrt(dot(column, column))) basis.push(rest.map((one) => one / norm));
  }
  const sizes = kept.map((i) => size[i] as number);
  const own = without(sizes, basis);
  const variance = dot(own, own);
  if (!(variance > 1e-16 * dot(sizes, sizes))) return undefined;
  const values = without(
    kept.map((i) => score[i] as number),
    basis,
  );
  const mean = dot(own, values) / variance;
  const rest = values.map((one, i) => one - mean * (own[i] as number));
  const standardError = Math.sqrt(dot(rest, rest) / degrees / variance);
  const p = standardError > 0 ? 2 * studentCdf(-Math.abs(mean) / standardError, degrees) : Number(mean === 0);
  return { mean, standardError, p };
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, i) => sum + one * (b[i] as number), 0);

/** What is left of a column once orthonormal ones are taken out, twice for the last digits. */
function without(column: readonly number[], basis: readonly (readonly number[])[]): number[] {
  let rest = [...column];
  for (const one of [...basis, ...basis]) {
    const along = dot(rest, one);
    rest = rest.map((value, i) => value - along * (one[i] as number));
  }
  return rest;
}
