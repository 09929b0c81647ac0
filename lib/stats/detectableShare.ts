import { binomialTail } from "./binomialTail";

/** What a test with so many questions can see. */
export interface Detectable {
  readonly kind: "detectable";
  /** Fewest right answers that the test calls above chance. */
  readonly critical: number;
  /** Smallest true share that is called above chance with the power asked for. */
  readonly share: number;
}

/** Even with every question right the test says nothing. */
export interface Undetectable {
  readonly kind: "none";
  readonly reason: string;
}

/**
 * The smallest true accuracy that a one-sided binomial test against `chance` would find with the given power.
 *
 *     critical = min { k : P(K >= k | chance) <= level },   share = min { s : P(K >= critical | s) >= power }
 *
 * A model between chance and `share` may well be called "at chance": a test that finds nothing has shown that the accuracy is below `share`,
 * and not that it is `chance`.
 *
 * @param trials number of questions, a whole number from 1
 * @param options `chance` from 0 to below 1; `level`, default .05; `power`, default .8, both between 0 and 1
 * @throws RangeError for other numbers
 * @example
 * import { detectableShare } from "@emergence/lib/stats";
 * const found = detectableShare(29, { chance: 0.25 });
 * found.kind === "detectable" && found.critical; // => 12
 *
 * Source: Casella & Berger 2002, Statistical Inference, section 8.3.1 (the power function).
 */
export function detectableShare(
  trials: number,
  { chance, level = 0.05, power = 0.8 }: { readonly chance: number; readonly level?: number; readonly power?: number },
): Detectable | Undetectable {
  if (!(Number.isInteger(trials) && trials >= 1)) {
    throw new RangeError(`detectableShare: ${trials} trials, needs a whole number from 1`);
  }
  if (!(chance >= 0 && chance < 1))
    throw new RangeError(`detectableShare: chance ${chance}, needs one from 0 to below 1`);
  for (const [name, value] of Object.entries({ level, power })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`detectableShare: ${name} ${value}, needs one between 0 and 1`);
  }
  if (binomialTail(trials, trials, chance) > level) {
    const all = binomialTail(trials, trials, chance).toPrecision(2);
    return { kind: "none", reason: `guessing gets all ${trials} right with probability ${all}, above level ${level}` };
  }
  const critical = least(0, trials, (k) => binomialTail(k, trials, chance) <= level);
  return { kind: "detectable", critical, share: crossing((share) => binomialTail(critical, trials, share), power) };
}

/** The least whole number above `low`, up to `high`, that passes; `high` must. */
function least(low: number, high: number, passes: (k: number) => boolean): number {
  let [below, above] = [low, high];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (passes(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** Where a rising function on [0, 1] reaches `level`, by halving. */
function crossing(rising: (x: number) => number, level: number): number {
  let [below, above] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (below + above) / 2;
    if (rising(middle) >= level) above = middle;
    else below = middle;
  }
  return above;
}
