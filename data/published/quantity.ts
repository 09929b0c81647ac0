/** Cars on a ring, van der Waals' fluid, steam (03-quantity-into-quality). */
import { counted, type Entry } from "./entry";

export type QuantityId =
  | "traffic-flow-low"
  | "traffic-flow-half"
  | "traffic-kink"
  | "traffic-detector-points"
  | "van-der-waals-tension"
  | "van-der-waals-order-exponent"
  | "steam-boiling-point";

const digits = { tolerance: { absolute: 5e-7 }, toleranceReason: "half a unit of the sixth decimal given" } as const;
const flow = {
  ...digits,
  unit: "cars per cell and step",
  source: "closed form: Schreckenberg, Schadschneider, Nagel & Ito 1995",
  status: "exact",
} as const;
const fluid = { unit: "no unit", source: "closed form for van der Waals' fluid", status: "exact" } as const;

export const quantity: Record<QuantityId, Entry> = {
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
    status: "exact",
    ...digits,
  },
  "traffic-detector-points": {
    ...counted,
    claim: "points of the detector data",
    value: 4879,
    unit: "points",
    source: "Cheng, Liu, Lin & Zhou 2021, test data",
    locator: "three matrices of 41 by 119",
    status: "derived",
  },
  "van-der-waals-tension": {
    ...fluid,
    claim: "temperature below which the liquid can be stretched (pressure under 0), 27/32",
    value: 0.84375,
    locator: "p = 0 and dp/dv = 0 at v = 2/3",
    tolerance: { absolute: 1e-9 },
    toleranceReason: "a fraction in closed form",
  },
  "van-der-waals-order-exponent": {
    ...fluid,
    claim: "exponent with which liquid and vapor become alike at the critical point",
    value: 0.5,
    locator: "difference of densities 4 (1 - T)^(1/2)",
    tolerance: { absolute: 1e-4 },
    toleranceReason: "read between 1e-4 and 1e-6 below the critical temperature, where the next term is of that order",
  },
  "steam-boiling-point": {
    claim: "temperature at which the vapor pressure of water is 760 mmHg",
    value: 100,
    unit: "degrees C",
    source: "literature value named beside the steam data",
    locator: "description of the table steam",
    status: "secondary",
    tolerance: { absolute: 0.5 },
    toleranceReason: "half a degree, the last place given",
    note: "The 13 measurements scatter by several percent, and a percent of pressure is a quarter of a degree. The interval around our value holds 100.",
  },
};
