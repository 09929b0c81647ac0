import type { FitRecord } from "./covariance";
import { toValues } from "./model";
import type { FitResult } from "./result";
import { SquaresFit } from "./squaresFit";

/** A finished descent as a fit, or as none, with the reason. */
export function summarize<Name extends string>(record: FitRecord<Name>): FitResult<Name> {
  const { model, descent } = record;
  const found = new SquaresFit(record);
  if (descent.stop === "converged" || descent.stop === "stalled") return found;
  const reason =
    descent.stop === "overflow"
      ? `${model.name} is not finite at the start: give a start or bounds closer to the data`
      : `the sum of squares still fell after ${descent.iterations} iterations${lost(found.direction)}; hold a parameter, bound it, or start nearer`;
  return { kind: "failed", name: model.name, reason, parameters: toValues(model.parameters, descent.parameters) };
}

/** What ran away, where something did: the best curve is then a limit that no finite parameters reach. */
function lost(direction: string): string {
  return direction === "" ? "" : `, the best curve may lie at infinity: ${direction}`;
}
