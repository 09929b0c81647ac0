/** A number with its standard error: a mean, or a function of means. Results may add to it. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

/** A range of values. An end that the data do not fix is infinite. Results may add to it, the value in the range among others. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A proportion of trials: with its binomial standard error, and an interval that says something at 0 and 1 too. */
export interface ProportionEstimate extends Estimate, Interval {}
