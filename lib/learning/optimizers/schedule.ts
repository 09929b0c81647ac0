import { type Kind, requirePositive, requireProportion, requireWhole } from "../../core/require";

/** How the learning rate changes over a run. */
export interface Schedule {
  /** Steps over which the rate rises from 0, linearly; default 0. */
  readonly warmup?: number;
  /** What is left of the rate at the end, to which it falls linearly: 1 (default) is a constant rate, 0 falls to nothing. */
  readonly finalRate?: number;
  /** Longest gradient, > 0: a longer one is shortened to it. Default: none is. */
  readonly clip?: number;
}

/** The same with its defaults. */
export interface ScheduleSet extends Required<Omit<Schedule, "clip">> {
  readonly clip?: number;
}

/** Kinds of the options, for their check. */
export const scheduleOptions: Readonly<Record<keyof Schedule, Kind>> = {
  warmup: "number",
  finalRate: "number",
  clip: "number",
};

/** The schedule with its defaults, checked. */
export function scheduleOf(caller: string, { warmup = 0, finalRate = 1, clip }: Schedule): ScheduleSet {
  requireWhole(caller, "warmup", warmup, 0);
  requireProportion(caller, "finalRate", finalRate);
  if (clip !== undefined) requirePositive(caller, "clip", clip);
  return { warmup, finalRate, ...(clip === undefined ? {} : { clip }) };
}

/** Share of the rate at a step, counted from 1, of so many. */
export function shareOfRate({ warmup, finalRate }: ScheduleSet, step: number, steps: number): number {
  const risen = step < warmup ? step / warmup : 1;
  return risen * (1 - ((1 - finalRate) * (step - 1)) / steps);
}
