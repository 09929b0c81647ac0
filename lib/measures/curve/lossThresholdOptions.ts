import type { Numbers } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireChance,
  requireFiniteNumbers,
  requireInside,
  requireList,
  requireProportion,
  requireSameLength,
  requireWhole,
} from "../../core/require";

/** Options of `lossThreshold`. */
export interface LossThresholdOptions {
  /** Proportion right by guessing, from 0 to below 1. */
  readonly chance: number;
  /** Questions of the task: one number, or one per model. */
  readonly trials: number | Numbers;
  /** Sizes of the models (logarithm of parameters or FLOPs), to ask whether size matters at equal loss. Default: not asked. */
  readonly size?: Numbers;
  /** Level of all tests. Default 0.05. */
  readonly alpha?: number;
  /** Confidence of the threshold's interval. Default 0.95. */
  readonly confidence?: number;
  /** Number of data sets simulated per test, and of bootstrap resamples. Default 499. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
const lossThresholdOptions: Kinds<LossThresholdOptions> = {
  chance: "number",
  trials: "any",
  size: "numbers",
  alpha: "number",
  confidence: "number",
  replicates: "number",
  seed: "number",
};

/** The options with their defaults, and the questions model by model. */
interface CheckedOptions extends Required<Omit<LossThresholdOptions, "size" | "trials">> {
  readonly trials: readonly number[];
  readonly size: Numbers | undefined;
}

/** Losses, scores and options of `lossThreshold`, checked, with the defaults filled in and the questions of each model. */
export function checkedModels(
  caller: string,
  loss: Numbers,
  score: Numbers,
  options: LossThresholdOptions,
): CheckedOptions {
  const {
    chance,
    trials,
    size,
    alpha = 0.05,
    confidence = 0.95,
    replicates = 499,
    seed = 1,
  } = optionsOf(caller, options, lossThresholdOptions);
  requireFiniteNumbers(caller, "loss", loss);
  requireFiniteNumbers(caller, "score", score);
  requireSameLength(caller, { losses: loss, scores: score });
  if (loss.length < 8) throw new RangeError(`${caller}: ${loss.length} models, needs at least 8`);
  const different = new Set(loss).size;
  if (different < 6) throw new RangeError(`${caller}: ${different} different losses, needs at least 6`);
  for (let i = 0; i < score.length; i++) requireProportion(caller, `score[${i}]`, score[i] as number);
  requireChance(caller, "chance", chance);
  requireInside(caller, "alpha", alpha);
  requireInside(caller, "confidence", confidence);
  requireWhole(caller, "replicates", replicates, 2);
  if (typeof trials !== "number") requireList(caller, "trials", trials, "a number of questions, or one per model");
  const each = typeof trials === "number" ? Array.from(loss, () => trials) : Array.from(trials);
  requireSameLength(caller, { losses: loss, trials: each });
  for (let i = 0; i < each.length; i++)
    requireWhole(caller, typeof trials === "number" ? "trials" : `trials[${i}]`, each[i] as number);
  if (size !== undefined) {
    requireFiniteNumbers(caller, "size", size);
    requireSameLength(caller, { losses: loss, sizes: size });
  }
  return { chance, trials: each, size, alpha, confidence, replicates, seed };
}
