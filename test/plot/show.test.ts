import { describe, expect, it } from "vitest";
import { type Layout, lines, menu, show, slider } from "../../plot/index";
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

  type Drawn = { layout: Layout; frames?: { layout: Layout }[] };
  const drawn = (i: number) => sent[i]?.data["application/vnd.plotly.v1+json"] as Drawn;
  const words = ({ annotations }: Layout) => (annotations ?? []).map(({ text }) => text);

  it("numbers figures with captions in order, and lets a cell that runs again keep its number", () => {
    show(figure, { text: "It rises.", caption: "First.", key: "first" });
    show(figure, { text: "It rises.", caption: "Second." });
    show(figure, { text: "It rises.", caption: "First, said better.", key: "first" });
    const captions = sent.map(({ metadata }) => metadata.caption as { key: string; number: number });
    const number = captions[0]?.number as number;
    expect(captions).toEqual([
      { key: "first", number, text: "First." },
      { key: "Second.", number: number + 1, text: "Second." },
      { key: "first", number, text: "First, said better." },
    ]);
    expect(words(drawn(2).layout).at(-1)).toBe(`<b>Figure ${number}.</b> First, said better.`);
  });
  it("makes room for the caption below, wraps it, and writes markup as text", () => {
    const caption = `${"A long sentence about <b>nothing</b>. ".repeat(6)}`;
    show(figure, { text: "It rises.", caption });
    const { height, margin } = drawn(0).layout;
    const more = (height ?? 0) - (figure.layout.height ?? 0);
    expect(more).toBeGreaterThan(40);
    expect((margin?.b ?? 0) - (figure.layout.margin?.b ?? 0)).toBe(more);
    const written = words(drawn(0).layout).at(-1) ?? "";
    expect(written.match(/<br>/g)?.length).toBeGreaterThan(1);
    expect(written).toContain("&lt;b&gt;nothing&lt;/b&gt;");
  });
  it("keeps the caption in every state of a slider and of a menu", () => {
    const states = ["one", "two"].map((label) => ({ label, figure }));
    show(slider(states, { parameter: "k" }), { text: "It moves.", caption: "It moves." });
    show(menu(states, { choose: "which" }), { text: "It changes.", caption: "It changes." });
    for (const { layout } of drawn(0).frames ?? []) expect(words(layout).at(-1)).toMatch(/It moves\.$/);
    const [{ buttons }] = drawn(1).layout.updatemenus as [{ buttons: { args: [unknown, Layout] }[] }];
    for (const { args } of buttons) expect(words(args[1]).at(-1)).toMatch(/It changes\.$/);
  });
  it("rejects an empty caption or key", () => {
    expect(() => show(figure, { text: "It rises.", caption: "" })).toThrow(/show: the caption is missing/);
    expect(() => show(figure, { text: "It rises.", caption: "First.", key: "" })).toThrow(/show: the key is missing/);
  });
});
