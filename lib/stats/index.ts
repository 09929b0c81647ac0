export { binomialTail } from "./binomialTail";
export { type BootstrapInterval, bootstrapInterval } from "./bootstrapInterval";
export { coins } from "./coins";
export { type Detectable, detectableShare, type Undetectable } from "./detectableShare";
export {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredTail,
  fQuantile,
  fTail,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from "./distributions";
export { type Filled, type FillOptions, fillByComponents, type Gappy } from "./fillByComponents";
export type { BlockOptions, Measured } from "./jackknife";
export { measured } from "./measured";
export { type PrincipalComponents, principalComponents } from "./principalComponents";
export { type Random, random } from "./random";
