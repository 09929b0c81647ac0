import type { Parameter } from "../networks/network";
import type { Places } from "./optimizer";

/** The stretches of parameters that learn at one rate: all of them, or each matrix by itself. */
export function partsByRate(
  parameters: readonly Parameter[],
  { size, ...at }: Places,
): (Places & { readonly rate: number })[] {
  if (parameters.every(({ rate }) => rate === undefined)) return [{ size, ...at, rate: 1 }];
  return parameters.map(({ at: from, rows, stride, rate = 1 }) => ({
    size: rows * stride,
    weights: at.weights + from,
    gradients: at.gradients + from,
    first: at.first + from,
    second: at.second + from,
    rate,
  }));
}
