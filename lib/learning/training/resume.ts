import { partsOf, requireFiniteNumbers, requireString, requireWhole } from "../../core/require";
import { type Curves, curvesFrom } from "./curves";
import { fingerprint } from "./fingerprint";
import type { Plan } from "./options";

/** Model, task, optimizer, batch and seed in words; long lists by their fingerprint. The number of steps belongs to it if the rate falls towards the last. */
export function identityOf({ model, task, optimizer, batch, seed, steps }: Plan): string {
  const of = optimizer.finalRate === 1 ? {} : { steps };
  return JSON.stringify({ model, task, optimizer, batch, seed, ...of }, (_, value) => {
    if (typeof value !== "object" || value === null || !("length" in value) || value.length < 64) return value;
    const list = Array.from(value as ArrayLike<unknown>);
    const numbers = list.flatMap((item) => (typeof item === "number" ? [item] : Array.from(item as ArrayLike<number>)));
    return `${list.length} x ${numbers.length / list.length}: ${fingerprint(numbers)}`;
  });
}

/** Throws unless a saved run is of this plan and of its size. */
export function requireSaved(caller: string, plan: Plan, size: number): void {
  const { from } = plan;
  if (from === undefined) return;
  if (from.kind !== "saved training") {
    throw new RangeError(`${caller}: from is no saved training, needs what save() of a run returned`);
  }
  requireString(caller, "from.identity", from.identity);
  requireWhole(caller, "from.step", from.step, 0, plan.steps);
  const identity = identityOf(plan);
  if (from.identity !== identity) {
    throw new RangeError(
      `${caller}: from is a run of ${from.identity}, needs one of ${identity}: model, task, optimizer, batch and seed must be the same, and the steps too if the rate falls`,
    );
  }
  for (const name of ["weights", "first", "second"] as const) {
    requireFiniteNumbers(caller, `from.${name}`, from[name]);
    const { length } = from[name];
    if (length !== size) throw new RangeError(`${caller}: from.${name} holds ${length} numbers, needs ${size}`);
  }
  requireCurves(caller, partsOf(caller, from.curves, {}, "from.curves"));
}

/** Throws unless these are curves: lists of one length, but for those that a task without an accuracy leaves empty. */
function requireCurves(caller: string, curves: Curves): void {
  for (const name of Object.keys(curvesFrom()) as (keyof Curves)[]) {
    requireFiniteNumbers(caller, `from.curves.${name}`, curves[name]);
    const { length } = curves[name];
    const isOptional = length === 0 && !name.endsWith("Loss");
    if (length !== curves.step.length && !isOptional) {
      throw new RangeError(`${caller}: from.curves.${name} has ${length} points, needs ${curves.step.length}`);
    }
  }
}
