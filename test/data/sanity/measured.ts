import { expect } from "vitest";
import { load } from "../../../data/load";
import { row, total } from "./row";

/** Small networks, benchmarks over time, measured systems. */
export const measured = {
  "addition-answers"() {
    const narrow = load("addition-answers").filter(({ width }) => width === 8);
    expect(narrow.every(({ exact }) => exact === 0)).toBe(true);
    const losses = narrow.filter(({ step }) => step === 2500).map(({ loss }) => loss);
    expect(losses.sort((a, b) => a - b)[5]).toBeCloseTo((8 * Math.log(10)) / 9, 2);
    const ends = load("addition-answers").filter(({ step }) => step === 2500);
    const nets = (width: number) => ends.filter((row) => row.width === width);
    const adders = (width: number) => nets(width).filter(({ exact }) => exact >= 0.9).length;
    expect([8, 16, 24, 32, 48, 64, 96].map(adders)).toEqual([0, 0, 0, 2, 4, 6, 6]);
    expect([8, 96].map((width) => nets(width).length)).toEqual([10, 10]);
  },
  "addition-positions"() {
    const narrow = load("addition-positions").filter(({ width, step }) => width === 8 && step === 2500);
    const carries = narrow.filter(({ position }) => position === 8);
    expect(carries.every(({ right }) => right >= 0.99)).toBe(true);
    expect(narrow.filter(({ right }) => right < 0.14)).toHaveLength(77);
  },
  adoption() {
    const share = (year: number) => row("adoption", { technology: "Colour TV", year }).share;
    expect([share(1966), share(2005)]).toEqual([10, 96]);
    expect(new Set(load("adoption").map(({ technology }) => technology)).size).toBe(45);
  },
  "benchmarks-over-time"() {
    const rows = load("benchmarks-over-time");
    expect(rows.find(({ benchmark }) => benchmark === "Stanford Question Answering Dataset EM test")?.target).toBe(
      82.304,
    );
    expect(new Set(rows.map(({ benchmark }) => benchmark)).size).toBe(109);
  },
  "bnsl-addition"() {
    expect(
      load("bnsl-addition")
        .map(({ fitted }) => fitted)
        .lastIndexOf(true),
    ).toBe(13);
    expect(row("bnsl-addition", { trainingSize: 928 }).loss).toBe(0.55695445);
  },
  digits() {
    const rows = load("digits");
    expect(rows.filter(({ digit }) => digit === 0)).toHaveLength(178);
    expect([rows[0]?.r0c2, rows[0]?.r0c3, rows[0]?.r0c4, rows[0]?.r0c5]).toEqual([5, 13, 9, 1]);
  },
  "fish-polarization"() {
    const rows = load("fish-polarization");
    expect(total(rows.map(({ points }) => points))).toBe(24619);
    expect(total(rows.map((r) => r.points * (r.lower + 0.01))) / 24619).toBeCloseTo(0.815, 2);
  },
  "parity-seeds"() {
    const learned = (weightDecay: number, examples: number, width: number) =>
      load("parity-seeds").filter(
        (r) => r.weightDecay === weightDecay && r.examples === examples && r.width === width && r.leastTestLoss < 0.1,
      ).length;
    const widths = [16, 32, 64, 128, 258];
    expect(widths.map((width) => learned(1, 1250, width))).toEqual([0, 2, 4, 9, 9]);
    expect(widths.map((width) => learned(0.01, 1250, width))).toEqual([9, 4, 1, 0, 0]);
    expect([750, 1000, 1250, 1500, 1750].map((examples) => learned(0.03, examples, 16))).toEqual([2, 8, 9, 9, 9]);
  },
  "parity-retrained"() {
    const learned = (weightDecay: number, examples: number) =>
      [16, 32, 64, 128].map(
        (width) =>
          load("parity-retrained").filter(
            (r) =>
              r.weightDecay === weightDecay && r.examples === examples && r.width === width && r.leastTestLoss < 0.1,
          ).length,
      );
    expect(learned(1, 1250)).toEqual([0, 0, 2, 9]);
    expect(learned(0.01, 1250)).toEqual([9, 4, 0, 0]);
    expect(learned(0.01, 1000)).toEqual([6, 0, 0, 0]);
  },
  "grokking-seeds"() {
    const first = new Map<number, number>();
    for (const { run, step, testLoss } of load("grokking-seeds"))
      if (testLoss < 1e-3 && !first.has(run)) first.set(run, step);
    expect(first.size).toBe(445);
    expect([Math.min(...first.values()), Math.max(...first.values())]).toEqual([7000, 50000]);
    for (const { step, trainLoss, testLoss } of load("grokking-seeds")) {
      // ln(67) over 67 classes, before the first step.
      if (step === 0) expect(Math.abs(testLoss * 67 - Math.log(67))).toBeLessThan(0.2);
      if (step === 1000) expect(trainLoss).toBeLessThan(1e-3);
    }
  },
  "grokking-frequencies"() {
    const rows = load("grokking-frequencies");
    expect([3, 4, 5, 2].map((count) => rows.filter((r) => r.count === count).length)).toEqual([274, 165, 10, 1]);
    for (const { neurons, otherNeurons } of rows)
      expect(total([...neurons.split(" ").map(Number), otherNeurons])).toBe(24);
  },
  "modular-addition-runs"() {
    expect(load("modular-addition-runs").map(({ generalizeEpoch }) => generalizeEpoch)).toEqual([null, 14000, 8000]);
    expect(row("modular-addition-runs", { p: 23 }).lastTestAccuracy).toBeCloseTo(128 / 133, 6);
  },
  "modular-addition-curves"() {
    const p23 = load("modular-addition-curves").filter(({ p }) => p === 23);
    expect([p23[0], p23[1], p23.at(-1)].map((r) => r?.testAccuracy)).toEqual([0.03759, 0.007519, 0.9624]);
  },
  "cui-attention"() {
    const theory = (start: "semantic" | "positional") => row("cui-attention", { source: "theory", start, alpha: 2 });
    expect(theory("semantic")).toMatchObject({ semantic: 0.6342, testLoss: 0.001397, positional: 0 });
    expect(theory("positional")).toMatchObject({ positional: 0.2586, testLoss: 0.00349, semantic: 0 });
    const sweep = { source: "experiment", dimension: 1000, alpha: 2 } as const;
    const found = { semantic: 0.634, testLoss: 0.001443 };
    expect(row("cui-attention", { ...sweep, start: "semantic" })).toMatchObject(found);
    expect(row("cui-attention", { ...sweep, start: "semantic" }).semanticDeviation).toBeCloseTo(0.026, 3);
  },
  "grokking-curves"() {
    const first = row("grokking-curves", { run: "addition/adamw_sc1.0_wd0.0_s0", step: 0 });
    expect([first.trainLoss, first.testLoss]).toEqual([4.61208, 4.60942]);
  },
  "grokking-fractions"() {
    const steps = [0.3, 0.4, 0.5, 0.6].map((trainFraction) => row("grokking-fractions", { trainFraction }));
    expect(steps.map(({ generalizeStep }) => generalizeStep)).toEqual([7590, 2619, 744, 270]);
    for (const { memorizeStep } of steps) expect(memorizeStep).toSatisfy((step: number) => step >= 200 && step <= 290);
  },
  "grokking-runs"() {
    expect(load("grokking-runs")).toHaveLength(178);
    const run = row("grokking-runs", { run: "addition/adamw_sc1.0_wd0.0_s0" });
    expect([run.memorizeStep, run.grokStep]).toEqual([75, 2225]);
    const withoutDecay = load("grokking-runs").filter(
      (r) => r.set === "addition" && r.optimizer === "adamw" && r.weightDecay === 0,
    );
    expect(withoutDecay.map(({ grokStep }) => grokStep !== null)).toEqual([true, true, true]);
  },
  "nist-data"() {
    expect(row("nist-data", { problem: "Rat42", observation: 1 })).toMatchObject({ y: 8.93, x1: 9, x2: null });
  },
  "nist-parameters"() {
    const { certified, standardDeviation } = row("nist-parameters", { problem: "Rat42", parameter: "b1" });
    expect([certified, standardDeviation]).toEqual([72.462237576, 1.7340283401]);
    for (const { problem, parameters } of load("nist-problems"))
      expect(
        load("nist-parameters").filter((r) => r.problem === problem),
        problem,
      ).toHaveLength(parameters);
  },
  "nist-problems"() {
    expect(row("nist-problems", { problem: "Rat42" })).toMatchObject({
      residualSumOfSquares: 8.0565229338,
      degreesOfFreedom: 6,
    });
  },
  sad() {
    const ratings = (["grammatical", "ungrammatical"] as const).map((status) => {
      const rows = load("sad").filter((r) => r.status === status);
      const count = total(rows.map((r) => r.count));
      return [count, Number((total(rows.map((r) => r.count * r.meanRating)) / count).toFixed(2))];
    });
    expect(ratings).toEqual([
      [694, 5.69],
      [306, 3.35],
    ]);
  },
  "small-task-losses"() {
    const token = { task: "5_digit_addition_infinite_per_token", series: "token 0", step: 0 };
    expect(row("small-task-losses", token).loss).toBe(2.497);
  },
  squad() {
    expect(load("squad").filter(({ version }) => version === "2.0")).toHaveLength(234);
    expect(row("squad", { version: "2.0", place: 1 })).toMatchObject({ exactMatch: 90.871, f1: 93.183 });
  },
  steam() {
    expect([50, 100].map((temperature) => row("steam", { temperature }).pressure)).toEqual([98.76, 782.04]);
    expect(
      load("steam")
        .filter(({ suspect }) => suspect)
        .map(({ temperature }) => temperature),
    ).toEqual([40]);
  },
  traffic() {
    const rows = load("traffic");
    for (const { flow, speed, density } of rows) expect(Math.abs((speed * density) / flow - 1)).toBeLessThan(1e-6);
    expect(Math.max(...rows.map(({ flow }) => flow))).toBe(2023.08);
    expect(Math.min(...rows.map(({ density }) => density))).toBe(5.833);
  },
  "verdict-cases"() {
    const evidence = new Set([...load("verdict-curves"), ...load("verdict-systems")].map((one) => one.case));
    expect(load("verdict-cases").filter(({ id, control }) => control || !evidence.has(id))).toEqual([]);
  },
  "verdict-curves"() {
    const signed = load("verdict-curves").filter((one) => one.case === "magnet" && one.part === "symmetry");
    expect(signed).toHaveLength(48);
    expect(Math.max(...signed.map(({ score }) => Math.abs(score)))).toBeLessThanOrEqual(1);
  },
  "verdict-systems"() {
    const moments = load("verdict-systems");
    expect(moments).toHaveLength(3000 * new Set(moments.map((one) => one.case)).size);
    expect(Math.max(...moments.map(({ micro }) => micro?.length ?? 0))).toBe(6);
  },
};
