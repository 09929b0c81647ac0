import { describe, expect, it } from "vitest";
import { fitted } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "time (years)", y: "share (percent)" };
const asked: { confidence: number; interval: string }[] = [];
const fit = {
  kind: "fit" as const,
  predict: (x: readonly number[]) => x.map((at) => 2 * at),
  band: (x: readonly number[], options: { confidence: number; interval: "confidence" | "prediction" }) => {
    asked.push(options);
    return { lower: x.map((at) => 2 * at - 1), upper: x.map((at) => 2 * at + 1) };
  },
};
const x = [1, 2, 3];
const y = [2.1, 3.9, 6];

describe("fitted", () => {
  it("draws band, curve and points, the curve over the whole axis", () => {
    const figure = fitted(fit, frozen(x), frozen(y), frozen(words));
    expect(figure.data.map(({ mode }) => mode)).toEqual(["lines", "lines", "markers"]);
    const curve = figure.data[1] as unknown as { x: number[]; y: number[] };
    expect(curve.x[0]).toBeCloseTo(figure.layout.xaxis?.range?.[0] as number, 5);
    expect(curve.x.at(-1)).toBeCloseTo(figure.layout.xaxis?.range?.[1] as number, 5);
    expect(curve.x[0]).toBeLessThan(1);
    for (const [i, at] of curve.x.entries()) expect(curve.y[i]).toBeCloseTo(2 * at, 5);
    expect(figure.data[2]).toMatchObject({ x, y });
  });
  it("asks for a 95 % band of the curve, or for what the caller wants", () => {
    asked.length = 0;
    fitted(fit, x, y, words);
    fitted(fit, x, y, { ...words, confidence: 0.68, interval: "prediction" });
    expect(asked).toEqual([
      { confidence: 0.95, interval: "confidence" },
      { confidence: 0.68, interval: "prediction" },
    ]);
  });
  it("extrapolates over a range that is asked for, evenly on a log axis", () => {
    const figure = fitted(fit, x, y, { ...words, logX: true, xRange: [1, 10000] });
    const curve = figure.data[1] as unknown as { x: number[] };
    expect(curve.x.at(-1)).toBeCloseTo(10000, 6);
    expect((curve.x[1] as number) / (curve.x[0] as number)).toBeCloseTo(
      (curve.x[101] as number) / (curve.x[100] as number),
      4,
    );
    expect(figure.layout.xaxis?.range?.[1]).toBeCloseTo(4, 9);
  });
  it("counts points, not steps of the curve, among what a log axis leaves out", () => {
    const sinking = { ...fit, predict: (at: readonly number[]) => at.map((v) => v - 2) };
    const figure = fitted(sinking, [1, 2, 3], [0, 1, 2], { ...words, logY: true });
    expect(figure.layout.annotations?.map(({ text }) => text)).toEqual([
      "1 point at or below 0 is not on the log axis",
    ]);
  });
  it("keeps the axis where the band has no end", () => {
    const wild = {
      ...fit,
      band: (at: readonly number[]) => ({ lower: at.map(() => -Infinity), upper: at.map(() => 1e30) }),
    };
    expect(fitted(wild, x, y, words).layout.yaxis?.range?.[1]).toBeLessThan(100);
  });
  it("shows the points and says why, where a fit failed", () => {
    const figure = fitted({ kind: "failed", reason: "all x are equal" }, [1, 1], [2, 3], words);
    expect(figure.data.map(({ mode }) => mode)).toEqual(["markers"]);
    expect(figure.layout.annotations?.map(({ text }) => text)).toEqual(["no curve: all x are equal"]);
  });
  it.each<[string, () => unknown, string]>([
    ["ragged data", () => fitted(fit, [1, 2], [1], words), "fitted: the data has 2 x but 1 y"],
    [
      "a confidence that is none",
      () => fitted(fit, x, y, { ...words, confidence: 95 }),
      "fitted: confidence is 95, needs a number between 0 and 1",
    ],
    [
      "missing titles",
      () => fitted(fit, x, y, { x: "", y: "y" }),
      'fitted: the x-axis title `x` is missing, needs text such as "training compute (FLOPs)"',
    ],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
});
