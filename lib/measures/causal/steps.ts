/** Pairs of successive states. */
export interface Steps<State> {
  readonly now: State[];
  /** The state that follows each. */
  readonly next: State[];
}

/**
 * Successive states of one or several series of a system, for `fromSamples` and `gaussianFromSamples`: each state but the last of its series, and the one that
 * follows it. No pair reaches from one series into the next.
 *
 * @param series an array of series, each an array of states; of a single one `[series]`
 * @throws TypeError for a series that is no array, RangeError if none has two states
 * @example
 * import { causalEmergence } from "@emergence/lib/measures";
 * causalEmergence.steps([["00", "01", "11"], ["10", "00"]]).next; // => ["01", "11", "00"]
 */
export function steps<State>(series: readonly (readonly State[])[]): Steps<State> {
  const caller = "causalEmergence.steps";
  if (!Array.isArray(series)) throw new TypeError(`${caller}: ${typeof series}, needs an array of series`);
  const odd = Array.from(series).findIndex((states) => !Array.isArray(states));
  if (odd >= 0) {
    throw new TypeError(
      `${caller}: series ${odd} is no array, needs an array of states each: of a single series [series]`,
    );
  }
  const now = series.flatMap((states) => states.slice(0, -1));
  if (now.length === 0) throw new RangeError(`${caller}: no series of two states, needs at least one`);
  return { now, next: series.flatMap((states) => states.slice(1)) };
}
