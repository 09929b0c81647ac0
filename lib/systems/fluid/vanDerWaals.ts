/** The van der Waals fluid in reduced units (the critical point is at 1): pressure, spinodal, and where liquid and vapor coexist. */
import { type Kinds, optionsOf, requireInside, requireNumber, requirePositive } from "../../core/require";
import { bisect } from "../../core/roots";
import { shown } from "../../core/shown";

/** Coexisting liquid and vapor at a temperature below the critical one, in units of the critical point. */
export interface Coexistence {
  /** p / p_c: the vapor pressure. */
  readonly pressure: number;
  /** v / v_c of the liquid, between 1/3 and 1. */
  readonly liquid: number;
  /** v / v_c of the vapor, above 1. */
  readonly vapor: number;
  /** Latent heat per particle, in units of k_B T_c. */
  readonly latentHeat: number;
}

/**
 * Pressure of van der Waals' fluid, one equation for liquid and vapor, in units of the critical point:
 *
 *     p = 8 T / (3 v - 1) - 3 / v^2
 *
 * @param volume v per particle, > 1/3 (at 1/3 the particles fill all space)
 * @param temperature T, > 0; 1 is critical
 * @returns p; below T = 1 it rises with v over a range in which the fluid is unstable, and below T = 27/32 it is negative over a range
 * @throws RangeError for a volume or temperature out of range
 * @example
 * import { vanDerWaals } from "@emergence/lib/systems";
 * vanDerWaals.pressure(1, 1); // => 1
 *
 * Source: van der Waals 1873, Over de continuiteit van den gas- en vloeistoftoestand; reduced form 1880.
 */
export function pressure(volume: number, temperature: number): number {
  requireNumber("vanDerWaals.pressure", "volume", volume);
  if (!(volume > 1 / 3 && Number.isFinite(volume))) {
    throw new RangeError(`vanDerWaals.pressure: volume ${shown(volume)}, needs a number above 1/3`);
  }
  requirePositive("vanDerWaals.pressure", "temperature", temperature);
  return (8 * temperature) / (3 * volume - 1) - 3 / volume ** 2;
}

/**
 * Liquid and vapor of van der Waals' fluid in equilibrium, by Maxwell's rule: the horizontal line that cuts off equal areas of the isotherm above and
 * below. With y half the difference of entropies (in k_B, per particle) the rule has a closed solution:
 *
 *     f = (y cosh y - sinh y) / (sinh y cosh y - y),   g = 1 + 2 f cosh y + f^2
 *     T = 27 f (f + cosh y) / (4 g^2),   p = 27 f^2 (1 - f^2) / g^2,   v = (1 + e^(-y) / f) / 3 and (1 + e^y / f) / 3
 *
 * where y is solved for the given T.
 *
 * @param temperature T, from 0.02 to below 1
 * @returns pressure, the two volumes and the latent heat, each to a relative error of about 1e-12
 * @throws RangeError for another temperature; from T = 1 on there are no two phases
 * @example
 * import { vanDerWaals } from "@emergence/lib/systems";
 * vanDerWaals.coexistence(0.9).pressure.toFixed(6); // => "0.646998"
 *
 * Source: Lekner 1982, Am. J. Phys. 50, 161-163; Maxwell 1875, Nature 11, 357-359.
 */
export function coexistence(temperature: number): Coexistence {
  requireNumber("vanDerWaals.coexistence", "temperature", temperature);
  if (!(temperature >= 0.02 && temperature < 1)) {
    throw new RangeError(
      `vanDerWaals.coexistence: temperature ${shown(temperature)}, needs a number from 0.02 to below 1`,
    );
  }
  // T falls from 1 at y = 0; near there T = 1 - y^2 / 9, and at large y it is 27 / (16 y).
  const { upper: high } = bisect((y) => at(y).temperature > temperature, 0, 100);
  const { f, g } = at(high);
  return {
    pressure: (27 * f * f * (1 - f * f)) / (g * g),
    liquid: (1 + Math.exp(-high) / f) / 3,
    vapor: (1 + Math.exp(high) / f) / 3,
    latentHeat: 2 * high * temperature,
  };
}

/** Lekner's functions of y; f from the series of its numerator and denominator if the differences would lose digits. */
function at(y: number): { f: number; g: number; temperature: number } {
  let above = y * Math.cosh(y) - Math.sinh(y);
  let below = Math.sinh(y) * Math.cosh(y) - y;
  if (y < 1) {
    above = 0;
    below = 0;
    // y cosh y - sinh y = sum 2k y^(2k+1) / (2k+1)!;  sinh y cosh y - y = sum (2y)^(2k+1) / (2 (2k+1)!), both from k = 1
    let term = 1; // y^(2k-2) / (2k+1)!, so that y^3 is left out of both
    for (let k = 1; k <= 14; k++) {
      term *= (k === 1 ? 1 : y * y) / (2 * k * (2 * k + 1));
      above += 2 * k * term;
      below += 4 ** k * term;
    }
  }
  const f = above / below;
  const g = 1 + 2 * f * Math.cosh(y) + f * f;
  return { f, g, temperature: (27 * f * (f + Math.cosh(y))) / (4 * g * g) };
}

/** Kinds of the two coordinates, for their check. */
const placeKinds: Kinds<{ readonly pressure: number; readonly temperature: number }> = {
  pressure: "number",
  temperature: "number",
};

/**
 * Volume per particle of van der Waals' fluid in its stable state at a given pressure and temperature. Of up to three volumes on the isotherm, this is
 * the liquid's above the vapor pressure and the vapor's below it.
 *
 * @param at p and T, both above 0, T from 0.02
 * @returns v, to a relative error of about 1e-14; at the vapor pressure itself, that of the vapor
 * @throws RangeError for a pressure or temperature out of range
 * @example
 * import { vanDerWaals } from "@emergence/lib/systems";
 * vanDerWaals.stableVolume({ pressure: 1, temperature: 2 }).toFixed(6); // => "5.118752"
 *
 * Source: van der Waals 1873; Maxwell 1875, Nature 11, 357-359.
 */
export function stableVolume(at: { readonly pressure: number; readonly temperature: number }): number {
  const { pressure: wanted, temperature } = optionsOf("vanDerWaals.stableVolume", at, placeKinds, "at");
  requirePositive("vanDerWaals.stableVolume", "pressure", wanted);
  if (!(temperature >= 0.02 && Number.isFinite(temperature))) {
    throw new RangeError(`vanDerWaals.stableVolume: temperature ${shown(temperature)}, needs a number from 0.02`);
  }
  // The pressure falls monotonically between these; without attraction the volume would be the upper one.
  let low = 1 / 3;
  let high = ((8 * temperature) / wanted + 1) / 3;
  if (temperature < 1) {
    const phases = coexistence(temperature);
    if (wanted > phases.pressure) high = phases.liquid;
    else low = phases.vapor;
  }
  return bisect((v) => pressure(v, temperature) > wanted, low, high).upper;
}

/**
 * Limits of stability of van der Waals' fluid: the volumes of lowest and highest pressure of an isotherm, at which dp/dv = 0. Between these and the
 * volumes of `coexistence` the fluid is metastable: a superheated liquid or a supersaturated vapor.
 *
 *     4 T v^3 = (3 v - 1)^2
 *
 * @param temperature T, above 0 and below 1
 * @returns volumes of the two limits, of the liquid and of the vapor
 * @throws RangeError for another temperature; from T = 1 on the fluid is stable at each volume
 * @example
 * import { vanDerWaals } from "@emergence/lib/systems";
 * vanDerWaals.spinodal(27 / 32).liquid.toFixed(12); // => "0.666666666667"
 *
 * Source: van der Waals 1873; the cubic by Viete's cosines.
 */
export function spinodal(temperature: number): { readonly liquid: number; readonly vapor: number } {
  requireInside("vanDerWaals.spinodal", "temperature", temperature);
  // With the density r = 1 / v: r^3 - 6 r^2 + 9 r - 4 T = 0, and r = 2 + 2 cos(angle) gives cos(3 angle) = 2 T - 1.
  const angle = Math.acos(2 * temperature - 1) / 3;
  const density = (turn: number) => 4 * Math.cos((angle + turn) / 2) ** 2;
  return { liquid: 1 / density((4 * Math.PI) / 3), vapor: 1 / density((2 * Math.PI) / 3) };
}
