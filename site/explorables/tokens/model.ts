// What the page of the token model computes: one model, six rulers, and a test of so many questions. No drawing.
import { brier, tokenModel, wilson } from "@emergence/lib/metrics";
import { random } from "@emergence/lib/stats";

export type Ruler = "loss" | "exact" | "edits" | "tokens" | "choice" | "brier";

export type TokenState = {
  ruler: string;
  /** How the loss of a token falls with size: "smooth", as a power, or "falls", all at once. */
  law: string;
  /** Tokens of an answer. */
  length: number;
  /** Questions of the test. */
  questions: number;
  /** Exponent of the smooth law, without its sign. */
  exponent: number;
  /** Probability from which on the right option is chosen. */
  threshold: number;
  seed: number;
  /** The reader's bet on the share of right tokens, in percent; -1 before there is one. */
  bet: number;
};

export const usual: TokenState = {
  ...{ ruler: "exact", law: "smooth", length: 16, questions: 100 },
  ...{ exponent: 0.4, threshold: 0.5, seed: 1, bet: -1 },
};

/** Sizes of the models that are tested: half-decades from a million to a hundred billion parameters. */
export const sizes = Array.from({ length: 11 }, (_, i) => 10 ** (6 + i / 2));
/** Size at which the smooth loss is one nat, as in notebook 09. */
export const scale = 1e7;
/** Loss of who guesses one of ten, and the size around which the other law lets it fall. */
export const guess = Math.log(10);
export const fallsAt = 1e8;
const steepness = 4;

export interface Law {
  loss(N: number): number;
  p(N: number): number;
}

export function lawOf({ law, exponent }: TokenState): Law {
  if (law === "smooth") {
    const { loss, tokenProbability } = tokenModel({ scale, exponent: -exponent });
    return { loss, p: tokenProbability };
  }
  const loss = (N: number) => guess / (1 + (N / fallsAt) ** steepness);
  return { loss, p: (N) => Math.exp(-loss(N)) };
}

/** What a ruler reads off a model of size N. */
export function theory(ruler: Ruler, state: TokenState): (N: number) => number {
  const { loss, p } = lawOf(state);
  const { length, threshold } = state;
  const rulers: Readonly<Record<Ruler, (N: number) => number>> = {
    loss,
    exact: (N) => Math.exp(-length * loss(N)),
    tokens: p,
    edits: (N) => -length * Math.expm1(-loss(N)),
    choice: (N) => Number(p(N) > threshold),
    brier: (N) => brier([p(N), 1 - p(N)], 0, { convention: "target" }),
  };
  return rulers[ruler];
}

/** Rulers that score thrown answers; the others read the probability itself, without dice. */
export const isThrown = (ruler: string): ruler is "exact" | "tokens" | "edits" =>
  ["exact", "tokens", "edits"].includes(ruler);

/** One model's answers to a test. */
export interface Answers {
  readonly size: number;
  /** Answers with all tokens right. */
  readonly exact: number;
  /** Right tokens over all answers. */
  readonly tokens: number;
}

/** The same answers for all rulers: each token of each answer is right by itself, with probability p. */
export function answersOf(state: TokenState): Answers[] {
  const { p } = lawOf(state);
  const { length, questions, seed } = state;
  const { binomial } = random(seed);
  return sizes.map((size) => {
    const right = Array.from({ length: questions }, () => binomial(length, p(size)));
    return {
      size,
      exact: right.filter((tokens) => tokens === length).length,
      tokens: right.reduce((sum, tokens) => sum + tokens, 0),
    };
  });
}

export interface Score {
  readonly size: number;
  readonly value: number;
  /** Wilson's interval of 95 percent; none where no dice are thrown. */
  readonly lower?: number;
  readonly upper?: number;
}

export function scoresOf(ruler: Ruler, state: TokenState, answers: readonly Answers[]): Score[] {
  const { length, questions } = state;
  const exact = theory(ruler, state);
  return answers.map(({ size, exact: whole, tokens }) => {
    if (!isThrown(ruler)) return { size, value: exact(size) };
    if (ruler === "exact") return { size, value: whole / questions, ...wilson(whole, questions) };
    const all = questions * length;
    const { lower, upper } = wilson(tokens, all);
    if (ruler === "tokens") return { size, value: tokens / all, lower, upper };
    return { size, value: length * (1 - tokens / all), lower: length * (1 - upper), upper: length * (1 - lower) };
  });
}

/** How many intervals miss the theory: one of twenty should. */
export function misses(ruler: Ruler, state: TokenState, scores: readonly Score[]): number {
  const exact = theory(ruler, state);
  return scores.filter(({ size, lower = -1, upper = 1e9 }) => exact(size) < lower || exact(size) > upper).length;
}

/** The model that the bet is about: the last before the first right answer, or the smallest if that has one. */
export function lastZero(answers: readonly Answers[]): Answers {
  const first = answers.findIndex(({ exact }) => exact > 0);
  return answers.at(first === 0 ? 0 : first < 0 ? -1 : first - 1) as Answers;
}

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

export function legal(state: TokenState): TokenState {
  const rulers = ["loss", "exact", "edits", "tokens", "choice", "brier"];
  return {
    ruler: rulers.includes(state.ruler) ? state.ruler : usual.ruler,
    law: state.law === "falls" ? "falls" : "smooth",
    length: Math.round(within(state.length, 1, 64)),
    questions: Math.round(within(state.questions, 5, 2500)),
    exponent: within(state.exponent, 0.1, 1),
    threshold: within(state.threshold, 0.1, 0.9),
    seed: Math.round(within(state.seed, 1, 999)),
    bet: state.bet < 0 ? -1 : Math.round(within(state.bet, 0, 100)),
  };
}
