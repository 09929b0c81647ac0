import { effectiveInformation } from "./causal/effectiveInformation";
import type { Transitions } from "./causal/transitions";
import { type Distribution, distribution } from "./information/distribution";
import { entropy } from "./information/entropy";
import { mutualInformation } from "./information/mutualInformation";
import type { WholeAndParts } from "./wholeMinusParts";

/** A whole with its parts. */
export interface Case<Whole, Part> {
  /** Description. */
  readonly what: string;
  readonly Y: Whole;
  readonly X: readonly Part[];
  /** Value of E. */
  readonly E: number;
}

/** A published measure as a choice of G and g. */
export interface PublishedChoice<Whole, Part> extends WholeAndParts<Whole, Part> {
  readonly name: string;
  readonly source: string;
  /** Question that the measure answers. */
  readonly question: string;
  /** G and g, and their unit. */
  readonly formula: string;
  /** Meaning of E > 0 and E < 0. */
  readonly sign: string;
  /** Meaning of E = 0. */
  readonly zero: string;
  /** Case in which E is not 0. */
  readonly example: Case<Whole, Part>;
  /** Case in which E is 0. */
  readonly zeroExample: Case<Whole, Part>;
}

const quarters = [0.25, 0.25, 0.25, 0.25];
const pair = (rows: readonly string[], p: readonly number[]) => distribution(rows, p);
const same = pair(["00", "11"], [0.5, 0.5]);
const unrelated = pair(["00", "01", "10", "11"], quarters);
const bit = pair(["0", "1"], [0.5, 0.5]);
const xor = pair(["000", "011", "101", "110"], quarters);
const stay: Transitions = [
  [1, 0],
  [0, 1],
];
const pastAndNext = (d: Distribution) => mutualInformation(d, 0, 1);

const minusTotalCorrelation: PublishedChoice<Distribution, Distribution> = {
  name: "minus total correlation",
  source: "Watanabe 1960, IBM J. Res. Dev. 4, 66-82",
  question: "How many bits fewer does it take to describe the variables together than one by one?",
  formula: "G = H(X_1 ... X_n), g = H(X_i); bits",
  sign: "never above 0; the lower, the more information the variables share",
  zero: "the variables are independent",
  whole: (Y) => entropy(Y),
  parts: (x) => entropy(x),
  example: { what: "XOR: two bits and whether they differ", Y: xor, X: [bit, bit, bit], E: -1 },
  zeroExample: { what: "two fair coins", Y: unrelated, X: [bit, bit], E: 0 },
};

const wholeMinusSum: PublishedChoice<Distribution, Distribution> = {
  name: "whole-minus-sum integrated information",
  source: "Balduzzi & Tononi 2008, PLoS Comput. Biol. 4, e1000091; Barrett & Seth 2011, PLoS Comput. Biol. 7, e1001052",
  question: "How much better does the whole predict its own next state than each part predicts its own?",
  formula: "G = I(X_t ; X_t+1) of the whole, g = I(X_t^i ; X_t+1^i) of a part; bits",
  sign: "above 0: parts pass information to each other or hold it jointly; below 0: several parts hold the same information",
  zero: "parts evolve independently, or the two effects cancel",
  whole: pastAndNext,
  parts: pastAndNext,
  example: {
    what: "two bits that swap at each step",
    Y: distribution(
      [
        ["00", "00"],
        ["01", "10"],
        ["10", "01"],
        ["11", "11"],
      ],
      quarters,
    ),
    X: [unrelated, unrelated],
    E: 2,
  },
  zeroExample: {
    what: "two bits that stay as they are",
    Y: distribution(
      ["00", "01", "10", "11"].map((state) => [state, state]),
      quarters,
    ),
    X: [same, same],
    E: 0,
  },
};

const psi: PublishedChoice<Distribution, Distribution> = {
  name: "Psi",
  source: "Rosas et al. 2020, PLoS Comput. Biol. 16, e1008289",
  question: "Does a macro variable predict itself better than the parts, one by one, predict it?",
  formula: "G = I(V_t ; V_t+1), g = I(X_t^i ; V_t+1); bits",
  sign: "above 0: causal emergence; below 0: inconclusive, since information that parts share is subtracted once per part",
  zero: "inconclusive; E is 0 if V is one of the parts and the others are uninformative about it, and it need not be 0 for independent parts",
  whole: pastAndNext,
  parts: pastAndNext,
  example: {
    what: "the parity of two bits is conserved while the bits are drawn anew",
    Y: same,
    X: [unrelated, unrelated],
    E: 1,
  },
  zeroExample: { what: "V is the first of two bits, which stays", Y: same, X: [same, unrelated], E: 0 },
};

const causalGain: PublishedChoice<Transitions, Transitions> = {
  name: "causal emergence by effective information",
  source: "Hoel, Albantakis & Tononi 2013, Proc. Natl. Acad. Sci. 110, 19790-19795",
  question: "Does setting the macro state determine the next one better than setting the micro state does?",
  formula: "G = EI of the macro matrix, g = EI of the micro matrix, which is the one part; bits",
  sign: "above 0: causal emergence; below 0: causal reduction",
  zero: "the macro description is exactly as informative as the micro description",
  whole: (Y) => effectiveInformation(Y),
  parts: (x) => effectiveInformation(x),
  example: {
    what: "three states, two of them equivalent, grouped into two",
    Y: stay,
    X: [
      [
        [0.5, 0.5, 0],
        [0.5, 0.5, 0],
        [0, 0, 1],
      ],
    ],
    E: 1 - (Math.log2(3) - 2 / 3),
  },
  zeroExample: { what: "a system without grouping", Y: stay, X: [stay], E: 0 },
};

const mirageResidual: PublishedChoice<number, number> = {
  name: "mirage residual",
  source:
    "after Schaeffer, Miranda & Koyejo 2023, Are emergent abilities of large language models a mirage?; the difference of logarithms is ours",
  question: "Is a whole answer right more often than independent tokens would be?",
  formula: "G = log2 of the proportion of whole answers right, g = log2 of the proportion right at token i; bits",
  sign: "above 0: errors cluster in the same answers, so whole answers are right more often; below 0: errors spread over answers",
  zero: "whole answers are right as often as independent tokens: the sharp curve over scale is the smooth one raised to a power",
  whole: (Y) => logShare(Y),
  parts: (x) => logShare(x),
  example: { what: "two tokens, each right half of the time, both or none", Y: 0.5, X: [0.5, 0.5], E: 1 },
  zeroExample: { what: "two tokens, each right half of the time, unrelated", Y: 0.25, X: [0.5, 0.5], E: 0 },
};

const team: PublishedChoice<number, number> = {
  name: "team score against players",
  source: "von Neumann & Morgenstern 1944, Theory of Games and Economic Behavior: the characteristic function v",
  question: "Does a team score more than its members score alone?",
  formula: "G = v(team), g = v({player}); the unit of the score",
  sign: "above 0: joining pays (superadditive); below 0: the players hinder each other",
  zero: "the team is worth what its members are worth alone, as in an additive game",
  whole: (Y) => Y,
  parts: (x) => x,
  example: { what: "one has a left glove, one a right glove, and only a pair sells", Y: 1, X: [0, 0], E: 1 },
  zeroExample: { what: "two runners whose distances are added", Y: 7, X: [3, 4], E: 0 },
};

/** log2 of a proportion; 0 has none. */
function logShare(share: number): number {
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`mirageResidual: proportion ${share}, needs a number above 0 and up to 1: 0 has no logarithm`);
  }
  return Math.log2(share);
}

/**
 * Published measures that have the form E = G(Y) - sum g(x_i), by name: each is a pair (G, g) for `wholeMinusParts`, with the meaning of its sign and
 * its zero. They answer different questions and share no common scale. The kind of Y and of the x_i differs between them, see `formula`.
 *
 * @example
 * import { publishedChoices, wholeMinusParts } from "@emergence/lib/measures";
 * const { whole, parts, zeroExample } = publishedChoices.teamScore;
 * wholeMinusParts({ whole, parts })(zeroExample.Y, zeroExample.X); // => 0
 */
export const publishedChoices: {
  readonly minusTotalCorrelation: PublishedChoice<Distribution, Distribution>;
  readonly wholeMinusSum: PublishedChoice<Distribution, Distribution>;
  readonly psi: PublishedChoice<Distribution, Distribution>;
  readonly effectiveInformation: PublishedChoice<Transitions, Transitions>;
  readonly mirageResidual: PublishedChoice<number, number>;
  readonly teamScore: PublishedChoice<number, number>;
} = {
  minusTotalCorrelation,
  wholeMinusSum,
  psi,
  effectiveInformation: causalGain,
  mirageResidual,
  teamScore: team,
};
