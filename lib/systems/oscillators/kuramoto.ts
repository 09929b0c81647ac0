import { ndtri } from "cephes";
import type { ReadonlyTyped } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireNonNegative,
  requireOneOf,
  requirePositive,
  requireWhole,
} from "../../core/require";
import { random } from "../../stats/random";
import type { FrequencyOptions } from "./kuramotoExact";
import { frequencyOptions } from "./kuramotoExact";

export interface KuramotoOptions extends FrequencyOptions {
  /** N, number of oscillators, >= 2. */
  readonly oscillators: number;
  /** K, coupling, >= 0, in the unit of `width`. */
  readonly coupling: number;
  /**
   * `"quantiles"` (default): frequencies at the middles of N equal parts of the distribution, so that a run differs from the theory only by finite N.
   * `"drawn"`: random frequencies; then the order varies far more between sets of frequencies than over time.
   */
  readonly frequencies?: "quantiles" | "drawn";
  /** Time per step, > 0; default 0.05. At 0.1 the fast tails of a Lorentzian of width 1 already make r too large by .002. */
  readonly step?: number;
  /** Whole number: initial phases (uniform on the circle), and drawn frequencies. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const kuramotoOptions: Kinds<KuramotoOptions> = {
  ...frequencyOptions,
  oscillators: "number",
  coupling: "number",
  frequencies: ["quantiles", "drawn"],
  step: "number",
  seed: "number",
};

/** Oscillators, in their present state. */
export interface Kuramoto {
  /** Phases in radians, 0 to 2 pi. */
  readonly phases: ReadonlyTyped<Float64Array>;
  /** Natural frequencies, in radians per unit of time. */
  readonly frequencies: ReadonlyTyped<Float64Array>;
  /** r, length of the mean of exp(i phase), 0 to 1. */
  readonly order: number;
  /** Angle of that mean, in radians. */
  readonly meanPhase: number;
  /** Time elapsed. */
  readonly time: number;
  /** Makes `count` steps; default 1. */
  step(count?: number): void;
}

/**
 * Kuramoto's oscillators, each attracted to the mean phase of all:
 *
 *     d theta_i / dt = omega_i + (K / N) sum_j sin(theta_j - theta_i) = omega_i + K r sin(psi - theta_i)
 *
 * Solved by classical Runge-Kutta steps, each linear in N. The fastest oscillators of a Lorentzian turn more than once per step, but their contribution to
 * the mean cancels anyway. `step` must resolve the oscillators that lock, |omega| < K r.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { kuramoto } from "@emergence/lib/systems";
 * const fireflies = kuramoto({ oscillators: 100, coupling: 8, distribution: "gaussian", width: 1, seed: 1 });
 * fireflies.step(400);
 * fireflies.order > 0.9; // => true
 *
 * Source: Kuramoto 1975, Lecture Notes in Physics 39, 420-422.
 */
export function kuramoto(options: KuramotoOptions): Kuramoto {
  const {
    oscillators,
    coupling,
    distribution,
    width,
    frequencies = "quantiles",
    step = 0.05,
    seed,
  } = optionsOf("kuramoto", options, kuramotoOptions);
  requireWhole("kuramoto", "oscillators", oscillators, 2);
  requireNonNegative("kuramoto", "coupling", coupling);
  requirePositive("kuramoto", "width", width);
  requirePositive("kuramoto", "step", step);
  requireOneOf("kuramoto", "distribution", distribution, ["lorentzian", "gaussian"]);
  const { uniform } = random(seed, "kuramoto");
  const n = oscillators;
  const phases = Float64Array.from({ length: n }, () => 2 * Math.PI * uniform());
  const omega = Float64Array.from({ length: n }, (_, i) => {
    const share = frequencies === "quantiles" ? (i + 0.5) / n : uniform() || 0.5 ** 54;
    return width * (distribution === "lorentzian" ? Math.tan(Math.PI * (share - 0.5)) : ndtri(share));
  });
  const rate = new Float64Array(n);
  const total = new Float64Array(n);
  const sines = new Float64Array(n);
  const cosines = new Float64Array(n);
  let steps = 0;

  /** Rates at the phases moved by a fraction of a step along the previous rates; adds them to the total with `weight`. */
  function slope(share: number, weight: number): void {
    let [sine, cosine] = [0, 0];
    for (let i = 0; i < n; i++) {
      const phase = (phases[i] as number) + share * (rate[i] as number);
      const s = Math.sin(phase);
      const c = Math.cos(phase);
      sines[i] = s;
      cosines[i] = c;
      sine += s;
      cosine += c;
    }
    const pullSine = (coupling * sine) / n;
    const pullCosine = (coupling * cosine) / n;
    for (let i = 0; i < n; i++) {
      const now = (omega[i] as number) + pullSine * (cosines[i] as number) - pullCosine * (sines[i] as number);
      rate[i] = now;
      total[i] = (total[i] as number) + weight * now;
    }
  }

  function stepOnce(): void {
    total.fill(0);
    slope(0, step / 6);
    slope(step / 2, step / 3);
    slope(step / 2, step / 3);
    slope(step, step / 6);
    for (let i = 0; i < n; i++) {
      const phase = (phases[i] as number) + (total[i] as number);
      phases[i] = phase - 2 * Math.PI * Math.floor(phase / (2 * Math.PI));
    }
    steps++;
  }

  /** Mean cosine and sine of the phases. */
  function average(): [number, number] {
    let [cosine, sine] = [0, 0];
    for (let i = 0; i < n; i++) {
      cosine += Math.cos(phases[i] as number);
      sine += Math.sin(phases[i] as number);
    }
    return [cosine / n, sine / n];
  }
  return {
    phases,
    frequencies: omega,
    get order() {
      const [cosine, sine] = average();
      return Math.hypot(cosine, sine);
    },
    get meanPhase() {
      const [cosine, sine] = average();
      return Math.atan2(sine, cosine);
    },
    get time() {
      return steps * step;
    },
    step: (count = 1) => {
      requireWhole("kuramoto", "count", count, 0);
      for (let i = 0; i < count; i++) stepOnce();
    },
  };
}
