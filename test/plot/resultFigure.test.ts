import { resultReport } from "@emergence/lib/results";
import { resultFigure } from "@emergence/plot";
import { describe, expect, it } from "vitest";

const score = [0, 0, 0.1, 0.4, 0.9, 0.95];
const scale = score.map((_, i) => 10 ** i);
const report = resultReport({
  id: "a",
  name: "a",
  evidence: { scale, score, trials: 200, chance: 0, scaleName: "parameters", metric: "accuracy" },
});

describe("resultFigure", () => {
  it("draws the scores with their intervals, the S, the forecast with its band, and chance", () => {
    const { data, layout } = resultFigure(report);
    const of = (name: string, mode: string) => data.find((trace) => trace.name === name && trace.mode === mode);
    expect(of("measured", "markers")?.y).toEqual(score);
    const bars = of("measured", "markers")?.error_y as { array: number[] };
    expect(bars.array[2]).toBeCloseTo((report.scores[2]?.upper as number) - 0.1, 12);
    expect(of("measured", "lines")?.x).toHaveLength(report.rise?.scale.length as number);
    expect(of("forecast, 95 % band", "markers")?.x).toEqual([2e5, 1e6]);
    expect(layout.xaxis).toMatchObject({ type: "log", title: { text: "parameters" } });
    expect(layout.yaxis?.title?.text).toBe("accuracy");
    expect(layout.shapes).toHaveLength(1);
  });

  it("draws bare scores, without intervals, forecast or S", () => {
    const bare = resultReport({ id: "a", name: "a", evidence: { scale: [0, 1], score: [3, 4] } });
    const { data, layout } = resultFigure(bare, { height: 300, title: "two" });
    expect(data).toHaveLength(1);
    expect(data[0]?.error_y).toBeUndefined();
    expect(layout).toMatchObject({ height: 300, title: { text: "two" }, showlegend: false });
  });

  it("refuses a report without scores", () => {
    expect(() => resultFigure({ ...report, scores: [] })).toThrow(/resultFigure: report has no scores/);
  });
});
