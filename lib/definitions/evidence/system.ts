// The system of a case, as the definitions read it: columns of codes, and the steps that follow each other.
import { quantize } from "../../measures/information/quantize";
import { needs, undecided } from "../judging/answers";
import type { Judgement } from "../types";
import type { Ready } from "./ready";

/** Independent series, each from a step to before another. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** States of units over time. */
export interface System {
  /** Values of each unit at each step: its numbers or digits, or the places of its letters in their order. */
  readonly units: readonly Float64Array[];
  /** Micro state at each step, as a code. */
  readonly states: Uint32Array;
  readonly stateCount: number;
  readonly runs: readonly Run[];
  /** Steps that have a next one in their run. */
  readonly before: Uint32Array;
}

/** Fewest steps: with fewer, counted information is mostly bias. */
const fewestSteps = 200;

export function systemOf(known: Ready): System | Judgement {
  const { micro } = known.evidence;
  if (micro === undefined) return needs("the states of the units (micro)");
  if (micro.length < fewestSteps) return undecided(`${micro.length} steps, and it takes ${fewestSteps} or more.`);
  return known.once("system", () => {
    const { codes, count } = coded(micro.map((state) => (typeof state === "string" ? state : state.join(" "))));
    const runs = runsOf(known, micro.length);
    const width = (micro[0] as string).length;
    const units = Array.from({ length: width }, (_, i) => valuesOf(micro.map((state) => state[i] as string | number)));
    return { units, states: codes, stateCount: count, runs, before: before(runs) };
  });
}

/** Steps of a macroscopic series. */
export interface Macro {
  readonly values: readonly number[];
  readonly runs: readonly Run[];
  readonly before: Uint32Array;
}

export function macroOf(known: Ready): Macro | Judgement {
  const { macro } = known.evidence;
  if (macro === undefined) return needs("a macroscopic variable over time (macro)");
  if (macro.length < fewestSteps) return undecided(`${macro.length} steps, and it takes ${fewestSteps} or more.`);
  const runs = runsOf(known, macro.length);
  return { values: macro, runs, before: before(runs) };
}

/** Macroscopic values as symbols: themselves if they are few, else levels with equally many values in each. */
export function symbolsOf(
  values: readonly number[],
  most: number,
): { readonly codes: Uint32Array; readonly count: number } {
  return coded(new Set(values).size <= most ? values : quantize(values, { levels: most }));
}

function runsOf({ evidence }: Ready, length: number): Run[] {
  const starts = evidence.runs ?? [0];
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? length }));
}

function before(runs: readonly Run[]): Uint32Array {
  return Uint32Array.from(
    runs.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + i)),
  );
}

function coded(column: readonly (string | number)[]): { codes: Uint32Array; count: number } {
  const places = new Map<string | number, number>();
  const codes = Uint32Array.from(column, (one) => {
    const place = places.get(one) ?? places.size;
    places.set(one, place);
    return place;
  });
  return { codes, count: places.size };
}

function valuesOf(column: readonly (string | number)[]): Float64Array {
  const letters = [...new Set(column)].sort();
  const numeric = letters.every((one) => typeof one === "number" || /^\d$/.test(one));
  return Float64Array.from(column, (one) => (numeric ? Number(one) : letters.indexOf(one)));
}
