/** What a definition says of a case. */
export type Verdict = "yes" | "no" | "undecided" | "does not apply";

/** A verdict with its reason. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One plain sentence with the numbers behind the verdict. */
  readonly why: string;
  /** The quantity that the threshold is held against, where there is one. */
  readonly number?: number;
}

/** What the case is about. */
export type Subject = "matter" | "crowd" | "market" | "network" | "language model" | "control";

/** A symmetric law and the side that each run of it took. */
export interface SymmetryEvidence {
  /** Signed order parameter per unit, at the largest quantity, one per seed. */
  readonly signed: readonly number[];
  /** Number of units behind each. */
  readonly units: number;
}

/**
 * What is known of a case: a curve of scores over scale, a system of units over time, or both. Every part may be missing. A definition that needs
 * a missing part says so.
 */
export interface Evidence {
  /** Quantities in increasing order: parameters, compute, steps, density, coupling. */
  readonly scale?: readonly number[];
  /** Score at each scale, higher is more. */
  readonly score?: readonly number[];
  /** Trials behind each score, one number or one per scale. Scores are then shares of them. */
  readonly trials?: number | readonly number[];
  /** Standard errors of the scores, where these are no shares of trials. */
  readonly error?: readonly number[];
  /** Score of guessing, or of disorder. Default: 0 for metrics that cannot be guessed, such as exact match; else unknown. */
  readonly chance?: number;
  readonly metric?: string;
  /** Whether ratios of scales count. Default: true if all scales are above 0. */
  readonly logScale?: boolean;
  readonly scaleName?: string;
  /** A graded metric of the same outputs, higher is better, such as the mean log probability of the right answer. */
  readonly smooth?: readonly number[];
  readonly smoothMetric?: string;
  /** Pre-training loss of the model at each scale. */
  readonly loss?: readonly number[];
  /** Scores of all seeds at each scale. */
  readonly seeds?: readonly (readonly number[])[];
  /** Scores of other tasks at the same scales, one list per task. */
  readonly tasks?: readonly (readonly number[])[];
  /** Score of the structure that is acquired, at the same scales. */
  readonly structure?: readonly number[];
  /** Examples in the prompt, 0 for none. */
  readonly examples?: number;
  /** Whether the objective trained this very task. */
  readonly taught?: boolean;
  readonly observable?: "behavior" | "attribute";
  /** Whether the law couples the parts. */
  readonly interacting?: boolean;
  readonly subject?: Subject;
  /** States of the units at each step, a string or a list of one symbol per unit. */
  readonly micro?: readonly string[] | readonly (readonly number[])[];
  /** Macroscopic variable at each step. */
  readonly macro?: readonly number[];
  /** Steps at which independent series begin. Default [0]. */
  readonly runs?: readonly number[];
  readonly symmetry?: SymmetryEvidence;
}

/** Options of `judge`. */
export interface JudgeOptions {
  /** Another threshold than the committed one, in its unit. */
  readonly threshold?: number;
}

/** Which of the three uses of the word. */
export type Sense = "dictionary" | "complexSystems" | "machineLearning";

/** What a threshold is a number of. */
export type ThresholdUnit =
  | "level"
  | "confidence"
  | "share"
  | "linearity"
  | "decades"
  | "bits"
  | "bend"
  | "standard deviations";

/** A definition of emergence, as data and as a predicate. */
export interface Definition {
  readonly id: string;
  readonly author: string;
  readonly year: number;
  /** Short label of a row. */
  readonly name: string;
  readonly sense: Sense;
  /** Sense of Rogers & Luccioni 2024 under which the row falls, if any. They place Bommasani, Wei and Schaeffer; the others are our placing. */
  readonly rogers?: 1 | 2 | 3 | 4;
  /** What it says, in our words. */
  readonly paraphrase: string;
  readonly source: string;
  readonly operational: true | { readonly because: string };
  /** What is asked, and the reason for the number. */
  readonly threshold?: string;
  /** That number, which `judge` takes another value of. */
  readonly thresholdValue?: number;
  readonly thresholdUnit?: ThresholdUnit;
  judge(evidence: Evidence, options?: JudgeOptions): Judgement;
}

/** A case with its evidence. */
export interface VerdictCase {
  readonly id: string;
  readonly name: string;
  readonly evidence: Evidence;
  /** Whether it was made so that nothing can emerge. */
  readonly control?: boolean;
}
