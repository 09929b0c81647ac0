/** The two-dimensional Ising model (01-more-is-different). */
import { entries, measured } from "./entry";

const onsager = { source: "Onsager 1944", locator: "Phys. Rev. 65, 117-149", class: "exact" } as const;
const yang = { source: "Yang 1952", locator: "Phys. Rev. 85, 808-816", class: "exact" } as const;
const exponents = { source: "Onsager 1944, Yang 1952", locator: "exact solution", class: "exact" } as const;
const digits = (absolute: number) => ({
  tolerance: { absolute },
  toleranceReason: "half a unit of the last digit given",
});

export const ising = entries({
  "ising-critical-temperature": {
    ...onsager,
    ...digits(5e-10),
    claim: "critical temperature of the square lattice, 2 / ln(1 + sqrt 2)",
    value: 2.269185314,
    unit: "J / k_B",
  },
  "ising-magnetization-1-5": {
    ...yang,
    ...digits(5e-10),
    claim: "spontaneous magnetization at T = 1.5",
    value: 0.986499603,
    unit: "per spin",
  },
  "ising-magnetization-2-0": {
    ...yang,
    ...digits(5e-10),
    claim: "spontaneous magnetization at T = 2.0",
    value: 0.911319378,
    unit: "per spin",
  },
  "ising-magnetization-2-2": {
    ...yang,
    ...digits(5e-10),
    claim: "spontaneous magnetization at T = 2.2",
    value: 0.784755131,
    unit: "per spin",
  },
  "ising-energy-1": {
    ...onsager,
    ...digits(5e-9),
    claim: "energy at T = 1, infinite lattice",
    value: -1.9971602,
    unit: "J per spin",
  },
  "ising-energy-2": {
    ...onsager,
    ...digits(5e-9),
    claim: "energy at T = 2, infinite lattice",
    value: -1.74556458,
    unit: "J per spin",
  },
  "ising-energy-critical": {
    ...onsager,
    ...digits(5e-9),
    claim: "energy at the critical temperature, infinite lattice",
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: the digits given
    value: -1.41421356,
    unit: "J per spin",
  },
  "ising-energy-3": {
    ...onsager,
    ...digits(5e-9),
    claim: "energy at T = 3, infinite lattice",
    value: -0.81730959,
    unit: "J per spin",
  },
  "ising-energy-torus-128": {
    ...digits(5e-6),
    source: "Kaufman 1949",
    locator: "Phys. Rev. 76, 1232-1243",
    class: "exact",
    claim: "energy of the 128 x 128 torus at the critical temperature",
    value: -1.41908,
    unit: "J per spin",
  },
  "ising-binder-critical": {
    ...measured,
    source: "Kamieniarz & Blote 1993",
    locator: "J. Phys. A 26, 201-212, from transfer matrices",
    class: "secondary",
    claim: "Binder cumulant at the critical temperature, limit of large tori",
    value: 0.6107,
    unit: "no unit",
    note: "Known to more digits: extrapolated from exact transfer matrices of small sizes, and by conformal field theory (Salas & Sokal 2000).",
  },
  "ising-beta-over-nu": {
    ...exponents,
    ...measured,
    claim: "magnetization at the critical temperature falls as L to the power -beta / nu; beta = 1/8, nu = 1",
    value: 0.125,
    unit: "no unit",
  },
  "ising-gamma-over-nu": {
    ...exponents,
    ...measured,
    claim: "susceptibility at the critical temperature grows as L to the power gamma / nu; gamma = 7/4, nu = 1",
    value: 1.75,
    unit: "no unit",
  },
  "ising-one-over-nu": {
    ...exponents,
    ...measured,
    claim: "slope of the Binder cumulant at the critical temperature grows as L to the power 1 / nu; nu = 1",
    value: 1,
    unit: "no unit",
  },
});
