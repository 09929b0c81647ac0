export type { BlockOptions, Measured } from "../stats/jackknife";
export { type Coexistence, vanDerWaals } from "./fluid";
export {
  type Traffic,
  type TrafficExactOptions,
  type TrafficOptions,
  type TrafficResult,
  type TrafficRunOptions,
  traffic,
  trafficExact,
  trafficRun,
} from "./traffic";
