import { type Kinds, optionsOf } from "@emergence/lib/core";
import type { Figure, Trace } from "./figure";
import { requireText } from "./input";
import { checkStates, heldStill, isAxis, type State } from "./states";

export interface MenuOptions {
  /** Name of the choice: `"technology"`. Required. */
  readonly choose: string;
  /** Index of the initial choice; default: 0. */
  readonly start?: number;
}

/** Kinds of the options, for their check. */
const menuOptions: Kinds<MenuOptions> = { choose: "any", start: "number" };

/**
 * Several figures in one place, with a menu above to choose one; each keeps its own axes.
 *
 * @example
 * const states = ["radio", "telephone"].map((label) => ({
 *   label,
 *   figure: lines([{ name: label, x: [1920, 1940], y: [1, 80] }], { x: "year", y: "share (percent of households)" }),
 * }));
 * menu(states, { choose: "technology" }).data.map(({ visible }) => visible); // => [true, false]
 */
export function menu(states: readonly State[], options: MenuOptions): Figure {
  const { choose, start = 0 } = optionsOf("menu", options, menuOptions);
  requireText("menu", "`choose`", choose, "technology");
  checkStates("menu", states, start);
  const owner = states.flatMap(({ figure }, i) => figure.data.map(() => i));
  const shown = states[start] as State;
  const head = 56;
  const { margin, height } = heldStill(states);
  const top = { ...margin, t: margin.t + head };
  const layoutOf = ({ figure: { layout } }: State): Record<string, unknown> => ({
    ...Object.fromEntries(Object.entries(layout).filter(([key]) => isAxis(key))),
    title: layout.title ?? { text: "" },
    showlegend: layout.showlegend ?? false,
    legend: layout.legend ?? {},
    annotations: [...(layout.annotations ?? []), word],
    shapes: layout.shapes ?? [],
  });
  const spot = { xref: "paper", x: 0, xanchor: "left", yref: "paper", y: 1, yanchor: "bottom" };
  const word = { text: `${choose}:`, ...spot, yshift: margin.t + 6 };
  const plotHeight = height - margin.t - margin.b;
  return {
    data: states.flatMap(({ figure }, i) => figure.data.map((trace): Trace => ({ ...trace, visible: i === start }))),
    layout: {
      ...shown.figure.layout,
      ...layoutOf(shown),
      height: height + head,
      margin: top,
      updatemenus: [
        {
          type: "dropdown",
          active: start,
          x: 0,
          xanchor: "left",
          y: 1 + (margin.t + 4) / plotHeight,
          yanchor: "bottom",
          pad: { l: choose.length * 10 + 16 },
          buttons: states.map((state, i) => ({
            label: state.label,
            method: "update",
            args: [{ visible: owner.map((who) => who === i) }, layoutOf(state)],
          })),
        },
      ],
    },
  };
}
