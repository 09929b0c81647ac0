import { describe, expect, it } from "vitest";
import { abilityCurves } from "../../data/abilities";
import { load } from "../../data/load";

const curves = abilityCurves();

describe("abilityCurves", () => {
  it("counts whole answers that give back the published scores", () => {
    const opt = curves.find(({ task, family }) => task === "2-digit addition" && family === "OPT");
    const rows = load("obscaling-emergent").filter(({ family }) => family === "OPT");
    const scores = rows.sort((a, b) => (a.flops ?? 0) - (b.flops ?? 0)).map(({ addition2 }) => addition2);
    expect(opt?.share).toEqual(scores.map((score) => expect.closeTo(score ?? Number.NaN, 6)));
    for (const { right, asked, share } of curves) {
      expect(right.every(Number.isInteger)).toBe(true);
      expect(share).toEqual(right.map((k, i) => k / (asked[i] ?? Number.NaN)));
    }
  });
  it("finds the number of questions that the sources give: Brown et al.'s 2,000 sums, MMLU's 14,042 questions", () => {
    const asked = (task: string) => new Set(curves.filter((one) => one.task === task).flatMap((one) => one.asked));
    expect([...asked("3-digit subtraction")]).toEqual([2000]);
    expect([...asked("MMLU")]).toEqual([14042]);
  });
  it("has three sizes or more in each curve, in increasing order, each task and family once", () => {
    for (const { flops } of curves) {
      expect(flops.length).toBeGreaterThanOrEqual(3);
      expect(flops).toEqual([...flops].sort((a, b) => a - b));
    }
    expect(new Set(curves.map(({ task, family }) => `${task}, ${family}`)).size).toBe(curves.length);
  });
  it("leaves out transliteration scores that are marked as suspect", () => {
    const suspect = load("obscaling-emergent").filter(({ ipaSuspect }) => ipaSuspect);
    const kept = curves.filter(({ task }) => task === "transliteration").flatMap(({ share }) => share);
    for (const { ipaExactMatch } of suspect) expect(kept).not.toContain(ipaExactMatch);
  });
  it("takes zero for the chance of exact match, and the published chance for options", () => {
    for (const { metric, chance } of curves) expect(chance > 0).toBe(metric === "options");
    expect(curves.find(({ task }) => task === "narrative")?.chance).toBe(0.1);
  });
  it("knows what the best constant answer has right, by trying every answer", () => {
    const operations = {
      "2-digit addition": [100, (a: number, b: number) => a + b],
      "3-digit addition": [1000, (a: number, b: number) => a + b],
      "3-digit subtraction": [1000, (a: number, b: number) => a - b],
      "2-digit multiplication": [100, (a: number, b: number) => a * b],
    } as const;
    for (const [task, [below, operation]] of Object.entries(operations)) {
      const times = new Map<number, number>();
      for (let a = 0; a < below; a += 1)
        for (let b = 0; b < below; b += 1) times.set(operation(a, b), (times.get(operation(a, b)) ?? 0) + 1);
      const share = Math.max(...times.values()) / below ** 2;
      expect(new Set(curves.filter((one) => one.task === task).map(({ constant }) => constant))).toEqual(
        new Set([share]),
      );
    }
    for (const { task, chance, constant } of curves) if (!(task in operations)) expect(constant).toBe(chance);
  });
});
