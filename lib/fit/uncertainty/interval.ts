import type { Interval } from "../../core/estimate";
import { reach } from "./band";

/** Intervals of the estimate plus and minus t standard errors, by name; that of a fixed parameter has width 0. */
export function studentInterval<Name extends string>(state: {
  readonly names: readonly Name[];
  readonly parameters: Record<Name, number>;
  readonly standardErrors: Record<Name, number>;
  readonly degreesOfFreedom: number;
  readonly absolute: boolean;
  readonly confidence: number;
}): Record<Name, Interval> {
  const { names, parameters, standardErrors, degreesOfFreedom, absolute, confidence } = state;
  const t = reach("interval", confidence, degreesOfFreedom, absolute);
  return Object.fromEntries(
    names.map((name) => {
      const half = standardErrors[name] === 0 ? 0 : t * standardErrors[name];
      return [name, { lower: parameters[name] - half, upper: parameters[name] + half }];
    }),
  ) as Record<Name, Interval>;
}
