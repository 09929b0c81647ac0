import { type Kinds, partsOf, requireProportion, requireWhole } from "../core/require";

/** Properties of a question on which the curve of a metric depends. */
export interface QuestionShape {
  /** Number of tokens in the target, at least 1. */
  readonly length: number;
  /** Number of alternatives, at least 2: the answers offered, or the vocabulary for generated text. Classes are equally frequent. */
  readonly options: number;
}

/** A metric as a function of the probability p of a right token (or option). */
export interface MetricEntry {
  /**
   * "linear" in p; "nonlinear": continuous but not linear, at least for targets of several tokens; "discontinuous": a step at some p,
   * for each question.
   */
  readonly shape: "linear" | "nonlinear" | "discontinuous";
  /** Reason for the shape. */
  readonly why: string;
  readonly range: readonly [lower: number, upper: number];
  readonly better: "higher" | "lower";
  /**
   * Expected score if each token is right independently with probability p and a wrong token matches nothing. Among options, the right one has
   * probability p and the others share the rest equally; errors are uniform over the other classes. An idealization, as in `tokenModel`.
   */
  expected(p: number, question: QuestionShape): number;
  /** Score of a uniform guess: `expected` at p = 1 / options. */
  chance(question: QuestionShape): number;
  /**
   * Smallest step away from the score of a model with no right answer that a number of such questions can show; 0 if there is no smallest step,
   * Infinity if targets are too short for any.
   */
  resolution(questions: number, question: QuestionShape): number;
}

/** The metrics of this module; `rouge` has three. */
export type MetricName =
  | "exactMatch"
  | "numericMatch"
  | "tokenEditDistance"
  | "editDistance"
  | "rouge1"
  | "rouge2"
  | "rougeL"
  | "bleu"
  | "logLikelihood"
  | "perplexity"
  | "brier"
  | "multipleChoiceGrade"
  | "matthews"
  | "macroF1"
  | "expectedCalibrationError";

interface Raw extends Omit<MetricEntry, "expected" | "chance" | "resolution"> {
  expected(p: number, length: number, options: number): number;
  resolution(questions: number, length: number, options: number): number;
}

/** Score that depends on the top option only: a step at p = 1 / options, with the value `tie` there. */
const onTop = (p: number, options: number, wrong: number, tie: number, right: number): number =>
  p === 1 / options ? tie : p < 1 / options ? wrong : right;

const allOrNothing: Raw = {
  shape: "nonlinear",
  why: "every token must be right: p to the power of the length",
  range: [0, 1],
  better: "higher",
  expected: (p, length) => p ** length,
  resolution: (questions) => 1 / questions,
};

const editsByToken: Raw = {
  shape: "linear",
  why: "each wrong token costs one edit",
  range: [0, Number.POSITIVE_INFINITY],
  better: "lower",
  expected: (p, length) => length * (1 - p),
  resolution: (questions) => 1 / questions,
};

const sharedWords: Raw = {
  shape: "linear",
  why: "each right word counts separately",
  range: [0, 1],
  better: "higher",
  expected: (p) => p,
  resolution: (questions, length) => 1 / (questions * length),
};

const raw: Readonly<Record<MetricName, Raw>> = {
  exactMatch: allOrNothing,
  numericMatch: { ...allOrNothing, why: "one wrong digit makes the number wrong: p to the power of the length" },
  tokenEditDistance: editsByToken,
  editDistance: { ...editsByToken, why: "each wrong character costs one edit (a token is a character here)" },
  rouge1: sharedWords,
  rougeL: { ...sharedWords, why: "each right word in its place lengthens the common subsequence by one" },
  rouge2: {
    ...sharedWords,
    shape: "nonlinear",
    why: "two neighbors must be right: p squared",
    expected: (p, length) => (length < 2 ? 0 : p ** 2),
    resolution: (questions, length) => 1 / (questions * (length - 1)),
  },
  bleu: {
    shape: "nonlinear",
    why: "geometric mean of p, p^2, p^3 and p^4 over runs of one to four tokens: p^2.5",
    range: [0, 100],
    better: "higher",
    expected: (p, length) => (length < 4 ? 0 : 100 * p ** 2.5),
    // One right token; the higher orders are credited with 1/2, 1/4, 1/8 of a match.
    resolution: (questions, length) =>
      [0, 1, 2, 3].reduce((product, n) => product / (2 ** n * questions * Math.max(0, length - n)) ** 0.25, 100),
  },
  logLikelihood: {
    shape: "nonlinear",
    why: "the logarithm of p, token by token",
    range: [Number.NEGATIVE_INFINITY, 0],
    better: "higher",
    expected: (p, length) => length * Math.log(p),
    resolution: () => 0,
  },
  perplexity: {
    shape: "nonlinear",
    why: "one over p",
    range: [1, Number.POSITIVE_INFINITY],
    better: "lower",
    expected: (p) => 1 / p,
    resolution: () => 0,
  },
  brier: {
    shape: "nonlinear",
    why: "squares of probabilities (convention sum)",
    range: [0, 2],
    better: "lower",
    expected: (p, _, options) => (1 - p) ** 2 + (1 - p) ** 2 / (options - 1),
    resolution: () => 0,
  },
  multipleChoiceGrade: {
    shape: "discontinuous",
    why: "only the top option counts: a question steps from 0 to 1 when p exceeds every other option's probability",
    range: [0, 1],
    better: "higher",
    expected: (p, _, options) => onTop(p, options, 0, 1 / options, 1),
    resolution: (questions) => 1 / questions,
  },
  matthews: {
    shape: "discontinuous",
    why: "counts decisions: the class on top",
    range: [-1, 1],
    better: "higher",
    expected: (p, _, options) => onTop(p, options, -1 / (options - 1), 0, 1),
    resolution: (n, _, k) => {
      // Classes of n / k; one answer moves from the wrong to the right class, so one class is predicted once more and another once less.
      // With two classes of one question each, one class is then predicted throughout, which scores 0.
      const rest = n ** 2 - n ** 2 / k;
      const after = rest > 2 ? (n - n ** 2 / k) / Math.sqrt(rest * (rest - 2)) : 0;
      return after + 1 / (k - 1);
    },
  },
  macroF1: {
    shape: "discontinuous",
    why: "counts decisions: the class on top",
    range: [0, 1],
    better: "higher",
    expected: (p, _, options) => onTop(p, options, 0, 1 / options, 1),
    resolution: (questions, _, options) => 2 / (2 * questions + options),
  },
  expectedCalibrationError: {
    shape: "discontinuous",
    why: "compares the confidence in the top option with right or wrong: a question steps when the top option changes",
    range: [0, 1],
    better: "lower",
    expected: (p, _, options) => onTop(p, options, (1 - p) / (options - 1), 0, 1 - p),
    resolution: () => 0,
  },
};

/**
 * Catalogue of metrics as functions of the probability p of a right token: shape (linear, nonlinear, discontinuous), range, chance level, resolution,
 * and the curve itself. Schaeffer's claim is that abilities appear sharp under the last two shapes.
 *
 * @throws RangeError (its functions) for p outside 0 to 1, or an invalid length, number of options or of questions
 * @example
 * import { metricCatalogue } from "@emergence/lib/metrics";
 * metricCatalogue.exactMatch.expected(0.5, { length: 3, options: 10 }); // => 0.125
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, section 2 and Fig. 2, for exact match, token edit distance, multiple choice and Brier;
 * the other curves follow from the definitions under the same model.
 */
export const metricCatalogue: Readonly<Record<MetricName, MetricEntry>> = Object.fromEntries(
  Object.entries(raw).map(([name, entry]) => [name, checked(name, entry)]),
) as Record<MetricName, MetricEntry>;

/** Kinds of the properties of a question, for their check. */
const questionKinds: Kinds<QuestionShape> = { length: "number", options: "number" };

function checked(name: string, { expected, resolution, ...rest }: Raw): MetricEntry {
  const caller = `metricCatalogue.${name}`;
  return {
    ...rest,
    expected(p, question) {
      const { length, options } = partsOf(caller, question, questionKinds, "question");
      checkQuestion(caller, length, options);
      requireProportion(caller, "probability", p);
      return expected(p, length, options);
    },
    chance(question) {
      const { length, options } = partsOf(caller, question, questionKinds, "question");
      checkQuestion(caller, length, options);
      return expected(1 / options, length, options);
    },
    resolution(questions, question) {
      const { length, options } = partsOf(caller, question, questionKinds, "question");
      checkQuestion(caller, length, options);
      requireWhole(caller, "questions", questions, 1);
      return resolution(questions, length, options);
    },
  };
}

function checkQuestion(caller: string, length: number, options: number): void {
  requireWhole(caller, "tokens", length, 1);
  requireWhole(caller, "options", options, 2);
}
