import {
  type Kinds,
  optionsOf,
  requireChance,
  requireFinite,
  requireFiniteNumbers,
  requireIncreasing,
  requireList,
  requireNonNegative,
  requireSameLength,
  requireWhole,
} from "../../core/require";
import type { Evidence } from "../types";

const caller = "judge";

const kinds: Kinds<Evidence> = {
  scale: "numbers",
  score: "numbers",
  trials: "any",
  error: "numbers",
  chance: "number",
  metric: "text",
  logScale: "boolean",
  scaleName: "text",
  smooth: "numbers",
  smoothMetric: "text",
  loss: "numbers",
  seeds: "list",
  tasks: "list",
  structure: "numbers",
  examples: "number",
  taught: "boolean",
  observable: ["behavior", "attribute"],
  interacting: "boolean",
  subject: ["matter", "crowd", "market", "network", "language model", "control"],
  micro: "list",
  macro: "numbers",
  runs: "numbers",
  symmetry: "object",
};

/** Parts of a curve that have one value per scale. */
const columns = ["score", "error", "smooth", "loss", "structure"] as const;

/** The evidence itself; throws a RangeError that names the part which does not fit. */
export function checked(evidence: Evidence): Evidence {
  optionsOf(caller, evidence, kinds, "evidence");
  checkCurve(evidence);
  checkSystem(evidence);
  const { examples, symmetry } = evidence;
  if (examples !== undefined) requireWhole(caller, "examples", examples, 0);
  if (symmetry !== undefined) {
    requireFiniteNumbers(caller, "symmetry.signed", symmetry.signed);
    requireWhole(caller, "symmetry.units", symmetry.units);
  }
  return evidence;
}

function checkCurve(evidence: Evidence): void {
  const { scale, score, trials, error, chance, logScale, seeds, tasks } = evidence;
  if (scale === undefined || score === undefined) {
    const odd = [...columns, "scale", "trials", "seeds", "tasks"].find(
      (name) => evidence[name as "scale"] !== undefined,
    );
    if (odd !== undefined)
      throw new RangeError(`${caller}: ${odd} without a curve, needs scale and score, one value of each per point`);
    return;
  }
  requireIncreasing(caller, "scale", scale);
  if (logScale === true && scale.length > 0 && !((scale[0] as number) > 0))
    throw new RangeError(`${caller}: scale[0] ${scale[0]} with logScale, needs scales above 0, or logScale: false`);
  for (const name of columns) {
    const column = evidence[name];
    if (column === undefined) continue;
    requireFiniteNumbers(caller, name, column);
    requireSameLength(caller, { scale, [name]: column });
  }
  for (const [i, one] of (error ?? []).entries()) requireNonNegative(caller, `error[${i}]`, one);
  if (chance !== undefined) requireFinite(caller, "chance", chance);
  if (trials !== undefined) checkTrials(scale, score, trials, error, chance);
  if (seeds !== undefined) {
    requireSameLength(caller, { scale, seeds });
    for (const [i, some] of seeds.entries()) requireFiniteNumbers(caller, `seeds[${i}]`, some);
  }
  for (const [i, task] of (tasks ?? []).entries()) {
    requireFiniteNumbers(caller, `tasks[${i}]`, task);
    requireSameLength(caller, { scale, [`scores in tasks[${i}]`]: task });
  }
}

function checkTrials(
  scale: readonly number[],
  score: readonly number[],
  trials: number | readonly number[],
  error: readonly number[] | undefined,
  chance: number | undefined,
): void {
  if (typeof trials === "number") requireWhole(caller, "trials", trials);
  else {
    requireList(caller, "trials", trials, "a whole number, or one per scale");
    requireSameLength(caller, { scale, trials });
    for (const [i, one] of trials.entries()) requireWhole(caller, `trials[${i}]`, one);
  }
  if (error !== undefined) return;
  for (const [i, one] of score.entries()) {
    if (!(one >= 0 && one <= 1))
      throw new RangeError(
        `${caller}: score[${i}] ${one} with trials, needs a share from 0 to 1; for other scores give their standard errors (error) in place of trials`,
      );
  }
  if (chance !== undefined) requireChance(caller, "chance", chance);
}

/** Most symbols of a unit: more are measured values, and no words occur twice. */
const mostSymbols = 32;

function checkSystem({ micro, macro, runs }: Evidence): void {
  const length = micro?.length ?? macro?.length;
  if (length === undefined) {
    if (runs !== undefined) throw new RangeError(`${caller}: runs without a system, needs micro or macro`);
    return;
  }
  if (macro !== undefined) requireFiniteNumbers(caller, "macro", macro);
  if (micro !== undefined && macro !== undefined)
    requireSameLength(caller, { "steps of micro": micro, "of macro": macro });
  if (micro !== undefined) checkMicro(micro);
  if (runs === undefined) return;
  requireIncreasing(caller, "runs", runs);
  for (const [i, start] of runs.entries()) requireWhole(caller, `runs[${i}]`, start, 0, Math.max(0, length - 1));
  if (runs[0] !== 0) throw new RangeError(`${caller}: runs[0] ${runs[0]}, needs 0: the first series begins at step 0`);
}

function checkMicro(micro: readonly (string | readonly number[])[]): void {
  const units = micro[0]?.length ?? 0;
  const seen = Array.from({ length: units }, () => new Set<string | number>());
  for (const [t, state] of micro.entries()) {
    if (typeof state !== "string") requireFiniteNumbers(caller, `micro[${t}]`, state);
    if (state.length !== units || units === 0)
      throw new RangeError(
        `${caller}: micro[${t}] has ${state.length} units, needs ${units || "at least 1"} as the first has`,
      );
    for (let i = 0; i < units; i++) seen[i]?.add(state[i] as string | number);
  }
  const many = seen.findIndex(({ size }) => size > mostSymbols);
  if (many >= 0)
    throw new RangeError(
      `${caller}: unit ${many} of micro has ${seen[many]?.size} different values, needs at most ${mostSymbols} symbols; quantize of @emergence/lib/measures makes them`,
    );
}
