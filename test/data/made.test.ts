import { describe, expect, it } from "vitest";
import { load } from "../../data/load";
import { answersRow, positionRows, runs } from "../../data/tables/addition-positions/make.mjs";
import { additionSteps } from "../../scripts/learning/additionRun.cjs";

const told = <Row extends { width: number; seed: number }>(rows: readonly Row[]) =>
  new Set(rows.map(({ width, seed }) => `${width} ${seed}`));

describe("the tables of addition", () => {
  it("hold what a run gives when it is made again, to the last digit", () => {
    const which = { width: 8, run: 1 }; // the width that costs least
    const steps = additionSteps(which);
    const tests = [0, 100, 200].flatMap(() => steps.next().value ?? []);
    const early = <Row extends { width: number; seed: number; step: number }>(rows: readonly Row[]) =>
      rows.filter((row) => row.width === 8 && row.seed === 1 && row.step <= 200);
    expect(tests).toHaveLength(3);
    expect(early(load("addition-answers"))).toEqual(tests.map((test) => answersRow(which, test)));
    expect(early(load("addition-positions"))).toEqual(tests.flatMap((test) => positionRows(which, test)));
  });

  it("hold every run that their program names, and no other", () => {
    const named = new Set(runs.map(({ width, run }) => `${width} ${run}`));
    expect(told(load("addition-answers"))).toEqual(named);
    expect(told(load("addition-positions"))).toEqual(named);
  });
});
