import { quantile } from "d3-array";
import type { Interval } from "../core/estimate";
import type { Numbers } from "../core/numbers";

/** The interval that holds the middle `confidence` of finite values, with as many below it as above; quantiles lie on a straight line between neighbors. */
export function centralInterval(values: Numbers, confidence: number): Interval {
  return {
    lower: quantile(values, (1 - confidence) / 2) as number,
    upper: quantile(values, (1 + confidence) / 2) as number,
  };
}
