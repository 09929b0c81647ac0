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
export { type Filled, type FillOptions, fillByComponents, type Gappy } from "./fillByComponents";
export { type PrincipalComponents, principalComponents } from "./principalComponents";
export { type Random, random } from "./random";
