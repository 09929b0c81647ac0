import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { digitImages, familiesByFlops, learningCurve, pythiaTokens } from "../../data/views";

describe("pythiaTokens", () => {
  it("agrees with the tokens that the tables give, in both releases", () => {
    for (const { step, tokens } of load("pythia-tasks")) expect(pythiaTokens(step)).toBe(tokens);
    for (const { model, step, tokens } of load("pythia-tasks-v0"))
      expect(pythiaTokens(step, { model, release: 0 })).toBe(tokens);
  });
  it("ends release 0 at the same count of tokens for every model", () => {
    expect(pythiaTokens(71500, { model: "pythia-410m-deduped", release: 0 })).toBe(pythiaTokens(143000));
  });
  it("throws for a step below 0, for none, and for release 0 without a model", () => {
    expect(() => pythiaTokens(-1)).toThrow("pythiaTokens: step -1, needs a finite number from 0");
    expect(() => pythiaTokens(Number.NaN)).toThrow(RangeError);
    expect(() => pythiaTokens(1, { release: 0 })).toThrow("release 0 needs the model");
  });
});

describe("learningCurve", () => {
  it("is LAMBADA's accuracy as its own table gives it, to the rounding", () => {
    const curve = learningCurve({ model: "pythia-12b", task: "lambada_openai", metric: "accuracy" });
    const own = load("pythia-lambada").filter(({ model }) => model === "pythia-12b");
    expect(curve.map(({ step }) => step)).toEqual(own.map(({ step }) => step));
    for (const [i, { value }] of curve.entries()) expect(value).toBeCloseTo(own[i]?.accuracy ?? Number.NaN, 6);
  });
  it("has 15 checkpoints with five examples, and 15 in release 0", () => {
    const of = { model: "pythia-70m", task: "sciq", metric: "accuracy" } as const;
    expect(learningCurve({ ...of, shots: 5 })).toHaveLength(15);
    expect(learningCurve({ ...of, release: 0 })).toHaveLength(15);
  });
  it("says which models and metrics there are when there is no such curve", () => {
    expect(() => learningCurve({ model: "pythia-13b", task: "wsc", metric: "perplexity" })).toThrow(
      /nothing for model pythia-13b.*pythia-12b.*metrics of wsc are accuracy$/,
    );
  });
});

describe("familiesByFlops", () => {
  const rows = [
    { family: "B", flops: 30 },
    { family: "A", flops: 5 },
    { family: "B", flops: 3 },
    { family: "A", flops: null },
    { family: "C", flops: null },
  ];
  it("sorts each family by compute, families by their largest, and leaves out what is not published", () => {
    expect(familiesByFlops(Object.freeze(rows))).toEqual([
      { family: "A", rows: [{ family: "A", flops: 5 }] },
      {
        family: "B",
        rows: [
          { family: "B", flops: 3 },
          { family: "B", flops: 30 },
        ],
      },
    ]);
  });
});

describe("digitImages", () => {
  it("gives 1,797 images of 64 grey levels, row by row", () => {
    const images = digitImages();
    expect(images).toHaveLength(1797);
    expect(images.every(({ pixels }) => pixels.length === 64)).toBe(true);
    expect(images[0]).toMatchObject({ digit: 0 });
    expect(images[0]?.pixels.slice(8, 16)).toEqual([0, 0, 13, 15, 10, 15, 5, 0]);
  });
});
