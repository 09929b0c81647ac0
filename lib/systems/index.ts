export type { BlockOptions, Measured } from "../stats/jackknife";
export { type DoubleWell, type DoubleWellOptions, doubleWell } from "./doubleWell/doubleWell";
export { type IsingExact, isingExact } from "./ising/exact";
export { type Ising, type IsingOptions, ising } from "./ising/ising";
export { type IsingRecord, type IsingRun, type IsingRunOptions, isingRun } from "./ising/run";
export { type IsingSum, type IsingSumOptions, isingSum } from "./ising/sum";
