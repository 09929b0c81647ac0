/**
 * A loss of the squared, scaled residual z = (r / scale)^2: writes rho(z), rho'(z), rho''(z).
 * rho(z) is near z for small residuals and grows more slowly for large ones.
 */
export type LossName = "linear" | "huber" | "softL1" | "cauchy";

/** rho, rho' and rho'' at z, written into `out`. */
export type Loss = (z: number, out: Float64Array) => void;

/**
 * The robust losses, as in Triggs, McLauchlan, Hartley & Fitzgibbon (2000), Bundle adjustment, section 4.3, and scipy's `least_squares`:
 * huber z for z <= 1, else 2 sqrt(z) - 1; softL1 2 (sqrt(1 + z) - 1); cauchy log(1 + z).
 */
export const losses: Readonly<Record<Exclude<LossName, "linear">, Loss>> = {
  huber(z, out) {
    const root = Math.sqrt(z);
    out[0] = z <= 1 ? z : 2 * root - 1;
    out[1] = z <= 1 ? 1 : 1 / root;
    out[2] = z <= 1 ? 0 : -0.5 / (z * root);
  },
  softL1(z, out) {
    const root = Math.sqrt(1 + z);
    out[0] = 2 * (root - 1);
    out[1] = 1 / root;
    out[2] = -0.5 / root ** 3;
  },
  cauchy(z, out) {
    out[0] = Math.log1p(z);
    out[1] = 1 / (1 + z);
    out[2] = -1 / (1 + z) ** 2;
  },
};
