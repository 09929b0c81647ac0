export { binomialTail } from "./binomialTail";
export { type BootstrapInterval, bootstrapInterval } from "./bootstrapInterval";
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
export { type Random, random } from "./random";
