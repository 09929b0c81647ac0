import type { Robustness } from "../problem/leastSquares";
import type { Outcome } from "../solver/minimize";

/** Sentences to read before trusting the numbers. */
export function warn(state: {
  readonly direction: string;
  readonly stop: Outcome["stop"];
  readonly degreesOfFreedom: number;
  readonly atBound: readonly string[];
  readonly robustness: Robustness;
  readonly n: number;
  readonly moving: number;
}): string[] {
  const { direction, stop, degreesOfFreedom, atBound, robustness, n, moving } = state;
  const warnings: string[] = [];
  if (direction !== "") warnings.push(`the data do not determine all parameters: ${direction}`);
  if (stop === "stalled")
    warnings.push("the descent ended before the gradient vanished: the minimum is known to few digits");
  if (degreesOfFreedom === 0)
    warnings.push(`as many parameters as points (${n}): the curve goes through them, and no error can be estimated`);
  if (atBound.length > 0)
    warnings.push(`${atBound.join(", ")} ended at a bound: standard errors assume that it could move further`);
  if (robustness.loss !== "linear") {
    warnings.push(
      `the loss is ${robustness.loss} for residuals above ${robustness.scale.toPrecision(3)}: rss and AIC use plain squares`,
    );
  }
  if (degreesOfFreedom > 0 && n < 3 * moving) warnings.push(`${n} points for ${moving} parameters: errors are rough`);
  return warnings;
}
