// Sharpness of one metric's curve, if the data determine a logistic fit.
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { fitBinomial } from "../../fit/binomial";
import { fit } from "../../fit/fit";
import { logistic } from "../../fit/model/curves/logistic";
import { logistic4 } from "../../fit/model/curves/logistic4";
import type { Metric } from "./metricScores";

import { type Sharpness, sharpness } from "./sharpness";

/** Sharpness of a logistic curve: a likelihood fit for counts, else least squares with a free floor, weighted by the standard errors if given. */
export function fittedSharpness(x: Numbers, metric: Metric, confidence: number): Sharpness | Failure {
  const { scores, counts, standardErrors } = metric;
  const needed = (counts ? logistic : logistic4).parameters.length;
  if (x.length <= needed) {
    return { kind: "failed", reason: `${x.length} scales do not test a curve of ${needed} parameters` };
  }
  const weighted = standardErrors?.every((error) => error > 0) ? { sigma: standardErrors, absoluteSigma: true } : {};
  const found = counts
    ? fitBinomial(logistic, x, counts.successes, counts.trials)
    : fit(logistic4, x, scores, weighted);
  if (found.kind === "failed") return { kind: "failed", reason: found.reason };
  if (!found.identifiable) return { kind: "failed", reason: `not fixed by the data: ${found.direction}` };
  return sharpness(found, { confidence });
}
