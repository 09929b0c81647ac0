/** Order of coupled oscillators, and total correlation of known specimens (02-whole-minus-parts). */
import type { Entry } from "./entry";

export type WholesId =
  | "kuramoto-lorentzian-order-5-halves"
  | "kuramoto-lorentzian-order-4"
  | "xor-total-correlation"
  | "parity-5-total-correlation";

const kuramoto = {
  unit: "length of the mean of exp(i phase)",
  source: "Kuramoto 1975, Lecture Notes in Physics 39, 420-422",
  locator: "closed form r = sqrt(1 - 2 gamma / K), gamma = 1",
  status: "exact",
  tolerance: { absolute: 0.005 },
  toleranceReason: "what is compared is the mean of six runs of 500 oscillators, known to a few thousandths",
} as const;

const bits = {
  unit: "bits",
  status: "exact",
  tolerance: { absolute: 1e-9 },
  toleranceReason: "a whole number in closed form",
} as const;

export const wholes: Record<WholesId, Entry> = {
  "kuramoto-lorentzian-order-5-halves": {
    ...kuramoto,
    claim: "order of oscillators with Lorentzian frequencies at coupling 2.5",
    value: 0.447214,
  },
  "kuramoto-lorentzian-order-4": {
    ...kuramoto,
    claim: "order of oscillators with Lorentzian frequencies at coupling 4",
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: six decimals, as the others
    value: 0.707107,
  },
  "xor-total-correlation": {
    ...bits,
    claim: "total correlation of two coins and whether they differ",
    value: 1,
    source: "closed form: three bits of which two are free",
    locator: "3 - 2 bits",
  },
  "parity-5-total-correlation": {
    ...bits,
    claim: "total correlation of five bits whose sum is even",
    value: 1,
    source: "closed form: five bits of which four are free",
    locator: "5 - 4 bits",
  },
};
