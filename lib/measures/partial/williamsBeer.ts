import { sum } from "d3-array";
import { marginal, type Redundancy, type Triple } from "./triple";

/**
 * I_min: for each value of the target the smallest specific information of a source, averaged:
 *
 *     redundancy = sum_t p(t) min over sources s of sum_s p(s | t) log2(p(t | s) / p(t))
 *
 * Source: Williams & Beer 2010, Nonnegative decomposition of multivariate information.
 */
export const williamsBeer: Redundancy = (triple) => {
  const [first, second] = [specific(triple, "x"), specific(triple, "y")];
  return sum(first, (value, t) => Math.min(value, second[t] as number));
};

/** p(t) times the specific information of one source about each value t of the target. */
function specific(triple: Triple, source: "x" | "y"): Float64Array {
  const pt = marginal(triple, "t").sums;
  const ps = marginal(triple, source).sums;
  const both = marginal(triple, source === "x" ? "tx" : "ty").sums;
  return pt.map((p, t) => {
    let sum = 0;
    for (let s = 0; s < ps.length; s++) {
      const joint = both[t * ps.length + s] as number;
      if (joint > 0) sum += joint * Math.log2(joint / (p * (ps[s] as number)));
    }
    return sum;
  });
}
