// Interactive figures without a kernel: a slider with a play button, and a menu. Both take figures of any other function, so
// that any figure can be drawn as a function of a parameter.
import { partsOf, shown } from "@emergence/lib/core";
import { max } from "d3-array";
import type { Axis, Figure, Layout } from "./figure";
import { requireSome, requireText } from "./input";
import { defaultHeight, margin as usual } from "./theme";

/** One state of a figure: its label on the slider or in the menu. */
export interface State {
  readonly label: string;
  readonly figure: Figure;
}

/** Throws unless each state has a label and `start` is one of them. */
export function checkStates(where: string, states: readonly State[], start: number): void {
  requireSome(where, "states", states);
  for (let i = 0; i < states.length; i++) {
    const { label, figure } = partsOf(where, states[i] as State, { label: "any", figure: "object" }, `states[${i}]`);
    requireText(where, `the label of state ${i}`, label, "0.5");
    if (!Array.isArray(figure?.data) || typeof figure.layout !== "object" || figure.layout === null) {
      throw new RangeError(
        `${where}: the figure of state ${i} is ${shown(figure)}, needs one of lines() or another figure function`,
      );
    }
  }
  if (!Number.isInteger(start) || start < 0 || start >= states.length) {
    throw new RangeError(`${where}: start is ${start}, needs a whole number from 0 to ${states.length - 1}`);
  }
}

/** Whether an attribute of a layout is an axis. */
export const isAxis = (key: string): boolean => /^[xy]axis\d*$/.test(key);

/** A layout with height and margins. */
export type Held = Layout & Required<Pick<Layout, "height" | "margin">>;

/** Common axes for all states, so that only the data move, and the largest margins. */
export function heldStill(states: readonly State[]): Held {
  const first = (states[0] as State).figure.layout;
  const axes = Object.keys(first)
    .filter(isAxis)
    .map((key): [string, Axis] => {
      const ranges = states.map(({ figure }) => (figure.layout[key] as Axis | undefined)?.range);
      const known = ranges.filter((range) => range !== undefined);
      const starts = known.map(([a]) => a as number);
      const stops = known.map(([, b]) => b as number);
      const own = first[key] as Axis;
      if (known.length < states.length) return [key, own];
      return [
        key,
        {
          ...own,
          // Compared, not computed: dates as text have the order of their times.
          range: [starts.reduce((a, b) => (b < a ? b : a)), stops.reduce((a, b) => (b > a ? b : a))],
        },
      ];
    });
  const side = (name: "l" | "r" | "t" | "b", least: number): number =>
    max(states, ({ figure }) => figure.layout.margin?.[name] ?? least) ?? least;
  const margin = {
    l: side("l", usual.left),
    r: side("r", usual.right),
    t: side("t", usual.top),
    b: side("b", usual.bottom),
  };
  const height = max(states, ({ figure }) => figure.layout.height ?? defaultHeight) ?? defaultHeight;
  return { ...first, ...Object.fromEntries(axes), margin, height };
}
