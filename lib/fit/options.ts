import type { Numbers } from "../core/numbers";
import type { LossName } from "./loss";
import type { Values } from "./model";

/** What `fit` may be told. Everything has a default that works. */
export interface FitOptions<Name extends string = string> {
  /** Where to begin, by name; what is not named is read off the data. Default: the model's own start. */
  readonly start?: Partial<Values<Name>>;
  /** `[lower, upper]` by name; either may be infinite. */
  readonly bounds?: Readonly<Partial<Record<Name, readonly [lower: number, upper: number]>>>;
  /** Parameters held at a value. */
  readonly fixed?: Partial<Values<Name>>;
  /** Multiply the squared residuals; from 0. Not together with `sigma`. */
  readonly weights?: Numbers;
  /** Standard deviation of each y, above 0: weights 1 / sigma^2. */
  readonly sigma?: Numbers;
  /** True: sigma is known in units of y. False (default): only ratios count, the size is estimated from the residuals. */
  readonly absoluteSigma?: boolean;
  /** How residuals count: squares ("linear", default), or less than that for large ones. */
  readonly loss?: LossName;
  /** Residual size at which a robust loss begins to bend, in units of sigma. Default: read off the residuals' spread. */
  readonly lossScale?: number;
  /** Number of further starts, drawn at random around the model's own. Default 0. */
  readonly multistart?: number;
  /** Seed of the random starts. Default 1. */
  readonly seed?: number;
  /** Relative fall of the sum of squares at which the descent ends and the refinement begins. Default 1e-9. */
  readonly tolerance?: number;
  /** Default 1000. */
  readonly maxIterations?: number;
}

/** Options of `fitBinomial`. */
export interface BinomialOptions<Name extends string = string>
  extends Pick<FitOptions<Name>, "start" | "bounds" | "fixed" | "multistart" | "seed" | "tolerance" | "maxIterations"> {
  /**
   * Share that guessing gets right, from 0 to below 1. A model with a parameter `floor` has it held there; any other model f becomes
   * chance + (1 - chance) f. Default: none.
   */
  readonly chance?: number;
}

/** The defaults, in one place. */
export const defaults: Readonly<
  Required<Pick<FitOptions, "absoluteSigma" | "loss" | "multistart" | "seed" | "tolerance" | "maxIterations">>
> = { absoluteSigma: false, loss: "linear", multistart: 0, seed: 1, tolerance: 1e-9, maxIterations: 1000 };
