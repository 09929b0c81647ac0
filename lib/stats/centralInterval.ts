import { quantile } from "d3-array";
import type { Interval } from "../core/estimate";
import type { Numbers } from "../core/numbers";

/** Central interval of finite values: the quantiles (1 -+ confidence) / 2, interpolated linearly between neighbors. */
export function centralInterval(values: Numbers, confidence: number): Interval {
  return {
    lower: quantile(values, (1 - confidence) / 2) as number,
    upper: quantile(values, (1 + confidence) / 2) as number,
  };
}
