import { nearest } from "../../core/nearest";
import { requireNumbers } from "../../core/require";
import { shown } from "../../core/shown";
import type { Model } from "../model/model";
import type { FreeParameters } from "../solver/problem";
import type { FitOptions } from "./options";

/** The free parameters with their bounds; throws if a name is unknown or a start lies outside its bounds. */
export function toFreeParameters<Name extends string>(
  caller: string,
  model: Model<Name>,
  { start, bounds, fixed }: Pick<FitOptions<Name>, "start" | "bounds" | "fixed">,
): FreeParameters {
  const { parameters } = model;
  known(caller, model, "start", start);
  known(caller, model, "bounds", bounds);
  known(caller, model, "fixed", fixed);
  const all = new Float64Array(parameters.length);
  const indices: number[] = [];
  for (let j = 0; j < parameters.length; j++) {
    const name = parameters[j] as Name;
    const held = fixed?.[name];
    if (held === undefined) indices.push(j);
    else if (!Number.isFinite(held))
      throw new RangeError(`${caller}: fixed ${name} is ${shown(held)}, needs a finite number`);
    else all[j] = held;
  }
  const lower = new Float64Array(indices.length);
  const upper = new Float64Array(indices.length);
  for (let j = 0; j < indices.length; j++) {
    const index = indices[j] as number;
    const name = parameters[index] as Name;
    const [low, high] = rangeOf(caller, name, model, bounds);
    const from = start?.[name];
    if (from !== undefined && !(typeof from === "number" && from >= low && from <= high)) {
      throw new RangeError(`${caller}: start ${name} = ${shown(from)} lies outside [${low}, ${high}]`);
    }
    lower[j] = low;
    upper[j] = high;
  }
  return { all, indices, lower, upper };
}

function known(caller: string, { name, parameters }: Model, option: string, record: object | undefined): void {
  for (const key in record) {
    if (!parameters.includes(key)) {
      const near = nearest(key, parameters);
      const guess = near === undefined ? "" : `; did you mean "${near}"?`;
      throw new TypeError(`${caller}: ${option} names ${key}, ${name} has ${parameters.join(", ")}${guess}`);
    }
  }
}

const everywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

function rangeOf<Name extends string>(
  caller: string,
  name: Name,
  model: Model<Name>,
  bounds: FitOptions<Name>["bounds"],
): readonly [number, number] {
  const [lowest, highest] = model.domain[name] ?? everywhere;
  const range: unknown = bounds?.[name];
  if (range !== undefined) {
    requireNumbers(caller, `bounds of ${name}`, range);
    if (range.length !== 2) {
      throw new RangeError(`${caller}: bounds of ${name} have ${range.length} numbers, needs [lower, upper]`);
    }
  }
  const [lower, upper] = bounds?.[name] ?? [lowest, highest];
  if (!(lower < upper))
    throw new RangeError(`${caller}: bounds of ${name} are [${lower}, ${upper}], needs lower < upper`);
  return [Math.max(lower, lowest), Math.min(upper, highest)];
}
