import { familiesByFlops, load, taskCurves } from "@emergence/data";
import { describe, expect, it } from "vitest";

describe("taskCurves", () => {
  const curves = taskCurves();
  const of = (kind: string, family: string, task: string) =>
    curves.find((one) => one.kind === kind && one.family === family && one.task === task);

  it("has the claimed tasks of the families with five models or more, and both standard families", () => {
    expect(curves.filter(({ kind }) => kind === "claimed")).toHaveLength(31);
    expect(curves.filter(({ kind }) => kind === "ordinary")).toHaveLength(12);
    expect(new Set(curves.filter(({ kind }) => kind === "training").map(({ family }) => family)).size).toBe(8);
    expect(taskCurves({ least: 4 }).length).toBeGreaterThan(curves.length);
  });

  it("has the rows of the tables, sorted by scale", () => {
    const opt = of("claimed", "OPT", "2-digit sums");
    const rows = familiesByFlops(load("obscaling-emergent")).find(({ family }) => family === "OPT")?.rows ?? [];
    expect(opt?.y).toEqual(rows.map((row) => row.addition2));
    expect(opt?.x).toEqual(rows.map((row) => Math.log10(row.flops)));
    for (const { x } of curves) expect(x).toEqual([...x].sort((a, b) => a - b));
  });

  it("ends where the raw table ends, over training and over size", () => {
    const last = load("pythia-tasks").find(
      (row) =>
        row.model === "pythia-12b" &&
        row.step === 143000 &&
        row.task === "lambada_openai" &&
        row.metric === "accuracy" &&
        row.shots === 0,
    );
    expect(of("training", "pythia-12b", "LAMBADA")?.y.at(-1)).toBe(last?.value);
    expect(of("ordinary", "Pythia", "LAMBADA")?.y.at(-1)).toBe(last?.value);
  });

  it("has numbers of questions of which each claimed score but BLEU is a whole number right, and one more is not", () => {
    const claimed = taskCurves({ least: 1 }).filter(({ kind, task }) => kind === "claimed" && !task.endsWith("BLEU"));
    const whole = (n: number, y: number[]) => y.every((share) => Math.abs(share * n - Math.round(share * n)) < 0.01);
    for (const { y, questions } of claimed) expect(whole(questions, y)).toBe(true);
    for (const task of new Set(claimed.map((one) => one.task))) {
      const own = claimed.filter((one) => one.task === task);
      expect(own.every(({ y, questions }) => whole(questions + 1, y))).toBe(false);
    }
  });

  it("keeps the curves that rise: by the test of two proportions, and none that stands still", () => {
    const rising = taskCurves({ rising: 4 });
    expect(rising.length).toBeLessThan(curves.length);
    expect(rising.some(({ family, task }) => family === "Pythia" && task.endsWith("exact match"))).toBe(false);
    for (const { y, questions } of rising) {
      const [a, b] = [y[0] ?? Number.NaN, Math.max(...y)];
      expect((b - a) ** 2).toBeGreaterThan((16 * (a * (1 - a) + b * (1 - b))) / questions);
    }
  });

  it.each([0, 1.5, Number.NaN])("refuses %s points", (least) => {
    expect(() => taskCurves({ least })).toThrow(/^taskCurves: least/);
  });
  it("refuses a negative number of errors, and an unknown option", () => {
    expect(() => taskCurves({ rising: -1 })).toThrow(/^taskCurves: rising/);
    expect(() => taskCurves({ raising: 4 } as object)).toThrow(/raising/);
  });
});
