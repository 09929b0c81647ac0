import { requireFit } from "./requireFit";

import type { BinomialFit, BinomialResult, Fit, FitResult } from "./result";

/**
 * The fit itself, or an Error with the reason if it failed: for a cell that cannot go on without it.
 *
 * @param result what `fit` or `fitBinomial` returned
 * @returns the same object, known to be a fit
 * @throws Error "unwrapFit: NAME: REASON" if the fit failed
 * @example
 * import { curves, fit, unwrapFit } from "@emergence/lib/fit";
 * const line = unwrapFit(fit(curves.line, [0, 1, 2, 3], [1, 3, 5, 7]));
 * line.predict(10); // => 21
 */
export function unwrapFit<Name extends string>(result: FitResult<Name>): Fit<Name>;
export function unwrapFit<Name extends string>(result: BinomialResult<Name>): BinomialFit<Name>;
export function unwrapFit<Name extends string>(
  result: FitResult<Name> | BinomialResult<Name>,
): Fit<Name> | BinomialFit<Name> {
  if (result?.kind === "failed") throw new Error(`unwrapFit: ${result.name}: ${result.reason}`);
  requireFit("unwrapFit", "the result", result);
  return result;
}
