/** Total correlation of distributions that are known by heart (02-whole-minus-parts). */
import { entries } from "./entry";

const bits = {
  unit: "bits",
  class: "exact",
  tolerance: { absolute: 1e-9 },
  toleranceReason: "a whole number in closed form",
} as const;

export const totalCorrelations = entries({
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
});
