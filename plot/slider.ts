import { type Kinds, optionsOf, requirePositive } from "@emergence/lib/core";
import type { Figure } from "./figure";
import { requireText } from "./input";
import { checkStates, heldStill, type State } from "./states";

export interface SliderOptions {
  /** Name of the parameter, with its unit; the label of the state follows it. Required. */
  readonly parameter: string;
  /** Index of the initial state; default: 0. */
  readonly start?: number;
  /** Whether to add a button that plays all states; default: true. */
  readonly play?: boolean;
  /** Duration of each state while playing, in milliseconds; default: 400. */
  readonly pace?: number;
}

/** Kinds of the options, for their check. */
const sliderOptions: Kinds<SliderOptions> = { parameter: "any", start: "number", play: "boolean", pace: "number" };

/**
 * A figure that depends on a parameter, with a slider below and a play button.
 *
 * All states must have the same traces in the same order, else a RangeError is thrown. The axes are the same for all states.
 *
 * @example
 * const states = [1, 2, 3].map((k) => ({
 *   label: `${k}`,
 *   figure: lines([{ name: "power", x: [0, 1, 2], y: [0, 1, 2 ** k] }], { x: "x (no unit)", y: "x to the k (no unit)" }),
 * }));
 * slider(states, { parameter: "k" }).frames?.length; // => 3
 */
export function slider(states: readonly State[], options: SliderOptions): Figure {
  const { parameter, start = 0, play = true, pace = 400 } = optionsOf("slider", options, sliderOptions);
  requirePositive("slider", "pace", pace);
  requireText("slider", "`parameter`", parameter, "temperature (J / k_B)");
  checkStates("slider", states, start);
  const kinds = ({ figure }: State): string =>
    figure.data.map(({ type, mode }) => `${type} ${mode ?? ""}`.trim()).join(", ");
  const shape = kinds(states[0] as State);
  for (const state of states) {
    if (kinds(state) === shape) continue;
    const [first, other] = [`"${states[0]?.label}" has ${shape}`, `"${state.label}" ${kinds(state)}`];
    throw new RangeError(`slider: states have different traces, ${first}; ${other}, needs the same in each`);
  }
  const layout = heldStill(states);
  const { margin, height } = layout;
  const move = (duration: number) => ({
    mode: "immediate",
    frame: { duration, redraw: true },
    transition: { duration: 0 },
  });
  const frames = states.map(({ figure }, i) => ({
    // Names are consecutive numbers, since labels may repeat and Plotly finds a frame by its name.
    name: `${i}`,
    data: figure.data,
    layout: { annotations: figure.layout.annotations ?? [], shapes: figure.layout.shapes ?? [] },
  }));
  const below = height - margin.t - margin.b;
  const row = -(margin.b + 6) / below;
  const steps = states.map(({ label }, i) => ({ label, method: "animate", args: [[`${i}`], move(0)] }));
  const buttons = [
    { label: "▶ play", method: "animate", args: [null, { ...move(pace), fromcurrent: true }] },
    { label: "❚❚ pause", method: "animate", args: [[null], move(0)] },
  ];
  const shown = states[start] as State;
  return {
    data: shown.figure.data,
    layout: {
      ...layout,
      annotations: shown.figure.layout.annotations ?? [],
      shapes: shown.figure.layout.shapes ?? [],
      height: height + 110,
      margin: { ...margin, b: margin.b + 110 },
      sliders: [
        {
          active: start,
          currentvalue: { prefix: `${parameter}: `, xanchor: "left" },
          x: 0,
          len: 1,
          y: row,
          yanchor: "top",
          pad: { t: 0, b: 0 },
          steps,
        },
      ],
      ...(play
        ? {
            updatemenus: [
              {
                type: "buttons",
                direction: "right",
                x: 1,
                xanchor: "right",
                y: row,
                yanchor: "top",
                pad: { t: 0 },
                showactive: false,
                buttons,
              },
            ],
          }
        : {}),
    },
    frames,
  };
}
