export { clearCache } from "./cache";
export type { Grid, PointOf, Widened } from "./grid";
export { gridPoints } from "./grid";
export { pointSeed } from "./pointSeed";
export type { Row, SweepOptions, SweepProgress } from "./sweep";
export { sweep } from "./sweep";
