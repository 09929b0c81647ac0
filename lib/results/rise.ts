import type { Curve } from "../definitions/evidence/curve";
import { fit } from "../fit/fit";
import { logistic4 } from "../fit/model/curves/logistic4";
import type { ResultReport } from "./types";

const points = 80;

/** The S that fits the scores best, over the range of their scales. */
export function riseOf({ x, y, log, span }: Curve): ResultReport["rise"] {
  if (y.length <= logistic4.parameters.length) return undefined;
  const fitted = fit(logistic4, x, y);
  if (fitted.kind === "failed") return undefined;
  const at = Array.from({ length: points }, (_, i) => (x[0] as number) + (span * i) / (points - 1));
  return { scale: log ? at.map((one) => 10 ** one) : at, score: Array.from(fitted.predict(at)) };
}
