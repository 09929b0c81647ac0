/** A number with its standard error: a mean, or a function of means. Results may add to it, such as an interval. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

/** A range of values. An end that the data do not determine is infinite. Results may add to it, such as the value inside the range. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A proportion of trials with its binomial standard error, and an interval, which has a width at 0 and 1 too. */
export interface ProportionEstimate extends Estimate, Interval {}
