export { type Traffic, type TrafficOptions, traffic } from "./traffic";
export { type TrafficExactOptions, trafficExact } from "./trafficExact";
export { type TrafficResult, type TrafficRunOptions, trafficRun } from "./trafficRun";
