export type { BlockOptions, Measured } from "../stats/jackknife";
