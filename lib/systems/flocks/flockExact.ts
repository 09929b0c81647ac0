import { ellpe, ellpk } from "cephes";
import { type Kinds, optionsOf } from "../../core/require";
import { bisect } from "../../core/roots";
import { requireNoise } from "./vicsekOptions";

/** Options of the exact solution. */
export interface FlockExactOptions {
  /** eta, as in VicsekOptions. */
  readonly noise: number;
  /** Default: `"angular"`. */
  readonly noiseKind?: "angular" | "vectorial";
}

/** Kinds of the options, for their check. */
const flockExactOptions: Kinds<FlockExactOptions> = { noise: "number", noiseKind: ["angular", "vectorial"] };

/** Steady states of an infinite flock in which each bird sees all others. */
export interface FlockExact {
  /** All stable values of va, in ascending order: two if order and disorder are both stable. */
  readonly polarizations: readonly number[];
  /** Largest noise at which disorder is unstable, and smallest noise at which order does not exist. */
  readonly disorderFrom: number;
  readonly orderTo: number;
}

/**
 * Exact solution of Vicsek's flock for N to infinity if each bird sees all others (`radius` as large as the box):
 *
 *     angular:    va = sin(eta / 2) / (eta / 2)                 no transition below eta = 2 pi
 *     vectorial:  va = F(va / eta),   F(x) = <cos arg(x + e^(i xi))> = 2/pi (E - (1 - x)/(2 x) (K - E)),   k = 2 sqrt(x) / (1 + x)
 *
 * F(x) / x is 1/2 at x = 0 and larger near x = 1. Between the two noises both va = 0 and an ordered va are stable, and the transition is discontinuous.
 * So the kind of noise alone, without space, decides whether the transition is continuous.
 *
 * @param options see FlockExactOptions
 * @throws RangeError for noise outside its range
 * @example
 * import { flockExact } from "@emergence/lib/systems";
 * flockExact({ noise: 0.6, noiseKind: "vectorial" }).polarizations.length; // => 2
 *
 * Source: Aldana, Dossetti, Huepe, Kenkre & Larralde 2007, Phys. Rev. Lett. 98, 095702, for the two kinds of noise in networks; the closed form is
 * derived here: F is the derivative of the mean distance <|x + e^(i xi)|> = 2/pi (1 + x) E(k).
 */
export function flockExact(options: FlockExactOptions): FlockExact {
  const { noise, noiseKind = "angular" } = optionsOf("flockExact", options, flockExactOptions);
  requireNoise("flockExact", noiseKind, noise);
  if (noiseKind === "angular") {
    const va = noise === 0 ? 1 : Math.max(0, Math.sin(noise / 2) / (noise / 2));
    return { polarizations: [va], disorderFrom: 2 * Math.PI, orderTo: 2 * Math.PI };
  }
  const turn = steepest();
  const orderTo = ahead(turn) / turn;
  const polarizations: number[] = noise > 0.5 ? [0] : [];
  if (noise === 0) polarizations.push(1);
  else if (noise < orderTo) {
    // Beyond its peak F(x) / x falls, so it equals the noise once.
    const { lower } = bisect((x) => ahead(x) / x > noise, turn, 1 / noise, { steps: 100 });
    polarizations.push(noise * lower);
  }
  return { polarizations, disorderFrom: 0.5, orderTo };
}

/** F(x): mean cosine of the angle by which a random unit vector turns a vector of length x. */
function ahead(x: number): number {
  // cephes takes the complement of the squared modulus, 1 - k^2.
  const rest = ((1 - x) / (1 + x)) ** 2;
  if (rest === 0) return 2 / Math.PI;
  const [k, e] = [ellpk(rest), ellpe(rest)];
  return (2 / Math.PI) * (e - ((1 - x) / (2 * x)) * (k - e));
}

/** x where F(x) / x is largest, by golden section. */
function steepest(): number {
  let [low, high] = [0.8, 2];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let k = 0; k < 60; k++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (ahead(a) / a > ahead(b) / b) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
