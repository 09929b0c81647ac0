/** Abilities over compute: one curve per task and family, as counts of right answers. */
import { load } from "./load";
import { familiesByFlops } from "./views";

/** A curve of an ability: one task in one family, from the least training compute to the most. */
export interface AbilityCurve {
  task: string;
  /** "exact match": the answer is the right string or it is wrong; "options": one of several given answers is chosen. */
  metric: "exact match" | "options";
  family: string;
  /** Proportion right by guessing, as the tables state it: 0 for exact match, one over the number of options. */
  chance: number;
  /** Proportion right by the best constant answer: known for sums, else `chance`. */
  constant: number;
  flops: number[];
  right: number[];
  asked: number[];
  /** Proportions right: `right` over `asked`. */
  share: number[];
}

/**
 * Proportion of all pairs of numbers below n = 100 or 1,000 that share the most frequent result: in sums it is n - 1, in differences 0,
 * each in n of n^2 pairs; in products 0, in 2 n - 1 of them.
 */
const constants: Readonly<Record<string, number>> = {
  "2-digit addition": 1 / 100,
  "3-digit addition": 1 / 1000,
  "3-digit subtraction": 1 / 1000,
  "2-digit multiplication": 199 / 100 ** 2,
};

type Scored = { family: string; flops: number | null; right: number; asked: number };

const emergent = {
  addition2: "2-digit addition",
  addition3: "3-digit addition",
  subtraction3: "3-digit subtraction",
  multiplication2: "2-digit multiplication",
  wordUnscramble: "unscrambling words",
  ipaExactMatch: "transliteration",
  persianQa: "Persian",
} as const;

const grouped = {
  abstract_narrative_understanding: "narrative",
  analogical_similarity: "analogies",
  mmlu: "MMLU",
  arc: "ARC",
  conceptual_combinations: "concepts",
  hellaswag: "HellaSwag",
  hindu_knowledge: "Hindu knowledge",
} as const;

const keysOf = <Key extends string>(named: Record<Key, string>) => Object.keys(named) as Key[];

/** Smallest number of questions of which each score is a whole number right. */
function questionsBehind(scores: readonly number[]): number {
  const whole = (n: number) => scores.every((score) => Math.abs(score * n - Math.round(score * n)) < 1e-6 * n);
  let n = 1;
  while (!whole(n)) n += 1;
  return n;
}

function scoredOn(task: keyof typeof emergent): Scored[] {
  const rows = load("obscaling-emergent").flatMap((row) => {
    const score = task === "ipaExactMatch" && row.ipaSuspect ? null : row[task];
    return score === null ? [] : [{ family: row.family, flops: row.flops, score }];
  });
  const asked = questionsBehind(rows.map(({ score }) => score));
  return rows.map(({ score, ...row }) => ({ ...row, right: Math.round(score * asked), asked }));
}

/** The questions stand in groups of equal size, the last of which ends with the last question. */
function countedOn(task: keyof typeof grouped): { rows: Scored[]; chance: number } {
  const rows = load("question-groups").filter((row) => row.groups === 3 && row.task === task);
  const asked = rows.reduce((most, { endQuestion }) => Math.max(most, endQuestion), 0);
  const once = rows.filter(({ group }) => group === 1);
  const counted = once.map(({ family, flops, accuracy }) => ({
    family,
    flops,
    right: Math.round(accuracy * asked),
    asked,
  }));
  return { rows: counted, chance: once[0]?.chance ?? Number.NaN };
}

function curvesOf(about: Pick<AbilityCurve, "task" | "metric" | "chance">, rows: readonly Scored[]): AbilityCurve[] {
  return familiesByFlops(rows)
    .filter((one) => one.rows.length >= 3)
    .map(({ family, rows: models }) => ({
      ...about,
      constant: constants[about.task] ?? about.chance,
      family,
      flops: models.map(({ flops }) => flops),
      right: models.map(({ right }) => right),
      asked: models.map(({ asked }) => asked),
      share: models.map(({ right, asked }) => right / asked),
    }));
}

/**
 * Abilities of open models over training compute: fourteen tasks, each in every family of which three or more sizes were scored,
 * from `obscaling-emergent` (two-shot) and `question-groups`.
 *
 * `obscaling-emergent` does not say how many questions were asked; `asked` is then the smallest number of which all scores are whole
 * multiples, so the true number may be a multiple of it. The two transliteration scores marked as suspect are left out.
 *
 * @returns curves task by task, within a task by the largest model of the family
 * @example
 * import { abilityCurves } from "@emergence/data";
 * abilityCurves().length; // => 143
 */
export function abilityCurves(): AbilityCurve[] {
  const fromEmergent = keysOf(emergent).flatMap((task) => {
    const options = task === "persianQa";
    const about = {
      task: emergent[task],
      metric: options ? "options" : "exact match",
      chance: options ? 0.25 : 0,
    } as const;
    return curvesOf(about, scoredOn(task));
  });
  const fromGroups = keysOf(grouped).flatMap((task) => {
    const { rows, chance } = countedOn(task);
    return curvesOf({ task: grouped[task], metric: "options", chance }, rows);
  });
  return [...fromEmergent, ...fromGroups];
}
