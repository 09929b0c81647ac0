import { describe, expect, it } from "vitest";
import { lines, show } from "../../plot/index";
import { fakeKernel, frozen } from "./fakeKernel";

const figure = lines([{ name: "a", x: [1, 2], y: [1, Number.NaN] }], { x: "step", y: "accuracy (share)" });

describe("show", () => {
  const sent = fakeKernel();
  it("sends figure and text alternative in one bundle, and returns nothing to echo", () => {
    expect(show(frozen(figure), { text: "It rises." })).toBeUndefined();
    expect(sent).toHaveLength(1);
    expect(Object.keys(sent[0]?.data ?? {})).toEqual(["application/vnd.plotly.v1+json", "text/plain"]);
    expect(sent[0]?.data["application/vnd.plotly.v1+json"]).toMatchObject({
      data: [{ y: [1, null] }],
      config: { responsive: true, displaylogo: false },
    });
    expect(sent[0]?.data["text/plain"]).toBe("It rises.");
    expect(sent[0]?.metadata).toEqual({ alt: "It rises." });
  });
  it("lets the figure's own config win, and carries frames", () => {
    show({ ...figure, config: { responsive: false }, frames: [{ name: "0", data: [] }] }, { text: "It rises." });
    const bundle = sent[0]?.data["application/vnd.plotly.v1+json"];
    expect(bundle).toMatchObject({ config: { responsive: false }, frames: [{ name: "0" }] });
  });
  it("rejects a figure without text, and what is no figure", () => {
    expect(() => show(figure, { text: " " })).toThrow(
      new RangeError(
        'show: the text alternative `text` is missing, needs text such as "Accuracy rises from 0.1 to 0.7 over training."',
      ),
    );
    expect(() => show(figure, undefined as never)).toThrow(RangeError);
    expect(() => show({} as never, { text: "It rises." })).toThrow(/show: got no figure/);
    expect(sent).toEqual([]);
  });
});
