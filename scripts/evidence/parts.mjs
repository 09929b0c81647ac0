// What the makers of cases share: the shape of a case, and its rows in the three tables.
import { significant } from "../../data/import/files.mjs";

/**
 * @typedef {object} About a row of verdict-cases, less what all have
 * @property {string} id
 * @property {string} name
 * @property {"matter" | "crowd" | "market" | "network" | "language model"} subject
 * @property {"behavior" | "attribute"} observable behavior: what the case does; attribute: a number that describes it
 * @property {boolean} [taught] whether the objective trained this very task
 * @property {boolean} [interacting] whether the law couples the parts
 * @property {number} [examples] examples in the prompt
 * @property {string} [scaleName]
 * @property {boolean} [logScale]
 * @property {string} [metric]
 * @property {number} [chance]
 * @property {string} [smoothMetric]
 * @property {number} [units] units behind the signed order
 * @property {string} notebook where the reader met it
 * @property {string} from what it is computed from
 * @property {string} note
 *
 * @typedef {object} Curve
 * @property {number[]} scale smallest first
 * @property {number[]} score
 * @property {number[]} [trials]
 * @property {number[]} [error]
 * @property {number[]} [smooth]
 * @property {number[]} [loss]
 *
 * @typedef {{ micro?: string[], macro: number[], starts?: number[] }} System one symbol per unit in each text; where independent series start
 *
 * @typedef {object} Case
 * @property {About} about
 * @property {Curve} [curve]
 * @property {number[][]} [seeds] seed by seed, over the scales of the curve
 * @property {number[][]} [tasks] task by task, over the same scales
 * @property {number[]} [structure] over the same scales
 * @property {number[]} [symmetry] signed order, seed by seed, at the largest quantity
 * @property {System} [system]
 */

/** What all cases of a kind say of themselves. */
export const crowd = /** @type {const} */ ({ subject: "crowd", observable: "behavior", interacting: true });
export const network = /** @type {const} */ ({ subject: "network", observable: "behavior", interacting: true });
export const weighed = "Units are coupled by the weights.";
export const model = /** @type {const} */ ({
  subject: "language model",
  observable: "behavior",
  interacting: true,
  logScale: true,
});
export const wired = "Units of a network are coupled by its weights.";
export const unasked = `The objective is the next word of running text, not this task: not taught. ${wired}`;

export const range = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => i);
export const sum = (/** @type {ArrayLike<number>} */ values) => Array.from(values).reduce((all, one) => all + one, 0);
export const mean = (/** @type {ArrayLike<number>} */ values) => sum(values) / values.length;
export const median = (/** @type {readonly number[]} */ values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (Number(low) + Number(high)) / 2;
};

/** Standard error of a mean of independent values. */
export const errorOf = (/** @type {ArrayLike<number>} */ values) => {
  const middle = mean(values);
  const squares = sum(Array.from(values, (one) => (one - middle) ** 2));
  return Math.sqrt(squares / (values.length - 1) / values.length);
};

/**
 * Item i of a list that has one.
 * @template T
 * @param {ArrayLike<T>} list
 * @param {number} i
 */
export function at(list, i) {
  if (!(i in list)) throw new RangeError(`at: needs item ${i}, got a list of ${list.length}`);
  return /** @type {T} */ (list[i]);
}

/** Columns of a table whose rows are runs: from seed by seed to scale by scale. */
export const across = (/** @type {readonly (readonly number[])[]} */ rows) =>
  (rows[0] ?? []).map((_, i) => rows.map((row) => at(row, i)));

/** A mean curve over runs that differ in the seed, with its standard errors. */
export const overSeeds = (
  /** @type {readonly number[]} */ scale,
  /** @type {readonly (readonly number[])[]} */ seeds,
) => ({
  scale: [...scale],
  score: across(seeds).map(mean),
  error: across(seeds).map(errorOf),
});

/** A series of states: `look` is called after each of `steps` advances. */
export function watched(
  /** @type {number} */ steps,
  /** @type {() => void} */ advance,
  /** @type {() => { micro: string, macro: number }} */ look,
) {
  const states = range(steps).map(() => {
    advance();
    return look();
  });
  return { micro: states.map(({ micro }) => micro), macro: states.map(({ macro }) => macro) };
}

const rounded = (/** @type {number | undefined} */ value) => (value === undefined ? undefined : significant(value));

/** Scales keep more digits than scores: they tell points apart. */
const place = (/** @type {number} */ scale) => significant(scale, 10);

/** Why a score is called behavior, or an attribute. */
const observed = {
  attribute: "Attribute: a quantity that describes it, nothing that it does.",
  matter: "Behavior: the symbols that it emits.",
  crowd: "Behavior: what its members do together.",
  network: "Behavior: what it answers.",
  "language model": "Behavior: what it answers.",
};

/** The row of verdict-cases. */
export const caseRow = (/** @type {Case} */ { about }) => ({
  ...about,
  control: false,
  chance: rounded(about.chance),
  note: `${about.note} ${observed[about.observable === "attribute" || about.subject === "market" ? "attribute" : about.subject]}`,
});

/** The rows of verdict-curves. */
export function curveRows(/** @type {Case} */ { about, curve, seeds = [], tasks = [], structure, symmetry = [] }) {
  if (!curve) return [];
  const { scale, score, trials, error, smooth, loss } = curve;
  const row = (
    /** @type {string} */ part,
    /** @type {number} */ run,
    /** @type {number} */ i,
    /** @type {number[]} */ of,
  ) => ({
    ...{ case: about.id, part, run, scale: place(at(scale, i)), score: rounded(at(of, i)) },
  });
  const along = (/** @type {string} */ part, /** @type {number} */ run, /** @type {number[]} */ of) =>
    scale.map((_, i) => row(part, run, i, of));
  const main = scale.map((_, i) => ({
    ...row("score", 0, i, score),
    trials: trials?.[i],
    error: rounded(error?.[i]),
    smooth: rounded(smooth?.[i]),
    loss: rounded(loss?.[i]),
  }));
  const largest = place(at(scale, scale.length - 1));
  return [
    ...main,
    ...seeds.flatMap((one, i) => along("seed", i + 1, one)),
    ...tasks.flatMap((one, i) => along("task", i + 1, one)),
    ...(structure ? along("structure", 0, structure) : []),
    ...symmetry.map((one, i) => ({
      case: about.id,
      part: "symmetry",
      run: i + 1,
      scale: largest,
      score: rounded(one),
    })),
  ];
}

/** The rows of verdict-systems. */
export function systemRows(/** @type {Case} */ { about, system }) {
  if (!system) return [];
  const { micro, macro, starts = [0] } = system;
  return macro.map((value, t) => {
    const run = starts.filter((start) => start <= t).length;
    return { case: about.id, run, step: t - at(starts, run - 1), micro: micro?.[t], macro: rounded(value) };
  });
}
