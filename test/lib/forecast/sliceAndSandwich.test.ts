import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "@emergence/data";
import { unwrap } from "@emergence/lib/core";
import { sliceAndSandwich } from "@emergence/lib/forecast";
import { describe, expect, it } from "vitest";

// By numpy's polyfit: test/fixtures/fit/forecast_values.py.
const { sandwiches }: { sandwiches: Record<string, { testError: number; baselineError: number }> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "forecasts.json"), "utf8"),
);
const dropped = /phi-1_5|phi-2$|Qwen1\.5-0\.5B|Qwen1\.5-1\.8B|Qwen1\.5-4B|stablelm-2-1_6b|meta-llama\/Meta-Llama-3-8B$/;
const rows = load("question-groups").filter(({ groups, model }) => groups === 3 && !dropped.test(model));

function dataOf(task: string) {
  const easy = rows.filter((row) => row.task === task && row.group === 1);
  const hard = rows.filter((row) => row.task === task && row.group === 3);
  return {
    data: {
      x: easy.map(({ flops }) => Math.log10(flops / 1e21)),
      easy: easy.map(({ groupBrier }) => groupBrier),
      hard: easy.map(({ model }) => hard.find((row) => row.model === model)?.groupBrier as number),
      brier: easy.map(({ brier }) => brier),
      accuracy: easy.map(({ accuracy }) => accuracy),
    },
    below: Math.log10((easy[0]?.thresholdFlops as number) / 1e21),
    chance: easy[0]?.chance as number,
  };
}

describe("sliceAndSandwich", () => {
  for (const [task, want] of Object.entries(sandwiches)) {
    it(`agrees with numpy on ${task} to 6 digits`, () => {
      const { data, below, chance } = dataOf(task);
      const found = unwrap(sliceAndSandwich(data, { below, chance }));
      expect(Math.abs(found.testError / want.testError - 1)).toBeLessThan(1e-6);
      expect(Math.abs(found.baselineError / want.baselineError - 1)).toBeLessThan(1e-6);
    });
  }
  it("does not look at what it forecasts", () => {
    const { data, below, chance } = dataOf("arc");
    const other = { ...data, accuracy: data.accuracy.map((value, i) => ((data.x[i] as number) < below ? value : 0)) };
    expect(unwrap(sliceAndSandwich(other, { below, chance })).accuracy).toEqual(
      unwrap(sliceAndSandwich(data, { below, chance })).accuracy,
    );
  });
  it("refuses ragged data and cuts that leave nothing to see or to forecast", () => {
    const { data, below, chance } = dataOf("arc");
    expect(() => sliceAndSandwich({ ...data, hard: [1] }, { below, chance })).toThrow("but 1 hard");
    expect(() => sliceAndSandwich(data, { below: -9, chance })).toThrow("0 models below x = -9, needs 7");
    expect(() => sliceAndSandwich(data, { below: 9, chance })).toThrow("nothing to forecast");
  });
});
