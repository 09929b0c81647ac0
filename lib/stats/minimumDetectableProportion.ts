import { type Kinds, optionsOf, requireChance, requireInside, requireWhole } from "../core/require";
import { bisect } from "../core/roots";
import { binomialSurvival } from "./binomialSurvival";

/** Smallest proportion that a test can detect. */
export interface Detectable {
  readonly kind: "detectable";
  /** Critical value: the smallest number of successes that is significantly above chance. */
  readonly critical: number;
  /** Smallest true proportion that is detected with the given power. */
  readonly proportion: number;
}

/** Nothing is detectable: even with every trial a success the test is not significant. */
export interface Undetectable {
  readonly kind: "undetectable";
  readonly reason: string;
}

/** Kinds of the options, for their check. */
const minimumDetectableProportionOptions: Kinds<{
  readonly chance: number;
  readonly alpha?: number;
  readonly power?: number;
}> = { chance: "number", alpha: "number", power: "number" };

/**
 * Smallest true proportion that a one-sided binomial test against `chance` detects with the given power.
 *
 *     critical = min { k : P(K >= k | chance) <= alpha },   proportion = min { p : P(K >= critical | p) >= power }
 *
 * A proportion between `chance` and `proportion` may well be called "at chance": a test that finds nothing is evidence that the proportion is below
 * `proportion`, not that it is `chance`.
 *
 * @param trials number of trials, such as questions: a whole number from 1
 * @param options `chance` from 0 to below 1; `alpha`, default .05; `power`, default .8, both between 0 and 1
 * @throws RangeError for other numbers
 * @example
 * import { minimumDetectableProportion } from "@emergence/lib/stats";
 * const found = minimumDetectableProportion(29, { chance: 0.25 });
 * found.kind === "detectable" && found.critical; // => 12
 *
 * Source: Casella & Berger 2002, Statistical Inference, section 8.3.1 (the power function).
 */
export function minimumDetectableProportion(
  trials: number,
  options: { readonly chance: number; readonly alpha?: number; readonly power?: number },
): Detectable | Undetectable {
  const {
    chance,
    alpha = 0.05,
    power = 0.8,
  } = optionsOf("minimumDetectableProportion", options, minimumDetectableProportionOptions);
  requireWhole("minimumDetectableProportion", "trials", trials);
  requireChance("minimumDetectableProportion", "chance", chance);
  requireInside("minimumDetectableProportion", "alpha", alpha);
  requireInside("minimumDetectableProportion", "power", power);
  if (binomialSurvival(trials, trials, chance) > alpha) {
    const all = binomialSurvival(trials, trials, chance).toPrecision(2);
    return {
      kind: "undetectable",
      reason: `guessing gets all ${trials} right with probability ${all}, above alpha ${alpha}`,
    };
  }
  const critical = least(0, trials, (k) => binomialSurvival(k, trials, chance) <= alpha);
  return {
    kind: "detectable",
    critical,
    proportion: bisect((p) => binomialSurvival(critical, trials, p) < power, 0, 1, { steps: 60 }).upper,
  };
}

/** Smallest whole number above `low`, up to `high`, that passes; `high` must pass. */
function least(low: number, high: number, passes: (k: number) => boolean): number {
  let [below, above] = [low, high];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (passes(middle)) above = middle;
    else below = middle;
  }
  return above;
}
