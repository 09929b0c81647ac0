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
export type { Boids, BoidsOptions } from "./flocks/boids";
export { boids } from "./flocks/boids";
export type { FlockExact, FlockExactOptions } from "./flocks/flockExact";
export { flockExact } from "./flocks/flockExact";
export type { Vicsek } from "./flocks/vicsek";
export { vicsek } from "./flocks/vicsek";
export type { Birds, VicsekOptions } from "./flocks/vicsekOptions";
export type { VicsekResult, VicsekRunOptions } from "./flocks/vicsekRun";
export { vicsekRun } from "./flocks/vicsekRun";
