import { describe, expect, it } from "vitest";
import { lines, points, slider } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "x (no unit)", y: "y (no unit)" };
const state = (k: number) => ({
  label: `${k}`,
  figure: lines([{ name: "power", x: [0, 1, 2], y: [0, 1, 2 ** k] }], words),
});
const states = [state(1), state(2), state(3)];
type Slider = { active: number; steps: { label: string; args: [string[]] }[] };

describe("slider", () => {
  const figure = slider(frozen(states), { parameter: "k", start: 1 });
  it("has a frame for each state and starts where it is told", () => {
    expect(figure.frames?.map(({ data }) => data[0]?.y?.[2])).toEqual([2, 4, 8]);
    expect(figure.data[0]?.y).toEqual([0, 1, 4]);
  });
  it("has a step for each frame, by the frame's name, with the state's label", () => {
    const [bar] = figure.layout.sliders as [Slider];
    expect(bar.active).toBe(1);
    expect(bar.steps.map(({ label, args }) => [label, args[0][0]])).toEqual(
      figure.frames?.map(({ name }, i) => [states[i]?.label, name]),
    );
  });
  it("holds the axes still over all states", () => {
    const highest = Math.max(...states.map(({ figure: { layout } }) => layout.yaxis?.range?.[1] as number));
    expect(figure.layout.yaxis?.range?.[1]).toBe(highest);
  });
  it("plays, or does not", () => {
    const [buttons] = figure.layout.updatemenus as [{ buttons: { label: string }[] }];
    expect(buttons.buttons.map(({ label }) => label)).toEqual(["▶ play", "❚❚ pause"]);
    expect(slider(states, { parameter: "k", play: false }).layout).not.toHaveProperty("updatemenus");
  });
  it("rejects states that differ in their traces, naming both", () => {
    const odd = { label: "odd", figure: points([{ name: "power", x: [0], y: [1] }], words) };
    expect(() => slider([state(1), odd], { parameter: "k" })).toThrow(
      new RangeError(
        'slider: states have different traces, "1" has scatter lines+markers; "odd" scatter markers, needs the same in each',
      ),
    );
  });
  it("rejects no states, a state without a label, a start that is none, and no parameter", () => {
    expect(() => slider([], { parameter: "k" })).toThrow(/slider: no states/);
    expect(() => slider([{ ...state(1), label: "" }], { parameter: "k" })).toThrow(/the label of state 0 is missing/);
    expect(() => slider(states, { parameter: "k", start: 3 })).toThrow(
      new RangeError("slider: start is 3, needs a whole number from 0 to 2"),
    );
    expect(() => slider(states, { parameter: "" })).toThrow(/slider: `parameter` is missing/);
  });
});
