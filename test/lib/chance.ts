// What tests of random results are judged by. Seeds are fixed, so that a test passes always or never; the bounds are such
// that one choice of seeds in a thousand would fail without cause, and one lucky seed proves nothing.
import { binomialSurvival, normalQuantile } from "@emergence/lib/stats";
import { expect } from "vitest";

const risk = 0.001;

/** Expects no more misses than chance explains where each trial misses with a probability of `rate`. */
export function expectMisses(misses: number, trials: number, rate: number, label = ""): void {
  const chance = binomialSurvival(misses, trials, rate);
  expect(chance, `${label} ${misses} of ${trials} missed, at a rate of ${rate}`).toBeGreaterThan(risk);
}

/** The largest of so many distances from the truth, in standard errors. */
export const farthest = (distances = 1) => normalQuantile(1 - risk / (2 * distances));

interface WithError {
  readonly mean: number;
  readonly standardError: number;
}

/** Runs of several seeds as one. */
export function together(runs: readonly WithError[]): WithError {
  const mean = runs.reduce((sum, run) => sum + run.mean, 0) / runs.length;
  return { mean, standardError: Math.hypot(...runs.map((run) => run.standardError)) / runs.length };
}

/** Distance of two means, in standard errors of their difference. */
export const apart = (a: WithError, b: WithError) =>
  Math.abs(a.mean - b.mean) / Math.hypot(a.standardError, b.standardError);

/** Distance of a mean from the truth, in standard errors. */
export const off = (run: WithError, truth: number) => Math.abs(run.mean - truth) / run.standardError;
