/** Cars on a ring, and real ones (03-quantity-into-quality). */
import { counted, entries } from "./entry";

const digits = { tolerance: { absolute: 5e-7 }, toleranceReason: "half a unit of the sixth decimal given" } as const;

const flow = {
  ...digits,
  unit: "cars per cell and step",
  source: "closed form: Schreckenberg, Schadschneider, Nagel & Ito 1995",
  class: "exact",
} as const;

export const traffic = entries({
  "traffic-flow-low": {
    ...flow,
    claim: "flow of the road at density .3, speed limit 1, slowdown .25",
    value: 0.195862,
    locator: "J = (1 - sqrt(1 - 4 (1 - p) rho (1 - rho))) / 2",
  },
  "traffic-flow-half": {
    ...flow,
    claim: "flow of the road at density .5, speed limit 1, slowdown .5",
    value: 0.146447,
    locator: "J = (1 - sqrt(1 - 4 (1 - p) rho (1 - rho))) / 2",
  },
  "traffic-kink": {
    claim: "density at which the flow is greatest, speed limit 5, no slowdowns: 1 / (5 + 1)",
    value: 0.166667,
    unit: "cars per cell",
    source: "closed form: Nagel & Herrmann 1993",
    locator: "J = min(rho vmax, 1 - rho)",
    class: "exact",
    ...digits,
  },
  "traffic-detector-points": {
    ...counted,
    claim: "points of the detector data",
    value: 4879,
    unit: "points",
    source: "Cheng, Liu, Lin & Zhou 2021, test data",
    locator: "three matrices of 41 by 119",
    class: "derived",
  },
});
