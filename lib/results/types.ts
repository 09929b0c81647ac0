import type { Failure } from "../core/failure";
import type { Definition, FalsePositives, Verdict } from "../definitions/index";

/** A score with its interval, if there are trials or errors. */
export interface ReportedScore {
  readonly scale: number;
  readonly score: number;
  readonly trials?: number;
  /** Ends of a 95 % interval: Wilson's of a share of trials, else 1.96 standard errors to either side. */
  readonly lower?: number;
  readonly upper?: number;
  /** Number of runs behind it, if there are several. */
  readonly seeds?: number;
}

/** What a measure says of the curve, in a sentence; `value` is missing where it has none. */
export interface ReportedMeasure {
  readonly id: "change" | "width" | "threshold" | "surprise" | "breakthrough";
  readonly name: string;
  readonly said: string;
  readonly value?: number;
}

/** How often a definition said yes to a control: a row of `falsePositives`, or of the table verdict-false-positives. */
export type FalsePositiveCount = Pick<FalsePositives, "control" | "definition" | "seeds" | "yes">;

/** The same as a share, with Wilson's 95 % interval. */
export type FalsePositiveRate = Pick<FalsePositives, "control" | "rate" | "lower" | "upper">;

/** A definition's verdict, with what it would need to decide and how far a yes can be trusted. */
export interface ReportedVerdict extends Pick<Definition, "id" | "author" | "year" | "name" | "sense" | "paraphrase"> {
  /** Author and year, with the name of the definition where the two have several. */
  readonly label: string;
  readonly operational: boolean;
  readonly verdict: Verdict;
  readonly why: string;
  /** What would let it decide; only where it did not and something would. */
  readonly needs?: string;
  /** Of a yes: how often it says so of curves in which nothing emerges; empty where that is not known. */
  readonly falsePositives: readonly FalsePositiveRate[];
}

/** A score that is not there yet. */
export interface ForecastPoint {
  readonly scale: number;
  /** How it is called: "× 2", or "1 step on" where ratios of scale mean nothing. */
  readonly step: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Scores at the next scales, and what such forecasts were worth on the curve itself. */
export interface Outlook {
  readonly kind: "outlook";
  readonly method: "log odds" | "straight line";
  /** In the order of their scales, the steps 2 and 10 among them. */
  readonly points: readonly ForecastPoint[];
  /** Forecasts of scores that are there, each from those at smaller scales. */
  readonly tried: number;
  /** Of these, inside their 95 % bands. */
  readonly inside: number;
  /** Forecasts over some ten times the scale, or three steps, and how many of them came inside. */
  readonly far: { readonly tried: number; readonly inside: number };
  /** Mean absolute miss, and that of who says that all stays as it is. */
  readonly miss?: number;
  readonly missAsNow?: number;
  /** What the forecast is worth, in plain words. */
  readonly worth: string;
}

/** Everything that the kit says of one curve: plain data, as JSON keeps it. */
export interface ResultReport {
  readonly id: string;
  readonly name: string;
  readonly scaleName: string;
  readonly metric: string;
  /** Whether ratios of scales count. */
  readonly log: boolean;
  /** Score of guessing; missing if nothing tells. */
  readonly chance?: number;
  /** Where the intervals of the scores come from. */
  readonly interval: "Wilson" | "standard errors" | "none";
  readonly scores: readonly ReportedScore[];
  /** Whether the score falls over the scale, beyond its errors. */
  readonly falls: boolean;
  /** The S that fits the scores best (least squares), as points for a figure; missing where none fits. */
  readonly rise?: { readonly scale: readonly number[]; readonly score: readonly number[] };
  readonly measures: readonly ReportedMeasure[];
  readonly verdicts: readonly ReportedVerdict[];
  readonly outlook: Outlook | Failure;
}
