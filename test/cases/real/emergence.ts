import { changePointTest, linearity, monotonicityTest, schaefferScore, weiThreshold } from "@emergence/lib/measures";
import { type Code, column } from "../data";

/** Measures of emergence on scores of models. */
export const emergence: Readonly<Record<string, Code>> = {
  F01() {
    const x = column("qwen", "x");
    const right = column("qwen", "aqua");
    const share = right.map((value) => value / 100);
    const threshold = weiThreshold(
      x,
      right,
      right.map(() => 100),
      { chance: 0.2 },
    );
    const change = changePointTest(x, share, { seed: 1 });
    const score = schaefferScore(share);
    if (threshold.kind === "failed" || score.kind === "failed") return { kind: "failed" };
    return {
      s: score.value,
      l: linearity(share),
      x: threshold.x ?? Number.NaN,
      p0: threshold.p[0] ?? Number.NaN,
      F: change.statistic,
      place: change.place,
      pNear: Math.abs(change.p - 0.114) < 0.035,
    };
  },
  F03() {
    const right = [0.19, 0.39, 0.57].map((share) => share * 100);
    const threshold = weiThreshold([1, 2, 3], right, [100, 100, 100], { chance: 0.2 });
    return { x: threshold.kind === "failed" ? threshold.reason : (threshold.x ?? Number.NaN) };
  },
  F05() {
    const x = [10, 20, 30, 40, 50];
    const trials = [100, 100, 100, 100, 100];
    const { p, from, to, fromX, toX } = monotonicityTest(x, [60, 40, 20, 30, 55], trials);
    // Not the number of declared arguments, which says how a function is written: it takes x if it answers in x.
    return { p, from, to, hasX: fromX === 10 && toX === 30 };
  },
};
