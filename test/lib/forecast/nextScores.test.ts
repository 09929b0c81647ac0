import { extrapolateScore, nextScores } from "@emergence/lib/forecast";
import { describe, expect, it } from "vitest";

const x = [20, 20.5, 21, 21.5, 22, 22.5];
const y = [0.26, 0.25, 0.27, 0.4, 0.7, 0.72];

describe("nextScores", () => {
  it("sees only the scores at smaller scales: each forecast is that of extrapolateScore", () => {
    const told = nextScores("logit", x, y, { chance: 0.25, questions: 500 });
    expect(told.map(({ at }) => at)).toEqual([21.5, 22, 22.5]);
    told.forEach(({ at, came, value, lower, upper }, i) => {
      const alone = extrapolateScore("logit", x.slice(0, i + 3), y.slice(0, i + 3), at, {
        chance: 0.25,
        questions: 500,
      });
      expect(alone).toMatchObject({ kind: "forecast", value, lower, upper });
      expect(came).toBe(y[i + 3]);
    });
  });

  it("counts surprise in parts of the way from chance to 1, positive upwards, with the ends of the band", () => {
    const [first, second] = nextScores("last", [1, 2, 3, 4, 5], [0.5, 0.5, 0.5, 0.75, 0.6], { chance: 0.5 });
    expect(first).toMatchObject({ value: 0.5, surprise: 0.5, inside: false });
    expect(second?.surprise).toBeCloseTo(-0.3, 12);
    expect(second?.surpriseInterval.lower).toBeCloseTo((0.6 - (second?.upper ?? 0)) / 0.5, 12);
    expect(second?.surpriseInterval.upper).toBeCloseTo((0.6 - (second?.lower ?? 0)) / 0.5, 12);
  });

  it("waits for as many scores as it is told to, and leaves out what has no forecast", () => {
    expect(nextScores("line", x, y, { from: 5 })).toHaveLength(1);
    expect(nextScores("line", x, y, { from: 6 })).toEqual([]);
    expect(nextScores("logistic", x.slice(0, 4), y.slice(0, 4)).length).toBe(0);
  });

  it.each([
    ["scales that fall", () => nextScores("line", [1, 3, 2, 4], [0, 0, 0, 0]), /x\[2\] = 2 after 3/],
    ["too small a start", () => nextScores("line", x, y, { from: 2 }), /nextScores: from/],
    ["an unknown option", () => nextScores("line", x, y, { form: 3 } as object), /nextScores: .*form/],
    ["ragged data", () => nextScores("line", x, y.slice(1)), /nextScores/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
