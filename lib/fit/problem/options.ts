import type { Numbers } from "../../core/numbers";
import { type Kinds, requireNonNegative, requireWhole } from "../../core/require";
import type { Values } from "../model/model";
import type { LossName } from "./loss";

/** Options of `fit`. Everything has a default that works. */
export interface FitOptions<Name extends string = string> {
  /** Starting values by name; those not named are computed from the data. Default: the model's own start. */
  readonly start?: Partial<Values<Name>>;
  /** `[lower, upper]` by name; either may be infinite. */
  readonly bounds?: Readonly<Partial<Record<Name, readonly [lower: number, upper: number]>>>;
  /** Parameters held at a value. */
  readonly fixed?: Partial<Values<Name>>;
  /** Weights that multiply the squared residuals (lmfit's multiply the residuals); 0 or above. Not together with `sigma`. */
  readonly weights?: Numbers;
  /** Standard deviation of each y, above 0: weights 1 / sigma^2. */
  readonly sigma?: Numbers;
  /** True: sigma is known in units of y, and must be given. False (default): only ratios of sigma count, its size is estimated from the residuals. */
  readonly absoluteSigma?: boolean;
  /** Loss function: squares ("linear", default), or a robust one in which large residuals count less. */
  readonly loss?: LossName;
  /** Residual size from which a robust loss departs from squares, in units of sigma. Default: from the median size of the residuals. */
  readonly lossScale?: number;
  /** Number of additional random starts, drawn around the model's own. Default 0. */
  readonly multistart?: number;
  /** Seed of the random starts. Default 1. */
  readonly seed?: number;
  /** Relative decrease of the sum of squares at which the descent ends and the refinement begins. Default 1e-9. */
  readonly tolerance?: number;
  /** Largest number of iterations. Default 1000. */
  readonly maxIterations?: number;
}

/** Options of `fitBinomial`. */
export interface BinomialOptions<Name extends string = string>
  extends Pick<FitOptions<Name>, "start" | "bounds" | "fixed" | "multistart" | "seed" | "tolerance" | "maxIterations"> {
  /**
   * Chance level, from 0 to below 1: the proportion that guessing gets right. A model with a parameter `floor` has it held there; any other model f becomes
   * chance + (1 - chance) f. Default: none.
   */
  readonly chance?: number;
}

/** Default values of the options. */
export const defaults: Readonly<
  Required<Pick<FitOptions, "absoluteSigma" | "loss" | "multistart" | "seed" | "tolerance" | "maxIterations">>
> = { absoluteSigma: false, loss: "linear", multistart: 0, seed: 1, tolerance: 1e-9, maxIterations: 1000 };

/** Kinds of the options of `fit`, for their check. */
export const fitOptions: Kinds<FitOptions> = {
  start: "object",
  bounds: "object",
  fixed: "object",
  weights: "any",
  sigma: "any",
  absoluteSigma: "boolean",
  loss: ["linear", "huber", "softL1", "cauchy"],
  lossScale: "number",
  multistart: "number",
  seed: "number",
  tolerance: "number",
  maxIterations: "number",
};

/** Kinds of the options of `fitBinomial`. */
export const binomialOptions: Kinds<BinomialOptions> = {
  start: "object",
  bounds: "object",
  fixed: "object",
  multistart: "number",
  seed: "number",
  tolerance: "number",
  maxIterations: "number",
  chance: "number",
};

/** Throws a RangeError unless the options that all fits share are in range. */
export function requireSearch(
  caller: string,
  {
    multistart,
    seed,
    tolerance,
    maxIterations,
  }: Pick<FitOptions, "multistart" | "seed" | "tolerance" | "maxIterations">,
): void {
  if (multistart !== undefined) requireWhole(caller, "multistart", multistart, 0);
  if (seed !== undefined) requireWhole(caller, "seed", seed, -(2 ** 31), 2 ** 31 - 1);
  if (tolerance !== undefined) requireNonNegative(caller, "tolerance", tolerance);
  if (maxIterations !== undefined) requireWhole(caller, "maxIterations", maxIterations);
}
