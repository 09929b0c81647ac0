/** Coupled oscillators (02-whole-minus-parts). */
import { entries, measured } from "./entry";

const kuramoto = {
  ...measured,
  unit: "length of the mean of exp(i phase)",
  source: "Kuramoto 1975, Lecture Notes in Physics 39, 420-422",
  locator: "closed form r = sqrt(1 - 2 gamma / K), gamma = 1",
  class: "exact",
} as const;

export const oscillators = entries({
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
});
